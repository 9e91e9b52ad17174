import { describe, expect, it } from 'vitest';
import { matchKeyword } from '../../../../lambdas/domain/keywords/match-keyword.ts';
import { languages } from '../../../../lambdas/domain/languages/language.ts';
import { fill, pageTexts } from '../../../../lambdas/edge/pages/texts/page-texts.ts';

/** Every text by its path, `end.confirmedText`. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([name, each]) => flat(each, path === '' ? name : `${path}.${name}`));
}
const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const english = new Map(flat(pageTexts('en')));

describe.each(languages)('our own words in %s', (locale) => {
  const texts = flat(pageTexts(locale));

  it('are all there, with the places that are filled in', () => {
    expect(texts.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of texts) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      expect([path, placesOf(text)]).toEqual([path, placesOf(english.get(path) ?? '')]);
    }
  });

  it('are not the English ones', () => {
    if (locale === 'en') return;
    const same = texts.filter(([path, text]) => path !== 'locale' && english.get(path) === text);
    expect(same).toEqual([]);
  });

  it('name a word that stops', () => {
    const { howToStop } = pageTexts(locale).end;
    const words = howToStop.match(/[\p{L}\p{M}]+/gu) ?? [];
    const quoted = /«(.+)»/.exec(howToStop)?.[1];
    const named =
      quoted ?? words.find((word) => word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase());
    expect(matchKeyword(named ?? '')).toMatchObject({ answer: 'clear', keyword: 'stop' });
  });
});

describe('fill', () => {
  it('fills in once, so that a name never becomes a place', () => {
    expect(fill('{business} and {time}', { business: '{time}', time: 'now' })).toBe('{time} and now');
    expect(fill('{constructor} {other}', { business: 'x' })).toBe('{constructor} {other}');
  });
});

describe('pageTexts', () => {
  it('speaks English where it lacks a language', () => {
    expect(pageTexts('pt-BR').locale).toBe('pt');
    expect(pageTexts('la').locale).toBe('en');
    expect(pageTexts('__proto__').locale).toBe('en');
  });
});
