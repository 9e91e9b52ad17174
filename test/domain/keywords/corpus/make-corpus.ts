import type { KeywordAnswer } from '../../../../lambdas/domain/keywords/match-keyword.ts';
import type { CorpusLanguage } from './corpus-language.ts';
import { latinEast } from './latin-east.ts';
import { latinWest } from './latin-west.ts';
import { otherScripts } from './other-scripts.ts';

/** What must come of a text. `heard`: at least unclear. `not-clear`: no clear stop, START or HELP. */
export type Expected = 'clear' | 'clear-marketing' | 'unclear' | 'heard' | 'not-clear';

/** By which rule a text was made. */
export type CorpusClass = 'alone' | 'stop' | 'wish' | 'opening' | 'sentence' | 'marketing' | 'elsewhere' | 'harmless';

export interface CorpusText {
  readonly language: string;
  readonly class: CorpusClass;
  readonly text: string;
  readonly expected: Expected;
}

export const corpusLanguages: readonly CorpusLanguage[] = [...latinWest, ...latinEast, ...otherScripts];

/** Every text of every language, each once. */
export function makeCorpus(): readonly CorpusText[] {
  const texts = corpusLanguages.flatMap(textsOf);
  return [...new Map(texts.map((text) => [text.text, text])).values()];
}

const list = (words: string): string[] => words.split('|').map((word) => word.trim());

function textsOf(language: CorpusLanguage): CorpusText[] {
  const { hello, please, thanks, story } = language;
  const make = (kind: CorpusClass, expected: Expected, texts: readonly string[]): CorpusText[] =>
    texts.map((text) => ({ language: language.code, class: kind, text, expected }));
  const words = list(language.everyday);
  const sentences = list(language.sentences);
  const marketing = list(language.marketing);
  return [
    ...make(
      'alone',
      'clear',
      words.flatMap((word) => alone(word, language)),
    ),
    ...make('stop', 'clear', [
      ...[`STOP ${please}`, `${please} stop`, `Stop, ${thanks}`, `${hello}, STOP`, `stop stop`, `STOP\n${story}`],
      ...[`STOP. ${story}.`, `${hello}!\nSTOP\n${story}`, `Stop!!! ${story}`],
    ]),
    ...make(
      'wish',
      'unclear',
      list(language.wishes).flatMap((wish) => words.map((word) => wish.replace('{w}', () => word))),
    ),
    ...make(
      'opening',
      'unclear',
      words.map((word) => `${word}. ${story}`),
    ),
    ...make(
      'sentence',
      'clear',
      sentences.flatMap((text) => [text, `${hello}, ${text}!`, `${text}. ${story}.`]),
    ),
    ...make(
      'sentence',
      'heard',
      list(language.hints).flatMap((text) => [text, `${hello}. ${text}`]),
    ),
    ...make(
      'marketing',
      'clear-marketing',
      marketing.flatMap((text) => [text, `${hello}, ${text}`, `${text}. ${thanks}`]),
    ),
    ...make('elsewhere', 'unclear', list(language.elsewhere)),
    ...make('harmless', 'not-clear', list(language.harmless)),
  ];
}

/** A word of everyday life as the only thing that is said. */
function alone(word: string, { hello, please, thanks }: CorpusLanguage): string[] {
  return [
    ...[word, word.toUpperCase(), `${word}!`, `${word} ${please}`, `${please} ${word}`, `${word} ${word}`],
    ...[
      `${word}, ${thanks}`,
      `${hello}, ${word}`,
      `${hello}, ${word} ${please}. ${thanks}!`,
      `${word}\nSent from my iPhone`,
    ],
  ];
}

/** Whether an answer is what was expected. */
export function isExpected(answer: KeywordAnswer, expected: Expected): boolean {
  switch (expected) {
    case 'clear':
      return answer.answer === 'clear' && answer.keyword === 'stop' && answer.of === 'all';
    case 'clear-marketing':
      return answer.answer === 'clear' && answer.keyword === 'stop' && answer.of === 'marketing';
    case 'unclear':
      return answer.answer === 'ambiguous';
    case 'heard':
      return answer.answer === 'ambiguous' || (answer.answer === 'clear' && answer.keyword === 'stop');
    case 'not-clear':
      return answer.answer !== 'clear';
  }
}
