import { normalise } from './normalise.ts';
import { wordsOf } from './rule-id.ts';

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
const reactionVerbs = new Set(
  wordsOf(`
  liked, loved, disliked, laughed at, emphasized, emphasised, questioned,
  removed a like from, removed a heart from, removed a dislike from, removed a laugh from, removed an exclamation from,
  removed a question mark from,
  le gustó, le gusta, le encantó, le encanta, me gusta, me encanta, no le gustó, no le gusta, se rió de, se ha reído de,
  exclamó, exclamó por, enfatizó, destacó, preguntó, preguntó por, cuestionó,
  gostou de, curtiu, amou, adorou, não gostou de, não curtiu, riu, riu de, enfatizou, questionou,
  a aimé, a adoré, n’a pas aimé, a ri de, a ri à, a rigolé à, a accentué, a insisté sur, a souligné, a questionné, j’aime, aime, adore,
  gefällt, gefällt nicht, liebt, hat geliebt, lacht über, hat gelacht über, betont, hat betont, hinterfragt,
  piace, non piace, ha adorato, ha messo mi piace a, ha riso per, ha enfatizzato, ha contestato`),
);

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
