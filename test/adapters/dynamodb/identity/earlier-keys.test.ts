import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appStore } from '../../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { eligibility } from '../../../../lambdas/domain/eligibility/eligibility.ts';
import { type TestBucket, testBucket } from '../../../support/exports/export-bucket.ts';
import { exportSteps } from '../../../support/exports/export-steps.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../../support/ledger/ledger-bench.ts';
import { rowsWhere } from '../../../support/table/rows.ts';

/** One line of Benin: the key of today, and the one of before, under which a table of before this rule may hold somebody. */
const today = '2290190011234';
const before = '22990011234';
const minute = 60_000;
let exports = 0;

let bench: LedgerBench;
let bucket: TestBucket;
beforeAll(async () => {
  bucket = await testBucket();
});
afterAll(() => bucket.stop());
beforeEach(async () => {
  bench = await ledgerBench();
  await appStore(bench.table, bench.now).create(acme);
});

/** The ledger takes digits as they are: so a version that kept two keys recorded what it heard by the earlier one. */
const underEarlierKey = (more: object = {}) => bench.say({ phone: before }, more);
const stop = { action: 'revoked', purposes: 'all', provider: true } as const;
const at = (minutes: number) => ({ saidAt: noon + minutes * minute });

async function may(person: object, now = noon + 60 * minute): Promise<string> {
  const known = await bench.people.find('acme', person, now);
  if (known === undefined) return 'nobody';
  const facts = { ...known.subject, window: known.window };
  return eligibility(facts, acme, { purpose: 'offers', message: 'template' }, now).decision;
}
const homes = async () =>
  (await rowsWhere(bench.table, /^acme#/)).filter(({ sk, home }) => sk === 'S' && home === undefined);

describe('what was recorded under the key that a line had before', () => {
  it('is found by the key of today, and goes on there', async () => {
    await underEarlierKey(at(0));
    expect(await may({ phone: today })).toBe('allow');
    bench.setNow(noon + minute);
    const { userId } = await bench.say({ phone: today }, { ...stop, ...at(1) });
    expect([await may({ phone: today }), await may({ userId })]).toEqual(['deny', 'deny']);
    expect(await homes()).toHaveLength(1);
    expect(await rowsWhere(bench.table, /#E#/)).toEqual([]);
  });

  it('denies, when it is a stop, whatever the business reports under the key of today', async () => {
    bench.setNow(noon + 10 * minute);
    await underEarlierKey({ ...stop, ...at(0) });
    const { outcomes } = await bench.say({ phone: today }, at(5));
    expect(outcomes).toMatchObject([{ purpose: 'offers', applied: false }]);
    expect(await may({ phone: today })).toBe('deny');
  });

  it('is joined by a START of the person, which gives back what was opted in before the stop', async () => {
    bench.setNow(noon + 10 * minute);
    await underEarlierKey({ provider: true, ...at(0) });
    await underEarlierKey({ ...stop, ...at(1) });
    await bench.say({ phone: today }, { action: 'resumed', purposes: 'all', provider: true, ...at(2) });
    expect(await may({ phone: today })).toBe('allow');
  });

  it('keeps its window', async () => {
    await bench.hear({ phone: before }, noon);
    await bench.hear({ phone: today }, noon - minute);
    expect((await bench.people.find('acme', { phone: today }, noon))?.window.lastInboundAt).toBe(noon);
    bench.setNow(noon + minute);
    await bench.hear({ phone: today, bsuid: 'BJ.13491208655302741918' }, noon + minute);
    await bench.hear({ phone: today, bsuid: 'BJ.13491208655302741918' }, noon + minute);
    const known = await bench.people.find('acme', { bsuid: 'BJ.13491208655302741918' }, noon + minute);
    expect([known?.window.lastInboundAt, (await homes()).length]).toEqual([noon + minute, 1]);
  });

  it('follows its person to another number', async () => {
    await underEarlierKey(at(0));
    bench.setNow(noon + 2 * minute);
    const notice = { person: { phone: today }, becomes: { phone: '525512345678' }, at: noon + minute, evidence: {} };
    await bench.ledger.changeIdentifiers(acme, { ...notice, eventId: 'moved' });
    expect([await may({ phone: '525512345678' }), await may({ phone: today })]).toEqual(['allow', 'nobody']);
  });
});

describe('a line that was known under both keys', () => {
  const yes = { saidAt: noon };
  /** A yes under one key, the own stop after it under the other, and no act since. */
  const split = async (yesUnder: string, stopUnder: string) => {
    bench.setNow(noon + 10 * minute);
    const under = { [yesUnder]: yes, [stopUnder]: { ...stop, ...at(1) } };
    const ofToday = await bench.say({ phone: today }, under[today]);
    const ofBefore = await bench.say({ phone: before }, under[before]);
    expect(await homes()).toHaveLength(2);
    return [ofToday.userId, ofBefore.userId];
  };

  it.each([
    [today, before],
    [before, today],
  ])('is denied by every name, the yes under %s and the stop under %s', async (yesUnder, stopUnder) => {
    const users = await split(yesUnder, stopUnder);
    expect(await may({ phone: today })).toBe('deny');
    for (const userId of users) expect(await may({ userId })).toBe('deny');
    const asked = [{ phone: '525512345678' }, { phone: today }, ...users.map((userId) => ({ userId }))];
    const found = await bench.people.findMany('acme', asked, true);
    expect(
      found.map((each) => each !== undefined && !(each instanceof Error) && each.subject.registers['*'] !== undefined),
    ).toEqual([false, true, true, true]);
  });

  it.each([
    ['a message', () => bench.hear({ phone: today }, noon + 2 * minute)],
    ['a report', () => bench.say({ phone: today }, at(2))],
    ['an act by userId', (userId = '') => bench.say({ userId }, at(2))],
  ])('is one person after %s', async (_act, act) => {
    const [userId, other] = await split(before, today);
    await act(userId);
    expect(await homes()).toHaveLength(1);
    expect([await may({ phone: today }), await may({ userId }), await may({ userId: other })]).toEqual(
      Array(3).fill('deny'),
    );
    expect(await rowsWhere(bench.table, /#E#/)).toEqual([]);
  });

  it.each([
    [today, before],
    [before, today],
  ])('is in no export, the yes under %s and the stop under %s', async (yesUnder, stopUnder) => {
    await split(yesUnder, stopUnder);
    expect(await exported()).toBe(0);
  });

  it('is in an export while nothing under its other key says no', async () => {
    await underEarlierKey(yes);
    await bench.say({ phone: '525512345678' }, yes);
    expect(await exported()).toBe(2);
  });

  it('stays two people when two accounts proved the number', async () => {
    await bench.say({ phone: today, bsuid: 'BJ.13491208655302741918' }, { provider: true, ...yes });
    await bench.say({ phone: before, bsuid: 'BJ.99991208655302741918' }, { ...stop, ...at(-5) });
    await bench.say({ phone: today }, yes);
    expect([await may({ phone: today }), (await homes()).length]).toEqual(['allow', 2]);
  });

  /** How many people a whole export writes. */
  async function exported(): Promise<number> {
    const steps = exportSteps(bench.table, bucket);
    steps.clock.now = noon + 60 * minute;
    const exportId = `exp_${String(++exports).padStart(15, '0')}`;
    await steps.plan({ appId: 'acme', purposeId: 'offers', exportId });
    const parts = await steps.writeShards('acme', exportId);
    return (await steps.finish('acme', exportId, parts)).rows;
  }
});
