import { beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { eligibility } from '../../../lambdas/domain/eligibility/eligibility.ts';
import { factsOfRow } from '../../../lambdas/domain/eligibility/eligible-row.ts';
import { InvalidInputError } from '../../../lambdas/domain/errors.ts';
import type { StatementCommand } from '../../../lambdas/use-cases/ledger/ports.ts';
import { isMarketing, pick, randomSaid, seededRandom } from '../../model/random-history.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { auditTable, consentOf, readAll, rowsOf } from '../../support/table/table-audit.ts';

/** Stops of marketing in the store: one statement, marks on rows, withdrawals, merges, and what rows say of people. */
let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(noon);
});

const second = 1000;
const phone = '14165550132';
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const noMore = { ...own, action: 'revoked', purposes: 'marketing' } as const;

/** Says something a second after what was said before. */
const say = (statement: Partial<StatementCommand> = {}, person: object = { phone }) => {
  bench.setNow(bench.now() + second);
  return bench.say(person, { ...own, saidAt: bench.now(), eventId: `e-${bench.now()}`, ...statement });
};
const withdrawn = async () => (await readAll(bench)).withdrawals.map(({ why, purposes }) => ({ why, purposes }));

describe('a stop of marketing', () => {
  test('is one statement, ends what is marketing, and leaves the rest', async () => {
    await say({ purposes: ['offers', 'orders', 'news'] });
    const said = await say(noMore);
    expect(said).toMatchObject({
      purposes: 'marketing',
      outcomes: [
        { purpose: 'news', applied: true },
        { purpose: 'offers', applied: true },
      ],
      consent: { offers: { state: 'opted-out' }, news: { state: 'opted-out' } },
    });
    expect(Object.keys(said.consent)).toEqual(['news', 'offers']);
    expect(await consentOf(bench, { phone })).toEqual({ offers: 'opted-out', orders: 'opted-in', news: 'opted-out' });
    expect((await readAll(bench)).ledger.filter(({ action }) => action === 'revoked')).toMatchObject([
      { purposes: 'marketing' },
    ]);
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('keeps every row and marks it, whatever the settings say', async () => {
    await say({ purposes: ['offers', 'orders'] });
    await say(noMore);
    const marked = (await Promise.all(['offers', 'orders'].map((purpose) => rowsOf(bench, purpose)))).flat();
    expect(marked.map(({ marketingStoppedAt }) => marketingStoppedAt)).toEqual([bench.now(), bench.now()]);
    await say({ purposes: ['offers'] });
    expect((await rowsOf(bench, 'offers'))[0]?.marketingStoppedAt).toBeUndefined();
    expect((await rowsOf(bench, 'orders'))[0]?.marketingStoppedAt).toBeDefined();
  });

  test('withdraws only what is marketing (D3), or ever was', async () => {
    await say({ purposes: ['offers', 'orders'] });
    await say(noMore);
    expect(await withdrawn()).toEqual([{ why: 'opt-out', purposes: ['offers'] }]);
    const was: App = {
      ...acme,
      purposes: [{ purposeId: 'offers', name: 'Offers', category: 'utility', wasMarketing: true }],
    };
    await bench.ledger.recordStatement(was, {
      ...{
        person: { phone: '14165550133' },
        ...own,
        action: 'granted',
        purposes: ['offers'],
        saidAt: noon,
        evidence: {},
      },
    });
    await bench.ledger.recordStatement(was, {
      ...{ person: { phone: '14165550133' }, ...noMore, saidAt: noon + second, evidence: {} },
    });
    expect((await withdrawn()).map(({ purposes }) => purposes)).toEqual([['offers'], ['offers']]);
  });

  test.each([
    ['an unclear stop', 'suppression'],
    ['a platform stop', 'platform-stop'],
  ])('so does %s', async (_, why) => {
    await say({ purposes: ['offers', 'orders'] });
    const event = { person: { phone }, at: bench.now() + second, eventId: 'x', evidence: {} };
    bench.setNow(bench.now() + second);
    if (why === 'platform-stop') await bench.ledger.recordPlatformPreference(acme, { ...event, value: 'stop' });
    else {
      const more = { reason: 'ambiguous-stop', lift: false, source: 'whatsapp-message' } as const;
      await bench.ledger.recordSuppression(acme, { ...event, ...more });
    }
    expect(await withdrawn()).toEqual([{ why, purposes: ['offers'] }]);
  });

  test('of somebody who gets no marketing withdraws nothing', async () => {
    await say({ purposes: ['orders'] });
    await say(noMore);
    expect(await withdrawn()).toEqual([]);
  });

  test('stays through a merge, whoever survives, and through START', async () => {
    await say({ purposes: ['offers', 'orders'] });
    await say(noMore, { bsuid: 'CA.1' });
    await bench.hear({ phone, bsuid: 'CA.1' }, bench.now());
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-out', orders: 'opted-in' });
    await say({ action: 'revoked', purposes: 'all' });
    await say({ action: 'resumed', purposes: 'all' });
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-out', orders: 'opted-in' });
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('travels to the doubtful forms of the number', async () => {
    const [mobile, landline] = ['5491156121008', '541156121008'];
    await say({ purposes: ['offers', 'orders'] }, { phone: landline });
    await say(noMore, { phone: mobile });
    expect(await consentOf(bench, { phone: landline })).toMatchObject({ offers: 'opted-out', orders: 'opted-in' });
  });

  test.each(['granted', 'requested'] as const)('a yes cannot be about it: %s', async (action) => {
    for (const purposes of ['marketing', 'all'] as const) {
      const refused = await say({ action, purposes }).catch((error) => error);
      expect(refused).toBeInstanceOf(InvalidInputError);
      expect(refused.faults).toMatchObject([{ pointer: '/purposes' }]);
    }
    expect((await readAll(bench)).ledger).toEqual([]);
  });

  test('is confirmed once, and not to somebody who has stopped everything', async () => {
    const replies = async () => (await readAll(bench)).ledger.flatMap(({ reply }) => reply ?? []);
    const said = { ...noMore, reply: 'marketing-stop-confirmed' } as const;
    await say(said);
    await say(said);
    expect(await replies()).toEqual(['marketing-stop-confirmed']);
    await say({ action: 'revoked', purposes: 'all', reply: 'stop-confirmed' });
    await say({ purposes: ['orders'] });
    await say({ action: 'revoked', purposes: 'all', reply: 'stop-confirmed' });
    expect(await replies()).toEqual(['marketing-stop-confirmed', 'stop-confirmed', 'stop-confirmed']);
    await say({ action: 'revoked', purposes: 'all' }, { phone: '14165550144' });
    await say(said, { phone: '14165550144' });
    expect(await replies()).toHaveLength(3);
  });
});

test('whatever was said, a row decides like the person that it is of', async () => {
  const settings: App[] = [
    acme,
    { ...acme, purposes: acme.purposes.map((purpose) => ({ ...purpose, validForDays: 1 })) },
    { ...acme, purposes: acme.purposes.map((purpose) => ({ ...purpose, category: 'marketing', validForDays: 1 })) },
    { ...acme, purposes: acme.purposes.map((purpose) => ({ ...purpose, category: 'utility', validForDays: 1 })) },
  ];
  const day = 86_400_000;
  const tried = { allowed: 0, denied: 0 };
  const told: { readonly n: number; readonly app: App; readonly person: { readonly phone: string } }[] = [];
  for (let n = 0; n < 60; n += 1) {
    const random = seededRandom(7_000 + n);
    const app = pick(random, settings.slice(0, 3));
    const person = { phone: `1416555${2000 + n}` };
    for (let act = 0; act < 12; act += 1) {
      const said = randomSaid(random, 40);
      const saidAt = noon - 2 * day + said.second * 4_000_000;
      bench.setNow(saidAt + 1);
      const event = { person, at: saidAt, eventId: `b-${n}-${act}`, evidence: {} };
      if (said.action === 'erased') {
        const more = { reason: 'ambiguous-stop', lift: random() < 0.3, source: 'whatsapp-message' } as const;
        await bench.ledger.recordSuppression(app, { ...event, ...more });
        continue;
      }
      const { action, purposes, level } = said;
      const source = said.sms === undefined ? 'whatsapp-message' : 'sms-keyword';
      const evidence = said.sms === undefined ? {} : { receivedBy: said.sms };
      await bench.ledger.recordStatement(app, {
        ...{ person, action, purposes, level, saidAt, source, evidence },
        ...{ eventId: event.eventId, provider: true },
      });
    }
    told.push({ n, app, person });
  }
  const rows = Object.fromEntries(
    await Promise.all(acme.purposes.map(async ({ purposeId }) => [purposeId, await rowsOf(bench, purposeId)] as const)),
  );
  for (const { n, app, person } of told) {
    const known = await bench.people.find('acme', person, noon);
    if (known === undefined) throw new Error('somebody said something');
    for (const { purposeId } of app.purposes) {
      const row = rows[purposeId]?.find(({ phone: of }) => of === person.phone);
      for (const each of [app, ...settings]) {
        for (const now of [noon - day, noon, noon + day]) {
          const request = { purpose: purposeId, message: 'template' } as const;
          const whole = eligibility({ ...known.subject, window: {} }, each, request, now);
          const ofRow = row && eligibility(factsOfRow(row, purposeId), each, request, now);
          const where = `${n} ${purposeId} ${isMarketing(purposeId)} ${now - noon}`;
          // A repeated opt-in rewrites a row only where consent expires: with other settings it may be older, never younger.
          if (ofRow?.decision === 'allow' || each === app)
            expect(ofRow?.decision ?? 'deny', where).toBe(whole.decision);
          tried[whole.decision === 'allow' ? 'allowed' : 'denied'] += 1;
        }
      }
    }
  }
  expect(tried.allowed).toBeGreaterThan(200);
  expect(await auditTable(bench)).toMatchObject({ faults: [] });
}, 120_000);
