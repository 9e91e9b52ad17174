import { expect, it } from 'vitest';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import type { PersonalTexts } from '../../../lambdas/domain/languages/topics/personal-pages.ts';
import { personalTexts } from '../../../lambdas/edge/pages/texts/personal-texts.ts';

const placesOf = (texts: PersonalTexts) =>
  Object.entries({ ...texts, ...texts.sources }).map(([name, words]) => [
    name,
    typeof words === 'string' ? (words.match(/\{\w+\}/g) ?? []).sort() : Object.keys(words),
  ]);

it.each(languages)('%s says everything, with the same places to fill in', (language) => {
  const texts = personalTexts(language);
  expect(placesOf(texts)).toEqual(placesOf(personalTexts('en')));
  if (language !== 'en') expect(texts.saved).not.toBe(personalTexts('en').saved);
});
