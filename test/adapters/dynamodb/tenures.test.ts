import { beforeEach, describe, expect, test } from 'vitest';
import { unknownPerson } from '../../../lambdas/domain/eligibility/decision.ts';
import { eligibility } from '../../../lambdas/domain/eligibility/eligibility.ts';
import type { PersonRef } from '../../../lambdas/domain/identity/person.ts';
import { factsOf } from '../../../lambdas/use-cases/eligibility/facts-of.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { auditTable, consentOf, readAll, rowsOf } from '../../support/table/table-audit.ts';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(noon + 1_000_000);
});

const [p, q, r] = ['14165550101', '14165550102', '14165550103'];
const [x, y, z] = ['CA.X', 'CA.Y', 'CA.Z'];
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const stop = { ...own, action: 'revoked', purposes: 'all' } as const;
const start = { ...own, action: 'resumed', purposes: 'all' } as const;
const reportedNo = { action: 'revoked', purposes: 'all' } as const;
/** Seconds after noon. */
const at = (seconds: number) => noon + seconds * 1000;

async function check(person: PersonRef, purpose = 'offers'): Promise<string> {
  const found = await bench.people.find('acme', person, bench.now());
  const facts = found === undefined ? unknownPerson : factsOf(found);
  const { decision, reasons } = eligibility(facts, acme, { purpose, message: 'template' }, bench.now());
  return `${decision} ${reasons.map(({ code }) => code).join(' ')}`;
}

const hear = (person: PersonRef, seconds: number) => bench.hear(person, at(seconds));
const optIn = (person: PersonRef, seconds: number, eventId?: string) =>
  bench.say(person, { saidAt: at(seconds), ...(eventId !== undefined && { eventId }) });
const moves = (from: PersonRef, to: PersonRef, seconds: number) =>
  bench.ledger.changeIdentifiers(acme, {
    ...{ person: from, becomes: to, at: at(seconds), eventId: `change-${JSON.stringify([from, to, seconds])}` },
    evidence: {},
  });

describe('nobody is written over', () => {
  test('a number that changed hands twice, and an old act by the BSUID of the one in the middle', async () => {
    await hear({ phone: p, bsuid: x }, 0);
    await hear({ phone: p, bsuid: y }, 100);
    const { userId } = await bench.say({ bsuid: y }, { ...stop, saidAt: at(150) });
    await hear({ phone: p, bsuid: z }, 200);
    expect(await optIn({ bsuid: y }, 50)).toMatchObject({ userId });
    expect(await check({ bsuid: y })).toBe('deny opted-out');
    expect((await bench.people.find('acme', { userId }, bench.now()))?.subject.bsuid).toBe(y);
    expect(await auditTable(bench)).toMatchObject({ subjects: 3, faults: [] });
  });

  test('a retry by BSUID after the number has gone twice finds the first answer', async () => {
    await hear({ phone: p, bsuid: x }, 0);
    await hear({ phone: p, bsuid: y }, 100);
    const first = await optIn({ bsuid: y }, 50, 'e-1');
    await hear({ phone: p, bsuid: z }, 200);
    expect(await optIn({ bsuid: y }, 50, 'e-1')).toEqual({ ...first, replayed: true });
  });

  test('a home is never put where another lives, whatever a decision believes', async () => {
    const { putPlace } = await import('../../../lambdas/adapters/dynamodb/places/put-place.ts');
    const { transact } = await import('../../../lambdas/adapters/dynamodb/table/transaction.ts');
    await optIn({ phone: p }, 0);
    const [home] = (await readAll(bench)).homes;
    if (home === undefined) throw new Error('Somebody lives there.');
    const stranger = { ...home, subject: { ...home.subject, subjectId: 'AAAAAAAAAAA' } };
    await expect(transact(bench.table, [putPlace(bench.table, 'acme', stranger, undefined)])).rejects.toThrow(
      'changed between',
    );
    await expect(transact(bench.table, [putPlace(bench.table, 'acme', stranger, stranger)])).rejects.toThrow(
      'changed between',
    );
  });
});

describe('acts go to whoever held the identifier then', () => {
  test('an opt-in dated before the first of two changes is of an earlier holder, during and after', async () => {
    await hear({ phone: p, bsuid: x }, 0);
    await moves({ phone: p, bsuid: x }, { phone: q, bsuid: x }, 100);
    const during = await optIn({ phone: q }, -500, 'during');
    await moves({ phone: q, bsuid: x }, { phone: r, bsuid: x }, 300);
    const after = await optIn({ phone: q }, -400, 'after');
    expect([during.holder, after.holder]).toEqual(['earlier', 'earlier']);
    expect(after.userId).toBe(during.userId);
    for (const person of [{ bsuid: x }, { phone: q }, { phone: r }, { userId: after.userId }])
      expect(await check(person)).toMatch(/^deny /);
    expect(await rowsOf(bench, 'offers')).toEqual([]);
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('an act during the first tenure is the first holder’s, also when the number had two more holders since', async () => {
    await hear({ phone: p, bsuid: x }, 0);
    await hear({ phone: p, bsuid: y }, 100);
    await hear({ phone: p, bsuid: z }, 200);
    await bench.say({ phone: p }, { action: 'revoked', purposes: 'all', saidAt: at(150) });
    await optIn({ bsuid: x }, 160);
    expect(await check({ bsuid: y }, 'news')).toBe('deny opted-out');
    expect(await optIn({ phone: p }, 50)).toMatchObject({ holder: 'earlier' });
    expect(await check({ bsuid: x })).toBe('allow opted-in');
    expect(await check({ phone: p })).toBe('deny never-asked');
  });

  test('an earlier holder who holds nothing now has no row and is never eligible, whatever is said', async () => {
    await optIn({ phone: q }, 200);
    await hear({ phone: p, bsuid: x }, 0);
    await moves({ phone: p, bsuid: x }, { phone: r, bsuid: x }, 100);
    const { userId, holder } = await optIn({ phone: r }, 50);
    expect(holder).toBe('earlier');
    expect(await optIn({ userId }, 60)).toMatchObject({ holder: 'earlier' });
    expect(await check({ userId })).toBe('deny no-identifier');
    expect((await rowsOf(bench, 'offers')).map((row) => row.phone)).toEqual([q]);
  });

  test('a no in a gap between two holders stands for the next one, a yes for nobody', async () => {
    await hear({ phone: p, bsuid: x }, 0);
    await moves({ phone: p, bsuid: x }, { phone: q, bsuid: x }, 100);
    await hear({ phone: r, bsuid: y }, 0);
    await moves({ phone: r, bsuid: y }, { phone: p, bsuid: y }, 300);
    await bench.say({ phone: p }, { ...own, saidAt: at(400) });
    expect(await optIn({ phone: p }, 200)).toMatchObject({ holder: 'earlier' });
    expect(await check({ phone: p })).toBe('allow opted-in');
    await bench.say({ phone: p }, { ...stop, saidAt: at(210) });
    expect(await check({ phone: p }, 'news')).toBe('deny opted-out');
    expect(await check({ bsuid: x })).toBe('deny never-asked');
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('an earlier holder held a number from when they came by it, not from when the one before left it', async () => {
    await hear({ phone: p, bsuid: x }, 0);
    await moves({ phone: p, bsuid: x }, { phone: q, bsuid: x }, 100);
    await hear({ phone: r, bsuid: y }, 0);
    await moves({ phone: r, bsuid: y }, { phone: p, bsuid: y }, 300);
    await moves({ phone: p, bsuid: y }, { phone: '14165550104', bsuid: y }, 500);
    await optIn({ phone: p }, 200);
    expect(await check({ bsuid: y })).toBe('deny never-asked');
    await optIn({ phone: p }, 400);
    expect(await check({ bsuid: y })).toBe('allow opted-in');
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });
});

describe('a payload that shows a known BSUID with another number, without a notice', () => {
  beforeEach(async () => {
    await bench.say({ phone: p, bsuid: x }, { ...own, saidAt: at(0) });
    await bench.say({ phone: p, bsuid: x }, { ...own, action: 'revoked', purposes: ['news'], saidAt: at(10) });
    await hear({ phone: q, bsuid: x }, 100);
  });

  test('moves the person; the old number answers for nothing', async () => {
    expect(await check({ phone: q })).toBe('allow opted-in');
    expect(await check({ phone: p })).toBe('deny never-asked');
    expect((await rowsOf(bench, 'offers')).map((row) => row.phone)).toEqual([q]);
  });

  test('the old number keeps the denials, also one that arrives late', async () => {
    expect(await check({ phone: p }, 'news')).toBe('deny opted-out');
    expect(await bench.say({ phone: p }, { purposes: ['news', 'offers'], saidAt: at(200) })).toMatchObject({
      outcomes: [
        { purpose: 'news', applied: false },
        { purpose: 'offers', applied: true },
      ],
    });
    await bench.say({ bsuid: x }, { ...own, action: 'revoked', purposes: ['offers'], saidAt: at(50) });
    expect(await check({ phone: p })).toBe('deny opted-out');
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('until a proven new holder, who starts at zero but for what was said by the number meanwhile', async () => {
    await bench.say({ phone: p }, { ...own, action: 'revoked', purposes: ['orders'], saidAt: at(150) });
    await hear({ phone: p, bsuid: z }, 300);
    expect(await check({ phone: p }, 'news')).toBe('deny never-asked');
    expect(await check({ phone: p }, 'orders')).toBe('deny opted-out');
    await bench.say({ bsuid: x }, { ...stop, saidAt: at(60), eventId: 'late' });
    expect(await check({ bsuid: z }, 'news')).toBe('deny never-asked');
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('an older payload with the old number is the same person’s and moves nobody back', async () => {
    await bench.say({ phone: p, bsuid: x }, { ...stop, saidAt: at(50) });
    expect(await check({ phone: q })).toBe('deny opted-out');
    expect((await bench.people.find('acme', { bsuid: x }, bench.now()))?.subject.phone).toBe(q);
  });
});

describe('late proof', () => {
  test('of an older holder: what was said by the number before today’s holder had it is not theirs', async () => {
    await hear({ phone: p, bsuid: y }, 100);
    await optIn({ phone: p }, 50);
    expect(await check({ phone: p })).toBe('allow opted-in');
    await hear({ phone: p, bsuid: x }, 20);
    expect(await check({ phone: p })).toBe('deny never-asked');
    expect(await optIn({ phone: p }, 60)).toMatchObject({ holder: 'earlier' });
    expect(await check({ phone: p })).toBe('deny never-asked');
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('of somebody in between does not take the number from who showed it later, nor their no', async () => {
    await bench.say({ phone: p, bsuid: y }, { ...own, saidAt: at(0) });
    await bench.say({ phone: p, bsuid: y }, { ...stop, saidAt: at(300) });
    await hear({ phone: p, bsuid: x }, 100);
    await optIn({ phone: p }, 400);
    expect(await check({ phone: p })).toBe('deny opted-out');
    expect((await bench.people.find('acme', { phone: p }, bench.now()))?.subject.bsuid).toBe(y);
    expect(await optIn({ phone: p }, 150)).toMatchObject({ holder: 'earlier' });
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('the second of two changes first: nobody keeps a number that they have left', async () => {
    await bench.say({ phone: p, bsuid: x }, { ...own, saidAt: at(0) });
    await moves({ phone: q }, { phone: r }, 300);
    await moves({ phone: p, bsuid: x }, { phone: q }, 100);
    expect(await check({ phone: r })).toBe('allow opted-in');
    expect(await check({ phone: q })).toMatch(/^deny/);
    expect(await check({ phone: p })).toMatch(/^deny/);
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });
});

describe('retries', () => {
  test('after a merge the answer is the first one, with the first userId', async () => {
    const byNumber = await bench.say({ phone: p }, { saidAt: at(0), eventId: 'a' });
    const byBsuid = await bench.say({ bsuid: x }, { saidAt: at(1), eventId: 'b' });
    await hear({ phone: p, bsuid: x }, 10);
    await bench.say({ phone: p, bsuid: x }, { ...stop, saidAt: at(20) });
    expect(await bench.say({ phone: p }, { saidAt: at(0), eventId: 'a' })).toEqual({ ...byNumber, replayed: true });
    expect(await bench.say({ bsuid: x }, { saidAt: at(1), eventId: 'b' })).toEqual({ ...byBsuid, replayed: true });
  });

  test('after three merges and a take-over too', async () => {
    const first = await bench.say({ phone: p }, { saidAt: at(0), eventId: 'a' });
    await hear({ phone: p, bsuid: x }, 10);
    for (const [n, number] of [q, r, '14165550104'].entries()) {
      await bench.say({ phone: number }, { saidAt: at(20 + 20 * n + 5) });
      await moves({ phone: n === 0 ? p : ([q, r][n - 1] ?? p), bsuid: x }, { phone: number, bsuid: x }, 20 + 20 * n);
    }
    await hear({ phone: p, bsuid: z }, 500);
    expect(await bench.say({ phone: p }, { saidAt: at(0), eventId: 'a' })).toEqual({ ...first, replayed: true });
    expect((await bench.people.find('acme', { userId: first.userId }, bench.now()))?.subject.bsuid).toBe(x);
  });

  test('a claimed time ahead of its receipt is found again under whoever held the number at receipt', async () => {
    await hear({ phone: p, bsuid: x }, 0);
    bench.setNow(at(50));
    const first = await bench.say({ phone: p }, { saidAt: at(500), eventId: 'ahead' });
    bench.setNow(at(1000));
    await hear({ phone: p, bsuid: y }, 200);
    expect(await bench.say({ phone: p }, { saidAt: at(500), eventId: 'ahead' })).toEqual({ ...first, replayed: true });
    expect(await check({ phone: p })).toBe('deny never-asked');
  });

  test('a userId leads to its person after thirty changes of number', async () => {
    const number = (n: number) => `1416555${2000 + n}`;
    const { userId } = await bench.say({ phone: number(0) }, { ...own, saidAt: at(0) });
    for (let n = 0; n < 30; n += 1) await moves({ phone: number(n) }, { phone: number(n + 1) }, 10 * (n + 1));
    expect(await check({ userId })).toBe('allow opted-in');
    expect((await bench.people.findMany('acme', [{ userId }], false))[0]).toMatchObject({ subject: { userId } });
  });
});

describe('what random histories found', () => {
  const again = async (person: PersonRef, seconds: number, eventId: string, first: object) =>
    expect(await optIn(person, seconds, eventId)).toEqual({ ...first, replayed: true });

  test('a retry finds the answer of somebody who was absorbed by an earlier holder', async () => {
    await bench.say({ phone: p }, { ...own, saidAt: at(100) });
    const first = await optIn({ phone: p }, 140, 'e-1');
    await hear({ bsuid: x }, 60);
    await moves({ phone: p, bsuid: x }, { phone: q }, 80);
    await again({ phone: p }, 140, 'e-1', first);
  });

  test('a retry that falls into a time before today’s holder finds the answer of today’s holder', async () => {
    const first = await optIn({ phone: p }, 10, 'e-1');
    await bench.say({ phone: p, bsuid: x }, { ...stop, saidAt: at(80) });
    await moves({ phone: p }, { phone: q }, 20);
    await again({ phone: p }, 10, 'e-1', first);
  });

  test('a retry finds the first answer also where it contradicts what has been proven since', async () => {
    const first = await optIn({ phone: p, bsuid: x }, 10, 'e-1');
    await hear({ phone: p, bsuid: y }, 20);
    await again({ phone: p, bsuid: x }, 10, 'e-1', first);
    await expect(optIn({ phone: p, bsuid: x }, 10, 'e-2')).rejects.toThrow('different people');
  });

  test('a userId by BSUID and a new number: the retry finds the first answer under the number', async () => {
    const { userId } = await optIn({ bsuid: x }, 0);
    const first = await optIn({ userId, phone: p }, 10, 'e-1');
    expect(first.userId).not.toBe(userId);
    await again({ userId, phone: p }, 10, 'e-1', first);
  });

  test('a stop of today’s holder who is shown with the number before they came to it is stored', async () => {
    await hear({ phone: q, bsuid: x }, 10);
    await moves({ phone: q }, { phone: p }, 120);
    await bench.say({ phone: p, bsuid: x }, { ...stop, saidAt: at(50) });
    await optIn({ phone: p }, 200);
    expect(await check({ phone: p })).toBe('deny opted-out');
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('a stop at the very moment at which the other number was last seen is stored', async () => {
    await moves({ phone: p }, { phone: q }, 120);
    await hear({ phone: p, bsuid: x }, 110);
    await hear({ phone: p, bsuid: y }, 10);
    await bench.say({ phone: p, bsuid: x }, { ...stop, saidAt: at(110) });
    await optIn({ bsuid: x }, 200);
    expect(await check({ bsuid: x })).toBe('deny opted-out');
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('a no that was said by a number after its person had left it reaches the next holder, also if a pair brought it to them before', async () => {
    await bench.say({ phone: p, bsuid: y }, { ...reportedNo, saidAt: at(130) });
    await moves({ phone: p }, { phone: q }, 60);
    await moves({ phone: '525533334444', bsuid: x }, { phone: p }, 70);
    await optIn({ phone: p }, 110);
    expect(await check({ phone: p })).toBe('deny opted-out');
  });

  test('a START that had nothing to give back is cut out too when its number turns out to have been left', async () => {
    await bench.say({ phone: p }, { ...start, saidAt: at(140) });
    await moves({ phone: p, bsuid: x }, { phone: q }, 90);
    await optIn({ bsuid: x }, 20);
    await bench.say({ bsuid: x }, { ...reportedNo, saidAt: at(70) });
    expect(await check({ phone: q })).toBe('deny opted-out');
  });

  test('a notice that comes again, later than what came after it, leaves its person with the number that it brought', async () => {
    const notice = () => moves({ phone: r, bsuid: x }, { phone: q }, 140);
    await hear({ phone: r, bsuid: x }, 70);
    await moves({ phone: p, bsuid: y }, { phone: r }, 190);
    await moves({ phone: r, bsuid: x }, { phone: q }, 80);
    await notice();
    await hear({ phone: r, bsuid: z }, 110);
    await notice();
    expect((await bench.people.find('acme', { bsuid: x }, bench.now()))?.subject.phone).toBe(q);
  });

  test('a number that was left keeps what its person said by it, however late it arrives', async () => {
    await bench.say({ phone: p, bsuid: x }, { ...own, saidAt: at(0) });
    await hear({ phone: q, bsuid: x }, 100);
    await optIn({ phone: p }, 200);
    await bench.say({ phone: p }, { ...stop, saidAt: at(40), purposes: ['news'], eventId: 'by the number' });
    expect(await check({ phone: p }, 'news')).toBe('deny opted-out');
    await bench.say({ phone: p, bsuid: x }, { ...stop, saidAt: at(50), eventId: 'by both' });
    expect(await check({ phone: p })).toBe('deny opted-out');
    expect(await check({ phone: q })).toBe('deny opted-out');
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('somebody who moved to a number that is another’s by now has left the old one all the same', async () => {
    await bench.say({ phone: p, bsuid: x }, { ...stop, saidAt: at(0) });
    await hear({ phone: q, bsuid: y }, 200);
    await bench.say({ phone: q, bsuid: x }, { ...own, saidAt: at(100) });
    expect(await check({ bsuid: x })).toBe('allow opted-in');
    expect(await check({ phone: p })).toBe('deny opted-out');
    expect((await bench.people.find('acme', { phone: q }, bench.now()))?.subject.bsuid).toBe(y);
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('a retry finds the answer of somebody who held the number for no time', async () => {
    await hear({ phone: p, bsuid: x }, 50);
    await hear({ phone: q, bsuid: x }, 100);
    const first = await optIn({ phone: p }, 140, 'e-1');
    await moves({ phone: p, bsuid: z }, { phone: q }, 80);
    await moves({ phone: p }, { phone: q }, 160);
    await again({ phone: p }, 140, 'e-1', first);
  });

  test('somebody whose latest number went to another does not come back to an older one', async () => {
    await hear({ phone: q, bsuid: z }, 160);
    await moves({ phone: p, bsuid: x }, { phone: q }, 150);
    await bench.say({ phone: r, bsuid: x }, { ...own, saidAt: at(100) });
    expect(await check({ phone: r })).toMatch(/^deny/);
    expect((await bench.people.find('acme', { bsuid: x }, bench.now()))?.subject.phone).toBeUndefined();
  });

  test('a notice of a number that keeps denials and that nobody holds makes nobody its holder', async () => {
    await hear({ phone: p, bsuid: x }, 10);
    await hear({ phone: q, bsuid: x }, 20);
    await moves({ phone: p }, { phone: r }, 180);
    expect(await bench.people.find('acme', { phone: p }, bench.now())).toBeUndefined();
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, faults: [] });
  });

  test('a home that moves leaves behind since when its number was held', async () => {
    await hear({ phone: p, bsuid: y }, 100);
    await moves({ phone: p }, { phone: r }, 20);
    await hear({ phone: p, bsuid: z }, 180);
    await hear({ phone: q, bsuid: z }, 40);
    await moves({ phone: q }, { phone: r }, 50);
    const { userId } = await bench.say({ phone: q, bsuid: y }, { ...stop, saidAt: at(30) });
    expect((await bench.people.find('acme', { bsuid: y }, bench.now()))?.subject.userId).toBe(userId);
    const place = (await readAll(bench)).homes.find(({ subject }) => subject.bsuid === y);
    expect([place?.kind, place?.heldSince]).toEqual(['home', undefined]);
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });
});

describe('denials reach a doubtful form whenever the number becomes known', () => {
  const [mobile, landline] = ['5491156121008', '541156121008'];
  beforeEach(() => optIn({ phone: landline }, -100));

  test('by a link', async () => {
    await bench.say({ bsuid: x }, { ...stop, saidAt: at(0) });
    await hear({ phone: mobile, bsuid: x }, 10);
    expect(await check({ phone: landline })).toBe('deny opted-out');
  });

  test('by a change', async () => {
    await bench.say({ phone: p, bsuid: x }, { ...own, saidAt: at(0) });
    await bench.say({ phone: p, bsuid: x }, { ...stop, saidAt: at(5) });
    await moves({ phone: p, bsuid: x }, { phone: mobile, bsuid: x }, 10);
    expect(await check({ phone: landline })).toBe('deny opted-out');
  });

  test('by a move without a notice', async () => {
    await bench.say({ phone: p, bsuid: x }, { ...own, saidAt: at(0) });
    await bench.say({ phone: p, bsuid: x }, { ...stop, saidAt: at(5) });
    await hear({ phone: mobile, bsuid: x }, 10);
    expect(await check({ phone: landline })).toBe('deny opted-out');
  });

  test('by a merge', async () => {
    await bench.say({ phone: mobile }, { ...own, purposes: ['news'], saidAt: at(0) });
    await bench.say({ bsuid: x }, { ...stop, saidAt: at(5) });
    await hear({ phone: mobile, bsuid: x }, 10);
    expect(await check({ phone: landline })).toBe('deny opted-out');
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('platform stops and suppressions too', async () => {
    await bench.ledger.recordPlatformPreference(acme, {
      ...{ person: { bsuid: x }, value: 'stop', at: at(0), eventId: 'p-1', evidence: {} },
    });
    await hear({ phone: mobile, bsuid: x }, 10);
    expect(await check({ phone: landline })).toBe('deny platform-stop');
  });
});

describe('changes of any size', () => {
  const fifty = Array.from({ length: 50 }, (_, n) => `purpose-${n}`);
  const wide = { ...acme, purposes: fifty.map((id) => ({ purposeId: id, name: id, category: 'marketing' as const })) };
  const grant = (person: PersonRef, purposes: readonly string[]) =>
    bench.ledger.recordStatement(wide, {
      ...{ person, action: 'granted', purposes, level: 3, saidAt: at(0), source: 'whatsapp-message' },
      ...{ evidence: {}, provider: true },
    });
  const hundred = [...fifty, ...fifty.map((id) => `old-${id}`)];

  test.each([
    ['two people with fifty purposes each', fifty],
    ['two people with a hundred', hundred],
  ])('%s turn out to be one, and a stop is stored', async (_, purposes) => {
    await grant({ phone: p }, purposes.slice(0, 60));
    await grant({ phone: p }, purposes.slice(60));
    await grant({ bsuid: x }, purposes.slice(0, 60));
    await grant({ bsuid: x }, purposes.slice(60));
    await bench.ledger.noteInbound(wide, { person: { phone: p, bsuid: x }, at: at(10), eventId: 'm-1' });
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, faults: [] });
    expect((await readAll(bench)).rows).toHaveLength(purposes.length);
    await bench.ledger.recordStatement(wide, {
      ...{ person: { phone: p, bsuid: x }, ...stop, saidAt: at(20), evidence: {} },
    });
    expect((await readAll(bench)).rows).toEqual([]);
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, faults: [] });
  });

  test('a change of number and a take-over carry a hundred purposes', async () => {
    await grant({ phone: p, bsuid: x }, hundred.slice(0, 60));
    await grant({ phone: p, bsuid: x }, hundred.slice(60));
    await bench.ledger.changeIdentifiers(wide, {
      ...{ person: { phone: p, bsuid: x }, becomes: { phone: q, bsuid: x }, at: at(10), eventId: 'c', evidence: {} },
    });
    expect((await readAll(bench)).rows.map((row) => row.p)).toEqual(Array.from({ length: 100 }, () => q));
    await bench.ledger.noteInbound(wide, { person: { phone: q, bsuid: y }, at: at(20), eventId: 'm-2' });
    expect((await readAll(bench)).rows.map((row) => row.p)).toEqual(Array.from({ length: 100 }, () => undefined));
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('a transaction that is too large says so', async () => {
    const { put, transact } = await import('../../../lambdas/adapters/dynamodb/table/transaction.ts');
    const writes = Array.from({ length: 101 }, (_, n) => put(bench.table, { pk: 'x', sk: String(n) }));
    await expect(transact(bench.table, writes)).rejects.toThrow('A transaction takes 100 items, this one has 101');
  });
});

test('consent of a number is asked of its own state', async () => {
  await optIn({ phone: p }, 0);
  expect(await consentOf(bench, { phone: p })).toMatchObject({ offers: 'opted-in' });
});
