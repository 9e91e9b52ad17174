import { languageOf } from '../languages/language.ts';
import type { NoticeText } from './notice.ts';

/**
 * The text for a visitor: the first wanted locale that there is, exactly or by its language; otherwise the first text.
 *
 * @param wanted BCP 47 tags, the most wanted first
 * @param texts at least one
 */
export function chooseText(texts: readonly NoticeText[], wanted: readonly string[]): NoticeText {
  for (const locale of wanted) {
    const exact = texts.find((text) => text.locale.toLowerCase() === locale.toLowerCase());
    const found = exact ?? texts.find((text) => languageOf(text.locale) === languageOf(locale));
    if (found !== undefined) return found;
  }
  const [first] = texts;
  if (first === undefined) throw new Error('A notice has no text.');
  return first;
}
