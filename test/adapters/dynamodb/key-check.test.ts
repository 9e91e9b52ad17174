import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { mustBeKeyOfTable } from '../../../lambdas/adapters/dynamodb/directory/key-check.ts';
import { keyCheckKey } from '../../../lambdas/adapters/dynamodb/table/stage-keys.ts';
import { isRefusal, WrongIdentifierKeyError } from '../../../lambdas/domain/errors.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { rowsWhere } from '../../support/table/rows.ts';

const another = 'another key of the identifier hashes, 32+';
const [ana, eva] = [{ phone: '525512345678' }, { bsuid: 'US.13491208655302741918' }];

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(noon);
});

const check = (key: string, keeps = true) => mustBeKeyOfTable(bench.table, key, { keeps });
const kept = async () => {
  const { tableName, documents } = bench.table;
  return (await documents.send(new GetCommand({ TableName: tableName, Key: keyCheckKey }))).Item?.check as unknown;
};
/** A table as a version before left it: an app, people, and no check value. */
const tableOfBefore = async () => {
  const { createdAt: _created, updatedAt: _updated, version: _version, ...settings } = acme;
  await appStore(bench.table, bench.now).create({ ...settings, appId: 'acme' } as never);
};

test('the first key of an empty table is its key, and no other is taken after it', async () => {
  await check(identifierKey);
  await check(identifierKey);
  await expect(check(another)).rejects.toThrow(WrongIdentifierKeyError);
  expect(String(await kept())).toMatch(/^[\w-]{22}$/);
});

test('the check value says nothing of the key, and is no place of anybody', async () => {
  await check(identifierKey);
  expect(JSON.stringify(await kept())).not.toContain(identifierKey.slice(0, 8));
});

test('of two who begin at once with the same key both go on', async () => {
  await Promise.all(Array.from({ length: 8 }, () => check(identifierKey)));
});

test('of two who begin at once with different keys one is turned away', async () => {
  const came = await Promise.allSettled([check(identifierKey), check(another)]);
  expect(came.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('who only reads leaves nothing, and is turned away as everybody else', async () => {
  await check(identifierKey, false);
  expect(await kept()).toBeUndefined();
  await check(identifierKey);
  await expect(check(another, false)).rejects.toThrow(WrongIdentifierKeyError);
});

test.each([
  ['a number', ana],
  ['a BSUID', eva],
  ['both', { ...ana, ...eva }],
])('a table from before is taken over by the key under which somebody known by %s is found', async (_by, person) => {
  await tableOfBefore();
  await bench.say(person, { provider: true, level: 3, source: 'whatsapp-message' });
  await expect(check(another)).rejects.toThrow(WrongIdentifierKeyError);
  expect(await kept()).toBeUndefined();
  await check(identifierKey);
  expect(await kept()).toBeDefined();
});

test('somebody who only ever said no is a witness too: they have no eligible row', async () => {
  await tableOfBefore();
  await bench.say(ana, { action: 'revoked', purposes: 'all' });
  await expect(check(another)).rejects.toThrow(WrongIdentifierKeyError);
});

test('who moved to another number is a witness', async () => {
  await tableOfBefore();
  await bench.say(ana, { provider: true, level: 3, source: 'whatsapp-message', saidAt: noon - 5000 });
  const becomes = { phone: '525598765432' };
  await bench.ledger.changeIdentifiers(acme, { person: ana, becomes, at: noon, eventId: 'move', evidence: {} });
  await check(identifierKey);
});

test('a line that had another key then is a witness: the home lies under that one', async () => {
  await tableOfBefore();
  await bench.say({ phone: '22997000001' });
  const { tableName, documents } = bench.table;
  const [home] = await rowsWhere(bench.table, /^acme#[\w-]{22}$/);
  await documents.send(new PutCommand({ TableName: tableName, Item: { ...home, ph: '2290197000001' } }));
  await check(identifierKey);
});

test('a table from before with apps and nobody in it belongs to whoever comes first', async () => {
  await tableOfBefore();
  await check(another);
  await expect(check(identifierKey)).rejects.toThrow(WrongIdentifierKeyError);
});

test('a check value that a hand has broken is nobody’s key', async () => {
  const { tableName, documents } = bench.table;
  await documents.send(new PutCommand({ TableName: tableName, Item: { ...keyCheckKey, check: 1 } }));
  await expect(check(identifierKey)).rejects.toThrow('check of STAGE I is number');
});

test('once it is kept, a cold start pays one strong read, whoever is there', async () => {
  await tableOfBefore();
  await bench.say(ana);
  await check(identifierKey);
  expect(await bench.measure(() => check(identifierKey))).toEqual({ requests: 1, rru: 1, wru: 0 });
});

test('another key is no refusal of what was sent: whoever can repeat must', () => {
  expect(isRefusal(new WrongIdentifierKeyError())).toBe(false);
});
