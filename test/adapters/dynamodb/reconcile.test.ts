import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../../lambdas/adapters/dynamodb/reconcile/finding.ts';
import { reconcileTable } from '../../../lambdas/adapters/dynamodb/reconcile/reconcile-table.ts';
import { appKey } from '../../../lambdas/adapters/dynamodb/table/stage-keys.ts';
import type { PersonRef } from '../../../lambdas/domain/identity/person.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { type Row, rowsWhere } from '../../support/table/rows.ts';
import { stagesOf } from '../../support/table/stages.ts';
import { auditTable, consentOf, rowsOf } from '../../support/table/table-audit.ts';

const ana = { phone: '525512345678' };
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const stop = { ...own, action: 'revoked', purposes: 'all' } as const;

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(noon);
  await put({ ...appKey('acme'), ...acme });
});

const put = (row: object) =>
  bench.table.documents.send(new PutCommand({ TableName: bench.table.tableName, Item: { ...row } }));
const drop = ({ pk, sk }: Row) =>
  bench.table.documents.send(new DeleteCommand({ TableName: bench.table.tableName, Key: { pk, sk } }));
const items = (pk: RegExp, sk = /./) =>
  rowsWhere(bench.table, pk).then((rows) => rows.filter((row) => sk.test(row.sk)));
const one = async (pk: RegExp, sk = /./): Promise<Row> => {
  const [found, ...others] = await items(pk, sk);
  if (found === undefined || others.length > 0) throw new Error(`There are ${others.length + (found ? 1 : 0)}.`);
  return found;
};
const home = () => one(/^acme#[\w-]{22}$/, /^S$/);

async function reconcile(writes: boolean): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const now = () => bench.now() + 1000;
  for await (const each of reconcileTable(bench.table, { identifierKey, now, writes })) findings.push(each);
  return findings;
}

/** Mends, looks that nothing else is found, and gives what was mended. */
async function mended(): Promise<readonly string[]> {
  const dry = await reconcile(false);
  const found = await reconcile(true);
  expect(found).toEqual(dry);
  expect((await reconcile(false)).flatMap(({ repairs }) => repairs)).toEqual([]);
  return found.flatMap(({ repairs }) => repairs);
}

/** Says something at the next minute. */
async function say(person: PersonRef, statement: object): Promise<void> {
  bench.setNow(bench.now() + 60_000);
  await bench.say(person, statement);
}

describe('reconciling a restored table', () => {
  test('finds nothing in one that is whole, and writes nothing', async () => {
    await bench.say(ana, own);
    await bench.hear({ ...ana, bsuid: 'US.X1' }, noon);
    await say(ana, stop);
    const before = await items(/./);
    expect(await reconcile(true)).toEqual([]);
    expect(await items(/./)).toEqual(before);
  });

  test('puts a STOP that only the ledger has into the state, and takes the row', async () => {
    await bench.say(ana, own);
    const before = [await home(), await one(/#E#/)];
    await say(ana, stop);
    for (const row of before) await put(row);
    for (const row of await items(/#R#/)) await drop(row);
    expect(await mended()).toEqual([
      '1 acts of the ledger were not in the state',
      'offers: nobody was told of a withdrawal',
      'offers: a row too many',
    ]);
    expect(await consentOf(bench, ana)).toMatchObject({ offers: 'opted-out' });
    expect(await rowsOf(bench, 'offers')).toEqual([]);
    expect(await one(/#R#/)).toMatchObject({ purposes: ['offers'] });
    expect((await auditTable(bench)).faults).toEqual([]);
    await say(ana, { ...own, purposes: ['offers'] });
    expect((await auditTable(bench)).faults).toEqual([]);
  });

  test('keeps a STOP that only the state has, and tells that its proof is gone', async () => {
    await bench.say(ana, own);
    await say(ana, stop);
    await drop(await one(/#L#/, new RegExp((await items(/#L#/)).find(({ n }) => n === 2)?.sk ?? '')));
    const found = await reconcile(true);
    expect(found.flatMap(({ breaks }) => breaks)).toEqual([
      'entry 2 of the chain: missing',
      'entry 2 of the chain: head',
    ]);
    expect(await consentOf(bench, ana)).toMatchObject({ offers: 'opted-out' });
    await say(ana, { purposes: ['offers'] });
    expect(await consentOf(bench, ana)).toMatchObject({ offers: 'opted-out' });
  });

  test('takes a yes away that nothing proves', async () => {
    await bench.say(ana, own);
    await drop(await one(/#L#/));
    expect(await mended()).toEqual(['the state was not what the ledger says', 'offers: a row too many']);
    expect(await consentOf(bench, ana)).toMatchObject({ offers: 'never-asked' });
  });

  test('takes the word of a withdrawal for a no of which nothing else is left', async () => {
    await bench.say(ana, own);
    const before = [await home(), await one(/#E#/)];
    await say(ana, stop);
    for (const row of before) await put(row);
    for (const row of await items(/#L#/)) if (row.n === 2) await drop(row);
    await mended();
    expect(await consentOf(bench, ana)).toMatchObject({ offers: 'opted-out' });
  });

  test('makes a state anew that is gone, under the same userId', async () => {
    const { userId } = await bench.say({ ...ana, bsuid: 'US.X1' }, own);
    await say(ana, { ...stop, purposes: ['offers'] });
    for (const row of await items(/^acme#[\w-]{22}$/)) await drop(row);
    await mended();
    const known = await bench.people.find('acme', { bsuid: 'US.X1' }, bench.now());
    expect(known?.subject).toMatchObject({ userId, phone: ana.phone, bsuid: 'US.X1' });
    expect(await consentOf(bench, ana)).toMatchObject({ offers: 'opted-out' });
  });

  test.each([
    ['a row', /#E#/, ['offers: a row was missing']],
    ['a pointer', /^acme#[\w-]{22}$/, ['an identifier led nowhere']],
  ])('puts back %s that is missing', async (_what, pk, repairs) => {
    await bench.say({ ...ana, bsuid: 'US.X1' }, own);
    const found = (await items(pk)).find(({ n }) => n === undefined);
    await drop(found as Row);
    expect(await mended()).toEqual(repairs);
    expect((await auditTable(bench)).faults).toEqual([]);
  });

  test('takes a row away that belongs to nobody, and says so to whoever holds a file', async () => {
    await bench.say(ana, own);
    const row = await one(/#E#/);
    await put({ ...row, pk: row.pk.replace(/\d+$/, '3'), sk: '03#AAAAAAAAAAA' });
    expect(await mended()).toEqual(['offers: a row of nobody']);
    expect(await one(/#R#/)).toMatchObject({ u: 'AAAAAAAAAAA', purposes: ['offers'] });
  });

  test('takes the window of somebody else away', async () => {
    await bench.say(ana, own);
    await bench.hear(ana, noon);
    await put({ ...(await one(/^acme#/, /^W$/)), u: 'AAAAAAAAAAA' });
    expect(await mended()).toEqual(['a window of somebody else']);
    expect(await items(/^acme#/, /^W$/)).toEqual([]);
  });

  test('ends a merger of which only the entries are there: one person, both their noes', async () => {
    await bench.say({ bsuid: 'US.X1' }, { ...stop, saidAt: noon });
    await bench.say(ana, { ...own, saidAt: noon - 5000 });
    const before = await items(/^acme#([\w-]{22}|E#.*)$/);
    bench.setNow(noon + 60_000);
    await bench.hear({ ...ana, bsuid: 'US.X1' }, noon + 1000);
    for (const row of before) await put(row);
    await mended();
    for (const person of [ana, { bsuid: 'US.X1' }]) {
      expect(await consentOf(bench, person)).toMatchObject({ offers: 'opted-out' });
    }
    expect(await rowsOf(bench, 'offers')).toEqual([]);
  });

  test.each([[{ bsuid: 'US.X1' }], [ana]])(
    'a no that only the state of %j has stands for whoever they are',
    async (who) => {
      await bench.say({ bsuid: 'US.X1' }, own);
      await say(ana, own);
      await say(who, stop);
      const before = await items(/^acme#([\w-]{22}|E#.*)$/);
      bench.setNow(bench.now() + 60_000);
      await bench.hear({ ...ana, bsuid: 'US.X1' }, bench.now());
      for (const row of before) await put(row);
      for (const row of [...(await items(/#L#/)).filter(({ action }) => action === 'revoked'), ...(await items(/#R#/))])
        await drop(row);
      await mended();
      for (const person of [ana, { bsuid: 'US.X1' }])
        expect(await consentOf(bench, person)).toMatchObject({ offers: 'opted-out' });
      expect(await rowsOf(bench, 'offers')).toEqual([]);
    },
  );

  describe('after a STOP whose payload also made two people one, in two transactions', () => {
    const both = { ...ana, bsuid: 'US.X1' };
    const everything = () => items(/^acme#/);
    const keyOf = ({ pk, sk }: Row) => `${pk} ${sk}`;
    /** Makes the table what it was, but for some items. */
    const restore = async (was: readonly Row[], but: readonly Row[]) => {
      for (const row of await everything()) await drop(row);
      for (const row of [...was, ...but]) await put(row);
    };
    let before: readonly Row[];
    let merged: readonly Row[];
    let stopped: readonly Row[];
    beforeEach(async () => {
      await say({ bsuid: 'US.X1' }, own);
      await say(ana, { ...own, purposes: ['orders'] });
      const stages = await stagesOf(bench.table, everything, () => say(both, stop));
      const isMerged = (stage: readonly Row[]) => stage.some(({ change }) => change === 'merged');
      const hasStop = (stage: readonly Row[]) => stage.some(({ action }) => action === 'revoked');
      before = stages[0];
      merged = stages.findLast((stage) => isMerged(stage) && !hasStop(stage)) ?? [];
      stopped = stages.find(hasStop) ?? [];
      expect(merged).not.toEqual([]);
    });

    const parts = {
      'its entry': ({ action }: Row) => action === 'revoked',
      'the state': ({ sk, c }: Row) => sk === 'S' && c !== undefined,
      'the word of its withdrawal': ({ why }: Row) => why === 'opt-out',
    };
    test.each(Object.entries(parts))('the STOP stands for both where %s alone is left of it', async (_what, isPart) => {
      const left = stopped.filter(isPart);
      expect(left).toHaveLength(1);
      await restore(merged, left);
      await mended();
      for (const person of [ana, { bsuid: 'US.X1' }])
        expect(await consentOf(bench, person)).toMatchObject({ offers: 'opted-out', orders: 'opted-out' });
      expect(await items(/#E#/)).toEqual([]);
    });

    test('where nothing of the STOP is left, a torn merger comes to what it was before the STOP', async () => {
      const known = new Set(before.map(keyOf));
      await restore(
        before,
        merged.filter((row) => row.change === 'absorbed' && !known.has(keyOf(row))),
      );
      await mended();
      const mendedRows = await rowsOf(bench, 'offers');
      await restore(merged, []);
      expect(await reconcile(true)).toEqual([]);
      expect(mendedRows).toEqual(await rowsOf(bench, 'offers'));
    });
  });

  test('writes to nobody of whom a torn change of number leaves open who has which, until they are seen again', async () => {
    const before = { ...ana, bsuid: 'US.X1' };
    await bench.say({ bsuid: 'US.X1' }, own);
    bench.setNow(noon + 60_000);
    await bench.hear(before, noon + 1000);
    const old = await items(/^acme#([\w-]{22}|E#.*)$/);
    bench.setNow(noon + 120_000);
    const becomes = { phone: '525598765432' };
    await bench.ledger.changeIdentifiers(acme, {
      person: before,
      becomes,
      at: bench.now(),
      eventId: 'move',
      evidence: {},
    });
    for (const row of old) if (row.n !== undefined || row.pk.includes('#E#')) await put(row);
    expect((await mended()).join()).toContain('who has the identifiers is not certain');
    expect(await rowsOf(bench, 'offers')).toEqual([]);
    for (const person of [ana, becomes]) {
      const known = await bench.people.find('acme', person, bench.now());
      expect(known?.subject.phone).toBeUndefined();
    }
  });

  test('a pointer that alone is left of a payload gives its identifier no yes', async () => {
    await bench.say(ana, own);
    const before = await home();
    const known = new Set((await items(/./)).map(({ pk, sk }) => `${pk} ${sk}`));
    await say({ ...ana, bsuid: 'US.X1' }, { ...stop, purposes: ['offers'] });
    for (const row of await items(/^acme#/)) {
      const isPointer = row.home !== undefined && row.n === undefined;
      if (!isPointer && !known.has(`${row.pk} ${row.sk}`)) await drop(row);
    }
    await put(before);
    expect(await mended()).toContain('a pointer to somebody whose state does not know the identifier');
    expect((await consentOf(bench, { bsuid: 'US.X1' }))?.offers).not.toBe('opted-in');
    expect((await consentOf(bench, ana))?.offers).toBe('opted-in');
  });

  test('whose state is gone does not come to live at a number that they have left', async () => {
    const [first, second, third] = [ana.phone, '525598765432', '525587654321'] as const;
    const move = async (person: PersonRef, phone: string) => {
      bench.setNow(bench.now() + 60_000);
      await bench.ledger.changeIdentifiers(acme, {
        person,
        becomes: { phone },
        at: bench.now(),
        eventId: `to ${phone}`,
        evidence: {},
      });
    };
    await bench.say({ phone: first }, own);
    await move({ phone: first }, second);
    await say({ phone: second, bsuid: 'US.X1' }, own);
    const states = () => items(/^acme#[\w-]{22}$/, /^S$/);
    const old = await states();
    await move({ phone: second, bsuid: 'US.X1' }, third);
    // The earlier holder of the first number still leads to the second, where the home was.
    for (const row of [...old, ...(await states())]) if (row.n !== undefined) await drop(row);
    await mended();
    expect((await consentOf(bench, { bsuid: 'US.X1' }))?.offers).toBe('opted-in');
    for (const phone of [first, second]) expect((await consentOf(bench, { phone }))?.offers).not.toBe('opted-in');
  });

  test('a dangling pointer would let nobody in, for ever: it is taken away', async () => {
    await bench.hear({ ...ana, bsuid: 'US.X1' }, noon);
    await drop((await items(/^acme#[\w-]{22}$/, /^S$/)).find(({ n }) => n !== undefined) as Row);
    await expect(bench.people.find('acme', { bsuid: 'US.X1' }, noon)).rejects.toThrow();
    await mended();
    await say({ bsuid: 'US.X1' }, stop);
    expect(await bench.people.find('acme', { bsuid: 'US.X1' }, bench.now())).toBeDefined();
  });

  test('writes nothing over somebody who wrote meanwhile, and says so', async () => {
    await bench.say(ana, own);
    const before = await home();
    await say(ana, stop);
    await put(before);
    const found: Finding[] = [];
    for await (const each of reconcileTable(
      {
        ...bench.table,
        documents: new Proxy(bench.table.documents, {
          get: (documents, name) =>
            name !== 'send'
              ? Reflect.get(documents, name)
              : async (command: { constructor: { name: string } }) => {
                  // Between its look and its write the person says something.
                  if (command.constructor.name === 'TransactWriteItemsCommand') await put({ ...before, v: 99 });
                  return documents.send(command as never);
                },
        }),
      },
      { identifierKey, now: () => bench.now(), writes: true },
    ))
      found.push(each);
    expect(found.map(({ isStale }) => isStale)).toEqual([true]);
    expect(await home()).toMatchObject({ v: 99 });
  });

  test('says whose settings are gone, and leaves their people alone', async () => {
    await bench.say(ana, own);
    await drop(await one(/^APPS$/));
    expect(await reconcile(true)).toEqual([
      { appId: 'acme', who: 'acme', repairs: [], breaks: ['the settings of this app are gone'], isStale: false },
    ]);
  });

  test('names nobody but by userId and place', async () => {
    await bench.say({ ...ana, bsuid: 'US.X1' }, own);
    for (const row of await items(/^acme#[\w-]{22}$/)) await drop(row);
    expect(JSON.stringify(await reconcile(false))).not.toMatch(/5512345678|US\.X1/);
  });
});
