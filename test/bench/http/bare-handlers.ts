/**
 * The least that a function on the table can do behind each of three routes: the SDK's plain client, the same requests to the table as
 * ours, nothing of the body checked but the signature of a webhook, no decision, no evidence, no line in the log.
 */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  type AttributeValue,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';

interface Event {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}
type Item = Readonly<Record<string, AttributeValue>>;

const client = new DynamoDBClient();
const TableName = process.env.BENCH_TABLE ?? '';
const secret = process.env.BENCH_APP_SECRET ?? '';
/** What ours wrote of one person: their state, and an entry of their ledger. */
const { state, entry } = JSON.parse(process.env.BENCH_ITEMS ?? '{}') as { readonly state: Item; readonly entry: Item };
const kind = process.env.BENCH_KIND;

const partition = (phone: string) => ({ S: `bare#${phone}` });
const phoneIn = ({ body }: Event): string =>
  (JSON.parse(body) as { readonly user: { readonly phone: string } }).user.phone;

async function check(event: Event): Promise<object> {
  const Key = { pk: partition(phoneIn(event)), sk: { S: 'S' } };
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return { statusCode: 200, body: JSON.stringify({ decision: Item === undefined ? 'deny' : 'allow' }) };
}

interface MetaBody {
  readonly entry: readonly {
    readonly changes: readonly {
      readonly value: { readonly messages?: readonly { readonly from: string; readonly timestamp: string }[] };
    }[];
  }[];
}

async function inbound({ headers, body }: Event): Promise<object> {
  const signature = Buffer.from((headers['x-hub-signature-256'] ?? '').slice('sha256='.length), 'hex');
  const expected = createHmac('sha256', secret).update(body).digest();
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return { statusCode: 401 };
  for (const { changes } of (JSON.parse(body) as MetaBody).entry) {
    for (const { value } of changes) {
      for (const { from, timestamp } of value.messages ?? []) {
        await client.send(
          new UpdateItemCommand({
            TableName,
            Key: { pk: partition(from), sk: { S: 'W' } },
            UpdateExpression: 'SET #last = :at, #ttl = :ttl',
            ExpressionAttributeNames: { '#last': 'last', '#ttl': 'ttl' },
            ExpressionAttributeValues: { ':at': { N: timestamp }, ':ttl': { N: String(Number(timestamp) + 86_400) } },
          }),
        );
      }
    }
  }
  return { statusCode: 200 };
}

async function optIn(event: Event): Promise<object> {
  const pk = partition(phoneIn(event));
  await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    }),
  );
  // In a partition of its own, as ours: the Query must not read what was written before.
  const written = { ...entry, pk: { S: `${pk.S}#L` }, sk: { S: randomUUID() } };
  await client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName, Item: { ...state, pk, sk: { S: 'S' } } } },
        { Put: { TableName, Item: written, ConditionExpression: 'attribute_not_exists(pk)' } },
      ],
    }),
  );
  return { statusCode: 201, body: JSON.stringify({ state: 'opted-in' }) };
}

export const handler = kind === 'check' ? check : kind === 'inbound' ? inbound : optIn;
