import type { AttributeValue, DynamoDBRecord, SQSRecord } from 'aws-lambda';
import type { Consumer } from '../../../contract/consumers.ts';
import type { Parcel } from '../../../use-cases/relay/ports.ts';

/** A ledger entry as the stream writes it, whole or in part. */
export type Image = Readonly<Record<string, AttributeValue>>;

/** What a consumer is told of a new ledger entry, or undefined when the record is none or does not concern it. */
export function parcelFor(consumer: Consumer, { eventName, dynamodb }: DynamoDBRecord): Parcel | undefined {
  const { NewImage: image, SequenceNumber: place = '' } = dynamodb ?? {};
  if (eventName !== 'INSERT' || image?.[consumer.attribute] === undefined) return undefined;
  return { group: image.pk?.S ?? place, key: image.sk?.S ?? place, body: asciiJson(excerpt(consumer, image)) };
}

function excerpt({ told, toldOfBody }: Consumer, image: Image): Image {
  const body = image.body?.M;
  return {
    ...picked(image, told),
    ...(body !== undefined && toldOfBody.length > 0 && { body: { M: picked(body, toldOfBody) } }),
  };
}

function picked(image: Image, names: readonly string[]): { [name: string]: AttributeValue } {
  return Object.fromEntries(Object.entries(image).filter(([name]) => names.includes(name)));
}

/** SQS refuses characters that XML does not have (U+FFFF, halves of others), and people write them. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A parcel as its function gets it. */
export interface Delivery {
  /** Names it in the answer of the function. */
  readonly id: string;
  readonly group: string;
  /** The entry, as far as it was told. @throws Error when it cannot be read */
  image(): Image;
}

/**
 * What a function was handed: by its queue, or by the table's stream itself. Before there was a relay the stream called these functions,
 * and while such a stage is upgraded, or an upgrade is taken back, it still does (decision 0036).
 */
export function deliveriesOf(records: readonly (SQSRecord | DynamoDBRecord)[]): readonly Delivery[] {
  return records.flatMap((record) => ('body' in record ? [fromQueue(record)] : fromStream(record)));
}

function fromQueue({ messageId, attributes, body }: SQSRecord): Delivery {
  const image = (): Image => {
    const told: unknown = JSON.parse(body);
    if (told === null || typeof told !== 'object') throw new Error('This is no ledger entry.');
    return told as Image;
  };
  return { id: messageId, group: attributes.MessageGroupId ?? messageId, image };
}

function fromStream({ eventName, dynamodb }: DynamoDBRecord): Delivery[] {
  const { NewImage: image, SequenceNumber: id = '' } = dynamodb ?? {};
  return eventName === 'INSERT' && image !== undefined ? [{ id, group: image.pk?.S ?? id, image: () => image }] : [];
}
