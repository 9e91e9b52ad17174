import { describe, expect, test } from 'vitest';
import { breakEvenly, breakLines } from '../../../lambdas/domain/poster/break-lines.ts';
import { textWidth } from '../../../lambdas/domain/poster/text-width.ts';

describe('how wide a text is', () => {
  test.each([
    // Advance widths in em of DejaVu Sans, the widest of the usual fonts, and of Noto for the other scripts.
    ['Messages from Acme on WhatsApp', 17.4, 21],
    ['Reply STOP at any time to stop all messages.', 22.6, 26],
    ['iiiiiiiiii', 2.78, 3.5],
    ['WWWWWWWWWW', 9.89, 11],
    ['مستجدات الطلبات', 6.1, 10],
    ['ऑर्डर की जानकारी', 7.3, 10],
  ])('%s: at least its width in any usual font (%d em), and not much more', (text, real, most) => {
    expect(textWidth(text, 1)).toBeGreaterThanOrEqual(real);
    expect(textWidth(text, 1)).toBeLessThanOrEqual(most);
  });

  test('grows with the size, and is more in bold', () => {
    expect(textWidth('Acme', 10)).toBeCloseTo(10 * textWidth('Acme', 1));
    expect(textWidth('Acme', 10, true)).toBeGreaterThan(1.1 * textWidth('Acme', 10));
  });

  test('takes accents and vowel signs with their letter', () => {
    expect(textWidth('é', 1)).toBe(textWidth('e', 1));
    expect(textWidth('e\u0301', 1)).toBe(textWidth('é', 1));
    expect(textWidth('कु', 1)).toBe(textWidth('क', 1));
  });
});

describe('lines', () => {
  test('break between words', () => {
    expect(breakLines('one two three', textWidth('one two', 4), 4)).toEqual(['one two', 'three']);
  });

  test('break inside a word that is wider than the line, between what a reader sees as letters', () => {
    const word = 'कैफ़े'.repeat(4);
    const lines = breakLines(`a ${word}`, textWidth('कैफ़े', 4) * 1.5, 4);
    expect(lines.join('')).toBe(`a${word}`);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).not.toMatch(/^\p{M}/u);
  });

  test('of a script without blanks break between words, and no mark begins a line', () => {
    const text = '搶先了解新品，生日當天免費享用一杯咖啡。';
    const lines = breakLines(text, 6 * textWidth('新', 4), 4);
    expect(lines.join('')).toBe(text);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).not.toMatch(/^[，。]/u);
  });

  test('of an address break after a stroke', () => {
    const width = textWidth('in.example/l/', 4) + textWidth('pcbb4cmv', 4);
    expect(breakLines('in.example/l/pcbb4cmv5dnw6fp6', width, 4)).toEqual(['in.example/l/', 'pcbb4cmv5dnw6fp6']);
  });

  test('of a heading are about as long as each other, and no more of them', () => {
    const text = 'Messages from Café Luna on WhatsApp';
    const width = textWidth('Messages from Café Luna on', 4);
    expect(breakLines(text, width, 4)).toEqual(['Messages from Café Luna on', 'WhatsApp']);
    expect(breakEvenly(text, width, 4)).toEqual(['Messages from Café', 'Luna on WhatsApp']);
  });

  test('of nothing are none, and blanks make no line', () => {
    expect(breakLines('', 10, 4)).toEqual([]);
    expect(breakLines('  \n ', 10, 4)).toEqual([]);
    expect(breakLines('a', 0.1, 4)).toEqual(['a']);
  });
});
