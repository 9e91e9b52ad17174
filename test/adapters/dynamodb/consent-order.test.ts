import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { StatementCommand } from '../../../lambdas/use-cases/ledger/ports.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { auditTable, consentOf, readAll, rowsOf } from '../../support/table/table-audit.ts';

/** START, unclear stops and expiry in the store: by the times of the acts, in whichever order they arrive. */
let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(noon + hour);
});

const [second, hour, day] = [1000, 3_600_000, 86_400_000];
const phone = '14155550132';
const at = (seconds: number) => noon + seconds * second;
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const bySms = (receivedBy: string) => ({ ...own, source: 'sms-keyword', evidence: { receivedBy } }) as const;

const say = (seconds: number, statement: Partial<StatementCommand> = {}, person: object = { phone }) =>
  bench.say(person, {
    ...own,
    saidAt: at(seconds),
    eventId: `e-${seconds}-${JSON.stringify(statement)}`,
    ...statement,
  });
const grant = (seconds: number, purposes: readonly string[] = ['offers', 'orders']) => say(seconds, { purposes });
const stop = (seconds: number, more: Partial<StatementCommand> = {}) =>
  say(seconds, { action: 'revoked', purposes: 'all', ...more });
const start = (seconds: number, more: Partial<StatementCommand> = {}) =>
  say(seconds, { action: 'resumed', purposes: 'all', ...more });
const words = (seconds: number, lift = false, person: object = { phone }, eventId = `w-${seconds}-${lift}`) =>
  bench.ledger.recordSuppression(acme, {
    person,
    at: at(seconds),
    eventId,
    reason: 'ambiguous-stop',
    lift,
    evidence: {},
    source: 'whatsapp-message',
  });

const suppressed = async (person: object = { phone }) =>
  ((await bench.people.find('acme', person, bench.now()))?.subject.suppressions ?? []).map(({ reason }) => reason);
/** Whether the eligible rows say that an unclear stop is not settled. */
const braked = async (purpose: string) => (await rowsOf(bench, purpose))[0]?.ambiguousStopSince !== undefined;

describe('an unclear stop and what settles it (D2)', () => {
  const settling: [string, (seconds: number) => Promise<unknown>][] = [
    ['the own STOP', (seconds) => stop(seconds)],
    ['the own STOP by SMS', (seconds) => stop(seconds, bySms('+1'))],
    ['the own stop of marketing', (seconds) => say(seconds, { action: 'revoked', purposes: 'marketing' })],
    ['START, although there is nothing to resume', (seconds) => start(seconds)],
    ['keep', (seconds) => words(seconds, true)],
  ];
  test.each(settling)('%s settles what was said before it, in either order', async (_, settle) => {
    await grant(0);
    await words(50);
    await settle(100);
    expect(await suppressed()).toEqual([]);
    bench = await ledgerBench();
    bench.setNow(noon + hour);
    await grant(0);
    await settle(100);
    await words(50);
    expect(await suppressed()).toEqual([]);
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test.each(settling)('%s settles nothing in its own second or later, in either order', async (_, settle) => {
    for (const later of [100, 101]) {
      await settle(100);
      await words(later);
      expect(await suppressed()).toEqual(['ambiguous-stop']);
      bench = await ledgerBench();
      bench.setNow(noon + hour);
      await words(later);
      await settle(100);
      expect(await suppressed()).toEqual(['ambiguous-stop']);
    }
  });

  test.each(settling)('%s settles what comes before it even when another came after', async (_, settle) => {
    await words(200);
    await settle(100);
    await words(50);
    expect(await suppressed()).toEqual(['ambiguous-stop']);
    await settle(300);
    expect(await suppressed()).toEqual([]);
  });

  test('a duplicate of what settled it changes nothing', async () => {
    await grant(0);
    await words(50, true, { phone }, 'keep');
    await words(60);
    await words(50, true, { phone }, 'keep');
    await words(70, true, { phone }, 'keep');
    expect(await suppressed()).toEqual(['ambiguous-stop']);
    const entries = (await readAll(bench)).ledger.length;
    await words(60);
    expect((await readAll(bench)).ledger).toHaveLength(entries);
  });

  test.each([
    ['a stop that the business reports', () => stop(100, { level: 2, source: 'paper' })],
    ['a stop of the business', () => stop(100, { level: 1, source: 'policy' })],
    ['a reported opt-in', () => say(100, { level: 2, source: 'paper', provider: false })],
    ['a refusal of one purpose', () => say(100, { action: 'refused', purposes: ['news'] })],
  ])('%s does not settle it', async (_, act) => {
    await words(50);
    await act();
    expect(await suppressed()).toEqual(['ambiguous-stop']);
  });

  test('a later own opt-in lifts it for the purposes that it names, a reported one never', async () => {
    await grant(0, ['offers', 'news']);
    await words(50);
    expect([await braked('offers'), await braked('news')]).toEqual([true, true]);
    await say(60, { purposes: ['news'], level: 2, source: 'paper', provider: false });
    expect([await braked('offers'), await braked('news')]).toEqual([true, true]);
    await grant(50, ['offers']);
    expect([await braked('offers'), await braked('news')]).toEqual([true, true]);
    await grant(51, ['offers']);
    expect([await braked('offers'), await braked('news')]).toEqual([false, true]);
    expect(await suppressed()).toEqual(['ambiguous-stop']);
    await words(55);
    expect([await braked('offers'), await braked('news')]).toEqual([true, true]);
  });

  const [byPhone, byBsuid] = [{ phone }, { bsuid: 'US.1' }];
  test.each([
    [byPhone, byBsuid, byPhone],
    [byPhone, byBsuid, byBsuid],
    [byBsuid, byPhone, byPhone],
    [byBsuid, byPhone, byBsuid],
  ])(
    'after a merge the acts of both count: unclear %j, settled %j, known first %j',
    async (unclear, settled, first) => {
      const merged = async (settledAt: number) => {
        bench = await ledgerBench();
        bench.setNow(noon + hour);
        await say(-100, { purposes: ['offers'] }, first);
        await words(50, false, unclear);
        await words(settledAt, true, settled);
        await bench.hear({ phone, bsuid: 'US.1' }, at(200));
        return suppressed();
      };
      expect(await merged(20)).toEqual(['ambiguous-stop']);
      expect(await merged(100)).toEqual([]);
      await words(80, false, { phone }, 'late');
      expect(await suppressed()).toEqual([]);
      await words(150, false, { phone }, 'later');
      expect(await suppressed()).toEqual(['ambiguous-stop']);
      expect(await auditTable(bench)).toMatchObject({ faults: [] });
    },
  );
});

describe('START (D4, runs of stops)', () => {
  test('STOP, STOP, START gives everything back, in any order of arrival', async () => {
    const acts = [() => grant(0), () => stop(10), () => stop(20), () => start(30)];
    for (const order of [acts, acts.toReversed(), [acts[2], acts[3], acts[0], acts[1]]]) {
      bench = await ledgerBench();
      bench.setNow(noon + hour);
      for (const act of order) await act?.();
      expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-in', orders: 'opted-in' });
      expect(await auditTable(bench)).toMatchObject({ faults: [] });
    }
  });

  test('by SMS only a run whose stops all came by SMS on that number', async () => {
    await grant(0);
    await stop(10, bySms('+12125550101'));
    await start(20, bySms('+13055550102'));
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-out' });
    await start(30, bySms('+12125550101'));
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-in' });
    await stop(40);
    await stop(50, bySms('+12125550101'));
    await start(60, bySms('+12125550101'));
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-out' });
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('what expired stays expired, in the state, in the row and in the answer', async () => {
    const [first = { purposeId: '', name: '', category: 'marketing' as const }, ...others] = acme.purposes;
    const app: App = { ...acme, purposes: [{ ...first, validForDays: 100 }, ...others] };
    const person = { phone };
    const act = (days: number, more: Partial<StatementCommand>) =>
      bench.ledger.recordStatement(app, {
        ...{ person, action: 'granted', purposes: ['offers'], evidence: {}, ...own },
        ...{ saidAt: noon - days * day, eventId: `d-${days}` },
        ...more,
      });
    await act(150, {});
    await act(120, { action: 'revoked', purposes: 'all' });
    const back = await act(110, { action: 'resumed', purposes: 'all' });
    expect(back.consent).toMatchObject({ offers: { state: 'expired', since: noon - 110 * day } });
    const [row] = await rowsOf(bench, 'offers');
    expect(row?.grant).toMatchObject({ at: (noon - 110 * day) / 1000, from: (noon - 150 * day) / 1000 });
  });

  test('the answer to an opt-in says expired of what has expired (D1), also at a retry', async () => {
    const app: App = { ...acme, purposes: acme.purposes.map((purpose) => ({ ...purpose, validForDays: 100 })) };
    const command = { person: { phone }, action: 'granted', purposes: ['news'], level: 2, source: 'paper' } as const;
    const report = (days: number, eventId: string) =>
      bench.ledger.recordStatement(app, {
        ...{ ...command, evidence: {}, provider: false, eventId, saidAt: noon + hour - days * day },
      });
    expect((await report(100, 'a')).consent).toMatchObject({ news: { state: 'expired' } });
    expect(await report(100, 'a')).toMatchObject({ replayed: true, consent: { news: { state: 'expired' } } });
    expect((await report(99, 'b')).consent).toMatchObject({ news: { state: 'opted-in' } });
  });
});

describe('a state that a former version kept', () => {
  /** As that version wrote it: START as a grant of its second, no run, the unclear stop among the suppressions while it held. */
  async function asFormer(change: (item: Record<string, unknown>) => object): Promise<void> {
    const { documents, tableName } = bench.table;
    const { ScanCommand } = await import('@aws-sdk/lib-dynamodb');
    const { Items = [] } = await documents.send(new ScanCommand({ TableName: tableName }));
    const [home] = Items.filter((item) => item.sk === 'S');
    const { sr: _run, sb: _before, uc: _unclear, kp: _kept, ...former } = home ?? {};
    await documents.send(new PutCommand({ TableName: tableName, Item: { ...former, ...change(former) } }));
  }

  test('answers START after reading the ledger once', async () => {
    await grant(0);
    await stop(10);
    await asFormer(() => ({}));
    await start(20);
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-in', orders: 'opted-in' });
    await stop(30);
    const cost = await bench.measure(() => start(40));
    expect(cost.requests).toBe(2);
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('what START gave back of it has no known time: expired where that matters, until the next act reads the ledger', async () => {
    await grant(0, ['offers']);
    await stop(10);
    await start(20);
    const asGrant = (text: unknown) =>
      String(text)
        .replace(/S(\w+)(~\w+)?/, 'G3$1')
        .replace(/^G3\w+\|1\|9 (?=G3)/, '');
    await asFormer(({ c }) => ({
      c: Object.fromEntries(Object.entries(c as object).map(([name, text]) => [name, asGrant(text)])),
    }));
    const { subject } = (await bench.people.find('acme', { phone }, bench.now())) ?? {};
    expect(subject?.registers.offers?.S).toMatchObject({ at: at(20) / 1000, restores: { at: 0 } });
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-in' });
    await say(60, { purposes: ['news'] });
    const after = (await bench.people.find('acme', { phone }, bench.now()))?.subject;
    expect(after?.registers.offers?.S).toMatchObject({ restores: { at: at(0) / 1000 } });
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('an unclear stop of it holds, and is settled as ever', async () => {
    await grant(0);
    await words(50);
    await asFormer(() => ({ sup: [{ reason: 'ambiguous-stop', scope: 'marketing', since: at(50), ref: 'u.2' }] }));
    expect(await suppressed()).toEqual(['ambiguous-stop']);
    await words(60, true);
    expect(await suppressed()).toEqual([]);
  });
});
