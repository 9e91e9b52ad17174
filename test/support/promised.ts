import { readFileSync } from 'node:fs';

const words = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' '),
  'sixteen seventeen eighteen nineteen twenty'.split(' '),
].flat();
const named = new Map<string, number>([
  ...words.map((word, index) => [word, index] as const),
  ['once', 1],
  ['a hundred', 100],
  ['a thousand', 1000],
]);
const number = `(\\d[\\d,.]*\\d|\\d|${[...named.keys()].sort((a, b) => b.length - a.length).join('|')})`;

const read = new Map<string, string>();

/** A page of the docs, its blanks and line ends each one blank. */
function textOf(page: string): string {
  const text = read.get(page) ?? readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8').replace(/\s+/g, ' ');
  read.set(page, text);
  return text;
}

/**
 * The numbers that a page promises. A sentence that is reworded, or said twice, is not found: then the caller looks at what it
 * says now.
 *
 * @param page from the root of the project: `docs/table.md`
 * @param says part of a sentence, with `{n}` for each number: digits (with commas between thousands) or a word
 */
export function promised(page: string, says: string): readonly number[] {
  const pattern = says
    .split('{n}')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ +/g, ' '))
    .join(number);
  const found = [...textOf(page).matchAll(new RegExp(`(?<![\\w.])${pattern}(?!\\w)`, 'gi'))];
  if (found.length !== 1) throw new Error(`${page} says "${says}" ${found.length} times, not once`);
  return (found[0]?.slice(1) ?? []).map((text) => named.get(text.toLowerCase()) ?? Number(text.replaceAll(',', '')));
}

/** The one number that a page promises. */
export function theNumber(page: string, says: string): number {
  const [only, ...others] = promised(page, says);
  if (only === undefined || others.length > 0) throw new Error(`"${says}" is about ${1 + others.length} numbers`);
  return only;
}
