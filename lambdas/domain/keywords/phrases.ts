import { allKeywords, type HeardWords } from '../languages/all-keywords.ts';
import { firstWords } from './first-words.ts';
import { foldPattern } from './pattern.ts';
import { ruleId } from './rule-id.ts';
import { isUnspaced } from './script.ts';

/** A wording of the tables, to be looked for in normalised words. Its patterns are costly to compile: each is when it is asked for first. */
export class Phrase {
  readonly rule: string;
  readonly words: HeardWords;
  /** Even a whole sentence of it is only unclear. */
  readonly unclear: boolean;
  /** In the letters of normalised words. */
  readonly pattern: string;
  #begins: ReadonlySet<string> | undefined;
  #whole: RegExp | undefined;
  #inside: RegExp | undefined;

  constructor(words: HeardWords, name: string, pattern: string, unclear: boolean) {
    this.rule = ruleId('stop', words.language, name);
    this.words = words;
    this.unclear = unclear;
    this.pattern = foldPattern(pattern);
  }

  /** Whether this can begin with two words; of languages with blanks between words. */
  beginsWith(first: string, second: string): boolean {
    this.#begins ??= firstWords(this.pattern, 2);
    return this.#begins.has(`${first} ${second}`) || this.#begins.has(first);
  }

  /** Whether normalised words are this and nothing else. */
  isWhole(sentence: string): boolean {
    const [first = '', second = ''] = sentence.split(' ', 2);
    if (!this.words.unspaced && !this.beginsWith(first, second)) return false;
    this.#whole ??= new RegExp(`^(?:${this.pattern})$`);
    return this.#whole.test(sentence);
  }

  /** Whether this is somewhere in a text that it may begin in; the text has a blank at both ends. */
  isInside(text: string): boolean {
    this.#inside ??= new RegExp(this.words.unspaced ? this.pattern : `(?<= )(?:${this.pattern})(?= )`);
    return this.#inside.test(text);
  }
}

/** All phrases, and where to look for which. */
interface Phrases {
  /** In the order of the tables: the first that fits names the rule. */
  readonly all: readonly Phrase[];
  /** Those of languages with blanks between words, by each word that they can begin with. */
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>;
  readonly unspaced: readonly Unspaced[];
}

/** A language without blanks between words: its phrases, looked for all at once in texts that have letters of its scripts. */
interface Unspaced {
  readonly letters: RegExp;
  readonly any: RegExp;
  readonly phrases: readonly Phrase[];
}

/** Read when the first text comes. */
let read: Phrases | undefined;

function allPhrases(): Phrases {
  read ??= readTables();
  return read;
}

function readTables(): Phrases {
  const all = allKeywords.flatMap((words) => [
    ...Object.entries(words.phrases ?? {}).map(([name, pattern]) => new Phrase(words, name, pattern, false)),
    ...Object.entries(words.maybePhrases ?? {}).map(([name, pattern]) => new Phrase(words, name, pattern, true)),
  ]);
  const byFirstWord = new Map<string, Phrase[]>();
  for (const phrase of all) {
    for (const word of phrase.words.unspaced ? [] : firstWords(phrase.pattern, 1)) {
      const others = byFirstWord.get(word);
      if (others === undefined) byFirstWord.set(word, [phrase]);
      else others.push(phrase);
    }
  }
  const languages = Map.groupBy(
    all.filter(({ words }) => words.unspaced),
    ({ words }) => words,
  );
  const unspaced = [...languages].map(([{ scripts = [] }, phrases]) => ({
    letters: lettersOf(scripts),
    any: new RegExp(phrases.map(({ pattern }) => pattern).join('|')),
    phrases,
  }));
  return { all, byFirstWord, unspaced };
}

function lettersOf(scripts: readonly string[]): RegExp {
  return new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u');
}

/** The phrases that may begin somewhere in a text. */
function beginningIn(text: string): ReadonlySet<Phrase> {
  const { byFirstWord, unspaced } = allPhrases();
  const found = new Set<Phrase>();
  const words = text.split(' ');
  for (let at = 0; at < words.length; at += 1) {
    const [first = '', second = ''] = [words[at], words[at + 1]];
    for (const phrase of byFirstWord.get(first) ?? []) if (phrase.beginsWith(first, second)) found.add(phrase);
  }
  if (!isUnspaced(text)) return found;
  for (const { letters, any, phrases } of unspaced) {
    if (letters.test(text) && any.test(text)) for (const phrase of phrases) found.add(phrase);
  }
  return found;
}

/** The phrases of all languages of which one is in a normalised text. */
export function phrasesIn(whole: string): readonly Phrase[] {
  const text = ` ${whole} `;
  const found = new Set<HeardWords>();
  for (const phrase of beginningIn(text)) {
    if (!found.has(phrase.words) && phrase.isInside(text)) found.add(phrase.words);
  }
  return found.size === 0 ? [] : allPhrases().all.filter(({ words }) => found.has(words));
}

/** Those that are in a text with a blank at both ends. */
export function phrasesInside(text: string, among: readonly Phrase[]): readonly Phrase[] {
  const beginning = beginningIn(text);
  return among.filter((phrase) => beginning.has(phrase) && phrase.isInside(text));
}

/** What ends by a stop: everything, or marketing alone. */
export type StopScope = 'all' | 'marketing';

/** Marketing when the words of a stop (normalised) name marketing and no other messages: "no more offers"; else everything. */
export function scopeOf(words: HeardWords, sentence: string): StopScope {
  const { unspaced } = words;
  if (words.things === undefined || words.offers === undefined) return 'all';
  const scope = { things: `(?:${foldPattern(words.things)})`, offers: `(?:${foldPattern(words.offers)})` };
  const [edge, blank] = unspaced ? ['', ' ?'] : [' ', ' '];
  const text = ` ${sentence} `;
  // "offer messages" are offers, in the languages that say so.
  const offers = new RegExp(`(?<=${edge})${scope.offers}(?:${blank}${scope.things})?(?=${edge})`, 'g');
  const rest = text.replace(offers, '#');
  return rest !== text && !new RegExp(`(?<=${edge})${scope.things}(?=${edge})`).test(rest) ? 'marketing' : 'all';
}
