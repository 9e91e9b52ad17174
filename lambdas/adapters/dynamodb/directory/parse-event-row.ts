import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { OutboundEvent } from '../../../domain/events/event.ts';
import type { ToldEntry } from '../../../domain/events/event-of-entry.ts';
import { isEventType } from '../../../domain/events/event-types.ts';
import { refOf } from '../../../domain/ledger/ledger-entry.ts';
import type { RowContent } from '../../../use-cases/events/ports.ts';
import type { LedgerItem } from '../entries/ledger-item.ts';
import { eventId } from '../events/event-row.ts';
import { userIdOf } from '../places/user-id.ts';
import { itemAs } from '../table/item.ts';
import { parsePersonKey } from '../table/keys.ts';

/** What lies in a row of events. */
export interface EventRowItem {
  readonly type?: string;
  readonly rec: number;
  /** A ledger entry or a window, as far as it is told, as the stream wrote it. */
  readonly entry?: string;
  /** An event whose envelope is made already. */
  readonly whole?: string;
  /** Names of the places where who wrote a message may be known. */
  readonly places?: readonly string[];
}

type Told = Pick<LedgerItem, 'pk' | 'sk' | 'n' | 'kind' | 'at' | 'rec' | 'src'> &
  Partial<LedgerItem> & { readonly h: string; readonly batch?: string };

/**
 * What a row tells of. @throws Error when it cannot be read: it must not pass as one that tells nothing
 */
export function parseEventRow({ entry, whole, places = [], rec }: EventRowItem): RowContent {
  if (whole !== undefined) return { of: 'whole', event: wholeEvent(whole), places };
  const item = unmarshall(JSON.parse(entry ?? '') as Parameters<typeof unmarshall>[0]);
  const key = { pk: String(item.pk), sk: String(item.sk) };
  const person = parsePersonKey(key);
  if (person?.kind === 'window') {
    const { last } = itemAs<{ last: number }>(item, { last: 'number' });
    const { appId, place } = person;
    const id = eventId(`${appId}|window.opened|${place}|${last}`);
    return { of: 'window', opened: { id, appId, place, openedAt: last, recordedAt: rec } };
  }
  if (person?.kind !== 'ledger') throw new Error('An event tells of an entry or a window.');
  return { of: 'entry', entry: entryOf(item, person) };
}

function entryOf(item: object, { appId, u }: { readonly appId: string; readonly u: string }): ToldEntry {
  const told = itemAs<Told>(item, {
    n: 'number',
    kind: 'string',
    at: 'number',
    rec: 'number',
    src: 'string',
    h: 'string',
  });
  const { event: type, change, action, ed: detail = {} } = told;
  if (!isEventType(type)) throw new Error('An entry is told as something that is not known.');
  const { into } = detail;
  const [subject, sequence] = into === undefined ? ([u, told.n] as const) : placeOf(into.ref);
  return {
    type,
    // Of the entry itself: the same whoever reads it, and however often.
    id: eventId(`${appId}|${subject}|${sequence}`),
    appId,
    userId: into?.userId ?? userIdOf(told.h, u),
    ref: refOf(subject, sequence),
    sequence,
    saidAt: told.at,
    recordedAt: into?.recordedAt ?? told.rec,
    source: told.src,
    action,
    purposes: told.purposes,
    level: told.level,
    outcomes: told.applied ?? [],
    won: told.won ?? [],
    lost: told.lost ?? [],
    reason: told.reason,
    change,
    by: told.by,
    copyOf: told.co?.ref,
    notice: told.notice,
    pointId: told.point,
    batch: told.batch,
    detail,
  };
}

/** @throws Error when it is no `<subject>.<sequence>` */
function placeOf(ref: string): readonly [subject: string, sequence: number] {
  const [, subject, digits] = /^([\w-]+)\.([1-9]\d*)$/.exec(ref) ?? [];
  if (subject === undefined) throw new Error('This is no place in a ledger.');
  return [subject, Number(digits)];
}

function wholeEvent(text: string): OutboundEvent {
  const event: unknown = JSON.parse(text);
  const { id, type, data } = (event ?? {}) as Partial<OutboundEvent>;
  if (typeof id !== 'string' || !isEventType(type) || typeof data !== 'object' || data === null)
    throw new Error('This is no event.');
  return event as OutboundEvent;
}
