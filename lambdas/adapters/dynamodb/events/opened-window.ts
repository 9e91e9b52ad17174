import type { DynamoDBRecord } from 'aws-lambda';
import { eventAttribute } from '../../../contract/table.ts';
import { isOpened } from '../../../domain/events/event-of-window.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Parcel } from '../../../use-cases/relay/ports.ts';
import { parsePersonKey } from '../table/keys.ts';

/**
 * What is told of a window that opened, by the change of its item: nothing was written for it, so no message costs more. Undefined when
 * the record is none, or the window was open already or is over again. Its item may have been deleted in between: that means nothing.
 */
export function openedWindowParcel({ eventName, dynamodb }: DynamoDBRecord, now: Milliseconds): Parcel | undefined {
  const { Keys, NewImage, OldImage } = dynamodb ?? {};
  const key = { pk: Keys?.pk?.S ?? '', sk: Keys?.sk?.S ?? '' };
  if (eventName === 'REMOVE' || parsePersonKey(key)?.kind !== 'window') return undefined;
  const [last, before] = [timeIn(NewImage), timeIn(OldImage)];
  if (last === undefined || !isOpened(before, last, now)) return undefined;
  const told = {
    pk: { S: key.pk },
    sk: { S: key.sk },
    [eventAttribute]: { S: 'window.opened' },
    last: { N: String(last) },
    rec: { N: String(now) },
  };
  return { group: key.pk, key: `${key.sk}${last}`, body: JSON.stringify(told) };
}

function timeIn(image: { readonly [name: string]: { readonly N?: string } } | undefined): number | undefined {
  const time = Number(image?.last?.N);
  return Number.isSafeInteger(time) ? time : undefined;
}
