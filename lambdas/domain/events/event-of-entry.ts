import type { Outcome } from '../consent/outcomes.ts';
import type { Level, PurposeScope, Source } from '../consent/statement.ts';
import type { SuppressionReason } from '../consent/suppression.ts';
import type { Milliseconds } from '../time.ts';
import type { HandoverCause } from '../window/handover.ts';
import { catalogueVersion, type OutboundEvent } from './event.ts';
import type { ByMerge, EventData, EventUser } from './event-data.ts';
import type { EventDetail } from './event-of-act.ts';
import type { EventType } from './event-types.ts';

/** What is known of a ledger entry when its event is made: the entry without who the person is and without evidence. */
export interface ToldEntry {
  readonly type: EventType;
  readonly id: string;
  readonly appId: string;
  readonly userId: string;
  /** `<subject>.<sequence>`. */
  readonly ref: string;
  readonly sequence: number;
  readonly saidAt: Milliseconds;
  readonly recordedAt: Milliseconds;
  readonly source: Source;
  readonly action?: string | undefined;
  readonly purposes?: PurposeScope | undefined;
  readonly level?: Level | undefined;
  readonly outcomes: readonly Outcome[];
  readonly won: readonly string[];
  readonly lost: readonly string[];
  readonly reason?: SuppressionReason | undefined;
  readonly change?: string | undefined;
  readonly by?: HandoverCause | undefined;
  readonly copyOf?: string | undefined;
  readonly notice?: string | undefined;
  readonly pointId?: string | undefined;
  readonly batch?: string | undefined;
  readonly detail: EventDetail;
}

/**
 * The event of a ledger entry. Pure: the same entry gives the same event, but for the identifiers of the person.
 *
 * @param user as known now, where the app wants it
 * @throws Error when the entry lacks what its type says
 */
export function eventOfEntry(entry: ToldEntry, user: EventUser | undefined): OutboundEvent {
  return {
    id: entry.id,
    type: entry.type,
    version: catalogueVersion,
    timestamp: new Date(entry.recordedAt).toISOString(),
    appId: entry.appId,
    userId: entry.userId,
    sequence: entry.sequence,
    data: { ...dataOf(entry), ...(user !== undefined && { user }) } as EventData[EventType],
  };
}

function dataOf(entry: ToldEntry): object {
  const common = {
    statementId: `stm_${entry.ref}`,
    saidAt: new Date(entry.saidAt).toISOString(),
    source: entry.source,
    ...(entry.copyOf !== undefined && { copyOf: `stm_${entry.copyOf}` }),
  };
  switch (entry.type) {
    case 'user.opted_in':
      return {
        ...common,
        ...statementOf(entry),
        cause: entry.action === 'granted' ? 'granted' : 'resumed',
        ...braked(entry),
      };
    case 'user.opted_out':
      return {
        ...common,
        ...statementOf(entry),
        cause: causeOf(entry),
        scope: scopeOf(entry),
        ended: endedBy(entry),
        ...braked(entry),
        ...byMerge(entry),
      };
    case 'user.pending':
      return { ...common, ...statementOf(entry) };
    case 'user.suppressed':
      return {
        ...common,
        reason: must(entry.reason ?? entry.detail.reason),
        scope: must(entry.detail.scope),
        ...byMerge(entry),
      };
    case 'user.released':
      return { ...common, reason: entry.reason ?? 'ambiguous-stop' };
    case 'platform.stopped':
      return { ...common, ...byMerge(entry) };
    case 'platform.resumed':
      return common;
    case 'handover.requested':
      return { ...common, by: must(entry.by) };
    case 'user.merged':
      return { ...common, mergedUserId: must(entry.detail.mergedUserId), ended: endedBy(entry) };
    case 'user.number_changed':
      return { ...common, change: must(changes[must(entry.change)]) };
    default:
      throw new Error(`No ledger entry is told as ${entry.type}.`);
  }
}

const changes: { readonly [change: string]: EventData['user.number_changed']['change'] } = {
  'number-changed': 'moved',
  linked: 'linked',
  released: 'released',
  split: 'split',
};

function statementOf(entry: ToldEntry) {
  // What turns out to be another holder’s was said by nobody.
  const { level = 1, notice, pointId, batch } = entry;
  return {
    purposes: purposesOf(entry),
    level,
    ...(notice !== undefined && { notice }),
    ...(pointId !== undefined && { pointId }),
    ...(batch !== undefined && { importId: batch }),
  };
}

/** Those that it changes, and of what was named those for which it counts. */
function purposesOf(entry: ToldEntry): readonly string[] {
  const { type, action, outcomes, won } = entry;
  const counting = outcomes.filter(({ applied }) => applied).map(({ purpose }) => purpose);
  if (type === 'user.opted_in') return sorted(action === 'granted' ? [...counting, ...won] : won);
  if (type === 'user.opted_out') return sorted([...(isNo(action) ? counting : []), ...endedBy(entry)]);
  return sorted(counting);
}

/** What a no by a merge says besides. */
const byMerge = ({ detail: { mergedUserId, platformStopped } }: ToldEntry): ByMerge => ({
  ...(platformStopped === true && { platformStopped }),
  ...(mergedUserId !== undefined && { mergedUserId }),
});

const braked = ({ detail }: ToldEntry): Pick<EventData['user.opted_in'], 'braked'> =>
  detail.braked === undefined ? {} : { braked: detail.braked };

const sorted = (purposes: readonly string[]): readonly string[] => [...new Set(purposes)].sort();

const endedBy = ({ lost, detail }: ToldEntry): readonly string[] => sorted([...lost, ...(detail.ended ?? [])]);

const isNo = (action: string | undefined): boolean =>
  action === 'revoked' || action === 'refused' || action === 'erased';

function causeOf({ action, change }: ToldEntry): EventData['user.opted_out']['cause'] {
  switch (action) {
    case 'refused':
    case 'annulled':
    case 'erased':
      return action;
    case undefined:
      return change === 'merged' || change === 'absorbed' ? 'merged' : 'earlier-holder';
    default:
      return 'revoked';
  }
}

/** A no of everything that a later yes overrules in part is one of the purposes that are left. */
function scopeOf({ action, purposes, outcomes }: ToldEntry): EventData['user.opted_out']['scope'] {
  const isWhole = outcomes.every(({ applied }) => applied);
  return isNo(action) && isWhole && (purposes === 'all' || purposes === 'marketing') ? purposes : 'purposes';
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('An entry lacks a part of what is told of it.');
  return value;
}
