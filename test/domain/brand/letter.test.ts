import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterOf, letterPath, parseLetter } from '../../../lambdas/domain/brand/letter.ts';

describe('the letter of a name', () => {
  it.each([
    ['Luna Coffee', 'L'],
    ['luna', 'L'],
    ['éclair', 'É'],
    ['e\u0301clair', 'E\u0301'],
    ['  "Luna"', 'L'],
    ['\u202eluna', 'L'],
    ['7-Eleven', '7'],
    ['مقهى لونا', 'م'],
    ['कॉफ़ी घर', 'कॉ'],
    ['क्षितिज', 'क्षि'],
    ['ச்சி', 'ச்'],
    ['ร้าน', 'ร้'],
    ['咖啡', '咖'],
    ['ß-Haus', 'ß'],
    ['ǆep', 'Ǆ'],
    ['ყავა', 'ყ'],
    ['☕ Luna', '☕'],
    ['👨‍👩‍👧‍👦 & Co.', '👨‍👩‍👧‍👦'],
    ['🇲🇽 Tacos', '🇲🇽'],
    ['👍🏽 Good', '👍🏽'],
    ['1️⃣ First', '1️⃣'],
    ['"><script>', 'S'],
    ['***', '*'],
    ['\u200b', '·'],
    ['\ud800', '·'],
    ['', '·'],
  ])('of %j is %j', (name, letter) => {
    expect(letterOf(name, 'en')).toBe(letter);
  });

  it('is a capital as the language of the business has it', () => {
    expect(letterOf('istanbul', 'tr')).toBe('İ');
    expect(letterOf('istanbul', 'en')).toBe('I');
    expect(letterOf('istanbul', 'not a locale')).toBe('I');
  });

  it('is never a heap of marks', () => {
    const heap = `Z${'\u0301'.repeat(500)}`;
    expect([...letterOf(heap, 'en')]).toHaveLength(12);
  });
});

describe('the address of a letter', () => {
  it('says it whole, in letters that any address may have', () => {
    expect(letterPath('L', '#0b57d0')).toBe('/logo/0b57d0-4c');
    expect(letterPath('कॉ', '#0b57d0')).toBe('/logo/0b57d0-915-949');
  });

  it('leads back to it for every name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'tr', 'ar'), (name, locale) => {
        const letter = letterOf(name, locale);
        const path = letterPath(letter, '#0b57d0');
        expect(path).toMatch(/^\/logo\/[\w-]+$/);
        expect(parseLetter(path.slice('/logo/'.length))).toEqual({ letter, accent: '#0b57d0' });
      }),
    );
  });

  it.each([
    '',
    '4c',
    '0b57d0',
    '0b57d0-',
    '0b57d0-110000',
    '0b57d0-d800',
    '0B57D0-4c',
    '0b57d0-4C',
    // No words of anybody's.
    '0b57d0-4c-75',
    '0b57d0-6c',
    '0b57d0-3c-73-63',
    `0b57d0${'-4c'.repeat(13)}`,
  ])('%j is none', (name) => {
    expect(parseLetter(name)).toBeUndefined();
  });
});
