import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findReference,
  formatReference,
  parseReference,
  referenceFrom,
  withoutReference,
} from '../../../lambdas/domain/collection/reference.ts';
import { matchKeyword } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { testCode } from '../../support/pages/collection.ts';

/** fast-check prints the seed of a failure; `SEED=…` repeats it. */
const run = { seed: Number(process.env.SEED ?? 20261122), numRuns: 500 };
const kinds = fc.constantFrom('point' as const, 'choice' as const);
const seeds = fc.uint8Array({ minLength: 14, maxLength: 14 });
const references = fc.tuple(kinds, seeds).map(([kind, seed]) => ({ kind, code: referenceFrom(kind, seed) }));
const letters = 'bcdfghjkmnpqrstvwxz23456789';

describe('every reference', () => {
  test('is read back', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(parseReference(reference.code)).toEqual(reference);
        expect(findReference(formatReference(reference.code))).toEqual(reference);
      }),
      run,
    );
  });

  const edits: readonly (readonly [string, (shown: string) => string])[] = [
    ['capitals', (shown) => shown.toUpperCase()],
    ['blanks for dashes', (shown) => shown.replaceAll('-', ' ')],
    ['long dashes', (shown) => shown.replaceAll('-', '–')],
    ['dashes and blanks', (shown) => shown.replaceAll('-', ' -')],
    ['no dashes', (shown) => shown.replaceAll('-', '')],
    ['invisible characters', (shown) => [...shown].join('\u200B')],
    ['full width', (shown) => shown.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ['brackets', (shown) => `(${shown})`],
    ['bold', (shown) => `*${shown}*`],
    ['a line of its own', (shown) => `\n${shown}\n`],
    ['a full stop', (shown) => `${shown}.`],
  ];
  test.each(edits)('survives %s, and words before and after', (_name, edit) => {
    const around = fc.constantFrom('', 'Hello! ', 'Yes please, ', 'नमस्ते ', 'مرحبا ', '👋 ');
    fc.assert(
      fc.property(references, around, around, (reference, before, after) => {
        const text = `${before}${edit(formatReference(reference.code))} ${after}`;
        expect(findReference(text)).toEqual(reference);
        expect(findReference(withoutReference(text))).toBeUndefined();
      }),
      run,
    );
  });

  test('with one letter changed is none, or with two neighbours exchanged', () => {
    fc.assert(
      fc.property(references, fc.nat(15), fc.nat(letters.length - 1), ({ code }, at, by) => {
        const letter = letters.charAt(by);
        if (letter === code[at]) return;
        const changed = code.slice(0, at) + letter + code.slice(at + 1);
        expect(parseReference(changed)).toBeUndefined();
      }),
      run,
    );
    fc.assert(
      fc.property(references, fc.integer({ min: 0, max: 13 }), ({ code }, at) => {
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        if (swapped !== code) expect(parseReference(swapped)).toBeUndefined();
      }),
      run,
    );
  });

  test('cut short or with a letter more is none', () => {
    fc.assert(
      fc.property(references, fc.constantFrom(...letters), ({ code }, more) => {
        expect(findReference(`(${code.slice(0, -1)})`)).toBeUndefined();
        expect(findReference(`(${code}${more})`)).toBeUndefined();
        expect(findReference(`(${more}${code})`)).toBeUndefined();
      }),
      run,
    );
  });

  test('is no keyword', () => {
    fc.assert(
      fc.property(references, ({ code }) => {
        expect(matchKeyword(formatReference(code))).toEqual({ answer: 'none' });
        expect(matchKeyword(code)).toEqual({ answer: 'none' });
      }),
      run,
    );
  });
});

describe('what is no reference', () => {
  test('is any prose: words of letters have vowels', () => {
    const word = fc.stringMatching(/^[a-z]{0,5}[aeiouyl][a-z]{0,5}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        expect(findReference(words.join(' '))).toBeUndefined();
      }),
      run,
    );
  });

  test('is any text at all, however odd; nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(findReference(text)).toBeUndefined();
        withoutReference(text);
      }),
      run,
    );
  });

  test.each([
    'please call +52 55 1234 5678 or 555 0100',
    'order 4829 2837 4728 9384',
    'pppp pppp pppp pppp and cccc-cccc-cccc-cccc',
    'STOP',
    '',
  ])('is: %s', (text) => {
    expect(findReference(text)).toBeUndefined();
  });

  test('is found in time that grows with the length alone', () => {
    expect(findReference('c'.repeat(100_000))).toBeUndefined();
    expect(findReference('p-'.repeat(50_000))).toBeUndefined();
  });
});

describe('an endless text', () => {
  const code = formatReference(testCode(1));

  test('is searched at its beginning and its end', () => {
    const filler = 'word '.repeat(20_000);
    expect(findReference(`${code} ${filler}`)?.code).toBe(testCode(1));
    expect(findReference(`${filler} ${code}`)?.code).toBe(testCode(1));
    expect(findReference(`${filler} ${code} ${filler}`)).toBeUndefined();
  });

  test('does not become longer', () => {
    expect(withoutReference(`${code} ${'\uFDFA'.repeat(60_000)}`).length).toBeLessThan(11_000);
  });
});
