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
  /** The place of the language in the table: the first that has a phrase names the rule. */
  readonly at: number;
  /** Finds every text in which one of the phrases is: the single ones are tried only there. */
  readonly guard: RegExp;
  readonly phrases: readonly Phrase[];
}

/** Languages by the scripts in which their patterns are written. Patterns are costly to build, so letters are asked for first. */
const byScripts = [...Map.groupBy(allKeywords, ({ scripts = ['Latin'] }) => scripts.join())].map(
  ([scripts, languages]) => ({
    letters: lettersOf(scripts.split(',')),
    languages,
  }),
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
    : {
        at: allKeywords.indexOf(words),
        guard: guardOf(words),
        phrases: all,
      };
}

/** One pattern of all, which asks what stands before and after a phrase once for all of them. */
function guardOf({ phrases = {}, maybePhrases = {}, unspaced }: HeardWords): RegExp {
  const any = [...Object.values(phrases), ...Object.values(maybePhrases)].map(foldPattern).join('|');
  return unspaced ? new RegExp(any) : new RegExp(`(?<= )(?:${any})(?= )`);
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
  const found: LanguagePhrases[] = [];
  for (const { letters, languages } of byScripts) {
    if (!letters.test(text)) continue;
    for (const words of languages) {
      const phrases = phrasesOf(words);
      if (phrases?.guard.test(text)) found.push(phrases);
    }
  }
  return found.sort((a, b) => a.at - b.at).flatMap(({ phrases }) => phrases);
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
