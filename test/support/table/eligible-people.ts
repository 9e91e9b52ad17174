import { BatchWriteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { userIdOf } from '../../../lambdas/adapters/dynamodb/places/user-id.ts';
import { toEligibleRowItem, type WithdrawalItem } from '../../../lambdas/adapters/dynamodb/rows/eligible-row-item.ts';
import type { DocumentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { withdrawalKey } from '../../../lambdas/adapters/dynamodb/table/keys.ts';
import type { EligibleRow } from '../../../lambdas/domain/eligibility/eligible-row.ts';

/** The home of every test person: 22 characters, as a keyed hash has. */
export const testHome = (index: number): string => `home${String(index).padStart(18, '0')}`;
/** 11 characters, as a random subject id has. */
export const testSubject = (index: number): string => `u${String(index).padStart(10, '0')}`;
export const testUserId = (index: number): string => userIdOf(testHome(index), testSubject(index));

/** A person of realistic size who opted in on paper on 2026-10-01. */
export function eligiblePerson(index: number, more: Partial<EligibleRow> = {}): EligibleRow {
  const subjectId = testSubject(index);
  return {
    subjectId,
    userId: testUserId(index),
    phone: `5255${String(index).padStart(8, '0')}`,
    grant: { at: Date.UTC(2026, 9, 1) / 1000, level: 2, ref: `${subjectId}.1`, source: 'paper', notice: 'spring@3' },
    ...more,
  };
}

/** Writes eligible rows as a statement's transaction would. */
export async function writeEligible(
  table: DocumentTable,
  appId: string,
  purposeId: string,
  people: readonly EligibleRow[],
) {
  const items = people.map((person) => toEligibleRowItem(appId, purposeId, person.userId.slice(4, -11), person));
  await writeAll(table.documents, table.tableName, items);
}

export async function writeAll(documents: DynamoDBDocumentClient, tableName: string, items: readonly object[]) {
  for (let start = 0; start < items.length; start += 25) {
    const batch = items.slice(start, start + 25);
    await documents.send(
      new BatchWriteCommand({ RequestItems: { [tableName]: batch.map((Item) => ({ PutRequest: { Item } })) } }),
    );
  }
}

/** Notes that a person lost purposes at a time, as the transaction of the opt-out would. */
export async function withdraw(
  table: DocumentTable,
  appId: string,
  index: number,
  at: number,
  purposes: readonly string[],
  why: WithdrawalItem['why'] = 'opt-out',
) {
  const u = testSubject(index);
  const item: WithdrawalItem = {
    ...withdrawalKey(appId, at, u, 2),
    u,
    h: testHome(index),
    at,
    purposes,
    why,
    ttl: Math.floor(at / 1000) + 7 * 24 * 60 * 60,
  };
  await table.documents.send(new PutCommand({ TableName: table.tableName, Item: item }));
}
