import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { heardLanguages } from '../../lambdas/domain/languages/heard-languages.ts';
import { languages } from '../../lambdas/domain/languages/language.ts';
import * as tables from '../../lambdas/domain/languages/tables.ts';

const room = 'lambdas/domain/languages';
const page = readFileSync('docs/languages.md', 'utf8');
const topics = readdirSync(`${room}/topics`).sort();
const folders = readdirSync(room, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== 'topics' ? [entry.name] : [],
);
const spoken: ReadonlySet<string> = new Set(languages);

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|ts)$/.test(name))
    .map((name) => `${folder}/${name}`);

/** Every text of some words; sentences about a business as they read for one. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String(words('Acme'))];
  return Object.values(words as object).flatMap(textsOf);
}

describe('the words of one language are one folder', () => {
  test('of its own code, for every language that is heard', () => {
    const heard = Object.keys(heardLanguages).filter((code) => !code.includes('-'));
    expect(folders.toSorted()).toEqual(heard.toSorted());
  });

  test.each(folders)('%s has a file for each topic: all when we speak it, keywords when we only hear it', (code) => {
    expect(readdirSync(`${room}/${code}`).sort()).toEqual(
      spoken.has(code) ? [...topics, 'words.ts'].sort() : ['keywords.ts'],
    );
  });

  test.each(folders)('%s is nothing but words: each file knows its topic, as a type', (code) => {
    const files = readdirSync(`${room}/${code}`).filter((file) => file !== 'words.ts');
    const imports = files.flatMap((file) =>
      [
        ...readFileSync(`${room}/${code}/${file}`, 'utf8').matchAll(
          /^import\b.*$|^.*\bfrom '\.{1,2}\/.*$|^.*\b(?:import|require)\(.*$/gm,
        ),
      ].map(([line]) => [file, line.replace(/\{ \w+ \}/, '{}')] as const),
    );
    expect(imports).toEqual(files.map((file) => [file, `import type {} from '../topics/${file}';`]));
  });
});

describe('the tables', () => {
  const named = Object.keys(tables).map((name) =>
    name.replace(/Table$/, '.ts').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  );

  test('are one for each topic but the keywords, which are heard in more languages', () => {
    expect([...named, 'keywords.ts'].sort()).toEqual(topics);
  });

  test.each(languages)('have the words of %s from its folder', async (language) => {
    const words = await import(pathToFileURL(`${room}/${language}/words.ts`).href);
    const found = Object.entries(tables).map(([name, table]) => [name.replace(/Table$/, ''), table[language]] as const);
    expect(Object.fromEntries(found)).toEqual({ ...words });
    for (const [name, each] of found) expect(each).toBe(words[name]);
  });

  test.each(languages.filter((language) => language !== 'en'))('say nothing in English for %s', (language) => {
    for (const [name, table] of Object.entries(tables)) {
      const english = new Set(textsOf(table.en));
      const same = textsOf(table[language]).filter((text) => text.length > 8 && english.has(text));
      expect([name, same]).toEqual([name, []]);
    }
  });
});

describe('docs/languages.md', () => {
  test('has a row for every topic, and for no other', () => {
    expect([...page.matchAll(/^\| `([a-z-]+\.ts)` \|/gm)].map(([, file]) => file).sort()).toEqual(topics);
  });

  test('says which languages we speak', () => {
    const names = languages.map((language) => heardLanguages[language].replace(' or Malay', ''));
    expect(page).toContain(`${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
  });

  test('and every page says how many they are', () => {
    const word = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen'][languages.length - 10];
    const rules = 'lambdas/domain/notice/lint/rules';
    const wrong = ['README.md', ...filesOf('docs'), ...filesOf(rules)].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(ten|eleven|twelve|thirteen|fourteen) languages\b/g)].flatMap(
        ([said, number]) => (number === word || file.includes('decisions/') ? [] : [`${file}: ${said}`]),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('names files that are there', () => {
    const paths = [...page.matchAll(/`((?:lambdas|test)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect(() => readdirSync(path.replace(/[^/]*\.\w+$/, ''))).not.toThrow();
    for (const path of paths.filter((each) => /\.\w+$/.test(each))) expect(readFileSync(path, 'utf8')).not.toBe('');
  });
});
