import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { table } from '../../../contract/table.ts';
import { joinWindows, type WindowTimes } from '../../../domain/window/customer-service-window.ts';
import type { EligibleRows, Leaver, PlacedRow } from '../../../use-cases/exports/ports.ts';
import { type WindowItem, windowTimes } from '../places/window-item.ts';
import { type Attributes, toAttributes } from '../table/attributes.ts';
import { batchGet } from '../table/batch-get.ts';
import type { DocumentTable } from '../table/document-table.ts';
import {
  eligiblePartition,
  type Key,
  personOrder,
  usersPartition,
  withdrawalPartition,
  withdrawalSort,
} from '../table/keys.ts';
import { oneAhead } from '../table/one-ahead.ts';
import { queryPages } from '../table/query.ts';
import {
  type EligibleRowItem,
  fromEligibleRowItem,
  readOfRow,
  readRowItem,
  type WithdrawalItem,
} from './eligible-row-item.ts';

/** People in a page; they are also compressed together, so a withdrawal makes the close open this many rows. */
export const pageSize = 1000;

/** Reads the eligible rows and the withdrawals of exports. */
export function eligibleRows(source: DocumentTable): EligibleRows {
  return {
    pages(appId, purposeId, shard, { windows: wanted }) {
      const windowsOf = wanted ? windowsOfPages(source, appId, shard) : noWindows;
      const partition = eligiblePartition(appId, purposeId, shard);
      async function* read() {
        const stretch = { partition, only: readOfRow };
        for await (const items of queryPages(source, { ...stretch, consistent: false }, pageSize, readRowItem)) {
          if (items.length === 0) continue;
          const windows = await windowsOf(items);
          yield items.map((item) => placed(item, windows));
        }
      }
      return oneAhead(read());
    },

    async withdrawnSince(appId, purposeId, shard, since) {
      const withdrawals = { partition: withdrawalPartition(appId, shard), from: withdrawalSort(since) };
      const leavers = new Map<string, Leaver>();
      for await (const items of queryPages(source, withdrawals)) {
        for (const { u, purposes } of items as readonly WithdrawalItem[]) {
          if (purposes.includes(purposeId)) leavers.set(u, { position: personOrder(u), subjectId: u });
        }
      }
      return [...leavers.values()].sort((a, b) => (a.position < b.position ? -1 : 1));
    },
  };
}

function placed(item: ReturnType<typeof readRowItem>, windows: ReadonlyMap<string, WindowTimes>): PlacedRow {
  const row = fromEligibleRowItem(item);
  return { position: item.sk, row, window: windows.get(row.subjectId) ?? {} };
}

/** Where nobody wants windows none is read. */
const noWindows = async (): Promise<ReadonlyMap<string, WindowTimes>> => new Map();

/** A window of the users index: whose it is in the order of people, and where it lies. */
interface KeptWindow {
  readonly position: string;
  readonly key: Key;
}

/** The kept windows of a shard, in the order of people. Only keys; 0.5 RRU where there are none. */
async function* keptWindows(source: DocumentTable, appId: string, shard: number): AsyncGenerator<KeptWindow, void> {
  const { name, partitionKey, sortKey } = table.usersIndex;
  const prefix = 'W#';
  let after: Attributes | undefined;
  do {
    const { Items = [], LastEvaluatedKey }: QueryCommandOutput = await source.documents.send(
      new QueryCommand({
        TableName: source.tableName,
        IndexName: name,
        KeyConditionExpression: '#upk = :upk AND begins_with(#usk, :prefix)',
        ExpressionAttributeNames: { '#upk': partitionKey, '#usk': sortKey },
        ExpressionAttributeValues: toAttributes({ ':upk': usersPartition(appId, shard), ':prefix': prefix }),
        ExclusiveStartKey: after,
      }),
    );
    for (const { pk, sk, usk } of Items) {
      yield { position: usk?.S?.slice(prefix.length) ?? '', key: { pk: pk?.S ?? '', sk: sk?.S ?? '' } };
    }
    after = LastEvaluatedKey;
  } while (after !== undefined);
}

/** The windows of a page of people: index and rows come in the same order, so each page takes the next stretch of the index. */
function windowsOfPages(source: DocumentTable, appId: string, shard: number) {
  const kept = keptWindows(source, appId, shard);
  let ahead: IteratorResult<KeptWindow, void> | undefined;
  return async (people: readonly Pick<EligibleRowItem, 'sk'>[]): Promise<ReadonlyMap<string, WindowTimes>> => {
    const positions = new Set(people.map((item) => item.sk));
    const last = people.at(-1)?.sk ?? '';
    const keys: Key[] = [];
    ahead ??= await kept.next();
    while (!ahead.done && ahead.value.position <= last) {
      if (positions.has(ahead.value.position)) keys.push(ahead.value.key);
      ahead = await kept.next();
    }
    const windows = new Map<string, WindowTimes>();
    for (const item of (await batchGet(source, keys, { consistent: false })) as WindowItem[]) {
      // The index lags: the item itself says whose window it is by now.
      if (item.u !== undefined) windows.set(item.u, joinWindows(windows.get(item.u) ?? {}, windowTimes(item)));
    }
    return windows;
  };
}
