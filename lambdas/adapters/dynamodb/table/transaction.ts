import { setTimeout as wait } from 'node:timers/promises';
import { type AttributeValue, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { TryAgainError } from '../../../domain/errors.ts';
import { fromAttributes, toAttributes } from './attributes.ts';
import type { DocumentTable } from './document-table.ts';
import type { Key } from './keys.ts';
import { refusalByReasons } from './store-refusal.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Somebody else wrote between the read and the write: load and decide again. */
export class StaleReadError extends Error {}

/** The ledger already holds this act: the first answer is to be given again. */
export class AlreadyRecordedError extends Error {
  readonly key: Key;
  /** The entry that is there, where the database returned it. */
  readonly item: Key | undefined;
  constructor(key: Key, item: Key | undefined) {
    super('already recorded');
    this.key = key;
    this.item = item;
  }
}

interface CancellationReason {
  readonly Code?: string;
  readonly Item?: Record<string, AttributeValue>;
}

export const attempts = 12;

/** Full jitter, from 5 ms to at most 640 ms. */
function pause(attempt: number): Promise<void> {
  return wait(Math.random() * 5 * 2 ** Math.min(attempt, 7));
}

/**
 * Runs load-decide-store until nobody interferes. Conflicts, stale reads and throttles are tried again with growing pauses; after
 * twelve attempts the caller is told to try again later (nothing is stored then).
 */
export async function untilSettled<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 0; tried < attempts; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await pause(tried);
    }
  }
  throw new TryAgainError('This person is being changed by many calls at once. Nothing was stored by this one.');
}

const passing = new Set([
  'TransactionConflictException',
  'TransactionInProgressException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

function isPassing(error: unknown): boolean {
  return error instanceof StaleReadError || (error instanceof Error && passing.has(error.name));
}

/** DynamoDB takes this many items in one transaction (quotas of TransactWriteItems). */
export const mostItems = 100;

/**
 * Writes everything or nothing. Ledger puts are looked at first when a condition fails: an act that is there already is a replay,
 * whatever else has changed meanwhile.
 */
export async function transact(
  table: DocumentTable,
  writes: readonly TransactItem[],
  ledgerKeys: readonly Key[] = [],
): Promise<void> {
  if (writes.length > mostItems)
    throw new Error(`A transaction takes ${mostItems} items, this one has ${writes.length}: nothing was written.`);
  try {
    await table.documents.send(new TransactWriteItemsCommand({ TransactItems: writes.map(asSent) }));
  } catch (error) {
    const reasons = cancellationReasons(error);
    if (reasons === undefined) throw error;
    const recorded = writes.findIndex(
      (write, index) =>
        reasons[index]?.Code === 'ConditionalCheckFailed' && ledgerKeys.some((key) => isSame(key, keyOf(write))),
    );
    const [write, item] = [writes[recorded], reasons[recorded]?.Item];
    if (write !== undefined)
      throw new AlreadyRecordedError(keyOf(write), item && (fromAttributes(item) as Key & Record<string, unknown>));
    const refused = refusalByReasons(error, reasons);
    if (refused !== undefined) throw refused;
    const others = reasons.map((reason) => reason.Code).filter((code) => code !== undefined && code !== 'None');
    if (others.every((code) => code === 'ConditionalCheckFailed' || passingReasons.has(code ?? '')))
      throw new StaleReadError('the person changed between read and write');
    throw error;
  }
}

/** A write of a transaction in attribute values: each part that holds values, and the rest as it is. */
function asSent({ Put, Update, Delete, ConditionCheck }: TransactItem): TransactWriteItem {
  if (Put !== undefined) return { Put: { ...withValues(Put), Item: toAttributes(Put.Item ?? {}) } };
  if (Update !== undefined) return { Update: { ...withValues(Update), Key: toAttributes(Update.Key ?? {}) } };
  if (Delete !== undefined) return { Delete: { ...withValues(Delete), Key: toAttributes(Delete.Key ?? {}) } };
  return ConditionCheck === undefined
    ? {}
    : { ConditionCheck: { ...withValues(ConditionCheck), Key: toAttributes(ConditionCheck.Key ?? {}) } };
}

function withValues<Write extends { readonly ExpressionAttributeValues?: object | undefined }>(write: Write) {
  const { ExpressionAttributeValues: values, ...rest } = write;
  return values === undefined ? rest : { ...rest, ExpressionAttributeValues: toAttributes(values) };
}

/** Reasons of a cancelled transaction that pass: the same writes may be taken another time. */
export const passingReasons: ReadonlySet<string> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/** Why a transaction was cancelled, item by item; undefined = it was not cancelled, but failed otherwise. */
export function cancellationReasons(error: unknown): readonly CancellationReason[] | undefined {
  if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') return undefined;
  return (error as { CancellationReasons?: CancellationReason[] }).CancellationReasons ?? [];
}

function isSame(a: Key, b: Key): boolean {
  return a.pk === b.pk && a.sk === b.sk;
}

function keyOf(item: TransactItem): Key {
  const written = item.Put?.Item ?? item.Update?.Key ?? item.Delete?.Key ?? item.ConditionCheck?.Key;
  return { pk: String(written?.pk), sk: String(written?.sk) };
}

export function put(table: DocumentTable, item: object): TransactItem {
  return { Put: { TableName: table.tableName, Item: { ...item } } };
}

export function putNew(table: DocumentTable, item: object): TransactItem {
  return { Put: { TableName: table.tableName, Item: { ...item }, ...ifNew } };
}

export function remove(table: DocumentTable, key: Key): TransactItem {
  return { Delete: { TableName: table.tableName, Key: { ...key } } };
}

/** Only if a place is still as it was read. */
export function mustBeUnchanged(table: DocumentTable, key: Key, version: number): TransactItem {
  return {
    ConditionCheck: {
      TableName: table.tableName,
      Key: { ...key },
      ConditionExpression: 'v = :v',
      ExpressionAttributeValues: { ':v': version },
    },
  };
}

export function mustNotExist(table: DocumentTable, key: Key): TransactItem {
  return { ConditionCheck: { TableName: table.tableName, Key: { ...key }, ...ifNew } };
}

/** The item that is there comes back with the refusal: the first answer without another request. */
const ifNew = {
  ConditionExpression: 'attribute_not_exists(pk)',
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
} as const;

export type { TransactItem };
