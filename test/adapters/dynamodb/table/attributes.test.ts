import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from 'vitest';
import {
  fromAttributes,
  marshallOptions,
  toAttributes,
} from '../../../../lambdas/adapters/dynamodb/table/attributes.ts';

/** Items beside what the SDK's document client makes of them, which is what every item of ours was written and read with. */
const items: readonly (readonly [what: string, item: object])[] = [
  ['texts, also empty ones and half a surrogate', { pk: 'acme#x', empty: '', words: 'año 🙂', half: '\ud83d' }],
  ['numbers', { zero: 0, minus: -1, part: 0.1, small: 1e-7, large: Number.MAX_SAFE_INTEGER, time: 1_795_255_200_000 }],
  ['truths', { yes: true, no: false }],
  ['nothing, as null', { gone: null, list: [null] }],
  [
    'what is undefined, in a map and in a list',
    { a: undefined, m: { b: undefined, c: 1 }, l: [undefined, 'x', undefined] },
  ],
  ['maps and lists in each other', { l: [[], {}, [{ m: { l: [1, 'two', false] } }]], m: {} }],
  ['names that every object has', { m: { constructor: 'x', toString: 1, valueOf: { hasOwnProperty: true } } }],
  ['a map whose constructor is named like a set', { m: { constructor: { name: 'x' }, other: 1 } }],
  ['a map without a prototype', { m: Object.assign(Object.create(null), { a: 1 }) }],
  [
    'an object of a class',
    {
      m: new (class Person {
        readonly name = 'Ana';
        readonly missing = undefined;
      })(),
    },
  ],
  ['sets, bytes and large integers', { s: new Set(['a', 'b']), n: new Set([1, 2]), b: new Uint8Array([1, 2]), i: 12n }],
  ['functions', { f: () => 1, l: [() => 1, 'x'] }],
];

describe('items become attribute values as the document client makes them', () => {
  test.each(items)('%s', (_, item) => {
    expect(JSON.stringify(toAttributes(item))).toBe(JSON.stringify(marshall(item, marshallOptions)));
    expect(toAttributes(item)).toEqual(marshall(item, marshallOptions));
  });

  test.each(items)('and are read as it reads them: %s', (_, item) => {
    const attributes = marshall(item, marshallOptions);
    expect(fromAttributes(attributes)).toEqual(unmarshall(attributes));
  });

  test('an integer that a number cannot hold is read whole', () => {
    const attributes: Record<string, AttributeValue> = {
      n: { N: '9007199254740993' },
      l: { L: [{ N: '-9007199254740993' }] },
    };
    expect(fromAttributes(attributes)).toEqual({ n: 9_007_199_254_740_993n, l: [-9_007_199_254_740_993n] });
  });

  test.each([
    ['no number', Number.NaN],
    ['more than a number can say', Number.POSITIVE_INFINITY],
    ['an integer beyond the exact ones', Number.MAX_SAFE_INTEGER + 1],
    ['a symbol', Symbol('x')],
  ])('what it refuses is refused: %s', (_, value) => {
    expect(() => marshall({ value }, marshallOptions)).toThrow();
    expect(() => toAttributes({ value })).toThrow();
    expect(() => toAttributes({ list: [{ value }] })).toThrow();
  });
});
