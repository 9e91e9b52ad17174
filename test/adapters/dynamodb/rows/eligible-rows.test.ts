import { beforeAll, expect, test } from 'vitest';
import { toWindowItem } from '../../../../lambdas/adapters/dynamodb/places/window-item.ts';
import { eligibleRows } from '../../../../lambdas/adapters/dynamodb/rows/eligible-rows.ts';
import type { Consumed, DocumentTable } from '../../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { personOrder, shardOf } from '../../../../lambdas/adapters/dynamodb/table/keys.ts';
import { testTable } from '../../../support/exports/export-steps.ts';
import {
  eligiblePerson,
  testHome,
  testSubject,
  withdraw,
  writeAll,
  writeEligible,
} from '../../../support/table/eligible-people.ts';
import { freshTable } from '../../../support/table/table.ts';

let table: DocumentTable;
let consumed: Consumed[];
beforeAll(async () => {
  ({ table, consumed } = testTable(await freshTable()));
});

/** The first people of shard 0. */
function ofShardZero(count: number): number[] {
  const found: number[] = [];
  for (let index = 0; found.length < count; index += 1) if (shardOf(testSubject(index)) === 0) found.push(index);
  return found;
}

async function read(appId: string, windows = true) {
  const pages = [];
  for await (const page of eligibleRows(table).pages(appId, 'offers', 0, { windows })) pages.push(page);
  return pages;
}

test('a shard comes in order, in pages of 1,000, each person once and as they were written', async () => {
  const people = ofShardZero(1100);
  await writeEligible(
    table,
    'pages',
    'offers',
    people.map((index) => eligiblePerson(index)),
  );
  const pages = await read('pages');
  expect(pages.map((page) => page.length)).toEqual([1000, 100]);
  const rows = pages.flat();
  expect(rows.map((each) => each.position)).toEqual(people.map((index) => personOrder(testSubject(index))).sort());
  expect(rows.map((each) => each.row).sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1))).toEqual(
    people.map((index) => eligiblePerson(index)),
  );
});

test('windows find their people across pages; the index of other people is passed over; a taken-over window counts for nobody', async () => {
  const people = ofShardZero(1100);
  await writeEligible(
    table,
    'windows',
    'offers',
    people.map((index) => eligiblePerson(index)),
  );
  const others = ofShardZero(1400).slice(1100);
  const inOrder = [...people].sort((a, b) => (personOrder(testSubject(a)) < personOrder(testSubject(b)) ? -1 : 1));
  const open = [inOrder[0], inOrder[999], inOrder[1000], inOrder[1099]].map((index) => index ?? -1);
  const window = (index: number) =>
    toWindowItem('windows', testHome(index), testSubject(index), { lastInboundAt: 1000 + index }, {});
  const takenOver = { ...window(inOrder[500] ?? -1), u: 'somebodyels' };
  await writeAll(table.documents, table.tableName, [...open.map(window), ...others.map(window), takenOver]);
  const found = (await read('windows')).flat().filter((each) => each.window.lastInboundAt !== undefined);
  expect(found.map((each) => [each.row.subjectId, each.window.lastInboundAt])).toEqual(
    open.map((index) => [testSubject(index), 1000 + index]),
  );
});

test('more open windows than one batch holds are all read', async () => {
  const people = ofShardZero(250);
  await writeEligible(
    table,
    'batches',
    'offers',
    people.map((index) => eligiblePerson(index)),
  );
  await writeAll(
    table.documents,
    table.tableName,
    people.map((index) => toWindowItem('batches', testHome(index), testSubject(index), { lastInboundAt: index }, {})),
  );
  consumed.length = 0;
  const rows = (await read('batches')).flat();
  expect(rows.map((each) => each.window.lastInboundAt)).toEqual(
    rows.map((each) => Number(each.row.subjectId.slice(1))),
  );
  expect(consumed.filter((each) => each.operation === 'BatchGetItem').length).toBe(3);
});

test('a shard without kept windows pays half a unit for them', async () => {
  await writeEligible(
    table,
    'none',
    'offers',
    ofShardZero(10).map((index) => eligiblePerson(index)),
  );
  consumed.length = 0;
  await read('none');
  expect(consumed.map((each) => [each.operation, each.readUnits])).toEqual([
    ['Query', 0.5],
    ['Query', 0.5],
  ]);
});

test('where nobody wants the windows none is read: 14 units for 1,000 people who all have one, instead of 522.5', async () => {
  const people = ofShardZero(1_000);
  await writeEligible(
    table,
    'without',
    'offers',
    people.map((index) => eligiblePerson(index)),
  );
  await writeAll(
    table.documents,
    table.tableName,
    people.map((index) => toWindowItem('without', testHome(index), testSubject(index), { lastInboundAt: index }, {})),
  );
  const costs = [];
  for (const windows of [true, false]) {
    consumed.length = 0;
    const rows = (await read('without', windows)).flat();
    expect(rows.filter(({ window }) => window.lastInboundAt !== undefined)).toHaveLength(windows ? 1_000 : 0);
    costs.push([consumed.length, consumed.reduce((sum, { readUnits }) => sum + readUnits, 0)]);
  }
  expect(costs).toEqual([
    [13, 522.5],
    [2, 14],
  ]);
});

test('leavers are those of the shard and purpose since the time, each once, in order', async () => {
  const people = ofShardZero(40);
  const since = Date.UTC(2026, 10, 21);
  for (const index of people) await withdraw(table, 'leavers', index, since + index, ['offers']);
  await withdraw(table, 'leavers', people[0] ?? 0, since + 5_000_000, ['offers', 'order-updates']);
  await withdraw(table, 'leavers', ofShardZero(41)[40] ?? 0, since - 1, ['offers']);
  await withdraw(table, 'leavers', ofShardZero(42)[41] ?? 0, since, ['order-updates']);
  consumed.length = 0;
  const leavers = await eligibleRows(table).withdrawnSince('leavers', 'offers', 0, since);
  expect(leavers.map((each) => each.position)).toEqual(people.map((index) => personOrder(testSubject(index))).sort());
  expect(leavers.every((each) => each.position.endsWith(each.subjectId))).toBe(true);
});
