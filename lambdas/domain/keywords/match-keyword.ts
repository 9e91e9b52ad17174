import { withoutCourtesies, withoutRequest } from './courtesies.ts';
import { asTheEyeReads } from './look-alikes.ts';
import { matchStop, type StopMatch, unmistakableStop } from './match-stop.ts';
import { normalise, readablePart } from './normalise.ts';
import { withoutOwnTexts } from './own-texts.ts';
import type { StopScope } from './phrases.ts';
import { isReaction, withoutQuotedLines } from './quoted-text.ts';
import { rulesByWord } from './rule-id.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/**
 * What a text asks for. `rule` names the row that matched (`stop.es.alto`, `start.en.unstop`, `help.en.info`,
 * `maybe-stop.en.stop`) and is kept with the statement; `of` says what a clear stop ends.
 */
export type KeywordAnswer =
  | { readonly answer: 'clear'; readonly keyword: 'stop'; readonly of: StopScope; readonly rule: string }
  | { readonly answer: 'clear'; readonly keyword: 'start' | 'help' | 'preferences'; readonly rule: string }
  | { readonly answer: 'ambiguous'; readonly keyword: 'stop'; readonly rule: string }
  | { readonly answer: 'none' };

const startRules = rulesByWord('start', 'start');
const helpRules = rulesByWord('help', 'help');
const preferencesRules = rulesByWord('preferences', 'preferences');

/**
 * Reads free text or a caption. START and HELP count only as the whole message; STOP also with courtesies, as its first line or
 * sentence, and as a sentence that asks for the end of messages; a stop word among other words is ambiguous; words of ours that come
 * back (quoted lines, reactions, copies) are nothing. Who asks to see what comes is heard last, so that no stop and nothing that may
 * be one is ever taken for it. Never throws; time grows in proportion to the length, of which a part is read.
 */
export function matchKeyword(text: string): KeywordAnswer {
  const read = withoutQuotedLines(readablePart(text));
  if (isReaction(read)) return { answer: 'none' };
  const whole = normalise(read);
  const start = startRules.get(whole);
  if (start !== undefined) return { answer: 'clear', keyword: 'start', rule: start.rule };
  const help = helpRules.get(whole);
  if (help !== undefined) return { answer: 'clear', keyword: 'help', rule: help.rule };
  const stop = stopIn(read, whole);
  if (stop === undefined) return preferencesIn(whole);
  // Only what sounds like a stop is compared with what we say ourselves.
  const own = withoutOwnTexts(read);
  if (own !== read) return besideOurs(stop, own);
  return stop.sure
    ? { answer: 'clear', keyword: 'stop', of: stop.of, rule: stop.rule }
    : { answer: 'ambiguous', keyword: 'stop', rule: stop.rule };
}

/** A wish to see and change what comes: alone, with courtesies, or said as a wish. */
function preferencesIn(whole: string): KeywordAnswer {
  const found =
    preferencesRules.get(whole) ??
    preferencesRules.get(withoutCourtesies(whole)) ??
    preferencesRules.get(withoutRequest(whole));
  return found === undefined ? { answer: 'none' } : { answer: 'clear', keyword: 'preferences', rule: found.rule };
}

/** What is heard beside words of ours: never more certainly than with them, because a rest may be half of a name of ours. */
function besideOurs(stop: StopMatch, own: string): KeywordAnswer {
  const rest = stopIn(own, normalise(own));
  if (rest === undefined) return { answer: 'none' };
  if (rest.sure && stop.sure) return { answer: 'clear', keyword: 'stop', of: rest.of, rule: rest.rule };
  return { answer: 'ambiguous', keyword: 'stop', rule: rest.sure ? `maybe-${rest.rule}` : rest.rule };
}

function stopIn(text: string, whole: string): StopMatch | undefined {
  const sentences = sentencesOf(text);
  const stop = matchStop(whole, sentences) ?? matchDisguisedStop(whole, sentences);
  // Somebody who says both has not said which.
  const alsoStart = () =>
    sentences.some(({ words }) => startRules.has(words) || startRules.has(withoutCourtesies(words)));
  return stop?.sure === true && alsoStart() ? { sure: false, rule: `maybe-${stop.rule}` } : stop;
}

/**
 * Reads the payload text of a template's quick reply that this product did not issue (Meta's own "Stop promotions" arrives so):
 * the rule and what ends if it is nothing but a stop, else undefined. Words with an everyday meaning do not count here, because a button
 * "Cancel" or "Baja" belongs to whoever made the template.
 */
export function matchStopPayload(text: string): { readonly rule: string; readonly of: StopScope } | undefined {
  return unmistakableStop(normalise(text));
}

/** STOP written with look-alike letters or drawn out. */
function matchDisguisedStop(whole: string, sentences: readonly Sentence[]): StopMatch | undefined {
  const read = asTheEyeReads(whole);
  if (read === whole) return undefined;
  return matchStop(
    read,
    sentences.map((sentence) => ({ ...sentence, words: asTheEyeReads(sentence.words) })),
  );
}
