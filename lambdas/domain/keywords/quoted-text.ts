import { normalise } from './normalise.ts';
import { wordsOfAll } from './rule-id.ts';

/** A line that quotes somebody else, as mail programs and WhatsApp's own formatting write it. */
const quotedLine = /^\s*[>＞]/u;

/** The text without the lines that quote an earlier message: words of ours that come back are not the person's. */
export function withoutQuotedLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => !quotedLine.test(line))
    .join('\n');
}

/**
 * How phones write a reaction as a text message: a verb, then our message in quotes ("Liked “Reply STOP to …”").
 * The wordings are Apple's tapbacks and Google Messages' fallbacks in the languages met so far.
 */
const reactionVerbs = new Set(wordsOfAll('reactions'));

const openingQuotes = /["“”„‟«‹「『]/u;
const closingQuote = /["“”‟»›」』]\s*$/u;
const longestVerb = 40;

/** Whether the text is a reaction to a message that quotes it: reaction verb, opening quote, our text, closing quote, nothing else. */
export function isReaction(text: string): boolean {
  const start = text.slice(0, longestVerb).search(openingQuotes);
  if (start < 0 || !closingQuote.test(text.slice(-4))) return false;
  // The emoji of “Reacted 👍 to” is no letter and falls away.
  const verb = normalise(text.slice(0, start));
  return reactionVerbs.has(verb) || verb === 'reacted to';
}
