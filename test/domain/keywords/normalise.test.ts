import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldCase, normalise, readablePart } from '../../../lambdas/domain/keywords/normalise.ts';

test.each([
  ['  STOP!  ', 'stop'],
  ['ＳＴＯＰ', 'stop'],
  ["don't", 'dont'],
  ['don’t', 'dont'],
  ['opt-out', 'opt out'],
  ['STOP_ALL', 'stop all'],
  ['ARRÊTEZ', 'arretez'],
  ['İPTAL ıptal', 'iptal iptal'],
  ['ΣΤΟΠ ΤΗΣ', 'στοπ τησ'],
  ['Straße', 'strasse'],
  ['إيقاف أوقف آخر', 'ايقاف اوقف اخر'],
  ['مــرحبا', 'مرحبا'],
  ['बंद करें', 'बंद करें'],
  ['dừng', 'dưng'],
  ['dung', 'dung'],
  ['ガ', 'ガ'],
  ['ｶﾞ', 'ガ'],
  ['a\u200bb', 'ab'],
  ['🛑', ''],
  ['', ''],
])('%j becomes %j', (text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const once = normalise(text);
      expect(normalise(once)).toBe(once);
    }),
    { numRuns: 20_000 },
  );
}, 30_000);

test('no letter of Unicode changes when normalised twice', () => {
  for (let code = 0; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const once = normalise(`a${String.fromCodePoint(code)}b`);
    if (normalise(once) !== once) expect.fail(`U+${code.toString(16)}`);
  }
  // More than a million letters: on a busy machine they take longer than tests usually may.
}, 120_000);

test('case is folded without touching accents or blanks', () => {
  expect(foldCase('CAFÉ  İstanbul')).toBe('café  istanbul');
});

describe('long texts', () => {
  test('are read at their beginning and their end', () => {
    const text = `first ${'x'.repeat(100_000)} last`;
    expect(readablePart(text).length).toBeLessThan(11_000);
    expect(readablePart(text)).toMatch(/^first x+\nx+ last$/);
    expect(readablePart('y'.repeat(10_241))).toBe('y'.repeat(10_241));
  });

  test('do not grow when they are normalised, whatever they are made of', () => {
    for (const letter of ['\uFDFA', '\uFDFB', '\u3316', 'ﷺ', '㍿', '½', '①']) {
      const text = letter.repeat(100_000);
      expect(normalise(text).length, letter).toBeLessThan(100_000);
      expect(foldCase(text).length, letter).toBeLessThan(100_000);
    }
    // Eighteen letters each, if they were read.
    expect(normalise('\uFDFA'.repeat(4_096))).toBe('');
  });
});
