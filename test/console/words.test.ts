import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { languages } from '../../console/src/words/language.ts';

type Tree = { readonly [key: string]: string | Tree };

const folders = readdirSync('console/src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('console/src', name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('/words') && readdirSync(name).includes('en.ts'));

const read = async (folder: string, language: string): Promise<Tree> => {
  const module = (await import(pathToFileURL(join(folder, `${language}.ts`)).href)) as { [name: string]: Tree };
  return module[language] ?? {};
};

const isPlural = (value: Tree): boolean => 'other' in value;

/** Every sentence by its place, plurals as one. */
function sentences(tree: Tree, path = ''): readonly (readonly [string, string | Tree])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' || isPlural(value)
      ? [[`${path}/${key}`, value] as const]
      : sentences(value, `${path}/${key}`),
  );
}

const bracesIn = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(/\{\w+\}/g), ([found]) => found))].sort();
/** Words of ours: what stands in braces is not. */
const wordsIn = (text: string): number => text.replace(/\{\w+\}/g, ' ').match(/\p{L}+/gu)?.length ?? 0;
const wordsOf = (value: string | Tree): string => (typeof value === 'string' ? value : String(value.other));

test('there are words', () => expect(folders.length).toBeGreaterThan(5));

describe.each(folders)('%s', (folder) => {
  test.each(languages.filter((each) => each !== 'en'))(
    '%s has what stands in braces, and every form of a number',
    async (language) => {
      const english = new Map(sentences(await read(folder, 'en')));
      const found = sentences(await read(folder, language));
      expect(found.map(([path]) => path)).toEqual([...english.keys()]);
      for (const [path, value] of found) {
        expect(bracesIn(wordsOf(value)), path).toEqual(bracesIn(wordsOf(english.get(path) ?? '')));
        if (typeof value === 'string') continue;
        // Spanish and Portuguese have "many" for whole millions, which are written as the others are.
        const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        const missing = wanted.filter((category) => !(category in value) && category !== 'many');
        expect(language === 'ar' ? wanted.filter((category) => !(category in value)) : missing, path).toEqual([]);
      }
    },
  );

  test.each(languages.filter((each) => each !== 'en'))('%s is not English', async (language) => {
    const english = new Map(sentences(await read(folder, 'en')));
    const same = sentences(await read(folder, language)).filter(
      ([path, value]) => typeof value === 'string' && wordsIn(value) > 3 && value === english.get(path),
    );
    expect(same).toEqual([]);
  });
});
