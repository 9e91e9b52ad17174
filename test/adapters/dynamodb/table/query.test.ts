import { describe, expect, test } from 'vitest';
import { type Consumed, documentTable } from '../../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { getItem, queryAll, queryPage, queryPages } from '../../../../lambdas/adapters/dynamodb/table/query.ts';
import { put, transact } from '../../../../lambdas/adapters/dynamodb/table/transaction.ts';
import { freshTable } from '../../../support/table/table.ts';

const consumed: Consumed[] = [];
const { endpoint, tableName } = await freshTable();
const table = documentTable(tableName, (each) => consumed.push(each), {
  endpoint,
  region: 'local',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
});
const sorts = ['a1', 'a2', 'b1', 'b2', 'c1'];
await transact(
  table,
  sorts.map((sk) => put(table, { pk: 'shelf', sk })),
);
const sortsOf = (items: readonly object[]) => items.map((item) => (item as { readonly sk: string }).sk);

describe('a stretch of one partition', () => {
  test.each([
    ['the whole', {}, sorts],
    ['from a sort key on', { from: 'b1' }, ['b1', 'b2', 'c1']],
    ['up to a sort key', { upTo: 'b1' }, ['a1', 'a2', 'b1']],
    ['sort keys that begin so', { prefix: 'b' }, ['b1', 'b2']],
    ['behind one that is there', { after: 'b1' }, ['b2', 'c1']],
    ['behind one that is not', { after: 'a9' }, ['b1', 'b2', 'c1']],
    ['newest first', { newestFirst: true }, [...sorts].reverse()],
    ['newest first, up to a sort key', { upTo: 'b1', newestFirst: true }, ['b1', 'a2', 'a1']],
  ])('%s', async (_, bounds, expected) => {
    expect(sortsOf(await queryAll(table, { partition: 'shelf', ...bounds }))).toEqual(expected);
  });

  test('a page says behind which sort key the next one begins, and the last one says nothing', async () => {
    const first = await queryPage(table, { partition: 'shelf' }, 3);
    expect([sortsOf(first.items), first.last]).toEqual([['a1', 'a2', 'b1'], 'b1']);
    const rest = await queryPage(table, { partition: 'shelf', after: first.last }, 3);
    expect([sortsOf(rest.items), rest.last]).toEqual([['b2', 'c1'], undefined]);
  });

  test('page after page comes until the end', async () => {
    const pages: string[][] = [];
    for await (const page of queryPages(table, { partition: 'shelf' }, 2)) pages.push(sortsOf(page));
    expect(pages).toEqual([['a1', 'a2'], ['b1', 'b2'], ['c1']]);
  });

  test('it is read strongly, which costs twice as much, unless it says otherwise', async () => {
    consumed.length = 0;
    await queryPage(table, { partition: 'shelf' });
    await queryPage(table, { partition: 'shelf', consistent: false });
    await getItem(table, { pk: 'shelf', sk: 'a1' });
    expect(consumed.map(({ readUnits }) => readUnits)).toEqual([1, 0.5, 1]);
  });
});

test('an item that is not there is undefined', async () => {
  expect(await getItem(table, { pk: 'shelf', sk: 'a1' })).toEqual({ pk: 'shelf', sk: 'a1' });
  expect(await getItem(table, { pk: 'shelf', sk: 'z' })).toBeUndefined();
});
