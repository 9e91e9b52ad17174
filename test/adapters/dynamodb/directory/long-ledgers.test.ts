import { createHash } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { userDirectory } from '../../../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import type { LedgerItem } from '../../../../lambdas/adapters/dynamodb/entries/ledger-item.ts';
import { ledgerPartition } from '../../../../lambdas/adapters/dynamodb/table/keys.ts';
import type { LedgerPosition } from '../../../../lambdas/use-cases/people/ports.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../../support/ledger/ledger-bench.ts';
import { promised } from '../../../support/promised.ts';
import { writeAll } from '../../../support/table/eligible-people.ts';
import { rowsWhere } from '../../../support/table/rows.ts';

const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const second = 1000;
const phones = { short: '14155550110', long: '14155550111', merged: '14155550112' };
const bsuid = 'US.13491208655302741918';
const users: Record<string, string> = {};

let bench: LedgerBench;
beforeAll(async () => {
  bench = await ledgerBench();
  users.short = await personOf(phones.short, 100);
  users.long = await personOf(phones.long, 2_000);
  // Two people with 60 entries each who turn out to be one.
  users.merged = await personOf(phones.merged, 60);
  await lengthen((await bench.say({ bsuid })).userId, 60);
  await bench.hear({ phone: phones.merged, bsuid }, bench.now());
}, 60_000);

/** Somebody who said so much. */
async function personOf(phone: string, entries: number): Promise<string> {
  const { userId } = await bench.say({ phone });
  await lengthen(userId, entries);
  return userId;
}

/** Puts requests as they would have been recorded behind the first entry, and the head of the chain with them. */
async function lengthen(userId: string, entries: number): Promise<void> {
  const { documents, tableName: TableName } = bench.table;
  const subjectId = userId.slice(-11);
  const pk = ledgerPartition('acme', subjectId);
  const [first] = (await rowsWhere(bench.table, new RegExp(`^${pk}$`))) as unknown as LedgerItem[];
  if (first === undefined) throw new Error('There is no first entry.');
  const others = Array.from({ length: entries - 1 }, (_, index): LedgerItem => {
    const sk = createHash('sha256').update(`${subjectId} ${index}`).digest('base64url').slice(0, first.sk.length);
    return { ...first, sk, n: index + 2, action: 'requested', rec: first.rec + index + 1, rq: `${index}` };
  });
  await writeAll(documents, TableName, others);
  const home = (await rowsWhere(bench.table, /^acme#[\w-]{22}$/)).find(
    ({ u, n }) => u === subjectId && n !== undefined,
  );
  await documents.send(
    new UpdateCommand({
      ...{ TableName, Key: { pk: home?.pk, sk: home?.sk }, UpdateExpression: 'SET n = :n' },
      ExpressionAttributeValues: { ':n': entries },
    }),
  );
}

/** What docs/table.md says of an operation. */
function promisedOf(operation: string) {
  const [requests, rru, wru] = promised('docs/table.md', `| ${operation} | {n} | {n} | {n} |`);
  return { requests, rru, wru };
}

const page = (userId: string | undefined, limit: number, from?: LedgerPosition) =>
  userDirectory(bench.table).statements(acme, userId ?? '', limit, from);

async function walked(userId: string | undefined, limit: number, between: () => Promise<unknown> = async () => {}) {
  const pages: string[][] = [];
  let from: LedgerPosition | undefined;
  do {
    const found = await page(userId, limit, from);
    pages.push((found?.data ?? []).map(({ ref }) => ref));
    from = found?.next;
    await between();
  } while (from !== undefined);
  return pages;
}

describe('a page of 50 of a ledger', () => {
  test.each([
    ['of 100', 'short'],
    ['of 2,000', 'long'],
  ])('%s costs what docs/table.md says', async (of, who) => {
    expect(await bench.measure(() => page(users[who], 50))).toEqual(promisedOf(`50 entries of a ledger ${of}`));
  });

  test('of 2,000 costs the same at the end of the ledger as at its beginning', async () => {
    let from: LedgerPosition | undefined;
    const costs = new Set<string>();
    for (let n = 0; n < 40; n += 1) {
      const { requests, rru } = await bench.measure(async () => {
        from = (await page(users.long, 50, from))?.next;
      });
      costs.add(`${requests} ${Math.ceil(rru) <= 8}`);
    }
    expect([...costs]).toEqual(['2 true']);
  });
});

describe('pages of a ledger', () => {
  test('of 2,000 entries show each once, each page in recording order', async () => {
    const pages = await walked(users.long, 50);
    const sequences = pages.map((refs) => refs.map((ref) => Number(ref.split('.')[1])));
    expect(sequences.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 2_000 }, (_, n) => n + 1));
    for (const each of sequences) expect(each).toEqual(each.toSorted((a, b) => a - b));
  });

  test('of somebody who was merged show each entry of both chains once, also while others come', async () => {
    let said = 0;
    const before = (await walked(users.merged, 50)).flat();
    // 60 entries each, and the link in both.
    expect([before.length, new Set(before).size]).toEqual([122, 122]);
    const seen = (
      await walked(users.merged, 25, async () => {
        said += 1;
        await bench.say({ phone: phones.merged }, { eventId: `between-${said}` });
      })
    ).flat();
    expect(new Set(seen).size).toBe(seen.length);
    expect(before.filter((ref) => !seen.includes(ref))).toEqual([]);
  });

  test('of few entries of two chains come in recording order across both', async () => {
    const [phone, other] = ['14155550119', 'US.20001'];
    const { userId } = await bench.say({ phone });
    for (let n = 1; n < 6; n += 1) {
      bench.setNow(noon + n * second);
      await bench.say(n % 2 === 0 ? { phone } : { bsuid: other }, { eventId: `e-${n}` });
    }
    bench.setNow(noon + 10 * second);
    await bench.hear({ phone, bsuid: other }, bench.now());
    for (const limit of [1, 3, 50]) {
      const times: number[] = [];
      let from: LedgerPosition | undefined;
      do {
        const found = await page(userId, limit, from);
        times.push(...(found?.data ?? []).map(({ header }) => (header.recordedAt - noon) / second));
        from = found?.next;
      } while (from !== undefined);
      expect(times).toEqual([0, 1, 2, 3, 4, 5, 10, 10]);
    }
  });
});

describe('what the history is read for', () => {
  const stop = { ...own, action: 'revoked', purposes: 'all' } as const;
  const start = { ...own, action: 'resumed', purposes: 'all' } as const;

  test('START reads no ledger however long it is; a stop that comes late before it, and a merge, read it once', async () => {
    const after = noon + 100 * second;
    for (const [phone, of] of [
      [phones.short, 'of 100'],
      [phones.long, 'of 2,000'],
    ] as const) {
      bench.setNow(after);
      await bench.say({ phone }, { ...stop, eventId: 'stop' });
      bench.setNow(after + 10 * second);
      expect((await bench.measure(() => bench.say({ phone }, { ...start, eventId: 'start' }))).rru).toBe(1);
      const late = await bench.measure(() =>
        bench.say({ phone }, { ...stop, saidAt: after - 5 * second, eventId: 'l' }),
      );
      expect([of, 'late stop', late]).toEqual([of, 'late stop', promisedOf(`late stop before START, a ledger ${of}`)]);
      const other = { bsuid: `US.3000${of.length}` };
      await bench.say(other, { eventId: 'other' });
      const merge = await bench.measure(() => bench.hear({ phone, ...other }, bench.now()));
      expect([of, 'merge', merge]).toEqual([of, 'merge', promisedOf(`merge after START, a ledger ${of}`)]);
    }
  });
});
