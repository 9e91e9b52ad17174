import { directionOf } from '../../../domain/notice/direction.ts';
import { keptTogether } from '../../../domain/notice/kept-together.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import { type PageTexts, pageTexts } from '../texts/page-texts.ts';
import { type Html, html } from './html.ts';
import { pageLink } from './page-link.ts';

/** The purposes that a page may offer: those of the point that the text has words for. */
export function offeredPurposes(text: NoticeText, purposes: readonly string[]): NoticeText['purposes'] {
  return purposes.flatMap((purposeId) => text.purposes.find((each) => each.purposeId === purposeId) ?? []);
}

/**
 * Attributes of a part in the notice's language, which may be one that our own words do not have.
 *
 * @param page the language of the page around it, in which nothing has to be said
 */
export function languageOfText({ locale }: NoticeText, page?: string): Html | undefined {
  return locale === page ? undefined : html` lang="${locale}" dir="${directionOf(locale)}"`;
}

/** What one gets, and why: what is given for it, and what is good about it. */
export function whatAndWhy(text: NoticeText): Html {
  const language = languageOfText(text);
  const { incentive, benefits } = text;
  return html`<h1${language}>${keptTogether(text.heading, text)}</h1>
    ${incentive === undefined ? undefined : html`<p class="gift"${language}>${incentive}</p>`}
    ${benefits === undefined ? undefined : html`<p class="why"${language}>${benefits}</p>`}`;
}

/** The id of the n-th box of a form, from 0. The sentence of agreement follows the boxes by it. */
export const boxId = (n: number): string => `purpose${n}`;

/**
 * One box for each purpose. None is ticked but those that the person ticked on this very form before.
 *
 * @param ticked what came back with a form that had a fault elsewhere; nothing on a page that is opened
 * @param fault shown above the boxes
 */
export function purposeBoxes(
  text: NoticeText,
  offered: NoticeText['purposes'],
  texts: PageTexts,
  ticked: readonly string[] = [],
  fault?: string,
): Html {
  const boxes = offered.map(({ purposeId, text: words }, index) => {
    const checked = ticked.includes(purposeId) ? html` checked` : undefined;
    return html`<label class="tick">
      <input type="checkbox" id="${boxId(index)}" name="purpose" value="${purposeId}"${checked}>
      <span${languageOfText(text, texts.locale)}>${words}</span></label>`;
  });
  const described = fault === undefined ? undefined : html` aria-describedby="purposes-fault"`;
  return html`<fieldset${described}>
    <legend>${texts.check.purposes}</legend>
    ${fault === undefined ? undefined : html`<p class="fault" id="purposes-fault">${fault}</p>`}
    <div class="ticks">${boxes}</div>
    </fieldset>`;
}

/** The small print, below the button: how often, how to stop, and the privacy page, as the notice says them. */
export function smallPrint(text: NoticeText): Html {
  const language = languageOfText(text, pageTexts(text.locale).locale);
  const paragraph = (words: string | undefined) => (words === undefined ? undefined : html`<p${language}>${words}</p>`);
  return html`<div class="terms">${paragraph(text.frequency)}
    ${paragraph(text.howToStop)}
    ${privacy(text)}</div>`;
}

function privacy(text: NoticeText): Html | undefined {
  if (text.privacy === undefined) return undefined;
  const link = pageLink(text.privacy.url);
  const language = languageOfText(text, pageTexts(text.locale).locale);
  // An address that no page may link to is not shown as a link; the words stay.
  if (link === undefined || link.url.startsWith('/')) return html`<p${language}>${text.privacy.text}</p>`;
  // Notices say in a whole sentence what the page is about; the link itself is short.
  const { frame } = pageTexts(text.locale);
  return html`<p><span${language}>${text.privacy.text}</span>
    <a href="${link}" target="_blank" rel="noopener noreferrer">${frame.privacy}<span class="sr"> ${frame.newTab}</span></a></p>`;
}
