import { withoutCourtesies, withoutRequest } from './courtesies.ts';
import { withoutHarmlessPhrases } from './harmless-phrases.ts';
import { normalise } from './normalise.ts';
import { ruleId, rulesByText } from './rule-id.ts';
import { stopPhrases } from './stop-phrases.ts';
import { stopWords } from './stop-words.ts';

/** How sure a stop is, and the rule that says so. */
export interface StopMatch {
  readonly sure: boolean;
  readonly rule: string;
}

const listed = (column: 'explicit' | 'stop' | 'everyday' | 'maybe', kind: 'stop' | 'maybe-stop') =>
  rulesByText(
    kind,
    stopWords.map((row) => ({ language: row.language, words: row[column] ?? '' })),
  );

const explicitWords = listed('explicit', 'stop');
const plainStops = listed('stop', 'stop');
const everydayWords = listed('everyday', 'stop');
const unsureWords = listed('maybe', 'maybe-stop');

const phrases = stopPhrases.flatMap(({ language, phrases: named }) =>
  Object.entries(named).map(([name, phrase]) => ({
    rule: ruleId('stop', language, name),
    whole: new RegExp(`^(?:${phrase})$`),
    inside: new RegExp(`(?<= )(?:${phrase})(?= )`),
  })),
);

/** Scripts written without blanks between words, where a keyword is looked for inside a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What to look for inside a longer text, with blanks around it where the script has blanks. */
const insideWords = [...explicitWords, ...plainStops].map(([words, rule]) => ({
  rule,
  words: unspaced.test(words) ? words : ` ${words} `,
}));

/** A whole sentence that only asks for the end of messages: its rule. Such a sentence is clear whatever stands around it. */
function explicitRule(sentence: string): string | undefined {
  const asked = withoutRequest(sentence);
  const word = explicitWords.get(sentence) ?? explicitWords.get(asked);
  return word ?? phrases.find(({ whole }) => whole.test(sentence) || whole.test(asked))?.rule;
}

/** The rule by which a whole message (normalised) is nothing but a stop, leaving out words with an everyday meaning. */
export function unmistakableStop(whole: string): string | undefined {
  const bare = withoutCourtesies(whole);
  return plainStops.get(whole) ?? plainStops.get(bare) ?? explicitRule(whole);
}

/**
 * Finds a stop in a message.
 * @param whole the message, normalised
 * @param sentences its sentences, normalised each
 */
export function matchStop(whole: string, sentences: readonly string[]): StopMatch | undefined {
  const clear = everydayWords.get(whole) ?? unmistakableStop(whole);
  if (clear !== undefined) return { sure: true, rule: clear };
  for (const sentence of sentences) {
    const rule = explicitRule(sentence);
    if (rule !== undefined) return { sure: true, rule };
  }
  const unsure = unsureWords.get(whole) ?? unsureWords.get(withoutCourtesies(whole)) ?? ruleInside(whole);
  return unsure === undefined ? undefined : { sure: false, rule: unsure };
}

/** The ambiguous rule of a stop word or phrase anywhere in the text. */
function ruleInside(whole: string): string | undefined {
  const text = withoutHarmlessPhrases(whole);
  const found =
    phrases.find((phrase) => phrase.inside.test(text)) ?? insideWords.find(({ words }) => text.includes(words));
  return found === undefined ? undefined : `maybe-${found.rule}`;
}

/** The sentences of a text as typed, each normalised. Commas end one too: "stop messaging me, I never signed up". */
export function sentencesOf(text: string): string[] {
  return text
    .split(/[.!?…;,\n。！？，؟،]/u)
    .map(normalise)
    .filter((sentence) => sentence !== '');
}
