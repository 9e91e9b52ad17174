import { afterAll, beforeAll, expect, test } from 'vitest';
import { overruledClasses, type RowClass } from '../../lambdas/domain/import/row-class.ts';
import { suppress } from '../../lambdas/use-cases/ledger/suppress.ts';
import { pick, seededRandom } from '../model/random-history.ts';
import { type TestBucket, testBucket } from '../support/exports/export-bucket.ts';
import { byDate, csv, importBench, importingApp } from '../support/imports/import-bench.ts';
import { type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';

/** What a dry run says of each row is what applying it does, where nothing changes in between. */
const files = 12;
const seed = Number(process.env.SEED ?? 20261130);

let bucket: TestBucket;
let ledger: LedgerBench;

beforeAll(async () => {
  bucket = await testBucket();
  ledger = await ledgerBench();
});
afterAll(() => bucket.stop());

const day = 24 * 60 * 60 * 1000;
const phones = Array.from({ length: 6 }, (_, index) => `52551234567${index}`);
const purposesOf = (random: () => number) => pick(random, [['offers'], ['orders'], ['offers', 'orders']]);

test(`${files} random files, tried and applied`, async () => {
  const seen = new Map<string, number>();
  for (let n = 0; n < files; n += 1) {
    const random = seededRandom(seed + n);
    const appId = `tried-${n}`;
    const app = importingApp(appId);
    ledger.setNow(noon);
    const bench = await importBench(ledger, bucket, appId);
    const dayAgo = () => noon - (1 + Math.floor(random() * 9)) * day;
    for (const phone of phones.slice(0, 5)) {
      for (let acts = Math.floor(random() * 3); acts > 0; acts -= 1) {
        const said = { saidAt: dayAgo(), eventId: `${n}-${phone}-${acts}` };
        const kind = pick(random, ['yes', 'no', 'own-yes', 'own-no', 'brake'] as const);
        const own = { level: 3, provider: true, source: 'whatsapp-message', evidence: {} } as const;
        const scope = pick(random, ['all', 'marketing', ['offers'], ['orders']] as const);
        if (kind === 'yes') await ledger.sayTo(app, { phone }, { ...said, purposes: purposesOf(random) });
        if (kind === 'no') await ledger.sayTo(app, { phone }, { ...said, action: 'revoked', purposes: scope });
        if (kind === 'own-yes') await ledger.sayTo(app, { phone }, { ...own, ...said, purposes: purposesOf(random) });
        if (kind === 'own-no')
          await ledger.sayTo(app, { phone }, { ...own, ...said, action: 'revoked', purposes: scope });
        if (kind === 'brake') {
          const given = { user: { person: { phone } }, lift: false, reason: 'a list', operator: 'Ada', ...said };
          await suppress(ledger.ledger, app, given);
        }
      }
    }
    const rows = Array.from({ length: 18 }, () => {
      const phone = pick(random, phones);
      // The same line in another form.
      const written = random() < 0.2 ? `+521${phone.slice(2)}` : `+${phone}`;
      const isNo = random() < 0.4;
      const about = isNo && random() < 0.4 ? pick(random, ['all', 'marketing']) : purposesOf(random).join(';');
      return `${written},${new Date(dayAgo()).toISOString().slice(0, 10)},${isNo ? 'no' : 'yes'},${about}`;
    });
    const importId = await bench.upload(csv('Phone,Date,In,About', ...rows));
    const status = { column: 'In', optedIn: ['yes'], optedOut: ['no'] };
    const tried = await bench.dryRun(importId, {
      ...byDate,
      columns: { ...byDate.columns, status, purposes: 'About' },
    });
    const lines = (await bench.report(importId)).map((line) => line.split(','));
    const predicted = lines.flatMap(([line, rowClass = '', recorded]) => {
      seen.set(rowClass, (seen.get(rowClass) ?? 0) + 1);
      return recorded === 'yes' ? [[line, overruledClasses.has(rowClass as RowClass) ? 'overruled' : 'counted']] : [];
    });
    const done = await bench.apply(importId);
    const came = (await bench.report(importId, 'applied')).map((line) => line.split(',').slice(0, 2));
    const name = `seed ${seed + n}: ${JSON.stringify(rows)}`;
    expect(came, name).toEqual(predicted);
    const overruled = predicted.filter(([, outcome]) => outcome === 'overruled').length;
    const counted = predicted.length - overruled;
    expect(tried.toRecord, name).toBe(predicted.length);
    expect(done.applied, name).toEqual({ recorded: predicted.length, counted, overruled, refused: 0 });
  }
  console.log(
    `imports, tried and applied: ${files} files, seeds from ${seed}; ${JSON.stringify(Object.fromEntries(seen))}`,
  );
  for (const each of [
    'new',
    'known',
    'already-out',
    'older-than-opt-out',
    'older-than-opt-in',
    'against-own-no',
    'suppressed',
  ]) {
    expect([each, (seen.get(each) ?? 0) > 0]).toEqual([each, true]);
  }
});

test('a yes by nothing but an id of a portfolio that the app has left cannot be used, and a no is recorded', async () => {
  const appId = 'moved-on';
  const old = { portfolioId: '10001', wabaIds: ['1'] };
  const first = { ...importingApp(appId), portfolios: { now: 0, known: [old] } };
  const app = { ...first, portfolios: { now: 1, known: [old, { portfolioId: '20002', wabaIds: ['2'] }] } };
  ledger.setNow(noon);
  const bench = await importBench(ledger, bucket, appId, { apps: { findFresh: async () => app } });
  const [eva, ota] = ['MX.13491208655302741918', 'MX.13491208655302741919'] as const;
  for (const bsuid of [eva, ota]) await ledger.sayTo(first, { bsuid }, { saidAt: noon - 9 * day });
  const importId = await bench.upload(csv('Account,Date,In', `${eva},2026-10-01,yes`, `${ota},2026-11-15,no`));
  const status = { column: 'In', optedIn: ['yes'], optedOut: ['no'] };
  await bench.dryRun(importId, { ...byDate, columns: { bsuid: 'Account', date: byDate.columns.date, status } });
  expect(await bench.report(importId)).toEqual(['2,unusable-row,no,former-portfolio', '3,new,yes,']);
  expect(await bench.apply(importId)).toMatchObject({ applied: { recorded: 1, counted: 1, refused: 0 } });
});

test('a yes that contradicts a pair of a portfolio that the app has left cannot be used either', async () => {
  const appId = 'moved-pair';
  const old = { portfolioId: '10001', wabaIds: ['1'] };
  const first = { ...importingApp(appId), portfolios: { now: 0, known: [old] } };
  const app = { ...first, portfolios: { now: 1, known: [old, { portfolioId: '20002', wabaIds: ['2'] }] } };
  ledger.setNow(noon);
  const bench = await importBench(ledger, bucket, appId, { apps: { findFresh: async () => app } });
  const bsuid = 'MX.13491208655302741920';
  const own = { level: 3, provider: true, source: 'whatsapp-message', evidence: {} } as const;
  await ledger.sayTo(first, { phone: '525512345671', bsuid }, { ...own, saidAt: noon - 9 * day });
  const rows = ['+525512345671', '+525512345672'].map((phone) => `${phone},${bsuid},2026-11-15`);
  const importId = await bench.upload(csv('Phone,Account,Date', ...rows));
  await bench.dryRun(importId, { ...byDate, columns: { ...byDate.columns, bsuid: 'Account' } });
  expect(await bench.report(importId)).toEqual(['2,new,yes,', '3,unusable-row,no,identity-conflict']);
  expect(await bench.apply(importId)).toMatchObject({ applied: { recorded: 1, counted: 1, refused: 0 } });
});
