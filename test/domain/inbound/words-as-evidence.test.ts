import { describe, expect, test } from 'vitest';
import { cutToBytes } from '../../../lambdas/domain/inbound/cut-to-bytes.ts';
import {
  idAsEvidence,
  mostWords,
  withoutWords,
  wordsAsEvidence,
} from '../../../lambdas/domain/inbound/words-as-evidence.ts';

describe('cutting a text to bytes', () => {
  test.each([
    ['fits', 'STOP', 4, 'STOP'],
    ['one byte too long', 'STOPS', 4, 'STOP'],
    ['a character of two bytes at the edge', 'aü', 2, 'a'],
    ['of three', 'a€', 3, 'a'],
    ['of four', 'a😀', 4, 'a'],
    ['of four that fits', 'a😀', 5, 'a😀'],
    ['half of a character', 'a\ud83d', 9, 'a\ufffd'],
    ['nothing', '', 4, ''],
  ])('%s', (_name, text, bytes, expected) => {
    expect(cutToBytes(text, bytes)).toBe(expected);
  });

  test('never ends in half of a character, wherever it is cut', () => {
    for (let bytes = 0; bytes < 40; bytes += 1) {
      const cut = cutToBytes('aü€😀\ud83dz😀', bytes);
      expect(cut.isWellFormed()).toBe(true);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(bytes);
    }
  });
});

describe('words as evidence', () => {
  test('are kept as they are when they fit: 8 KB', () => {
    expect(mostWords).toBe(8192);
    expect(wordsAsEvidence('x'.repeat(8192))).toEqual({ text: 'x'.repeat(8192) });
    expect(wordsAsEvidence(undefined)).toEqual({});
  });

  test('say how long they were when they were cut', () => {
    expect(wordsAsEvidence('ü'.repeat(5000))).toEqual({ text: 'ü'.repeat(4096), textCutFrom: 10_000 });
  });

  test('say how they came when they were mended, in no more room', () => {
    const { textReceived } = wordsAsEvidence('\ufffd', JSON.stringify('\ud83d'.repeat(5000)));
    expect(textReceived).toHaveLength(8192);
  });

  test('can be left out, and the evidence says so', () => {
    const evidence = { text: 'STOP', textCutFrom: 9, textReceived: '"STOP"', messageId: 'wamid.1' };
    expect(withoutWords(evidence)).toEqual({ messageId: 'wamid.1', textLeftOut: true });
  });

  test('an id is at most 512 bytes', () => {
    expect(idAsEvidence('w'.repeat(600))).toBe('w'.repeat(512));
  });
});
