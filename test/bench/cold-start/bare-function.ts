import { type AttributeValue, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { environment } from '../../../lambdas/contract/environment.ts';
import { requireEnv } from '../../../lambdas/edge/runtime/require-env.ts';

const client = new DynamoDBClient();

/** The least that a function on the table can be: a client and one request. */
export async function handler(Key: Record<string, AttributeValue>): Promise<{ statusCode: number }> {
  const TableName = requireEnv(environment.tableName);
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return { statusCode: Item === undefined ? 404 : 200 };
}
