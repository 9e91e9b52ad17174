import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AttributeValue } from 'aws-lambda';
import { eventAttribute } from '../../../contract/table.ts';
import { StoreRefusedError } from '../../../domain/errors.ts';
import { ownLanePrefix } from '../../../domain/events/event.ts';
import { isClosing, isEventType } from '../../../domain/events/event-types.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Handover, Parcel, ParcelQueue } from '../../../use-cases/relay/ports.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { eventKey, type Key, parseEventKey, parsePersonKey } from '../table/keys.ts';
import { eventsKeptFor } from './event-row.ts';

interface OutboxDeps {
  readonly table: DocumentTable;
  /** They take tokens: where a row lies. */
  readonly queues: { readonly withdrawals: ParcelQueue; readonly events: ParcelQueue };
  readonly now: () => Milliseconds;
}

/** An entry as a row, and which queue is told where it lies. */
interface Outgoing {
  readonly key: Key;
  /** Absent where the row is there: an app event is one itself. */
  readonly row: object | undefined;
  readonly queue: 'withdrawals' | 'events';
}

/**
 * The queue of events: an entry becomes a row in the lane of its person, and then a token of where that lies goes into the queue. A row is
 * put once, however often its entry is told; a token may come twice. What was put and whose token was not taken comes again.
 */
export function eventOutbox({ table, queues, now }: OutboxDeps): ParcelQueue {
  async function put(parcel: Parcel): Promise<Outgoing | Handover> {
    const outgoing = outgoingOf(parcel, now());
    if ('error' in outgoing || outgoing.row === undefined) return outgoing;
    const Item = { ...outgoing.key, ...outgoing.row };
    const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
    try {
      await holds(table.documents.send(new PutCommand({ TableName: table.tableName, Item, ...condition })));
      return outgoing;
    } catch (error) {
      return { outcome: error instanceof StoreRefusedError ? 'refused' : 'failed', error };
    }
  }

  return {
    async send(parcels) {
      const outgoing = await Promise.all(parcels.map(put));
      const said: Handover[] = outgoing.map((each) => ('outcome' in each ? each : untold));
      const tell = async (name: Outgoing['queue']) => {
        const own = outgoing.flatMap((each, index) =>
          'key' in each && each.queue === name ? [{ index, token: tokenOf(each.key) }] : [],
        );
        const outcomes = await queues[name].send(own.map(({ token }) => token));
        for (const [place, { index }] of own.entries()) said[index] = outcomes[place] ?? untold;
      };
      await Promise.all([tell('withdrawals'), tell('events')]);
      return said;
    },
  };
}

const untold: Handover = { outcome: 'failed', error: new Error('The queue said nothing.') };

/**
 * Where a row lies. Its lane is a group, so that what is in order stays so; the same once more within five minutes is dropped. Its key
 * names the lane, too: dead letters look for the same in all groups at once.
 */
export function tokenOf({ pk, sk }: Key): Parcel {
  return { group: pk, key: `${pk}/${sk}`, body: JSON.stringify({ pk, sk }) };
}

/** `refused`: what it tells of can be no event, however often it is read. */
function outgoingOf({ body }: Parcel, now: Milliseconds): Outgoing | Extract<Handover, { readonly error: unknown }> {
  try {
    const image = JSON.parse(body) as { readonly [name: string]: AttributeValue };
    const [key, type] = [{ pk: image.pk?.S ?? '', sk: image.sk?.S ?? '' }, image[eventAttribute]?.S];
    if (!isEventType(type)) throw new Error('This is no event.');
    const queue = isClosing(type) ? 'withdrawals' : 'events';
    const own = laneOf(key, image);
    if (own === undefined) {
      parseEventKey(key);
      return { key, row: undefined, queue };
    }
    const row = { type, rec: Number(image.rec?.N ?? now), entry: body, ttl: Math.floor(now / 1000) + eventsKeptFor };
    return { key: own, row, queue };
  } catch (error) {
    return { outcome: 'refused', error };
  }
}

/** Where the row of an entry or of an opened window lies; undefined = it is a row itself. @throws Error when it has no place in its order */
function laneOf(key: Key, image: { readonly [name: string]: AttributeValue }): Key | undefined {
  const person = parsePersonKey(key);
  if (person?.kind === 'ledger') return eventKey(person.appId, person.u, placeIn(image.n));
  if (person?.kind === 'window') return eventKey(person.appId, windowLane(person.place, placeIn(image.last)), 1);
  return undefined;
}

/** Every opening of a window is a lane of its own. */
const windowLane = (place: string, openedAt: number): string => `${ownLanePrefix}w.${place}.${openedAt}`;

function placeIn(number: AttributeValue | undefined): number {
  const order = Number(number?.N);
  if (!Number.isSafeInteger(order) || order < 1) throw new Error('It has no place in its order.');
  return order;
}
