import { helpWords } from './help-words.ts';
import { asTheEyeReads } from './look-alikes.ts';
import { matchStop, type StopMatch, sentencesOf, unmistakableStop } from './match-stop.ts';
import { normalise } from './normalise.ts';
import { isReaction, withoutQuotedLines } from './quoted-text.ts';
import { rulesByText } from './rule-id.ts';
import { startWords } from './start-words.ts';

/**
 * What a text asks for. `rule` names the row that matched (`stop.es.alto`, `start.en.unstop`, `help.en.info`,
 * `maybe-stop.en.stop`) and is kept with the statement.
 */
export type KeywordAnswer =
  | { readonly answer: 'clear'; readonly keyword: 'stop'; readonly of: StopScope; readonly rule: string }
  | { readonly answer: 'clear'; readonly keyword: 'start' | 'help'; readonly rule: string }
  | { readonly answer: 'ambiguous'; readonly keyword: 'stop'; readonly rule: string }
  | { readonly answer: 'none' };

/** What a stop ends: everything, or marketing alone. */
export type StopScope = 'all' | 'marketing';

const startRules = rulesByText('start', startWords);
const helpRules = rulesByText('help', helpWords);

/**
 * Reads free text or a caption. START and HELP count only as the whole message; STOP also as a sentence that asks for the end of
 * messages; a stop word among other words is ambiguous; words of ours that come back (quoted lines, reactions) are nothing.
 * Never throws; time grows in proportion to the length.
 */
export function matchKeyword(text: string): KeywordAnswer {
  const own = withoutQuotedLines(text);
  if (isReaction(own)) return { answer: 'none' };
  const whole = normalise(own);
  const start = startRules.get(whole);
  if (start !== undefined) return { answer: 'clear', keyword: 'start', rule: start };
  const help = helpRules.get(whole);
  if (help !== undefined) return { answer: 'clear', keyword: 'help', rule: help };
  const sentences = sentencesOf(own);
  const stop = matchStop(whole, sentences) ?? matchDisguisedStop(whole, sentences);
  if (stop === undefined) return { answer: 'none' };
  if (!stop.sure) return { answer: 'ambiguous', keyword: 'stop', rule: stop.rule };
  // Somebody who says both has not said which.
  const alsoStart = sentences.some((sentence) => startRules.has(sentence));
  return alsoStart
    ? { answer: 'ambiguous', keyword: 'stop', rule: `maybe-${stop.rule}` }
    : { answer: 'clear', keyword: 'stop', of: 'all', rule: stop.rule };
}

/**
 * Reads the payload text of a template's quick reply that this product did not issue (Meta's own "Stop promotions" arrives so):
 * the rule id if it is nothing but a stop, else undefined. Words with an everyday meaning do not count here, because a button
 * "Cancel" or "Baja" belongs to whoever made the template.
 */
export function matchStopPayload(text: string): string | undefined {
  return unmistakableStop(normalise(text));
}

/** STOP written with look-alike letters or drawn out. */
function matchDisguisedStop(whole: string, sentences: readonly string[]): StopMatch | undefined {
  const read = asTheEyeReads(whole);
  return read === whole ? undefined : matchStop(read, sentences.map(asTheEyeReads));
}
