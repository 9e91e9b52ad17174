import type { CollectionPoint } from '../collection/collection-point.ts';
import { spokenLanguage, wordsIn } from '../languages/language.ts';
import { posterTable } from '../languages/tables.ts';
import { directionOf, type TextDirection } from '../notice/direction.ts';
import type { NoticeText } from '../notice/notice.ts';

/** Words on a poster; a line that they are broken into runs in their direction. */
export interface PosterText {
  readonly text: string;
  readonly direction: TextDirection;
}

/** Everything that a poster says, before it is laid out. Plain text. */
export interface PosterContent {
  readonly locale: string;
  readonly direction: TextDirection;
  readonly businessName: PosterText;
  readonly heading: PosterText;
  readonly scan: PosterText;
  readonly open: PosterText;
  /** The short link as people type it. */
  readonly address: PosterText;
  readonly step: PosterText;
  readonly receive: PosterText;
  /** The purposes of the point, in its order and in the words of the notice. */
  readonly purposes: readonly PosterText[];
  /** Incentive, benefits and frequency. */
  readonly details: readonly PosterText[];
  /** How to stop, privacy, trademark. */
  readonly foot: readonly PosterText[];
}

/**
 * What the poster of a point says: the words of its notice as they were published, and our own where the notice has none.
 *
 * @param url the short link of the point
 */
export function posterContent(
  point: Pick<CollectionPoint, 'opens' | 'purposes'>,
  notice: NoticeText,
  url: string,
): PosterContent {
  const words = wordsIn(posterTable, notice.locale);
  const direction = directionOf(notice.locale);
  const said = (text: string): PosterText => ({ text: printable(text), direction });
  const ours = (text: string): PosterText => ({
    text: printable(text.replaceAll('{business}', () => notice.businessName)),
    direction: directionOf(spokenLanguage(notice.locale)),
  });
  const given = (text: string | undefined) => (text === undefined || text === '' ? [] : [said(text)]);
  const leftToRight = (address: string): PosterText => ({ text: printable(withoutScheme(address)), direction: 'ltr' });
  return {
    locale: notice.locale,
    direction,
    businessName: said(notice.businessName),
    heading: said(notice.heading),
    scan: ours(words.scan),
    open: ours(words.open),
    address: leftToRight(url),
    step: ours(point.opens === 'chat' ? words.chat : words.check),
    receive: ours(words.receive),
    purposes: point.purposes.flatMap((purposeId) =>
      given(notice.purposes.find((purpose) => purpose.purposeId === purposeId)?.text),
    ),
    details: [...given(notice.incentive), ...given(notice.benefits), ...given(notice.frequency)],
    foot: [
      ...given(notice.howToStop),
      ...given(notice.privacy?.text),
      ...(notice.privacy === undefined ? [] : [leftToRight(notice.privacy.url)]),
      ours(words.trademark),
    ],
  };
}

/** Without what cannot stand in XML (1.0, 2.2 "Characters") and without overrides of direction, which turn words around; on one line. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function withoutScheme(url: string): string {
  return url.replace(/^https:\/\//, '').replace(/\/$/, '');
}
