import type { Language } from './languages.ts';
import { foldPattern } from './pattern.ts';
import { ruleId } from './rule-id.ts';
import { allWords } from './words/all-words.ts';
import type { LanguageWords } from './words/language-words.ts';

/** A wording of the tables, ready to be looked for in normalised words. */
export interface Phrase {
  readonly language: Language;
  readonly rule: string;
  readonly words: LanguageWords;
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

const byLanguage: readonly LanguagePhrases[] = allWords.flatMap((words) => {
  const { phrases = {}, maybePhrases = {} } = words;
  const all = [
    ...Object.entries(phrases).map(([name, pattern]) => phrase(words, name, pattern, false)),
    ...Object.entries(maybePhrases).map(([name, pattern]) => phrase(words, name, pattern, true)),
  ];
  return all.length === 0
    ? []
    : [{ guard: new RegExp(all.map(({ inside }) => inside.source).join('|')), phrases: all }];
});

function phrase(words: LanguageWords, name: string, pattern: string, unclear: boolean): Phrase {
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
  return byLanguage.flatMap(({ guard, phrases }) => (guard.test(text) ? phrases : []));
}

/** What ends by a stop: everything, or marketing alone. */
export type StopScope = 'all' | 'marketing';

const scopes = new Map(
  allWords.flatMap(({ language, things, offers }) =>
    things === undefined || offers === undefined
      ? []
      : [[language, { things: `(?:${foldPattern(things)})`, offers: `(?:${foldPattern(offers)})` }] as const],
  ),
);

/** Marketing when the words of a stop (normalised) name marketing and no other messages: "no more offers"; else everything. */
export function scopeOf({ language, unspaced }: LanguageWords, sentence: string): StopScope {
  const scope = scopes.get(language);
  if (scope === undefined) return 'all';
  const [edge, blank] = unspaced ? ['', ' ?'] : [' ', ' '];
  const text = ` ${sentence} `;
  // "offer messages" are offers, in the languages that say so.
  const offers = new RegExp(`(?<=${edge})${scope.offers}(?:${blank}${scope.things})?(?=${edge})`, 'g');
  const rest = text.replace(offers, '#');
  return rest !== text && !new RegExp(`(?<=${edge})${scope.things}(?=${edge})`).test(rest) ? 'marketing' : 'all';
}
