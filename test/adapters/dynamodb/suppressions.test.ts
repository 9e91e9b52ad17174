import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fromLedgerItem } from '../../../lambdas/adapters/dynamodb/entries/ledger-item.ts';
import type { Suppress } from '../../../lambdas/use-cases/ledger/suppress.ts';
import { suppress } from '../../../lambdas/use-cases/ledger/suppress.ts';
import { pick, seededRandom, shuffled } from '../../model/random-history.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { rowsWhere } from '../../support/table/rows.ts';
import { auditTable, readAll, rowsOf } from '../../support/table/table-audit.ts';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(noon + 3_600_000);
});

const minute = 60_000;
const phone = '14165550132';
const bsuid = 'CA.1001';
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const brake = (more: Partial<Suppress> = {}) =>
  suppress(bench.ledger, acme, {
    ...{ user: { person: { phone } }, lift: false, reason: 'Ticket 4411', operator: 'ana', saidAt: noon + minute },
    ...more,
  });
const lift = (more: Partial<Suppress> = {}) => brake({ lift: true, saidAt: noon + 2 * minute, ...more });
const faults = async () => (await auditTable(bench)).faults;
const suppressionsOf = async (of: object = { phone }) =>
  (await bench.people.find('acme', of, bench.now()))?.subject.suppressions;

describe('a suppression of marketing', () => {
  test('is a mark on the rows, and withdraws what is marketing', async () => {
    await bench.say({ phone }, { purposes: ['offers', 'orders'], saidAt: noon });
    await brake({ scope: 'marketing' });
    for (const purpose of ['offers', 'orders'])
      expect(await rowsOf(bench, purpose)).toMatchObject([{ suppressedSince: noon + minute }]);
    expect((await readAll(bench)).withdrawals).toMatchObject([{ purposes: ['offers'], why: 'suppression' }]);
    expect(await faults()).toEqual([]);
    await lift();
    expect((await rowsOf(bench, 'offers')).map(({ suppressedSince }) => suppressedSince)).toEqual([undefined]);
    expect(await faults()).toEqual([]);
  });

  test('is on the row of who opts in under it', async () => {
    await brake({ scope: 'marketing' });
    await bench.say({ phone }, { saidAt: noon + 2 * minute });
    expect(await rowsOf(bench, 'offers')).toMatchObject([{ suppressedSince: noon + minute }]);
    expect(await faults()).toEqual([]);
  });
});

describe('whom it stands for', () => {
  test('a merged person, whichever of the two was suppressed; a lift of the other, later, ends it', async () => {
    await bench.say({ phone }, { saidAt: noon });
    await brake({ user: { person: { bsuid } } });
    await bench.hear({ phone, bsuid }, noon + 3 * minute);
    expect(await suppressionsOf()).toMatchObject([{ reason: 'administrative', operator: 'ana', text: 'Ticket 4411' }]);
    expect(await rowsOf(bench, 'offers')).toEqual([]);
    await lift({ saidAt: noon + 4 * minute });
    expect(await suppressionsOf({ bsuid })).toEqual([]);
    expect(await rowsOf(bench, 'offers')).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  test('a pair that is reported later, also where the latest of two was lifted and set anew', async () => {
    await brake();
    await lift();
    await brake({ saidAt: noon + 3 * minute, scope: 'marketing' });
    await brake({ saidAt: noon + 4 * minute, scope: 'marketing' });
    await bench.say({ phone, bsuid }, { saidAt: noon + 5 * minute });
    expect(await suppressionsOf({ bsuid })).toMatchObject([
      { scope: 'marketing', since: noon + 4 * minute, operator: 'ana' },
    ]);
    expect(await faults()).toEqual([]);
  });

  test('copies name the first entry, prove nothing, and come once', async () => {
    await bench.say({ phone, bsuid }, { saidAt: noon });
    const { ref } = await brake({ eventId: 'crm-1' });
    await brake({ eventId: 'crm-1' });
    const entries = (await readAll(bench)).ledger.map(fromLedgerItem);
    expect(entries.flatMap(({ header }) => header.copyOf ?? [])).toEqual([{ ref, over: 'pair' }]);
    await bench.say({ bsuid }, { saidAt: noon + minute });
    expect((await bench.people.find('acme', { bsuid }, bench.now()))?.subject.phone).toBeUndefined();
    expect(await faults()).toEqual([]);
  });

  test('not the next holder of the number', async () => {
    await bench.say({ phone, bsuid }, { ...own, saidAt: noon });
    await brake();
    await bench.say({ phone, bsuid: 'CA.2002' }, { ...own, saidAt: noon + 3 * minute });
    expect([await suppressionsOf(), (await suppressionsOf({ bsuid }))?.length]).toEqual([[], 1]);
    const late = await brake({ saidAt: noon + 2 * minute, eventId: 'late' });
    expect(late.holder).toBe('earlier');
    expect(await brake({ saidAt: noon + 2 * minute, eventId: 'late' })).toEqual({ ...late, replayed: true });
    expect(await suppressionsOf()).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  test('an import names itself in the evidence', async () => {
    await brake({ batch: 'imp_1', fileHash: 'f', row: 7, eventId: 'imp_1|7', documentRef: 'A-1' });
    const [entry] = (await readAll(bench)).ledger.map(fromLedgerItem);
    expect([entry?.header.source, entry?.body?.evidence]).toEqual([
      'import',
      { operator: 'ana', text: 'Ticket 4411', documentRef: 'A-1', batch: 'imp_1', fileHash: 'f', row: 7 },
    ]);
  });
});

test('a suppression of a former version holds, and is lifted', async () => {
  await bench.say({ phone }, { saidAt: noon });
  const [home] = (await rowsWhere(bench.table, /^acme#[\w-]{22}$/)).filter(({ sk }) => sk === 'S');
  const held = { reason: 'administrative', scope: 'all', since: noon + minute, ref: `${String(home?.u)}.9` };
  await bench.table.documents.send(
    new PutCommand({ TableName: bench.table.tableName, Item: { ...home, sup: [held] } as Record<string, unknown> }),
  );
  expect(await suppressionsOf()).toEqual([held]);
  await lift({ saidAt: noon + minute });
  expect(await suppressionsOf()).toEqual([held]);
  await lift();
  expect(await suppressionsOf()).toEqual([]);
});

test('a suppression outlives a deployment that is taken back: a former version knows it, and keeps it as it knew it', async () => {
  await bench.say({ phone }, { saidAt: noon });
  await brake();
  await brake({ scope: 'marketing', saidAt: noon + 2000 });
  const [home] = (await rowsWhere(bench.table, /^acme#[\w-]{22}$/)).filter(({ sk }) => sk === 'S');
  const { ad: _unknown, ...kept } = home as Record<string, unknown>;
  expect(kept.sup).toMatchObject([
    { reason: 'administrative', scope: 'all', since: noon + minute },
    { reason: 'administrative', scope: 'marketing', since: noon + 2000 },
  ]);
  await bench.table.documents.send(new PutCommand({ TableName: bench.table.tableName, Item: kept }));
  expect((await suppressionsOf())?.map(({ scope }) => scope)).toEqual(['all', 'marketing']);
  await lift();
  expect(await suppressionsOf()).toEqual([]);
});

test('set, lifted and said in any order and more than once: state and rows are what the ledger says (25 people)', async () => {
  const seed = Number(process.env.SEED ?? 20261127);
  for (let n = 0; n < 25; n += 1) {
    const random = seededRandom(seed + n);
    const person = { phone: `14165551${String(n).padStart(3, '0')}` };
    const acts = Array.from({ length: 8 }, (_, index) => {
      const saidAt = noon + Math.floor(random() * 6) * 1000 + index;
      const eventId = `${n}-${index}`;
      const roll = random();
      if (roll < 0.35) return () => bench.say(person, { purposes: ['offers', 'orders'], saidAt, eventId });
      const scope = pick(random, ['all', 'marketing'] as const);
      return () => brake({ user: { person }, lift: roll > 0.7, scope, saidAt, eventId });
    });
    for (const act of shuffled(random, [...acts, ...acts.filter(() => random() < 0.3)])) await act();
  }
  expect(await faults(), `Seeds from ${seed}`).toEqual([]);
});
