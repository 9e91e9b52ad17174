import { describe, expect, test } from 'vitest';
import { withoutWords, wordsOfTheirOwn } from '../../../lambdas/domain/collection/own-words.ts';
import { formatReference } from '../../../lambdas/domain/collection/reference.ts';
import { matchKeyword } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { testCode } from '../../support/pages/collection.ts';

const code = formatReference(testCode(1));
const words = 'I agree to receive offers from Stop & Shop on WhatsApp at this number. Don’t miss them.';

describe('a run of words', () => {
  test.each([
    ['as it is', words],
    ['in capitals', words.toUpperCase()],
    ['with another apostrophe', words.replace('’', "'")],
    ['without the apostrophe', words.replace('’', '')],
    ['over several lines', words.replaceAll(' ', '\n')],
    ['with emoji between', words.replaceAll(' ', ' 🎉 ')],
    ['with invisible characters', words.replaceAll('e', 'e\u200B')],
    ['full width', words.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))],
    ['without its punctuation', words.replaceAll(/[.&]/g, '')],
  ])('is found %s', (_name, typed) => {
    expect(withoutWords(`before ${typed} after`, words)?.trim()).toMatch(/^before\s+.*after$/su);
  });

  test.each([
    ['a word more', words.replace('agree', 'do not agree')],
    ['a word less', words.replace('agree ', '')],
    ['a word changed', words.replace('offers', 'orders')],
    ['another order', 'agree I to receive'],
    ['nothing', ''],
  ])('is not found with %s', (_name, typed) => {
    expect(withoutWords(typed, words)).toBeUndefined();
  });

  test('is not found inside longer words', () => {
    expect(withoutWords('nonstop shopping', 'stop shop')).toBeUndefined();
  });

  test('leaves every word around it', () => {
    expect(withoutWords('STOP. yes please! STOP', 'yes please')).toMatch(/^STOP\.\s+! STOP$/);
  });
});

describe('what is left for keywords', () => {
  const heard = (typed: string, ours = [words]) => matchKeyword(wordsOfTheirOwn(typed, ours));

  test('is nothing when our sentence comes back unedited, though the business is called Stop & Shop', () => {
    expect(heard(`${words} (${code})`)).toEqual({ answer: 'none' });
  });

  test.each([
    ['STOP alone with the code', `STOP (${code})`],
    ['STOP instead of the sentence', `stop\n${code}`],
    ['our sentence and STOP', `${words} (${code})\nSTOP`],
    ['STOP before our sentence', `STOP. ${words} (${code})`],
    ['ALTO', `ALTO ${code}`],
  ])('is the stop: %s', (_name, typed) => {
    expect(heard(typed)).toMatchObject({ answer: 'clear', keyword: 'stop' });
  });

  test('is at least a doubt where a stop word was put into our sentence', () => {
    expect(heard(`${words.replace('receive', 'stop receive')} (${code})`).answer).not.toBe('none');
  });

  test('keeps words of ours that are a stop by themselves: whoever sends them may mean them', () => {
    expect(heard(`Stop (${code})`, ['Stop'])).toMatchObject({ answer: 'clear', keyword: 'stop' });
  });
});
