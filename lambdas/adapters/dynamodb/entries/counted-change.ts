import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { countedAttribute, countedItems, orderAttribute } from '../../../contract/table.ts';
import { countedAs, windowCountedAs } from '../../../domain/identity/census.ts';
import type { CountedChange } from '../../../use-cases/collection/ports.ts';
import type { Parcel } from '../../../use-cases/relay/ports.ts';
import { parsePlaceItem, parseWindowItem } from '../places/parse-item.ts';
import { fromPlaceItem } from '../places/place-item.ts';
import { windowTimes } from '../places/window-item.ts';
import { parsePersonKey } from '../table/keys.ts';
import type { Image } from './parcel.ts';

type Of = CountedChange['of'];

/**
 * What the counter is told of a state or window that changed, or undefined where it counts as before. It is told what is so now, not
 * what became different: so it does not matter how often it is told, in which order, or what it was not told before.
 *
 * @throws Error when the item cannot be read
 */
export function countedParcel({ dynamodb, userIdentity }: DynamoDBRecord): Parcel | undefined {
  const { Keys, NewImage: after, OldImage: before, SequenceNumber = '' } = dynamodb ?? {};
  const [pk = '', sk = ''] = [Keys?.pk?.S, Keys?.sk?.S];
  // A window that the TTL takes ended long ago.
  if (!isCounted(sk) || parsePersonKey({ pk, sk }) === undefined || userIdentity?.type === 'Service') return undefined;
  const counted = namesOf(sk, after as Image | undefined);
  if (isSame(counted, sk, before as Image | undefined)) return undefined;
  const body = {
    pk: { S: pk },
    sk: { S: sk },
    [countedAttribute]: { L: counted.map((name) => ({ S: name })) },
    [orderAttribute]: {
      S: sk === 'S' ? orderOfState(Number(after?.v?.N ?? Number(before?.v?.N) + 1)) : inOrder(SequenceNumber),
    },
  };
  return { group: pk, key: sk, body: JSON.stringify(body) };
}

/** Enough to find an item that cannot be read. */
export function keyParcel({ dynamodb }: DynamoDBRecord): Parcel {
  const [group = '', key = ''] = [dynamodb?.Keys?.pk?.S, dynamodb?.Keys?.sk?.S];
  return { group, key, body: JSON.stringify({ group, key }) };
}

/** The version of a state, as it is compared with that of another change of it. */
export const orderOfState = (version: number): string => inOrder(String(version));

/** Numbers of the stream have at most forty digits (DynamoDB Streams, StreamRecord). */
const inOrder = (number: string): string => number.padStart(40, '0');

/** What a place counts as: only a home is somebody. */
function namesOf(of: Of, image: Image | undefined): readonly string[] {
  if (image === undefined) return [];
  const item = unmarshall(image as Parameters<typeof unmarshall>[0]);
  if (of === 'W') return windowCountedAs(windowTimes(parseWindowItem(item)));
  const place = fromPlaceItem(parsePlaceItem(item));
  return place.kind === 'home' ? countedAs(place.subject) : [];
}

/** What cannot be read of before is told anew. */
function isSame(counted: readonly string[], of: Of, before: Image | undefined): boolean {
  try {
    return namesOf(of, before).join() === counted.join();
  } catch {
    return false;
  }
}

/** @throws Error when it is of a changed state or window and cannot be read */
export function parseCountedChange(image: Image): CountedChange | undefined {
  const { [countedAttribute]: counted, [orderAttribute]: order, pk, sk } = image;
  if (counted === undefined) return undefined;
  const key = parsePersonKey({ pk: pk?.S ?? '', sk: sk?.S ?? '' });
  const names = counted.L?.map(({ S: name }) => name);
  const isRead = names?.every((name) => name !== undefined) === true && order?.S !== undefined;
  if (!isRead || (key?.kind !== 'place' && key?.kind !== 'window'))
    throw new Error('This is no change that is counted.');
  const { appId, place, kind } = key;
  return { appId, place, of: kind === 'place' ? 'S' : 'W', order: order.S, counted: names as readonly string[] };
}

const isCounted = (sk: string): sk is Of => countedItems.some((each) => each === sk);
