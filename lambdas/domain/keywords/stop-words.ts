import { rulesByWord } from './rule-id.ts';
import { isUnspaced } from './script.ts';

export const explicitWords = rulesByWord('stop', 'explicit');
export const plainStops = rulesByWord('stop', 'stop');
export const everydayWords = rulesByWord('stop', 'everyday');
export const unsureWords = rulesByWord('maybe-stop', 'maybe');

/** The wordings of all four by their first word. */
const byFirst = Map.groupBy(
  [explicitWords, plainStops, everydayWords, unsureWords].flatMap((rules) =>
    [...rules.keys()].map((wording) => wording.split(' ')),
  ),
  ([first = '']) => first,
);

/**
 * Whether normalised words can be one of the wordings when some are left out, at the ends or between others. Most texts lack a word of
 * each, and need not be taken apart; words without blanks between them are not looked into.
 */
export function mayBeStop(text: string): boolean {
  if (isUnspaced(text)) return true;
  const said = new Set(text.split(' '));
  for (const word of said) {
    if (byFirst.get(word)?.some((wording) => wording.every((each) => said.has(each)))) return true;
  }
  return false;
}
