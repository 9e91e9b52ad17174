import { beforeEach, describe, expect, test } from 'vitest';
import { toPlaceItem } from '../../../lambdas/adapters/dynamodb/places/place-item.ts';
import { unknownPerson } from '../../../lambdas/domain/eligibility/decision.ts';
import { eligibility } from '../../../lambdas/domain/eligibility/eligibility.ts';
import { IdentityConflictError } from '../../../lambdas/domain/errors.ts';
import type { PersonRef } from '../../../lambdas/domain/identity/person.ts';
import { factsOf } from '../../../lambdas/use-cases/eligibility/facts-of.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { auditTable, readAll, rowsOf } from '../../support/table/table-audit.ts';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(noon + 3_600_000);
});

const minute = 60_000;
const phone = '14165550132';
const [bsuid, otherBsuid] = ['CA.1001', 'CA.2002'];
const both = { phone, bsuid };
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const stop = { ...own, action: 'revoked', purposes: 'all' } as const;
const start = { ...own, action: 'resumed', purposes: 'all' } as const;
const no = { action: 'revoked', purposes: 'all' } as const;

/** What a check answers, with the codes of its reasons. */
async function check(person: PersonRef, purpose = 'offers'): Promise<string> {
  const found = await bench.people.find('acme', person, bench.now());
  const facts = found === undefined ? unknownPerson : factsOf(found);
  const { decision, reasons } = eligibility(facts, acme, { purpose, message: 'template' }, bench.now());
  return `${decision} ${reasons.map(({ code }) => code).join(' ')}`;
}

describe('what a caller says of two identifiers proves nothing', () => {
  test('a yes that names both stands under the number and gives the BSUID nothing', async () => {
    await bench.say(both, { saidAt: noon });
    expect(await check({ phone })).toBe('allow opted-in');
    expect(await check({ bsuid })).toBe('deny never-asked');
    expect(await check(both)).toBe('allow opted-in');
    expect((await rowsOf(bench, 'offers')).map((row) => [row.phone, row.bsuid])).toEqual([[phone, undefined]]);
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, faults: [] });
  });

  test('a search by either finds the one who is known, a check does not', async () => {
    const { userId } = await bench.say(both, { saidAt: noon });
    expect((await bench.people.search('acme', { bsuid }, bench.now()))?.subject.userId).toBe(userId);
    expect(await bench.people.find('acme', { bsuid }, bench.now())).toBeUndefined();
  });

  test('a mark on a number that somebody holds leaves whoever held it earlier on record', async () => {
    const at = (minutes: number) => noon + minutes * minute;
    await bench.ledger.changeIdentifiers(acme, {
      ...{ person: { phone: '14165550999' }, becomes: { phone }, at: at(20), eventId: 'change-1', evidence: {} },
    });
    const first = await bench.say(both, { saidAt: at(10), eventId: 'e-1' });
    expect(first.holder).toBe('earlier');
    expect(await bench.say(both, { saidAt: at(10), eventId: 'e-1' })).toEqual({ ...first, replayed: true });
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('a no that names both stands under both', async () => {
    await bench.say({ phone }, { saidAt: noon });
    await bench.say({ bsuid }, { saidAt: noon });
    await bench.say(both, { ...no, saidAt: noon + minute });
    expect([await check({ phone }), await check({ bsuid })]).toEqual(['deny opted-out', 'deny opted-out']);
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('a no is never a conflict: it is recorded under everybody who was named', async () => {
    await bench.say(both, { ...own, saidAt: noon });
    const other = await bench.say({ phone: '14165550999', bsuid: otherBsuid }, { ...own, saidAt: noon });
    await bench.say({ userId: other.userId, phone, bsuid: 'CA.3003' }, { ...no, saidAt: noon + minute });
    for (const person of [{ phone }, { bsuid }, { bsuid: otherBsuid }])
      expect(await check(person)).toBe('deny opted-out');
    expect(await check({ bsuid: 'CA.3003' })).toBe('deny opted-out');
    expect(await auditTable(bench)).toMatchObject({ subjects: 3, faults: [] });
  });

  test('a check that names both is the number’s, and no where a no stands under the BSUID', async () => {
    await bench.say({ bsuid }, { ...stop, saidAt: noon - minute });
    await bench.say({ phone }, { saidAt: noon });
    expect(await check({ phone })).toBe('allow opted-in');
    expect(await check(both)).toBe('deny opted-out');
    const [asked] = await bench.people.findMany('acme', [both], false);
    if (asked === undefined || asked instanceof Error) throw new Error('The number is known.');
    expect(eligibility(factsOf(asked), acme, { purpose: 'offers', message: 'template' }, bench.now()).decision).toBe(
      'deny',
    );
    await bench.say({ bsuid }, { ...own, saidAt: noon + minute });
    expect(await check(both)).toBe('allow opted-in');
  });
});

describe('denials travel over a reported pair', () => {
  test.each([
    ['said before', noon - minute],
    ['said while it holds', noon + minute],
  ])('the stop of the number stands under the BSUID, and the other way round, %s', async (_, at) => {
    const pairs = [
      { by: { phone: '14165550201' }, other: { bsuid: 'CA.201' } },
      { by: { bsuid: 'CA.202' }, other: { phone: '14165550202' } },
    ];
    for (const { by, other } of pairs) {
      await bench.say(other, { saidAt: noon - 2 * minute });
      if (at < noon) await bench.say(by, { ...stop, saidAt: at });
      await bench.say({ ...by, ...other }, { purposes: ['orders'], saidAt: noon });
      if (at > noon) await bench.say(by, { ...stop, saidAt: at });
      expect(await check(other)).toBe('deny opted-out');
    }
    expect(await auditTable(bench)).toMatchObject({ faults: [] });
  });

  test('a platform stop, a suppression and a refusal travel too', async () => {
    await bench.say({ bsuid }, { saidAt: noon, purposes: ['offers', 'orders'] });
    await bench.say(both, { saidAt: noon, purposes: ['orders'] });
    await bench.ledger.recordPlatformPreference(acme, {
      ...{ person: { phone }, value: 'stop', at: noon + minute, eventId: 'p-1', evidence: {} },
    });
    expect(await check({ bsuid })).toBe('deny platform-stop');
    await bench.ledger.recordSuppression(acme, {
      ...{ person: { phone }, reason: 'ambiguous-stop', lift: false, at: noon + minute, eventId: 's-1' },
      ...{ evidence: {}, source: 'whatsapp-message' },
    });
    expect(await check({ bsuid })).toBe('deny suppressed-ambiguous-stop platform-stop');
    await bench.say({ phone }, { ...own, action: 'refused', purposes: ['orders'], saidAt: noon + minute });
    expect(await check({ bsuid }, 'orders')).toBe('deny opted-out');
  });

  test('what stood before the pair was reported travels with its kind', async () => {
    await bench.ledger.recordPlatformPreference(acme, {
      ...{ person: { bsuid }, value: 'stop', at: noon, eventId: 'p-1', evidence: {} },
    });
    await bench.say(both, { saidAt: noon + minute });
    expect(await check({ phone })).toBe('deny platform-stop');
  });

  test('START by the BSUID frees the BSUID, not the number', async () => {
    await bench.say({ bsuid }, { ...own, saidAt: noon - minute });
    await bench.say(both, { saidAt: noon });
    await bench.say({ phone }, { ...stop, saidAt: noon + minute });
    await bench.say({ bsuid }, { ...start, saidAt: noon + 2 * minute });
    expect(await check({ bsuid })).toBe('allow opted-in');
    expect(await check({ phone })).toBe('deny opted-out');
  });

  test('over one pair only', async () => {
    const third = '14165550777';
    await bench.say({ phone: third, bsuid }, { saidAt: noon });
    await bench.say({ phone, bsuid }, { saidAt: noon });
    await bench.say({ phone }, { ...stop, saidAt: noon + minute });
    expect(await check({ bsuid })).toBe('deny opted-out');
    expect(await check({ phone: third })).toBe('allow opted-in');
  });

  test('the entry names the first one and says how it came', async () => {
    await bench.say(both, { saidAt: noon });
    const first = await bench.say({ phone }, { ...stop, saidAt: noon + minute });
    const copy = (await readAll(bench)).ledger.find((item) => item.co !== undefined);
    expect(copy).toMatchObject({ co: { ref: first.ref, over: 'pair' }, level: 3, at: noon + minute });
    await bench.say({ phone }, { ...stop, saidAt: noon + minute });
    expect((await readAll(bench)).ledger.filter((item) => item.co !== undefined)).toHaveLength(1);
  });

  test('sixteen pairs at most: a seventeenth yes is refused, a no is recorded', async () => {
    for (let n = 0; n < 16; n += 1) await bench.say({ phone, bsuid: `CA.P${n}` }, { saidAt: noon + n });
    await expect(bench.say({ phone, bsuid: 'CA.P16' }, { saidAt: noon + 20 })).rejects.toBeInstanceOf(
      IdentityConflictError,
    );
    await bench.say({ phone, bsuid: 'CA.P16' }, { ...no, saidAt: noon + minute });
    expect(await check({ bsuid: 'CA.P16' })).toBe('deny opted-out');
    expect(await check({ bsuid: 'CA.P3' })).toBe('deny opted-out');
  });
});

describe('a payload decides', () => {
  test('one that shows both proves the pair: the two are one, copies count once', async () => {
    await bench.say(both, { saidAt: noon });
    await bench.say({ phone }, { ...stop, saidAt: noon + minute });
    await bench.hear(both, noon + 2 * minute);
    expect(await check({ bsuid })).toBe('deny opted-out');
    await bench.say(both, { ...own, saidAt: noon + 3 * minute });
    expect(await check({ phone })).toBe('allow opted-in');
    expect(await check({ bsuid })).toBe('allow opted-in');
    expect((await readAll(bench)).places.flatMap((place) => place.pairs)).toEqual([]);
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, faults: [] });
  });

  test('one that shows another partner ends it, and is judged as if it had never been there', async () => {
    await bench.say({ phone }, { ...stop, saidAt: noon });
    await bench.say(both, { ...no, saidAt: noon + minute });
    await bench.hear({ phone, bsuid: otherBsuid }, noon + 2 * minute);
    expect(await check({ phone })).toBe('deny opted-out');
    expect(await check({ bsuid: otherBsuid })).toBe('deny opted-out');
    expect(await bench.say({ phone }, { saidAt: noon + 3 * minute })).toMatchObject({
      outcomes: [{ purpose: 'offers', applied: false }],
    });
    await bench.say({ bsuid }, { ...stop, saidAt: noon + 4 * minute });
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test('a no that was said while it held arrives late and still stands under both; a later one does not', async () => {
    await bench.say({ phone }, { saidAt: noon });
    await bench.say(both, { purposes: ['orders'], saidAt: noon });
    await bench.hear({ phone, bsuid: otherBsuid }, noon + 10 * minute);
    await bench.say({ bsuid }, { ...stop, saidAt: noon + 11 * minute, eventId: 'later' });
    expect(await check({ phone })).toBe('allow opted-in');
    await bench.say({ bsuid }, { ...stop, saidAt: noon + 9 * minute, eventId: 'before' });
    expect(await check({ phone })).toBe('deny opted-out');
  });

  test('a stranger’s START by the BSUID that an operator named does not undo the stop of the number', async () => {
    await bench.say({ phone }, { saidAt: noon - minute });
    await bench.say({ phone }, { ...stop, saidAt: noon });
    await bench.say(both, { ...no, level: 1, saidAt: noon + minute });
    await bench.say({ bsuid }, { ...start, saidAt: noon + 2 * minute });
    await bench.say({ phone: '14165550999', bsuid }, { ...start, saidAt: noon + 3 * minute });
    expect(await check({ phone })).toBe('deny opted-out');
    expect((await bench.people.find('acme', { phone }, bench.now()))?.subject.phone).toBe(phone);
  });
});

describe('pairs that were stored before a pair needed a proof', () => {
  /** The item as the version before wrote it: a pair without its proof. */
  async function forgetProof(): Promise<void> {
    const { documents, tableName } = bench.table;
    const { UpdateCommand } = await import('@aws-sdk/lib-dynamodb');
    for (const home of (await readAll(bench)).homes) {
      await documents.send(
        new UpdateCommand({
          TableName: tableName,
          Key: { pk: `acme#${home.place}`, sk: 'S' },
          UpdateExpression: 'SET pa = :t REMOVE pr',
          ExpressionAttributeValues: { ':t': noon },
        }),
      );
    }
  }

  /** Links of which the ledger keeps nothing. */
  async function forgetLinks(): Promise<void> {
    const { DeleteCommand } = await import('@aws-sdk/lib-dynamodb');
    const { documents, tableName } = bench.table;
    for (const { pk, sk } of (await readAll(bench)).ledger.filter((item) => item.change === 'linked'))
      await documents.send(new DeleteCommand({ TableName: tableName, Key: { pk, sk } }));
  }

  test.each([
    ['the number was known first', { phone }],
    ['the BSUID was known first', { bsuid }],
  ])('count as reported where no payload showed both: %s', async (_, first) => {
    await bench.say(first, { saidAt: noon - minute });
    await bench.hear(both, noon - minute);
    await bench.say({ phone }, { action: 'revoked', purposes: ['news'], saidAt: noon });
    await forgetProof();
    await forgetLinks();
    expect(await check({ bsuid })).toBe('deny never-asked');
    expect(await check({ phone })).toBe('allow opted-in');
    await bench.say({ phone }, { ...stop, saidAt: noon + minute });
    expect(await check({ bsuid }, 'news')).toBe('deny opted-out');
    expect(await check({ bsuid }, 'orders')).toBe('deny opted-out');
    const { homes } = await readAll(bench);
    expect(homes.map(({ subject }) => subject.phone ?? subject.bsuid).sort()).toEqual([phone, bsuid]);
    expect(homes.every(({ subject }) => subject.phone === undefined || subject.bsuid === undefined)).toBe(true);
  });

  test('stay one person where the ledger holds a payload with both', async () => {
    const seen = { identifiers: { waId: phone, bsuid } };
    await bench.say(both, { ...own, saidAt: noon, evidence: seen });
    await forgetProof();
    expect(await check({ bsuid })).toBe('deny never-asked');
    await bench.say({ bsuid }, { ...own, purposes: ['news'], saidAt: noon + minute });
    expect(await check({ bsuid })).toBe('allow opted-in');
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, faults: [] });
  });

  const settle = async () =>
    Promise.all((await readAll(bench)).homes.map(({ subject }) => bench.ledger.settleStoredPair(acme, subject.userId)));

  /** Somebody known under both, by messages of which the ledger keeps nothing. */
  async function stored(person: PersonRef, { denials = true }: { readonly denials?: boolean } = {}): Promise<void> {
    await bench.hear(person, noon - 2 * minute);
    await bench.say({ phone }, { saidAt: noon - minute });
    if (denials) await bench.say({ phone }, { action: 'revoked', purposes: ['news'], saidAt: noon });
    await bench.hear({ bsuid }, noon - minute);
    await forgetProof();
  }

  test('are settled by themselves, without an act, and only once', async () => {
    await stored(both);
    expect(await settle()).toEqual(['split']);
    expect(await check({ bsuid }, 'news')).toBe('deny opted-out');
    expect(await check({ phone })).toBe('allow opted-in');
    expect(await settle()).toEqual(['settled', 'settled']);
    const { homes } = await readAll(bench);
    expect(homes.map(({ subject }) => [subject.phone, subject.bsuid])).toEqual(
      expect.arrayContaining([
        [phone, undefined],
        [undefined, bsuid],
      ]),
    );
  });

  test('a message with both proves the pair anew, also while the window of before is open', async () => {
    await stored(both);
    expect(await settle()).toEqual(['split']);
    await bench.hear(both, noon + minute);
    expect((await readAll(bench)).homes.map(({ subject }) => [subject.phone, subject.bsuid])).toEqual([[phone, bsuid]]);
    expect(await check({ bsuid })).toBe('allow opted-in');
  });

  test('a message by the BSUID alone is its own from then on', async () => {
    await stored(both, { denials: false });
    expect(await settle()).toEqual(['split']);
    await bench.hear({ bsuid }, noon + minute);
    const asked = await bench.people.find('acme', { bsuid }, bench.now());
    expect([asked?.subject.phone, asked?.window.lastInboundAt]).toEqual([undefined, noon + minute]);
    expect(await auditTable(bench)).toMatchObject({ subjects: 2, faults: [] });
  });

  test.each([
    ['the number', { phone }],
    ['the BSUID', { bsuid }],
    ['the parent', { parentBsuid: 'CA.ENT.1' }],
  ])(
    'the parent BSUID goes with the BSUID: START by both does not free the number (known first by %s)',
    async (_, first) => {
      const parentBsuid = 'CA.ENT.1';
      await bench.hear(first, noon - 3 * minute);
      await stored({ ...both, parentBsuid });
      await forgetLinks();
      await bench.say({ phone }, { ...stop, saidAt: noon + minute });
      expect(await settle()).toEqual(['settled', 'settled']);
      await bench.say({ bsuid, parentBsuid }, { ...start, saidAt: noon + 2 * minute });
      expect(await check({ phone })).toBe('deny opted-out');
      const subjects = (await readAll(bench)).homes.map(({ subject }) => subject);
      expect(subjects.map((each) => [each.phone, each.bsuid, each.parentBsuid])).toEqual(
        expect.arrayContaining([
          [phone, undefined, undefined],
          [undefined, bsuid, parentBsuid],
        ]),
      );
    },
  );

  test('what an interrupted split still owes is paid by the next call', async () => {
    await stored(both);
    const { documents, tableName } = bench.table;
    await settle();
    const copied = (await readAll(bench)).homes.find(({ subject }) => subject.bsuid === bsuid);
    const number = (await readAll(bench)).homes.find(({ subject }) => subject.phone === phone);
    expect(copied).toBeDefined();
    const { PutCommand, DeleteCommand } = await import('@aws-sdk/lib-dynamodb');
    await documents.send(new DeleteCommand({ TableName: tableName, Key: { pk: `acme#${copied?.place}`, sk: 'S' } }));
    for (const entry of (await readAll(bench)).ledger.filter((item) => item.co !== undefined))
      await documents.send(new DeleteCommand({ TableName: tableName, Key: { pk: entry.pk, sk: entry.sk } }));
    if (number === undefined) throw new Error('The number keeps its subject.');
    const debts = [{ to: { kind: 'bsuid', value: bsuid }, over: 'pair' } as const];
    await documents.send(new PutCommand({ TableName: tableName, Item: toPlaceItem('acme', { ...number, debts }) }));
    expect(await settle()).toEqual(['settled']);
    expect(await check({ bsuid }, 'news')).toBe('deny opted-out');
  });

  test('a line of Benin that was recorded by its earlier key is proven by a payload in today’s form', async () => {
    const line = { phone: '2290197123456', bsuid };
    await bench.say(line, { ...own, saidAt: noon, evidence: { identifiers: { waId: line.phone, bsuid } } });
    await forgetProof();
    const { documents, tableName } = bench.table;
    const [home] = (await readAll(bench)).homes;
    if (home === undefined) throw new Error('Somebody is known.');
    const { PutCommand } = await import('@aws-sdk/lib-dynamodb');
    const { pair: _proof, ...unproven } = home;
    const item = toPlaceItem('acme', { ...unproven, subject: { ...home.subject, phone: '22997123456' } });
    await documents.send(new PutCommand({ TableName: tableName, Item: item }));
    expect(await settle()).toEqual(['proven']);
  });
});
