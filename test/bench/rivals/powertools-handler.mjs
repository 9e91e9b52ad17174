/** Meta's webhook as the toolkit for Lambda would have it: its router, its idempotency, and the SDK's document client. Copied beside what `install-rivals.ts` installs. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Router } from '@aws-lambda-powertools/event-handler/http';
import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const { BENCH_TABLE: TableName = '', BENCH_APP_SECRET: secret = '' } = process.env;
const documents = DynamoDBDocumentClient.from(new DynamoDBClient());
const persistenceStore = new DynamoDBPersistenceLayer({
  tableName: TableName,
  keyAttr: 'pk',
  sortKeyAttr: 'sk',
  staticPkValue: 'rival#seen',
});

const config = new IdempotencyConfig({ eventKeyJmesPath: 'id' });
const note = makeIdempotent(
  async ({ from, timestamp }) => {
    await documents.send(
      new UpdateCommand({
        TableName,
        Key: { pk: `rival#${from}`, sk: 'W' },
        UpdateExpression: 'SET #last = :at, #ttl = :ttl',
        ExpressionAttributeNames: { '#last': 'last', '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':at': Number(timestamp), ':ttl': Number(timestamp) + 86_400 },
      }),
    );
    return { noted: true };
  },
  { persistenceStore, config },
);

const router = new Router();
router.post('/webhooks/whatsapp', async ({ req }) => {
  const body = await req.text();
  const signature = Buffer.from((req.headers.get('x-hub-signature-256') ?? '').slice('sha256='.length), 'hex');
  const expected = createHmac('sha256', secret).update(body).digest();
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
    return new Response('{}', { status: 401 });
  for (const { changes } of JSON.parse(body).entry) {
    for (const { value } of changes) for (const message of value.messages ?? []) await note(message);
  }
  return {};
});

export const handler = (event, context) => {
  config.registerLambdaContext(context);
  return router.resolve(event, context);
};
