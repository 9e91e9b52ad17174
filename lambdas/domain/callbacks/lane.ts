import { type EventType, isClosing, isYes } from '../events/event-types.ts';
import type { Milliseconds } from '../time.ts';
import type { DeliveryState } from './delivery.ts';

/** A delivery as its lane sees it. */
export interface LaneRow {
  /** Its place in the lane. */
  readonly order: number;
  readonly eventId: string;
  readonly type: EventType;
  readonly state: DeliveryState;
  /** How often it was tried since ever. */
  readonly attempts: number;
  /** The same since it was owed, or owed again. */
  readonly round: number;
  readonly dueAt?: Milliseconds | undefined;
  /** Of `sending`: until then the run that has it in hand may be alive. */
  readonly claimedUntil?: Milliseconds | undefined;
  /** A no that the endpoint is not told of, because it does not take that type: it is sent to nobody, and no older yes goes out behind it. */
  readonly isMark?: true | undefined;
}

/** What is to be done with a lane now. */
export type LaneStep<Row extends LaneRow> =
  /** Nothing is owed. */
  | { readonly kind: 'settled'; readonly supersede: readonly Superseded<Row>[] }
  /** Somebody has it in hand. */
  | { readonly kind: 'busy'; readonly until: Milliseconds; readonly supersede: readonly [] }
  | {
      readonly kind: 'wait';
      readonly until: Milliseconds;
      /** A no is among what waits. */
      readonly isNo: boolean;
      readonly supersede: readonly Superseded<Row>[];
    }
  | { readonly kind: 'send'; readonly row: Row; readonly supersede: readonly Superseded<Row>[] };

export interface Superseded<Row extends LaneRow> {
  readonly row: Row;
  /** The no for which it is dropped. */
  readonly by: Row;
}

const unsettled: readonly DeliveryState[] = ['owed', 'sending', 'waiting'];

/**
 * What a lane needs next. In it events go out in their order, one at a time, each only when the one before it is settled; but a no waits
 * behind nothing that failed. What is older than the no, failed and is no no itself is dropped then (`superseded`), and so is what waited
 * behind that. Nothing that says yes goes out once a later no was tried, whatever came of it: the first answer may only have been lost.
 * A no is never dropped for another: it may have said more. Nor is what was replayed treated otherwise. A mark counts as a no that was
 * told, for what says yes alone: nothing waits for it, so whatever else failed is tried again all the same.
 *
 * @param rows all that is known of the lane, settled ones too, in their order
 */
export function laneStep<Row extends LaneRow>(rows: readonly Row[], now: Milliseconds): LaneStep<Row> {
  const open = rows.filter(({ state }) => unsettled.includes(state));
  const inHand = open.find(({ state, claimedUntil = 0 }) => state === 'sending' && claimedUntil > now);
  if (inHand !== undefined) return { kind: 'busy', until: inHand.claimedUntil ?? now, supersede: [] };

  const closing = rows.filter(({ type }) => isClosing(type));
  const supersede: Superseded<Row>[] = [];
  const drop = (row: Row, by: Row | undefined) => by !== undefined && supersede.push({ row, by });
  for (const row of open.filter(({ type }) => !isClosing(type))) {
    const later = closing.filter(({ order }) => order > row.order);
    if (!isYes(row.type)) drop(row, row.round > 0 ? later.find(({ isMark }) => isMark !== true) : undefined);
    else if (row.round > 0) drop(row, later[0]);
    else
      drop(
        row,
        later.find(({ state, attempts }) => attempts > 0 || state !== 'owed'),
      );
  }
  const left = open.filter((row) => !supersede.some((each) => each.row === row));
  const [head] = left;
  if (head === undefined) return { kind: 'settled', supersede };

  const noes = left.filter(({ type }) => isClosing(type));
  const next = isReady(head, now) ? head : noes.find((row) => isReady(row, now));
  if (next === undefined) {
    return { kind: 'wait', until: Math.min(...[head, ...noes].map(readyAt)), isNo: noes.length > 0, supersede };
  }
  for (const row of left) if (row.order < next.order && !isClosing(row.type)) drop(row, next);
  return { kind: 'send', row: next, supersede };
}

const isReady = (row: LaneRow, now: Milliseconds): boolean => readyAt(row) <= now;

/** What was never tried is ready at once; what somebody had in hand who is gone, from then on. */
function readyAt({ round, state, dueAt, claimedUntil }: LaneRow): Milliseconds {
  if (state === 'sending') return claimedUntil ?? 0;
  return round === 0 ? 0 : (dueAt ?? 0);
}
