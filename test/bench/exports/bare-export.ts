/**
 * The least that a function can do to write a shard: reads its rows with the SDK's plain client, in pages as ours, makes a line of two
 * attributes of each, one gzip of all, and one object. Decides nothing, looks for no window, and holds the shard in memory.
 */
import { gzipSync } from 'node:zlib';
import { type AttributeValue, DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

interface Shard {
  /** The value of the partition key of its rows. */
  readonly partition: string;
  readonly shard: number;
}

const client = new DynamoDBClient();
const store = new S3Client();
const { TABLE_NAME: TableName, EXPORT_BUCKET: Bucket } = process.env;

export async function handler({ partition, shard }: Shard): Promise<{ readonly rows: number }> {
  const lines: string[] = [];
  let readUnits = 0;
  let from: Record<string, AttributeValue> | undefined;
  do {
    const { Items, ConsumedCapacity, LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: partition } },
        Limit: 1000,
        ReturnConsumedCapacity: 'TOTAL',
        ExclusiveStartKey: from,
      }),
    );
    for (const { p, t } of Items ?? []) lines.push(`${p?.S},${t?.N}\n`);
    readUnits += ConsumedCapacity?.CapacityUnits ?? 0;
    from = LastEvaluatedKey;
  } while (from !== undefined);
  await store.send(new PutObjectCommand({ Bucket, Key: `bare/${shard}.csv.gz`, Body: gzipSync(lines.join('')) }));
  console.log(JSON.stringify({ readUnits }));
  return { rows: lines.length };
}
