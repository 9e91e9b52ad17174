import { directionOf } from './direction.ts';
import type { NoticeText } from './notice.ts';

/** Letters up to which a name is kept on one line; a longer one would leave holes or run over the edge of a small card. */
const longest = 24;
const leftToRight = /^\p{Script=Latin}|^\p{N}/u;

/**
 * A sentence with the name of the business in it as it should be read: the name is not divided between lines, and its signs stay on their
 * side of it where the sentence runs the other way (Unicode Standard Annex 9, isolates). For showing only: what is hashed and sent is
 * the sentence itself.
 */
export function keptTogether(
  sentence: string,
  { businessName, locale }: Pick<NoticeText, 'businessName' | 'locale'>,
): string {
  if (businessName.trim() === '') return sentence;
  const whole = undivided(businessName);
  const runsAlong = directionOf(locale) === 'ltr' && leftToRight.test(businessName);
  return sentence.split(businessName).join(runsAlong ? whole : `\u2068${whole}\u2069`);
}

/** A name with blanks at which no line is broken, unless it is too long for that. */
export function undivided(name: string): string {
  return name.length > longest ? name : name.replaceAll(' ', '\u00a0');
}
