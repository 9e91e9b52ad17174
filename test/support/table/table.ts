import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { createTable, databaseClient } from '../../../dev/storage/database.ts';

/** A fresh table on the real emulator, for one test file. */
export async function freshTable(): Promise<{ client: DynamoDBClient; endpoint: string; tableName: string }> {
  const endpoint = inject('databaseEndpoint');
  const tableName = `test-${randomUUID()}`;
  await createTable(endpoint, tableName);
  return { client: databaseClient(endpoint), endpoint, tableName };
}
