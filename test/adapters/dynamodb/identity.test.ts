import { beforeEach, describe, expect, test } from 'vitest';
import { isOpen } from '../../../lambdas/domain/window/customer-service-window.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { auditTable, consentOf, readAll, rowsOf } from '../../support/table/table-audit.ts';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(noon + hour);
});

const hour = 3_600_000;
const minute = 60_000;
const phone = '14155550132';
const newPhone = '14155550199';
const [bsuid, otherBsuid] = ['US.1001', 'US.2002'];
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const stop = { ...own, action: 'revoked', purposes: 'all' } as const;

const numberChange = (at: number, eventId = 'wamid.change') =>
  bench.ledger.changeIdentifiers(acme, {
    person: { phone, bsuid },
    becomes: { phone: newPhone, bsuid: otherBsuid },
    at,
    eventId,
    evidence: { text: 'changed' },
  });

describe('linking and merging', () => {
  test('a stop by BSUID finds the consent given by number', async () => {
    await bench.say({ phone }, { saidAt: noon });
    await bench.hear({ phone, bsuid }, noon + minute);
    await bench.say({ bsuid }, { ...stop, saidAt: noon + 2 * minute });
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-out' });
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, faults: [] });
  });

  test('an imported number and a BSUID-only writer turn out to be one: state is the fold over both, both userIds resolve', async () => {
    const imported = await bench.say({ phone }, { saidAt: noon });
    const writer = await bench.say({ bsuid }, { ...own, purposes: ['news'], saidAt: noon });
    await bench.hear({ phone, bsuid }, noon + minute);
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-in', news: 'opted-in' });
    const byEach = await Promise.all(
      [imported, writer].map(({ userId }) => bench.people.find('acme', { userId }, noon + hour)),
    );
    expect(byEach[0]?.subject.userId).toBe(byEach[1]?.subject.userId);
    expect(byEach[0]?.subject).toMatchObject({ phone, bsuid });
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, entries: 4, faults: [] });
    expect((await rowsOf(bench, 'news')).map((row) => row.phone)).toEqual([phone]);
  });

  test('the stop of one of the two holds for both', async () => {
    await bench.say({ bsuid }, { ...stop, saidAt: noon + minute });
    await bench.say({ phone }, { saidAt: noon });
    await bench.say({ phone, bsuid }, { ...own, action: 'requested', saidAt: noon - minute });
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-out' });
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('links that race with statements lose nothing', async () => {
    for (let round = 0; round < 15; round += 1) {
      const pair = { phone: `1415555${2000 + round}`, bsuid: `US.R${round}` };
      await Promise.all([
        bench.say({ phone: pair.phone }, { ...own, saidAt: noon, eventId: `yes-${round}` }),
        bench.say({ bsuid: pair.bsuid }, { ...stop, saidAt: noon + minute, eventId: `no-${round}` }),
        bench.hear(pair, noon + minute),
      ]);
      await bench.hear(pair, noon + 2 * minute);
      expect(await consentOf(bench, { phone: pair.phone })).toMatchObject({ offers: 'opted-out' });
      expect(await consentOf(bench, { bsuid: pair.bsuid })).toMatchObject({ offers: 'opted-out' });
    }
    expect(await auditTable(bench)).toMatchObject({ subjects: 15, faults: [] });
  });

  test('a parent BSUID is an alias of last resort', async () => {
    await bench.say({ phone, bsuid, parentBsuid: 'US.ENT.9' }, { ...own, saidAt: noon });
    await bench.say({ parentBsuid: 'US.ENT.9' }, { ...stop, saidAt: noon + minute });
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-out' });
  });
});

describe('number change by notice', () => {
  beforeEach(async () => {
    await bench.say({ phone, bsuid }, { ...own, saidAt: noon });
    await bench.hear({ phone, bsuid }, noon);
  });

  test('consent moves along, the old number is free, the userId stays', async () => {
    const before = await bench.people.find('acme', { phone }, noon + hour);
    await numberChange(noon + 10 * minute);
    expect(await consentOf(bench, { phone: newPhone })).toMatchObject({ offers: 'opted-in' });
    expect(await consentOf(bench, { bsuid })).toMatchObject({ offers: 'opted-in' });
    expect(await consentOf(bench, { bsuid: otherBsuid })).toMatchObject({ offers: 'opted-in' });
    expect(await consentOf(bench, { phone })).toBeUndefined();
    const after = await bench.people.find('acme', { userId: before?.subject.userId ?? '' }, noon + hour);
    expect(after?.subject).toMatchObject({ phone: newPhone, bsuid: otherBsuid, userId: before?.subject.userId });
    expect(after?.window.lastInboundAt).toBe(noon);
    expect((await rowsOf(bench, 'offers')).map((row) => [row.phone, row.userId])).toEqual([
      [newPhone, before?.subject.userId],
    ]);
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, faults: [] });
  });

  test('the same notice again changes nothing', async () => {
    await numberChange(noon + 10 * minute);
    const once = await readAll(bench);
    await numberChange(noon + 10 * minute);
    expect((await readAll(bench)).ledger).toHaveLength(once.ledger.length);
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('a new holder of the old number starts at zero, and the old holder keeps everything', async () => {
    await numberChange(noon + 10 * minute);
    await bench.hear({ phone, bsuid: 'US.3003' }, noon + 20 * minute);
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'never-asked' });
    expect(await consentOf(bench, { phone: newPhone })).toMatchObject({ offers: 'opted-in' });
    await bench.say({ phone }, { ...stop, saidAt: noon + 30 * minute });
    expect(await consentOf(bench, { phone: newPhone })).toMatchObject({ offers: 'opted-in' });
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('a late redelivery with the old number and the old BSUID finds the old holder and merges nobody', async () => {
    await numberChange(noon + 10 * minute);
    await bench.hear({ phone, bsuid: 'US.3003' }, noon + 20 * minute);
    await bench.say({ phone, bsuid }, { ...stop, saidAt: noon + 5 * minute, eventId: 'wamid.late' });
    expect(await consentOf(bench, { phone: newPhone })).toMatchObject({ offers: 'opted-out' });
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'never-asked' });
    await bench.hear({ phone, bsuid }, noon + 6 * minute);
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('a late redelivery does not merge the old holder with a new one who has shown no BSUID yet', async () => {
    await numberChange(noon + 10 * minute);
    await bench.say({ phone }, { ...own, purposes: ['news'], saidAt: noon + 20 * minute });
    await bench.say({ phone, bsuid }, { ...stop, saidAt: noon + 5 * minute, eventId: 'wamid.late' });
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'never-asked', news: 'opted-in' });
    expect(await consentOf(bench, { phone: newPhone })).toMatchObject({ offers: 'opted-out', news: 'opted-out' });
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('an act that is older than the change belongs to the old holder, whoever has the number now', async () => {
    await numberChange(noon + 10 * minute);
    await bench.hear({ phone, bsuid: 'US.3003' }, noon + 20 * minute);
    await bench.say({ phone }, { action: 'revoked', purposes: 'all', source: 'paper', saidAt: noon + 9 * minute });
    expect(await consentOf(bench, { phone: newPhone })).toMatchObject({ offers: 'opted-out' });
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'never-asked' });
  });

  test('a stop from the new number that arrived before the notice is not lost', async () => {
    await bench.say({ phone: newPhone, bsuid: otherBsuid }, { ...stop, saidAt: noon + 15 * minute });
    await numberChange(noon + 10 * minute);
    expect(await consentOf(bench, { phone: newPhone })).toMatchObject({ offers: 'opted-out' });
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, faults: [] });
  });

  test('whoever had the new number before loses it and lends the person nothing', async () => {
    await bench.say({ phone: newPhone }, { purposes: ['news'], saidAt: noon - hour });
    await numberChange(noon + 10 * minute);
    expect(await consentOf(bench, { phone: newPhone })).toMatchObject({ offers: 'opted-in', news: 'never-asked' });
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('the old window does not let the new holder write as the old one', async () => {
    await numberChange(noon + 10 * minute);
    await bench.hear({ phone }, noon + 20 * minute);
    const newHolder = await bench.people.find('acme', { phone }, noon + hour);
    const oldHolder = await bench.people.find('acme', { phone: newPhone }, noon + hour);
    expect(newHolder?.subject.userId).not.toBe(oldHolder?.subject.userId);
    expect(oldHolder?.window.lastInboundAt).toBe(noon);
    expect(newHolder?.window.lastInboundAt).toBe(noon + 20 * minute);
  });

  test('statements that race with the change are not lost', async () => {
    await Promise.all([
      numberChange(noon + 10 * minute),
      ...[1, 2, 3, 4].map((n) =>
        bench.say({ phone, bsuid }, { ...own, purposes: ['news'], saidAt: noon + n * minute, eventId: `r-${n}` }),
      ),
      bench.say({ phone: newPhone, bsuid: otherBsuid }, { ...stop, saidAt: noon + 11 * minute, eventId: 'r-stop' }),
    ]);
    expect(await consentOf(bench, { phone: newPhone })).toMatchObject({ offers: 'opted-out', news: 'opted-out' });
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, faults: [] });
  });

  test('a change of the BSUID alone keeps the number', async () => {
    await bench.ledger.changeIdentifiers(acme, {
      person: { bsuid },
      becomes: { bsuid: otherBsuid },
      at: noon + minute,
      eventId: 'w.2',
      evidence: {},
    });
    expect(await consentOf(bench, { bsuid: otherBsuid })).toMatchObject({ offers: 'opted-in' });
    expect((await bench.people.find('acme', { phone }, noon + hour))?.subject).toMatchObject({
      phone,
      bsuid: otherBsuid,
    });
  });

  test('a change of somebody we never knew moves a stranger, of whom nothing is said', async () => {
    await bench.ledger.changeIdentifiers(acme, {
      person: { phone: '4915112345678' },
      becomes: { phone: '4915187654321' },
      at: noon,
      eventId: 'w.3',
      evidence: {},
    });
    expect(await consentOf(bench, { phone: '4915112345678' })).toBeUndefined();
    expect(await consentOf(bench, { phone: '4915187654321' })).toMatchObject({ offers: 'never-asked' });
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });
});

describe('a known number with another BSUID and no notice', () => {
  beforeEach(async () => {
    await bench.say({ phone, bsuid }, { ...own, saidAt: noon });
    await bench.hear({ phone, bsuid }, noon);
  });

  test('is a new holder, who starts at zero; the old subject keeps the BSUID', async () => {
    await bench.hear({ phone, bsuid: otherBsuid }, noon + 10 * minute);
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'never-asked' });
    expect(await consentOf(bench, { bsuid })).toMatchObject({ offers: 'opted-in' });
    expect((await rowsOf(bench, 'offers')).map((row) => [row.phone, row.bsuid])).toEqual([[undefined, bsuid]]);
    expect((await readAll(bench)).withdrawals).toMatchObject([{ why: 'number-change', purposes: ['offers'] }]);
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('a late message of the old pair goes to the old holder, and the number does not flip back', async () => {
    await bench.hear({ phone, bsuid: otherBsuid }, noon + 10 * minute);
    await bench.say({ phone, bsuid }, { ...stop, saidAt: noon + 5 * minute });
    expect(await consentOf(bench, { bsuid })).toMatchObject({ offers: 'opted-out' });
    expect((await bench.people.find('acme', { phone }, noon + hour))?.subject.bsuid).toBe(otherBsuid);
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('a pair that is older than the first one known is of an earlier holder', async () => {
    await bench.hear({ phone, bsuid: otherBsuid }, noon - 10 * minute);
    expect((await bench.people.find('acme', { phone }, noon + hour))?.subject.bsuid).toBe(bsuid);
    expect(await consentOf(bench, { bsuid: otherBsuid })).toMatchObject({ offers: 'never-asked' });
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('takeovers that race with statements lose nothing', async () => {
    await Promise.all([
      bench.hear({ phone, bsuid: otherBsuid }, noon + 10 * minute),
      bench.say(
        { phone, bsuid: otherBsuid },
        { ...own, purposes: ['news'], saidAt: noon + 10 * minute, eventId: 't-1' },
      ),
      bench.say({ bsuid }, { ...stop, saidAt: noon + 10 * minute, eventId: 't-2' }),
    ]);
    expect(await consentOf(bench, { bsuid })).toMatchObject({ offers: 'opted-out' });
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'never-asked', news: 'opted-in' });
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });
});

describe('windows', () => {
  const windowOf = async (person: { phone?: string; bsuid?: string }) =>
    (await bench.people.find('acme', person, bench.now()))?.window ?? {};

  test.each([
    ['23 h 59 m 59 s after the last message', 86_399_999, true],
    ['24 h after it', 86_400_000, false],
  ])('%s', async (_, later, open) => {
    await bench.hear({ phone }, noon);
    expect(isOpen(await windowOf({ phone }), noon + later)).toBe(open);
  });

  test('the latest message counts, whichever order they arrive in', async () => {
    for (const at of [noon + 3 * minute, noon + minute, noon + 2 * minute]) await bench.hear({ phone }, at);
    expect((await windowOf({ phone })).lastInboundAt).toBe(noon + 3 * minute);
    expect((await bench.people.find('acme', { phone }, bench.now()))?.subject.firstContactAt).toBe(noon + minute);
  });

  test('a window opened by BSUID is the window of the person, asked by number', async () => {
    await bench.hear({ phone, bsuid }, noon);
    await bench.hear({ bsuid }, noon + 5 * minute);
    expect((await windowOf({ phone })).lastInboundAt).toBe(noon + 5 * minute);
  });

  test('a message ahead of time is capped at its receipt', async () => {
    await bench.hear({ phone }, noon + 48 * hour);
    expect((await windowOf({ phone })).lastInboundAt).toBe(noon + hour);
  });

  test('a free entry point is kept beside the window and opens none', async () => {
    await bench.hear({ phone }, noon - 30 * hour);
    await bench.ledger.noteEntryPoint(acme, { person: { phone }, at: noon, eventId: 'wamid.fep' });
    expect(await windowOf({ phone })).toEqual({ lastInboundAt: noon - 30 * hour, entryPointAt: noon });
    await bench.hear({ phone }, noon + minute);
    expect(await windowOf({ phone })).toEqual({ lastInboundAt: noon + minute, entryPointAt: noon });
    const [item] = (await readAll(bench)).windows;
    expect(item?.ttl).toBe((noon + 72 * hour) / 1000);
  });

  test('a message is never an opt-in', async () => {
    await bench.hear({ phone }, noon);
    expect(await consentOf(bench, { phone })).toEqual({
      offers: 'never-asked',
      orders: 'never-asked',
      news: 'never-asked',
    });
  });
});

describe('beside consent', () => {
  const preference = (value: 'stop' | 'resume', at: number) =>
    bench.ledger.recordPlatformPreference(acme, {
      person: { phone },
      value,
      at,
      eventId: `${value}-${at}`,
      evidence: {},
    });

  test('the platform stop leaves consent alone, brakes the rows and tells who queues messages', async () => {
    await bench.say({ phone }, { purposes: ['offers', 'orders'], saidAt: noon });
    await preference('stop', noon + minute);
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-in' });
    expect((await rowsOf(bench, 'offers'))[0]?.platformStoppedAt).toBe(noon + minute);
    expect((await readAll(bench)).withdrawals).toMatchObject([{ why: 'platform-stop', purposes: ['offers'] }]);
    await preference('resume', noon + 2 * minute);
    expect((await rowsOf(bench, 'offers'))[0]?.platformStoppedAt).toBeUndefined();
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('a resume that is older than the stop lifts nothing, and equal seconds are stopped', async () => {
    await bench.say({ phone }, { saidAt: noon });
    await preference('stop', noon + minute);
    await preference('resume', noon + minute);
    expect((await rowsOf(bench, 'offers'))[0]?.platformStoppedAt).toBe(noon + minute);
  });

  test('an unclear stop brakes until it is settled', async () => {
    await bench.say({ phone }, { saidAt: noon });
    const settle = (lift: boolean, at: number) =>
      bench.ledger.recordSuppression(acme, {
        person: { phone },
        reason: 'ambiguous-stop',
        lift,
        at,
        eventId: `s-${at}`,
        evidence: {},
        source: 'whatsapp-message',
      });
    await settle(false, noon + minute);
    expect((await rowsOf(bench, 'offers'))[0]?.ambiguousStopSince).toBe(noon + minute);
    await settle(true, noon + 2 * minute);
    expect((await rowsOf(bench, 'offers'))[0]?.ambiguousStopSince).toBeUndefined();
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });
});
