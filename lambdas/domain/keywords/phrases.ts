import { allKeywords, type HeardWords } from '../languages/all-keywords.ts';
import type { HeardLanguage } from '../languages/heard-languages.ts';
import { foldPattern } from './pattern.ts';
import { ruleId } from './rule-id.ts';

/** A wording of the tables, ready to be looked for in normalised words. */
export interface Phrase {
  readonly language: HeardLanguage;
  readonly rule: string;
  readonly words: HeardWords;
  /** Even a whole sentence of it is only unclear. */
  readonly unclear: boolean;
  readonly whole: RegExp;
  /** To be tried on words with a blank at both ends. */
  readonly inside: RegExp;
}

interface LanguagePhrases {
  /** Finds every text in which one of the phrases is: the single ones are tried only there. */
  readonly guard: RegExp;
  readonly phrases: readonly Phrase[];
}

/** Letters of the scripts in which a language's patterns are written. Patterns are costly to build, so this is asked first. */
const letters: ReadonlyMap<HeardLanguage, RegExp> = new Map(
  allKeywords.map(({ language, scripts = ['Latin'] }) => [language, lettersOf(scripts)]),
);

function lettersOf(scripts: readonly string[]): RegExp {
  return new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u');
}

/** Built when the first text in a language's script comes. */
const built = new Map<HeardLanguage, LanguagePhrases | undefined>();

function phrasesOf(words: HeardWords): LanguagePhrases | undefined {
  if (!built.has(words.language)) built.set(words.language, build(words));
  return built.get(words.language);
}

function build(words: HeardWords): LanguagePhrases | undefined {
  const { phrases = {}, maybePhrases = {} } = words;
  const all = [
    ...Object.entries(phrases).map(([name, pattern]) => phrase(words, name, pattern, false)),
    ...Object.entries(maybePhrases).map(([name, pattern]) => phrase(words, name, pattern, true)),
  ];
  return all.length === 0
    ? undefined
    : { guard: new RegExp(all.map(({ inside }) => inside.source).join('|')), phrases: all };
}

function phrase(words: HeardWords, name: string, pattern: string, unclear: boolean): Phrase {
  const folded = foldPattern(pattern);
  return {
    language: words.language,
    rule: ruleId('stop', words.language, name),
    words,
    unclear,
    whole: new RegExp(`^(?:${folded})$`),
    inside: words.unspaced ? new RegExp(folded) : new RegExp(`(?<= )(?:${folded})(?= )`),
  };
}

/** The phrases that can be in a normalised text, as whole sentences or inside them. */
export function phrasesIn(whole: string): readonly Phrase[] {
  const text = ` ${whole} `;
  return allKeywords.flatMap((words) => {
    if (letters.get(words.language)?.test(text) !== true) return [];
    const found = phrasesOf(words);
    return found?.guard.test(text) ? found.phrases : [];
  });
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
