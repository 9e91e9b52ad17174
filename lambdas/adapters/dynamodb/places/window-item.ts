import type { Subject } from '../../../domain/identity/subject.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { entryPointWindow, serviceWindow, type WindowTimes } from '../../../domain/window/customer-service-window.ts';
import { usersKeys, windowKey } from '../table/keys.ts';

/**
 * The window item: the last inbound time under one identifier. DynamoDB deletes it some time after `ttl`; nothing reads a meaning
 * from that, open or closed is computed from `last` and now.
 */
export interface WindowItem {
  readonly pk: string;
  readonly sk: string;
  /** Where its person stands in the users index. */
  readonly upk?: string;
  readonly usk?: string;
  /** The subject whose window it is. */
  readonly u?: string;
  /** BSUID last seen together with this identifier; the inbound write compares it with what comes in. */
  readonly b?: string;
  /** Last message or call of the person, milliseconds, by its own time. */
  readonly last?: Milliseconds;
  /** Our reply to an ad click. */
  readonly ep?: Milliseconds;
  /** First contact of the person as known when the item was made. */
  readonly f?: Milliseconds;
  /** The question of their first contact is due: the next message must look. */
  readonly q?: true | undefined;
  /** Epoch seconds. */
  readonly ttl?: number;
}

/** When the item may go: after both windows have closed. Epoch seconds. */
export function windowTtl(times: WindowTimes): number {
  const ends = [
    times.lastInboundAt === undefined ? 0 : times.lastInboundAt + serviceWindow,
    times.entryPointAt === undefined ? 0 : times.entryPointAt + entryPointWindow,
  ];
  return Math.ceil(Math.max(...ends) / 1000);
}

export function windowTimes(item: WindowItem | undefined): WindowTimes {
  return { lastInboundAt: item?.last, entryPointAt: item?.ep };
}

export function toWindowItem(
  appId: string,
  place: string,
  subjectId: string,
  times: WindowTimes,
  known: { readonly bsuid?: string | undefined } & Pick<Subject, 'firstContactAt' | 'questionDue'>,
): WindowItem {
  return {
    ...windowKey(appId, place),
    ...usersKeys(appId, 'W', subjectId),
    u: subjectId,
    b: known.bsuid,
    last: times.lastInboundAt,
    ep: times.entryPointAt,
    f: known.firstContactAt,
    q: known.questionDue,
    ttl: windowTtl(times),
  };
}
