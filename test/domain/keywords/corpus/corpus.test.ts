import { describe, expect, test } from 'vitest';
import { matchKeyword } from '../../../../lambdas/domain/keywords/match-keyword.ts';
import { allKeywords } from '../../../../lambdas/domain/languages/all-keywords.ts';
import { heardLanguages } from '../../../../lambdas/domain/languages/heard-languages.ts';
import { answerTo } from './count-corpus.ts';
import { corpusLanguages, isExpected, makeCorpus } from './make-corpus.ts';

const corpus = makeCorpus();
const harmless = corpus.filter((text) => text.class === 'harmless');

describe('the corpus', () => {
  test('has at least 1,500 texts and 500 harmless ones, in every language of the tables', () => {
    expect(corpus.length - harmless.length).toBeGreaterThanOrEqual(1_500);
    expect(harmless.length).toBeGreaterThanOrEqual(500);
    const shared = Object.keys(heardLanguages).filter((code) => code.includes('-'));
    const own = allKeywords.map(({ language }) => language).filter((code) => !shared.includes(code));
    expect(corpusLanguages.map(({ code }) => code).toSorted()).toEqual(own.toSorted());
  });

  test.each(corpusLanguages.map(({ code }) => code))('is heard as expected in %s', (code) => {
    const wrong = corpus
      .filter(({ language, text, expected }) => language === code && !isExpected(matchKeyword(text), expected))
      .map(({ expected, text }) => ({ text, expected, heard: answerTo(text) }));
    expect(wrong).toEqual([]);
  });

  test('no harmless sentence is a clear stop, and hardly one an unclear one', () => {
    expect(harmless.filter(({ text }) => ['clear', 'marketing'].includes(answerTo(text)))).toEqual([]);
    expect(harmless.filter(({ text }) => answerTo(text) === 'unclear').length).toBeLessThanOrEqual(10);
  });
});
