import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '../../../lambdas/domain/ledger/canonical-json.ts';

describe('one value has one spelling', () => {
  test.each<[string, Json, string]>([
    [
      'keys in order, also of maps in maps and in lists',
      { b: 1, a: { d: [{ z: 1, y: 2 }], c: null } },
      '{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}',
    ],
    ['lists keep theirs', [3, 1, 2], '[3,1,2]'],
    [
      'absent members are left out, wherever they stand',
      { a: undefined, b: true, c: undefined, d: {} },
      '{"b":true,"d":{}}',
    ],
    ['nothing but absent members', { a: undefined }, '{}'],
    [
      'keys by code units, not by language or by length',
      { ä: 1, z: 2, Z: 3, aa: 4, a: 5, '10': 6, '9': 7 },
      '{"10":6,"9":7,"Z":3,"a":5,"aa":4,"z":2,"ä":1}',
    ],
    [
      'keys beyond the first plane by their surrogates, as RFC 8785 has it',
      { '\ufb33': 1, '🙂': 2 },
      '{"🙂":2,"\ufb33":1}',
    ],
    ['keys and texts are escaped', { 'a"b': 'line\nend' }, '{"a\\"b":"line\\nend"}'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});
