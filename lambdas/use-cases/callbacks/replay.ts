import type { CallbackEndpoint } from '../../domain/callbacks/endpoint.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import type { OutboundEvent } from '../../domain/events/event.ts';
import { type EventType, isClosing, isYes } from '../../domain/events/event-types.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Clock } from '../ledger/ports.ts';
import type {
  BodyOf,
  DeliveryQueue,
  DeliveryReader,
  DueLanes,
  LaneStore,
  OwedDelivery,
  ReplayRefusal,
  SentDelivery,
} from './ports.ts';
import { testLanePrefix } from './work-through.ts';

/** What came of asking for a replay. */
export interface Replayed {
  readonly replayed: number;
  readonly refused: readonly { readonly deliveryId: string; readonly code: ReplayRefusal }[];
}

export interface ReplayDeps {
  readonly reader: DeliveryReader;
  readonly lanes: LaneStore;
  readonly due: DueLanes;
  readonly queue: DeliveryQueue;
  readonly bodyOf: BodyOf;
  /** A made-up event of a type, whole. */
  readonly sampleOf: (type: EventType) => OutboundEvent;
  /** Random letters and digits. */
  readonly newName: () => string;
  readonly now: Clock;
}

/** Of a range, so many are looked at in one call. */
export const mostReplayed = 200;

/** When what is owed here is looked at at the latest: later than any call lives, or the look may come before there is something to be seen. */
const lookedAtAfter: Milliseconds = 60_000;

/** Lanes that are replayed side by side. */
const lanesAtOnce = 10;

/** Owes these again. */
export async function replayNamed(
  deps: ReplayDeps,
  endpoint: CallbackEndpoint,
  deliveryIds: readonly string[],
): Promise<Replayed> {
  const ids = [...new Set(deliveryIds)];
  const named = ids.map(async (deliveryId) => ({
    deliveryId,
    found: await deps.reader.find(endpoint.appId, endpoint.endpointId, deliveryId),
  }));
  const found = await Promise.all(named);
  const missing = found.filter((each) => each.found === undefined);
  const done = await replayLanes(
    deps,
    endpoint,
    found.flatMap((each) => each.found ?? []),
  );
  const notFound = missing.map(({ deliveryId }) => ({ deliveryId, code: 'not-found' as const }));
  return { ...done, refused: [...done.refused, ...notFound] };
}

/** Owes again what was owed in a time, so many at once, newest first; `next` is where it goes on. */
export async function replayRange(
  deps: ReplayDeps,
  endpoint: CallbackEndpoint,
  range: { readonly from: Milliseconds; readonly to: Milliseconds },
  after: string | undefined,
): Promise<Replayed & { readonly next: string | undefined }> {
  const { appId, endpointId } = endpoint;
  const { data, next } = await deps.reader.list(appId, endpointId, range, mostReplayed, after);
  return { ...(await replayLanes(deps, endpoint, data)), next };
}

interface Named {
  readonly deliveryId: string;
  readonly lane: string;
}

async function replayLanes(deps: ReplayDeps, endpoint: CallbackEndpoint, wanted: readonly Named[]): Promise<Replayed> {
  const lanes = [...Map.groupBy(wanted, ({ lane }) => lane)];
  const refused: { deliveryId: string; code: ReplayRefusal }[] = [];
  let replayed = 0;
  for (let from = 0; from < lanes.length; from += lanesAtOnce) {
    const some = lanes.slice(from, from + lanesAtOnce);
    const results = await Promise.all(some.map(([lane, named]) => replayLane(deps, endpoint, lane, named)));
    for (const [deliveryId, code] of results.flat()) {
      if (code === 'owed') replayed += 1;
      else refused.push({ deliveryId, code });
    }
  }
  return { replayed, refused };
}

type Outcome = readonly [deliveryId: string, ReplayRefusal | 'owed'];

/** One lane, oldest first. Whether a yes may be told again is looked at here, and once more when it is sent. */
async function replayLane(
  { lanes, due, queue, now }: ReplayDeps,
  endpoint: CallbackEndpoint,
  lane: string,
  named: readonly Named[],
): Promise<readonly Outcome[]> {
  const { appId, endpointId } = endpoint;
  const rows = await lanes.read(endpoint, lane);
  const ids = new Set(named.map(({ deliveryId }) => deliveryId));
  const wanted = rows.filter(({ deliveryId }) => ids.has(deliveryId));
  const gone = named.filter(({ deliveryId }) => !wanted.some((row) => row.deliveryId === deliveryId));
  const outcomes: Outcome[] = gone.map(({ deliveryId }) => [deliveryId, 'not-found']);
  const owing = wanted.filter((row) => refusalOf(row, rows) === undefined);
  const isNo = owing.some(({ type }) => isClosing(type)) ? { isNo: true as const } : {};
  let isNoted = false;
  for (const row of wanted) {
    const refusal = refusalOf(row, rows);
    if (refusal === undefined && !isNoted) {
      // Found by a look, whatever becomes of this call.
      await due.put(endpointId, { lane, dueAt: now() + lookedAtAfter, ...isNo });
      isNoted = true;
    }
    const isOwed = refusal === undefined && (await lanes.again(endpoint, row, now()));
    outcomes.push([row.deliveryId, isOwed ? 'owed' : (refusal ?? 'underway')]);
  }
  if (isNoted) await queue.send([{ appId, endpointId, lane, ...isNo }]);
  return outcomes;
}

function refusalOf(row: OwedDelivery, lane: readonly OwedDelivery[]): ReplayRefusal | undefined {
  if (row.body === undefined) return row.deathReason === 'too-large' ? 'too-large' : 'forgotten';
  if (row.state === 'owed' || row.state === 'sending') return 'underway';
  const isOver = isYes(row.type) && lane.some(({ order, type }) => order > row.order && isClosing(type));
  return isOver ? 'superseded' : undefined;
}

/**
 * Owes a made-up event, in a lane of its own.
 *
 * @throws InvalidInputError nothing would be sent
 */
export async function sendTest(deps: ReplayDeps, endpoint: CallbackEndpoint, type: EventType): Promise<SentDelivery> {
  const { lanes, due, queue, bodyOf, sampleOf, newName, now } = deps;
  const { appId, endpointId } = endpoint;
  const refuse = (code: string, detail: string) => new InvalidInputError([{ pointer: '/type', code, detail }]);
  if (endpoint.state === 'off') throw refuse('switched-off', 'This callback address is off. Switch it on first.');
  const name = newName();
  const sample = sampleOf(type);
  const data: OutboundEvent['data'] & { readonly test: true } = { ...sample.data, test: true };
  const event = { ...sample, id: `evt_test${name}`, timestamp: new Date(now()).toISOString(), appId, data };
  const body = bodyOf(endpoint.format, event);
  if (body === undefined)
    throw refuse('no-such-form', 'The format of this callback address has no word for this type.');
  const lane = `${testLanePrefix}${name}`;
  await due.put(endpointId, { lane, dueAt: now() + lookedAtAfter });
  const owed = await lanes.add(endpoint, lane, event, body, now());
  await queue.send([{ appId, endpointId, lane }]);
  return owed;
}
