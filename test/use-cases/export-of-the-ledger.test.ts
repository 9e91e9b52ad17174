import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unknownPerson } from '../../lambdas/domain/eligibility/decision.ts';
import { eligibility } from '../../lambdas/domain/eligibility/eligibility.ts';
import type { AudienceRow } from '../../lambdas/domain/export/audience-row.ts';
import type { ExportResult } from '../../lambdas/domain/export/export.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import type { StatementCommand } from '../../lambdas/use-cases/ledger/ports.ts';
import { type TestBucket, testBucket } from '../support/exports/export-bucket.ts';
import { exportSteps } from '../support/exports/export-steps.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { auditTable } from '../support/table/table-audit.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Everybody by what happened to them. */
const people = {
  onPaper: { phone: '14165550101' },
  byBsuid: { bsuid: 'CA.13491208655302741918' },
  writing: { phone: '14165550102' },
  stopped: { phone: '14165550103' },
  back: { phone: '14165550104' },
  declined: { phone: '14165550105' },
  platformStopped: { phone: '14165550106' },
  platformResumed: { phone: '14165550107' },
  unclear: { phone: '14165550108' },
  settled: { phone: '14165550109' },
  braked: { phone: '14165550110' },
  released: { phone: '14165550111' },
  asked: { phone: '14165550112' },
  leaving: { phone: '14165550113' },
  returning: { phone: '14165550114' },
  brakedMeanwhile: { phone: '14165550115' },
} as const satisfies Readonly<Record<string, PersonRef>>;
type Name = keyof typeof people;
const names = Object.keys(people) as Name[];

let bench: LedgerBench;
let bucket: TestBucket;
const results: Record<string, { readonly rows: readonly AudienceRow[]; readonly result: ExportResult }> = {};
const userIds = new Map<string, Name>();

let minutes = 0;
/** The next act happens a minute after the one before. */
const next = () => {
  minutes += 1;
  bench.setNow(noon + minutes * minute);
  return { at: bench.now(), eventId: `act-${minutes}` };
};
const own: Partial<StatementCommand> = { provider: true, level: 3, source: 'whatsapp-message' };
const say = (name: Name, statement: Partial<StatementCommand> = {}) =>
  bench.say(people[name], { saidAt: next().at, eventId: `say-${minutes}`, ...statement });
const stop = (name: Name) => say(name, { ...own, action: 'revoked', purposes: 'all' });
const platform = (name: Name, value: 'stop' | 'resume') =>
  bench.ledger.recordPlatformPreference(acme, { ...next(), person: people[name], value, evidence: {} });
const brake = (name: Name, reason: 'ambiguous-stop' | 'administrative', lift = false) =>
  bench.ledger.recordSuppression(acme, {
    ...{ ...next(), person: people[name], reason, lift, evidence: {} },
    source: reason === 'ambiguous-stop' ? 'whatsapp-message' : 'api',
  });

beforeAll(async () => {
  bench = await ledgerBench();
  bucket = await testBucket();
  const steps = exportSteps(bench.table, bucket);
  await steps.deps.apps.create(acme);
  for (const name of names) {
    const granted = { purposes: ['offers', 'orders'], notice: 'spring@3' };
    const { userId } = await say(name, name === 'asked' ? { action: 'requested' } : granted);
    userIds.set(userId, name);
  }
  await bench.hear(people.writing, next().at);
  for (const name of ['stopped', 'back'] as const) await stop(name);
  await say('back', { ...own, action: 'resumed', purposes: 'all' });
  await say('declined', { ...own, action: 'revoked' });
  for (const name of ['platformStopped', 'platformResumed'] as const) await platform(name, 'stop');
  await platform('platformResumed', 'resume');
  for (const name of ['unclear', 'settled'] as const) await brake(name, 'ambiguous-stop');
  await brake('settled', 'ambiguous-stop', true);
  for (const name of ['braked', 'released'] as const) await brake(name, 'administrative');
  await brake('released', 'administrative', true);

  // Later than whoever may still be writing: who withdrew within the quarter of an hour before waits for the next export.
  minutes += 16;
  const planned = [];
  for (const purposeId of ['offers', 'orders']) {
    steps.clock.now = next().at;
    const { exportId } = await steps.plan({ appId: 'acme', purposeId, exportId: `exp_000000001${purposeId}` });
    planned.push({ purposeId, exportId, parts: await steps.writeShards('acme', exportId) });
  }
  // While the exports run.
  for (const name of ['leaving', 'returning'] as const) await stop(name);
  await say('returning', { ...own, purposes: ['offers', 'orders'] });
  await brake('brakedMeanwhile', 'administrative');
  steps.clock.now = next().at;
  for (const { purposeId, exportId, parts } of planned) {
    const result = await steps.finish('acme', exportId, parts);
    const lines = gunzipSync(await bucket.bytes(result.files.jsonl.key))
      .toString()
      .split('\n')
      .slice(0, -1);
    results[purposeId] = { result, rows: lines.map((line) => JSON.parse(line) as AudienceRow) };
  }
});
afterAll(() => bucket.stop());

const namesIn = (purposeId: string) =>
  (results[purposeId]?.rows ?? []).map(({ userId }) => userIds.get(userId) ?? userId).sort();

const inOffers = ['back', 'byBsuid', 'onPaper', 'platformResumed', 'released', 'settled', 'writing'];

describe('an export of what the ledger wrote', () => {
  test('of a marketing purpose holds who said yes and whom nothing stops', () => {
    expect(namesIn('offers')).toEqual(inOffers);
    expect(results.offers?.result).toMatchObject({
      rows: inOffers.length,
      excluded: { 'platform-stop': 1, 'suppressed-ambiguous-stop': 1, 'withdrawn-during-export': 3 },
    });
  });

  test('of another purpose also holds whom only marketing is stopped for', () => {
    expect(namesIn('orders')).toEqual([...inOffers, 'declined', 'platformStopped', 'unclear'].sort());
    expect(results.orders?.result).toMatchObject({ excluded: { 'withdrawn-during-export': 3 } });
  });

  test.each(['offers', 'orders'])(
    'holds nobody of %s whom the check denies, and misses nobody but who came back meanwhile',
    async (purpose) => {
      const allowed: string[] = [];
      for (const name of names) {
        const person = await bench.people.find('acme', people[name], bench.now());
        const facts = person === undefined ? unknownPerson : { ...person.subject, window: person.window };
        if (eligibility(facts, acme, { purpose, message: 'template' }, bench.now()).decision === 'allow')
          allowed.push(name);
      }
      expect(allowed.filter((name) => name !== 'returning').sort()).toEqual(namesIn(purpose));
      expect(allowed).toContain('returning');
    },
  );

  test('names each person and the statement that the row rests on', async () => {
    const row = (name: Name) => results.offers?.rows.find(({ userId }) => userIds.get(userId) === name);
    const at = (index: number) => new Date(noon + (index + 1) * minute).toISOString();
    expect(row('onPaper')).toMatchObject({
      phone: people.onPaper.phone,
      purpose: 'offers',
      optedInAt: at(names.indexOf('onPaper')),
      source: 'paper',
    });
    expect(row('onPaper')?.windowOpenUntil).toBeUndefined();
    expect(row('byBsuid')).toMatchObject({ bsuid: people.byBsuid.bsuid });
    expect(row('byBsuid')?.phone).toBeUndefined();
    const writing = await bench.people.find('acme', people.writing, bench.now());
    expect(row('writing')?.windowOpenUntil).toBe(
      new Date((writing?.window.lastInboundAt ?? 0) + 24 * hour).toISOString(),
    );
    for (const name of inOffers as Name[]) {
      const found = row(name);
      const person = await bench.people.find('acme', people[name], bench.now());
      const { G2, G3, S } = person?.subject.registers.offers ?? {};
      const later = [G2, G3, S].filter((mark) => mark !== undefined).sort((a, b) => b.at - a.at)[0];
      expect(found?.statementId).toBe(`stm_${later?.ref}`);
    }
  });

  test('leaves a table in which rows and ledger agree', async () => {
    expect(await auditTable(bench)).toMatchObject({ subjects: names.length, faults: [] });
  });
});
