import type { LaneEvent } from '../../domain/events/event.ts';
import { isClosing, isWithdrawal, isYes } from '../../domain/events/event-types.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { type EventFactsDeps, eventOf, factsFor } from './make-event.ts';
import type {
  Deliveries,
  Endpoint,
  Endpoints,
  EventBus,
  EventRow,
  EventRows,
  Lane,
  LaneToPublish,
  RowMark,
} from './ports.ts';
import { putInOrder } from './put-in-order.ts';

export interface PublishDeps extends EventFactsDeps {
  readonly rows: EventRows;
  readonly bus: EventBus;
  readonly endpoints: Endpoints;
  readonly deliveries: Deliveries;
  /** Takes an event that cannot be read, to be sent back once it can. */
  readonly aside: { set(lane: Lane, order: number): Promise<void> };
  readonly now: () => Milliseconds;
}

export interface Publication {
  /** Lanes of which something must come again. */
  readonly left: ReadonlySet<LaneToPublish>;
  /** How long after it was recorded each no was on the bus. */
  readonly publishedAfter: readonly Milliseconds[];
  /** What the bus will never take, and what could not be read: each is set aside, and nothing waits for it. */
  readonly refused: readonly unknown[];
  readonly unread: readonly unknown[];
  /** Events that say yes, could not be read for a time, and stand behind a later no by now: they are told to nobody. */
  readonly superseded: readonly OvertakenEvent[];
  readonly errors: readonly unknown[];
}

/** Where an event lies that is told to nobody. */
export interface OvertakenEvent {
  readonly type: string;
  readonly order: number;
}

/** A row with its event, if it has one: what is superseded or cannot be read has none. */
interface Made {
  readonly row: EventRow;
  readonly event: LaneEvent | undefined;
  readonly marks: RowMark[];
}

interface Work {
  readonly lane: LaneToPublish;
  readonly made: readonly Made[];
}

/**
 * Publishes lanes: everything of a lane that is not published, in its order, on the bus and to the endpoints of its app. A bus that fails
 * holds up no endpoint, and the other way round; what is done is marked, and the rest comes again. Lanes wait for no other.
 */
export async function publishLanes(deps: PublishDeps, lanes: readonly LaneToPublish[]): Promise<Publication> {
  const [unread, errors, refused, publishedAfter]: [unknown[], unknown[], unknown[], number[]] = [[], [], [], []];
  const superseded: OvertakenEvent[] = [];
  const left = new Set<LaneToPublish>();
  const fail = (lane: LaneToPublish) => (error: unknown) => {
    errors.push(error);
    left.add(lane);
    return undefined;
  };
  const read = await Promise.all(lanes.map((lane) => madeOf(deps, lane, unread, superseded).catch(fail(lane))));
  const work = lanes.flatMap((lane, index): Work[] => {
    const made = read[index];
    return made === undefined ? [] : [{ lane, made }];
  });

  async function ontoBus(): Promise<void> {
    const owing = work.map(({ made }) => made.filter(({ row, event }) => event !== undefined && !row.isOnBus));
    const done = await putInOrder(
      deps.bus,
      owing.map((own) => own.map(({ event }) => event?.event)),
    );
    for (const [index, own] of owing.entries()) {
      for (const [place, { row, marks }] of own.entries()) {
        const said = done[index]?.[place];
        if (said === undefined || said.outcome === 'failed') {
          if (said !== undefined) errors.push(said.error);
          break;
        }
        if (said.outcome === 'refused') refused.push(said.error);
        else if (isWithdrawal(row.type)) publishedAfter.push(Math.max(0, deps.now() - row.recordedAt));
        marks.push('onBus');
      }
    }
  }

  const toEndpoints = ({ lane, made }: Work) => owe(deps, lane, made).catch(fail(lane));

  await Promise.all([ontoBus(), ...work.map(toEndpoints)]);
  await Promise.all(work.map(({ lane, made }) => settle(deps, lane, made).catch(fail(lane))));
  for (const { lane, made } of work) if (!made.every(isSettled)) left.add(lane);
  return { left, publishedAfter, refused, unread, superseded, errors };
}

/** The rows of a lane that are to be published, each with its event. */
async function madeOf(
  deps: PublishDeps,
  lane: LaneToPublish,
  unread: unknown[],
  superseded: OvertakenEvent[],
): Promise<readonly Made[]> {
  const rows = await deps.rows.read(lane, lane.orders);
  const made: Made[] = [];
  for (const row of rows) {
    if ((row.isOnBus && row.isOwed) || (row.isAside && !lane.orders.includes(row.order))) continue;
    // What was set aside must bring no yes behind a later no. Whatever else it says is told, however late.
    if (row.isAside && isOvertaken(row, rows)) {
      superseded.push({ type: row.type, order: row.order });
      made.push({ row, event: undefined, marks: ['onBus', 'owed'] });
      continue;
    }
    const event = await madeOfRow(deps, lane, row, unread);
    if (event === undefined) await deps.aside.set(lane, row.order);
    made.push(event === undefined ? { row, event, marks: ['aside'] } : { row, event, marks: [] });
  }
  return made;
}

/** The event of a row, or undefined when it cannot be read; rejects when the table does not answer. */
async function madeOfRow(
  deps: EventFactsDeps,
  lane: Lane,
  row: EventRow,
  unread: unknown[],
): Promise<LaneEvent | undefined> {
  const reading = <Result>(read: () => Result): Result | undefined => {
    try {
      return read();
    } catch (error) {
      unread.push(error);
      return undefined;
    }
  };
  const content = reading(() => row.content());
  if (content === undefined) return undefined;
  const facts = await factsFor(deps, lane.appId, content);
  return reading(() => ({ order: row.order, event: eventOf(content, facts) }));
}

const isOvertaken = (row: EventRow, rows: readonly EventRow[]): boolean =>
  isYes(row.type) && rows.some((each) => each.order > row.order && each.isOnBus && isClosing(each.type));

/** Every endpoint gets what it wants of a lane, in order. One mark for a row: owing twice does no harm. */
async function owe({ endpoints, deliveries }: PublishDeps, lane: Lane, made: readonly Made[]): Promise<void> {
  const owing = made.flatMap(({ row, event, marks }) => (event === undefined || row.isOwed ? [] : [{ event, marks }]));
  const wanted = new Map<string, { readonly endpoint: Endpoint; readonly events: LaneEvent[] }>();
  for (const { event } of owing) {
    for (const endpoint of await endpoints.listening(lane.appId, event.event.type)) {
      const own = wanted.get(endpoint.endpointId) ?? { endpoint, events: [] };
      own.events.push(event);
      wanted.set(endpoint.endpointId, own);
    }
  }
  for (const { endpoint, events } of wanted.values()) await deliveries.owe(endpoint, lane.lane, events);
  for (const { marks } of owing) marks.push('owed');
}

/** Marks what was done, the oldest first: of a lane what is left stands at its end. */
async function settle({ rows }: PublishDeps, lane: Lane, made: readonly Made[]): Promise<void> {
  for (const { row, marks } of made) if (marks.length > 0) await rows.mark(lane, row, marks);
}

function isSettled({ row, marks }: Made): boolean {
  if (marks.includes('aside')) return true;
  return (row.isOnBus || marks.includes('onBus')) && (row.isOwed || marks.includes('owed'));
}
