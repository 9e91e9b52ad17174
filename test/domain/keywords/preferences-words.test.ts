import { describe, expect, test } from 'vitest';
import { matchKeyword } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { wordsOf } from '../../../lambdas/domain/keywords/rule-id.ts';
import { allKeywords } from '../../../lambdas/domain/languages/all-keywords.ts';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import { threadTable } from '../../../lambdas/domain/languages/tables.ts';
import { makeCorpus } from './corpus/make-corpus.ts';

const heard = (text: string) => {
  const match = matchKeyword(text);
  return match.answer === 'none' ? 'none' : match.keyword;
};

describe.each(allKeywords.filter(({ preferences }) => preferences !== undefined))('in $language', (words) => {
  test('each word asks for the list: alone, in capitals, with signs', () => {
    for (const word of wordsOf(words.preferences ?? '')) {
      for (const text of [word, word.toUpperCase(), `${word}!`, `¿${word}?`, `${word} 🙂`]) {
        expect(matchKeyword(text), text).toMatchObject({ answer: 'clear', keyword: 'preferences' });
      }
    }
  });

  test('beside a stop it is never the list', () => {
    for (const word of wordsOf(words.preferences ?? '')) {
      for (const text of [`STOP ${word}`, `${word} STOP`, `${word}. STOP`, `STOP\n${word}`, `${word}\nunsubscribe`])
        expect(heard(text), text).toBe('stop');
    }
  });
});

test.each(languages)(
  'in %s the titles of the buttons are heard as what the buttons do, when they are typed',
  (language) => {
    const { buttonChange, rowStopAll } = threadTable[language];
    expect(heard(buttonChange)).toBe('preferences');
    expect(matchKeyword(rowStopAll)).toMatchObject({ answer: 'clear', keyword: 'stop', of: 'all' });
  },
);

test.each([
  'Preferences please',
  'Hi, I want to change my preferences',
  'quiero cambiar mis avisos por favor',
  'Bonjour, je voudrais modifier mes préférences',
  'Einstellungen bitte',
])('courtesies and a wish around it change nothing: %s', (text) => {
  expect(heard(text)).toBe('preferences');
});

test.each([
  'I like your preferences page very much',
  'what are the settings of the oven you sold me?',
  'mis avisos de ayer no llegaron a tiempo',
])('inside a sentence about something else it is nothing: %s', (text) => {
  expect(heard(text)).toBe('none');
});

test('of all that people send who want to be left alone, and of all that is harmless, nothing is heard as a wish for the list', () => {
  const taken = makeCorpus().filter(({ text }) => heard(text) === 'preferences');
  expect(taken).toEqual([]);
});
