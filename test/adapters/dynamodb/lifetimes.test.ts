import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, test } from 'vitest';
import { censusCounter } from '../../../lambdas/adapters/dynamodb/collection/census-counter.ts';
import { chargeCounter } from '../../../lambdas/adapters/dynamodb/collection/charge-counter.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { formLimit } from '../../../lambdas/adapters/dynamodb/collection/form-limit.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { sendRecords } from '../../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { testChoice, testPoint } from '../../support/pages/collection.ts';
import { promised } from '../../support/promised.ts';

/*
 * When the table may delete what it holds. The emulator deletes nothing, so only the attribute itself can be looked at; the numbers
 * are those of docs/table.md.
 */
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const [withdrawalDays = 0] = promised('docs/table.md', 'why, by which statement | {n} days');
const [replyDays = 0] = promised('docs/table.md', 'that the reply was sent | {n} days');
const [chargeDays = 0] = promised('docs/table.md', 'that its charges were counted here | {n} days');
const [choiceDays = 0] = promised('docs/table.md', 'and who confirmed it | {n} days after it has lapsed');
const [asideDays = 0] = promised('docs/table.md', 'how many bytes the whole has | {n} days');
const [endsDays = 0] = promised('docs/table.md', '`14:45` | {n} days after the day');
const [countedDays = 0] = promised('docs/table.md', 'that of a window {n} days');
const [limitMinutes = 0] = promised('docs/table.md', '| {n} minutes after the period |');
const [windowHours = 0] = promised('docs/eligibility.md', 'by its own time, is less than {n} hours old');
const [entryPointHours = 0] = promised('docs/eligibility.md', 'The free entry point ({n} hours');

let bench: LedgerBench;
let items: Record<string, unknown>[];

/** Half a second after a full one, so that rounding shows. */
const now = noon + 500;
const person = { phone: '14155550132' };
const writer = { phone: '14155550133' };

beforeAll(async () => {
  bench = await ledgerBench();
  bench.setNow(now);
  await bench.say(person);
  await bench.say(person, { action: 'revoked' });
  await bench.hear(writer, noon - hour);
  await bench.hear({ phone: '14155550134' }, noon - hour);
  await bench.ledger.noteEntryPoint(acme, { person: writer, at: noon - 2 * hour, eventId: 'status-1' });
  const clock = () => now;
  await pointStore(bench.table).create(testPoint(1));
  await chargeCounter(bench.table, clock).addCharges([
    { entry: 'u.1', charges: [{ point: testPoint(1).pointId, count: 'optIns' }] },
  ]);
  const window = { appId: 'acme', place: 'p', of: 'W', order: '1', counted: ['2026-11-21T12:00'] } as const;
  await censusCounter(bench.table, clock).count([window]);
  await choiceStore(bench.table, clock).create(testChoice(1, { madeAt: now, expiresAt: now + day }));
  await formLimit(bench.table, identifierKey, clock).count('192.0.2.1', 'plain', testPoint(1));
  await keptAside(bench.table, clock).keep('not-json', 'part');
  const sends = sendRecords(bench.table, identifierKey, clock);
  await sends.claim('acme', { subjectId: 'u', entry: 'entry', at: 0 }, { kind: 'stop-confirmed' });
  const { Items = [] } = await bench.table.documents.send(
    new ScanCommand({ TableName: bench.table.tableName, ConsistentRead: true }),
  );
  items = Items;
});

/** The `ttl` of the items of a kind, in milliseconds. */
const lifetimes = (isOfKind: (pk: string, sk: string) => boolean): readonly unknown[] =>
  items
    .filter(({ pk, sk }) => isOfKind(String(pk), String(sk)))
    .map(({ ttl }) => (ttl === undefined ? 'for ever' : Number(ttl) * second));

test('withdrawals are there as long as callers may ask for them', () => {
  expect(lifetimes((pk) => pk.startsWith('acme#R#'))).toEqual([noon + withdrawalDays * day + second]);
});

test('a reply marker outlives every repeat of the stream', () => {
  expect(lifetimes((pk) => pk.startsWith('acme#Y#'))).toEqual([noon + replyDays * day]);
});

test('so does the marker of counted charges', () => {
  expect(lifetimes((pk) => pk.startsWith('POINT#') && pk.endsWith('#K'))).toEqual([noon + chargeDays * day]);
});

test('a choice outlives the message that confirms it and every late delivery of that', () => {
  expect(lifetimes((pk) => pk.startsWith('CHOICE#'))).toEqual([noon + day + choiceDays * day + second]);
});

test('the limit of forms goes a period after its own', () => {
  expect(lifetimes((pk) => pk.startsWith('LIMIT#'))).toEqual([noon + 10 * minute + limitMinutes * minute]);
});

test('what was kept aside waits for somebody to look at it', () => {
  expect(lifetimes((pk) => pk.startsWith('ASIDE#'))).toEqual([noon + asideDays * day]);
});

test('what is counted of a window outlives it, and so does the day on which it ends', () => {
  expect(lifetimes((pk) => pk.startsWith('acme#K#'))).toEqual([noon + countedDays * day]);
  expect(lifetimes((pk) => pk === 'acme#K')).toEqual([noon - 12 * hour + day + endsDays * day]);
});

test('a window item goes when both windows have closed', () => {
  expect([...lifetimes((pk, sk) => sk === 'W' && !pk.startsWith('acme#K'))].sort()).toEqual([
    noon - hour + windowHours * hour,
    noon - 2 * hour + entryPointHours * hour,
  ]);
});

test('nothing else is ever deleted: state, ledger, rows, points', () => {
  const mortal = (pk: string, sk: string) =>
    sk === 'W' || /^(CHOICE|LIMIT|ASIDE)#|^acme#[RY]#|^acme#K|^POINT#\w+#K$/.test(pk);
  const others = lifetimes((pk, sk) => !mortal(pk, sk));
  expect(others.length).toBeGreaterThan(5);
  expect(new Set(others)).toEqual(new Set(['for ever']));
});
