import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { asideShelf, keptAside } from '../../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { type LedgerBench, ledgerBench, noon } from '../../../support/ledger/ledger-bench.ts';
import { refuseWrites } from '../../../support/table/refused-writes.ts';
import { asideRows } from '../../../support/table/rows.ts';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
});
const keep = (part: unknown, why = 'not-json') => keptAside(bench.table, bench.now).keep(why, part);
const list = (day = '2026-11-20') => asideShelf(bench.table).list(day);

describe('what is kept aside', () => {
  test.each([
    ['a text', 'entry=5'],
    ['an empty text', ''],
    ['a text that looks like JSON', '{"a":1}'],
    ['JSON', { field: 'messages', item: { text: { body: 'STOP' } } }],
    ['JSON with half of a character', { item: { text: { body: 'STOP \ud83d' } } }],
    ['JSON called like what every object has', { constructor: 'x', toString: 1 }],
    ['text of 3 MB, no part of it half a character', 'ü€😀'.repeat(330_000)],
    ['JSON of 1 MB', { item: 'x'.repeat(1_000_000) }],
  ])('comes back as it was given: %s', async (_name, part) => {
    await keep(part);
    const items = await list();
    expect(items).toMatchObject([
      { why: 'not-json', keptAt: noon, id: expect.stringMatching(/^2026-11-20T12:00:00\.000Z#/) },
    ]);
    expect(items[0]?.part).toEqual(part);
  });

  test('lies ninety days, in rows of at most 350 KB', async () => {
    await keep('x'.repeat(800_000));
    const rows = await asideRows(bench.table);
    expect(rows.map(({ part }) => String(part).length)).toEqual([358_400, 358_400, 83_200]);
    for (const row of rows) expect(row.ttl).toBe(noon / 1000 + 90 * 86_400);
    expect(await list()).toMatchObject([{ bytes: 800_000 }]);
  });

  test('lies by the day on which it was kept, in order', async () => {
    await keep('first', 'b');
    bench.setNow(noon + 1000);
    await keep('second', 'a');
    bench.setNow(noon + 24 * 60 * 60 * 1000);
    await keep('third');
    expect((await list()).map(({ part }) => part)).toEqual(['first', 'second']);
    expect((await list('2026-11-21')).map(({ part }) => part)).toEqual(['third']);
    expect(await list('2026-11-22')).toEqual([]);
  });

  test('is base64 of its bytes where the table does not take it as text, also in pieces', async () => {
    const part = { item: `${'STOP ü'.repeat(100_000)}` };
    refuseWrites(bench.table, (input) => input.includes('STOP ü'), 'SerializationException');
    await keep(part);
    expect((await asideRows(bench.table))[0]).toMatchObject({ base64: true });
    expect((await list())[0]?.part).toEqual(part);
  });

  test('is listed only when all of its pieces are there', async () => {
    refuseWrites(bench.table, (input) => input.includes('"not-json"'));
    await expect(keep('x'.repeat(800_000))).rejects.toThrow();
    expect(await list()).toEqual([]);
  });

  test('is taken away with all of its pieces, and nothing else', async () => {
    await keep('x'.repeat(800_000));
    await keep('other');
    const [large, other] = [...(await list())].sort((a, b) => b.bytes - a.bytes);
    await asideShelf(bench.table).remove(large?.id ?? '');
    expect((await list()).map(({ id }) => id)).toEqual([other?.id]);
    expect(await asideRows(bench.table)).toHaveLength(1);
  });
});

describe('a day of which much is kept', () => {
  test('lies in many partitions, and is listed in the order in which it came', async () => {
    for (let n = 0; n < 40; n += 1) {
      bench.setNow(noon + n);
      await keep({ n });
    }
    expect(new Set((await asideRows(bench.table)).map(({ pk }) => pk)).size).toBeGreaterThan(8);
    expect((await list()).map(({ part }) => part)).toEqual(Array.from({ length: 40 }, (_, n) => ({ n })));
  });

  test('and what a former version kept is listed with it, and can be removed', async () => {
    await keep('of today');
    const sk = '2026-11-20T09:00:00.000Z#AAAAAAAAAAAAAAAAAAAAAA';
    for (const [key, row] of [
      [sk, { part: 'of ', why: 'not-json', cutFrom: 9 }],
      [`${sk}#001`, { part: 'before' }],
    ] as const) {
      const Item = { pk: 'ASIDE#2026-11-20', sk: key, ...row };
      await bench.table.documents.send(new PutCommand({ TableName: bench.table.tableName, Item }));
    }
    const [before, today] = await list();
    expect([before?.part, today?.part]).toEqual(['of before', 'of today']);
    for (const item of [before, today]) await asideShelf(bench.table).remove(item?.id ?? '');
    expect(await asideRows(bench.table)).toEqual([]);
  });
});
