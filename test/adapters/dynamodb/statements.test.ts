import { beforeEach, describe, expect, test } from 'vitest';
import { userDirectory } from '../../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import { readLedgers } from '../../../lambdas/adapters/dynamodb/entries/ledger-reader.ts';
import { EventIdReusedError, IdentityConflictError, NotFoundError } from '../../../lambdas/domain/errors.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { auditTable, consentOf, readAll, rowsOf } from '../../support/table/table-audit.ts';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
});

const phone = '525512345678';
const bsuid = 'MX.13491208655302741918';
const second = 1000;
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const stop = { ...own, action: 'revoked', purposes: 'all' } as const;

describe('recording', () => {
  test('the answer says what it came to, and the state agrees', async () => {
    const answer = await bench.say({ phone }, { purposes: ['offers', 'orders'] });
    expect(answer).toMatchObject({
      outcomes: [
        { purpose: 'offers', applied: true },
        { purpose: 'orders', applied: true },
      ],
      replayed: false,
    });
    expect(await consentOf(bench, { phone })).toEqual({ offers: 'opted-in', orders: 'opted-in', news: 'never-asked' });
  });

  test('an opt-in older than a later opt-out is recorded, loses, and says to what', async () => {
    const no = await bench.say({ phone }, { ...stop, saidAt: noon - 10 * second });
    const late = await bench.say({ phone }, { saidAt: noon - 20 * second });
    expect(late.outcomes).toMatchObject([{ applied: false, refusedBy: { code: 'later-opt-out', ref: no.ref } }]);
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-out' });
    expect(await rowsOf(bench, 'offers')).toEqual([]);
  });

  test('a reported grant does not undo the own stop', async () => {
    await bench.say({ phone });
    bench.setNow(noon + 10 * second);
    await bench.say({ phone }, stop);
    bench.setNow(noon + 20 * second);
    const report = await bench.say({ phone });
    expect(report.outcomes).toMatchObject([{ applied: false, refusedBy: { code: 'own-opt-out' } }]);
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-out' });
  });

  test('a time ahead of its receipt is capped, and the claim is kept as evidence', async () => {
    const ahead = await bench.say({ phone }, { saidAt: noon + 3_600_000 });
    expect(ahead.saidAt).toBe(noon);
    const [entry] = await readLedgers(bench.table, 'acme', [subjectOf(ahead.ref)]);
    expect(entry?.body?.evidence.claimedSaidAt).toBe('2026-11-20T13:00:00.000Z');
    bench.setNow(noon + second);
    await bench.say({ phone }, stop);
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-out' });
  });

  test('START gives back what the stop took, also when an older stop arrives late afterwards', async () => {
    await bench.say({ phone }, { purposes: ['offers', 'news'] });
    bench.setNow(noon + 100 * second);
    await bench.say({ phone }, { ...stop, saidAt: noon + 50 * second });
    await bench.say({ phone }, { ...own, action: 'resumed', purposes: 'all', saidAt: noon + 90 * second });
    expect(await consentOf(bench, { phone })).toMatchObject({
      offers: 'opted-in',
      news: 'opted-in',
      orders: 'opted-out',
    });
    // It joins the run of stops, so START answers it too; a report that came before it does not undo it.
    await bench.say({ phone }, { ...stop, saidAt: noon + 40 * second });
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-in', news: 'opted-in' });
    // In the second of START the stop wins.
    await bench.say({ phone }, { ...stop, saidAt: noon + 90 * second });
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-out', news: 'opted-out' });
    expect(await rowsOf(bench, 'offers')).toEqual([]);
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('listings give the verdict of today', async () => {
    const yes = await bench.say({ phone });
    bench.setNow(noon + 10 * second);
    await bench.say({ phone }, stop);
    const listed = await userDirectory(bench.table).statements(acme, yes.userId, 100);
    expect(listed?.data.map((entry) => entry.verdict?.[0]?.applied)).toEqual([false, true]);
    expect(listed?.data[0]?.header.appliedWhenRecorded).toEqual([{ purpose: 'offers', applied: true }]);
  });
});

describe('retries', () => {
  test('the same event id gets the first answer, at any distance', async () => {
    const first = await bench.say({ phone }, { eventId: 'e-1' });
    bench.setNow(noon + 8 * 86_400_000);
    await bench.say({ phone }, stop);
    const again = await bench.say({ phone }, { eventId: 'e-1', saidAt: noon });
    expect(again).toEqual({ ...first, replayed: true });
    expect(await auditTable(bench)).toMatchObject({ entries: 2 });
  });

  test('the same event id with another content is refused for callers', async () => {
    await bench.say({ phone }, { eventId: 'e-1' });
    await expect(bench.say({ phone }, { eventId: 'e-1', purposes: ['news'] })).rejects.toBeInstanceOf(
      EventIdReusedError,
    );
  });

  test('a redelivery of a provider is a replay even when its copy differs', async () => {
    await bench.say({ phone, bsuid }, { ...stop, eventId: 'wamid.1', evidence: { text: 'STOP' } });
    expect(await bench.say({ phone }, { ...stop, eventId: 'wamid.1', evidence: { text: 'Stop' } })).toMatchObject({
      replayed: true,
    });
  });

  test('without an id the content is the id', async () => {
    await bench.say({ phone }, { saidAt: noon - second });
    expect(await bench.say({ phone }, { saidAt: noon - second })).toMatchObject({ replayed: true });
    expect(await bench.say({ phone }, { saidAt: noon - 2 * second })).toMatchObject({ replayed: false });
  });

  test("a caller's id never meets a provider's", async () => {
    await bench.say({ phone }, { eventId: 'same' });
    expect(await bench.say({ phone }, { ...stop, eventId: 'same' })).toMatchObject({ replayed: false });
  });

  test('the same event under the other identifier after a merge is counted once', async () => {
    await bench.say({ bsuid }, { ...own, eventId: 'wamid.2' });
    await bench.say({ phone }, { purposes: ['news'] });
    await bench.hear({ phone, bsuid }, noon);
    expect(await bench.say({ phone }, { ...own, eventId: 'wamid.2' })).toMatchObject({ replayed: true });
  });
});

describe('replies', () => {
  test('a stop asks for one confirmation, however often it is said while it stands', async () => {
    const replies = async () => (await readAll(bench)).ledger.flatMap((item) => item.reply ?? []);
    const sayStop = (eventId: string) => bench.say({ phone }, { ...stop, eventId, reply: 'stop-confirmed' });
    await sayStop('s-1');
    bench.setNow(noon + second);
    await sayStop('s-2');
    expect(await replies()).toEqual(['stop-confirmed']);
    bench.setNow(noon + 2 * second);
    await bench.say({ phone }, own);
    bench.setNow(noon + 3 * second);
    await sayStop('s-3');
    expect(await replies()).toEqual(['stop-confirmed', 'stop-confirmed']);
  });
});

describe('races', () => {
  test('two opposite statements both reach the ledger and the fold decides', async () => {
    for (let round = 0; round < 20; round += 1) {
      const person = { phone: `5255123456${String(round).padStart(2, '0')}` };
      await Promise.all([
        bench.say(person, { ...own, saidAt: noon - 2 * second, eventId: 'yes' }),
        bench.say(person, { ...stop, saidAt: noon - second, eventId: 'no' }),
      ]);
      expect(await consentOf(bench, person)).toMatchObject({ offers: 'opted-out' });
    }
    expect(await auditTable(bench)).toMatchObject({ subjects: 20, entries: 40, faults: [] });
  });

  test('eight writers on one person lose nothing', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        bench.say({ phone }, { ...own, saidAt: noon - index * second, eventId: `e-${index}` }),
      ),
    );
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, entries: 8, faults: [] });
  });

  test('the same event four times at once is one entry', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => bench.say({ phone }, { ...stop, eventId: 'wamid.3' })));
    expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
    expect(await auditTable(bench)).toMatchObject({ entries: 1, faults: [] });
  });
});

describe('who is meant', () => {
  test('a yes that contradicts a proven pair is refused and names both', async () => {
    const a = await bench.say({ phone, bsuid }, own);
    const b = await bench.say({ bsuid: 'US.2002' });
    const error = await bench.say({ phone, bsuid: 'US.2002' }).catch((caught) => caught);
    expect(error).toBeInstanceOf(IdentityConflictError);
    expect((error as IdentityConflictError).userIds.toSorted()).toEqual([a.userId, b.userId].toSorted());
  });

  test('a yes that names the userId of somebody else is refused and names both', async () => {
    const a = await bench.say({ phone });
    const b = await bench.say({ bsuid });
    const error = await bench.say({ userId: a.userId, bsuid }).catch((caught) => caught);
    expect((error as IdentityConflictError).userIds.toSorted()).toEqual([a.userId, b.userId].toSorted());
  });

  test('an unknown userId is not found', async () => {
    await expect(bench.say({ userId: `usr_${'x'.repeat(33)}` })).rejects.toBeInstanceOf(NotFoundError);
  });

  test('a stop from a doubtful form of the number denies the other form, a grant does not travel', async () => {
    const [mobile, landline] = ['5491156121008', '541156121008'];
    await bench.say({ phone: landline });
    bench.setNow(noon + second);
    await bench.say({ phone: mobile }, stop);
    expect(await consentOf(bench, { phone: landline })).toMatchObject({ offers: 'opted-out' });
    bench.setNow(noon + 2 * second);
    await bench.say({ phone: mobile }, own);
    expect(await consentOf(bench, { phone: mobile })).toMatchObject({ offers: 'opted-in' });
    expect(await consentOf(bench, { phone: landline })).toMatchObject({ offers: 'opted-out' });
  });

  test('a stop by BSUID alone denies the doubtful forms of the number too', async () => {
    const [mobile, landline] = ['5491156121008', '541156121008'];
    await bench.say({ phone: landline });
    await bench.say({ phone: mobile, bsuid: 'AR.1' }, own);
    bench.setNow(noon + second);
    await bench.say({ bsuid: 'AR.1' }, stop);
    expect(await consentOf(bench, { phone: mobile })).toMatchObject({ offers: 'opted-out' });
    expect(await consentOf(bench, { phone: landline })).toMatchObject({ offers: 'opted-out' });
  });

  test('people of another app are other people', async () => {
    await bench.say({ phone });
    expect(await bench.people.find('beta', { phone }, noon)).toBeUndefined();
    await bench.ledger.recordStatement(
      { ...acme, appId: 'beta' },
      { person: { phone }, ...stop, saidAt: noon, evidence: {} },
    );
    expect(await consentOf(bench, { phone })).toMatchObject({ offers: 'opted-in' });
  });
});

function subjectOf(ref: string): string {
  return ref.slice(0, ref.lastIndexOf('.'));
}
