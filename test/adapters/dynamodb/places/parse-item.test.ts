import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { parsePlaceItem, parseWindowItem } from '../../../../lambdas/adapters/dynamodb/places/parse-item.ts';
import { fromPlaceItem, toPlaceItem } from '../../../../lambdas/adapters/dynamodb/places/place-item.ts';
import { toWindowItem } from '../../../../lambdas/adapters/dynamodb/places/window-item.ts';
import {
  parseUsersKey,
  placeKey,
  placeOfKey,
  usersKeys,
  windowKey,
} from '../../../../lambdas/adapters/dynamodb/table/keys.ts';
import { ledgerBench, noon } from '../../../support/ledger/ledger-bench.ts';
import { readAll } from '../../../support/table/table-audit.ts';

const place = 'p'.repeat(22);
const key = placeKey('acme', place);
const home = {
  ...{ ...key, v: 3, u: 'subject', n: 1, hash: 'h', c: {}, cr: 5 },
  ...{ ph: '14155550132', b: 'US.1', pr: [1, 2], fo: [{ subjectId: 's', home: place, until: 4 }] },
  ...{ ow: [{ to: { kind: 'phone', value: '1' }, over: 'pair' }], rp: [{ with: { kind: 'phone', value: '1' } }] },
};
const pointer = { ...key, v: 1, u: 'subject', home: place };

describe('the item of a place', () => {
  test.each<[string, object]>([
    ['a home', home],
    ['a pointer', pointer],
    ['a released place', { ...key, v: 1 }],
    ['what a later version added', { ...pointer, later: true }],
  ])('%s is what it is', (_, item) => expect(parsePlaceItem(item)).toBe(item));

  test.each<[string, object, string]>([
    ['no version', { ...key, u: 'subject', home: place }, 'v'],
    ['a version that is text', { ...pointer, v: '1' }, 'v'],
    ['a pointer to nobody', { ...key, v: 1, home: place }, 'u'],
    ['a home without its chain', { ...home, n: undefined }, 'n'],
    ['a home without the hash of its chain', { ...home, hash: undefined }, 'hash'],
    ['a home without its marks', { ...home, c: undefined }, 'c'],
    ['a home without its first act', { ...home, cr: undefined }, 'cr'],
    ['marks that are a list', { ...home, c: [] }, 'c'],
    ['a number that is a number', { ...home, ph: 14155550132 }, 'ph'],
    ['a flag that is text', { ...home, st: 'true' }, 'st'],
    ['nothing where something may be missing', { ...home, z: null }, 'z'],
    ['half a pair', { ...home, pr: [1] }, 'pr'],
    ['a pair that is no time', { ...home, pr: [1, '2'] }, 'pr'],
    ['a tenure without an end', { ...home, fo: [{ subjectId: 's', home: place }] }, 'fo'],
    ['a debt to nobody', { ...home, ow: [{ over: 'pair' }] }, 'ow'],
    ['a mark of nobody', { ...home, rp: [{ until: 3 }] }, 'rp'],
    ['a mark that is text', { ...home, rp: ['14155550132'] }, 'rp'],
    ['a suppression without a reason', { ...home, sup: [{ scope: 'all', since: 1, ref: 'r' }] }, 'sup'],
  ])('%s fails with the key and the name of the attribute', (_, item, name) =>
    expect(() => parsePlaceItem(item)).toThrow(new RegExp(`^${name} of acme#${place} S is `)),
  );

  test('nothing of what it holds is said', () => {
    const message = (item: object) => {
      try {
        parsePlaceItem(item);
      } catch (error) {
        return String(error);
      }
      return '';
    };
    expect(message({ ...home, ph: { secret: '14155550132' } })).toMatch(/^MalformedItemError: ph of/);
    expect(message({ ...home, ph: { secret: '14155550132' } })).not.toContain('14155550132');
    expect(message({ ...home, fo: ['14155550132'] })).not.toContain('14155550132');
  });

  test('everything that is written is read again', async () => {
    const bench = await ledgerBench();
    await bench.say({ phone: '14155550132', bsuid: 'US.1' }, { action: 'revoked', purposes: 'all' });
    const { places } = await readAll(bench);
    expect(places.length).toBeGreaterThan(0);
    for (const each of places) {
      const item = JSON.parse(JSON.stringify(toPlaceItem('acme', each)));
      expect(toPlaceItem('acme', { ...fromPlaceItem(parsePlaceItem(item)), version: each.version })).toEqual(item);
    }
  });

  test('a check of somebody whose state is not what it should be says neither yes nor no', async () => {
    const bench = await ledgerBench();
    await bench.say({ phone: '14155550132' });
    const [known] = (await readAll(bench)).homes;
    const { documents, tableName } = bench.table;
    const Key = placeKey('acme', known?.place ?? '');
    await documents.send(new UpdateCommand({ TableName: tableName, Key, UpdateExpression: 'REMOVE c' }));
    const person = { phone: '14155550132' };
    await expect(bench.people.find('acme', person, noon)).rejects.toThrow(`c of ${Key.pk} S is undefined`);
    await expect(bench.people.findMany('acme', [person], false)).rejects.toThrow('is undefined');
    await expect(bench.say(person)).rejects.toThrow('is undefined');
  });
});

describe('the item of a window', () => {
  const times = { lastInboundAt: noon };
  test('is what it is', () => {
    const item = toWindowItem('acme', place, 'subject', times, {});
    expect(parseWindowItem(item)).toBe(item);
    expect(parseWindowItem({ ...windowKey('acme', place) })).toEqual(windowKey('acme', place));
  });

  test.each([
    ['last', 'now'],
    ['b', 7],
    ['ttl', '9'],
    ['u', {}],
  ])('%s is not what it should be', (name, value) => {
    const item = { ...toWindowItem('acme', place, 'subject', times, {}), [name]: value };
    expect(() => parseWindowItem(item)).toThrow(new RegExp(`^${name} of acme#${place} W is `));
  });
});

describe('keys', () => {
  test('a place is named by the key of its state and of its window', () => {
    expect(placeOfKey(key)).toBe(place);
    expect(placeOfKey(windowKey('acme', place))).toBe(place);
  });

  test.each([['acme#L#subject'], [`acme#${place}x`], [place], [`a#b#${place}`], ['']])('no place lies at %s', (pk) =>
    expect(() => placeOfKey({ pk, sk: 'S' })).toThrow(`No place lies at ${pk} S.`),
  );

  test.each(['S', 'W'] as const)('the users index says whose an item is (%s)', (kind) => {
    const { usk } = usersKeys('acme', kind, 'sub_ject-1x');
    expect(parseUsersKey(usk)).toEqual({ order: usk.slice(2), u: 'sub_ject-1x' });
  });

  test.each(['', 'S#', 'X#01#abc', 'S#1#abc', 'S#01#'])('nobody stands at %s', (usk) =>
    expect(() => parseUsersKey(usk)).toThrow('Nobody stands at'),
  );
});
