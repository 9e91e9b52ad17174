import { agreementSentence } from '../../../domain/notice/agreement-sentence.ts';
import { directionOf } from '../../../domain/notice/direction.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import { type PageTexts, pageTexts } from '../texts/page-texts.ts';
import { type Html, html } from './html.ts';
import { pageLink } from './page-link.ts';

/** The purposes that a page may offer: those of the point that the text has words for. */
export function offeredPurposes(text: NoticeText, purposes: readonly string[]): NoticeText['purposes'] {
  return purposes.flatMap((purposeId) => text.purposes.find((each) => each.purposeId === purposeId) ?? []);
}

/** Attributes of a part in the notice's language, which may be one that our own words do not have. */
export function languageOfText({ locale }: NoticeText): Html {
  return html` lang="${locale}" dir="${directionOf(locale)}"`;
}

/** What is given for an opt-in, under the heading. */
export function incentive(text: NoticeText): Html | undefined {
  if (text.incentive === undefined) return undefined;
  return html`<p class="gift"${languageOfText(text)}>${text.incentive}</p>`;
}

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
    return html`<label class="tick" for="purpose${index}">
      <input type="checkbox" id="purpose${index}" name="purpose" value="${purposeId}"${checked}>
      <span${languageOfText(text)}>${words}</span></label>`;
  });
  const described = fault === undefined ? 'purposes-hint' : 'purposes-fault purposes-hint';
  return html`<fieldset aria-describedby="${described}">
    <legend>${texts.check.purposes}</legend>
    <p class="hint" id="purposes-hint">${texts.check.purposesHint}</p>
    ${fault === undefined ? undefined : html`<p class="fault" id="purposes-fault">${fault}</p>`}
    ${boxes}
    </fieldset>`;
}

/** What somebody agrees to, before the button: the sentence for what is offered, and the terms of the notice. */
export function terms(text: NoticeText, offered: NoticeText['purposes'], texts: PageTexts): Html {
  const sentence = agreementSentence(
    text,
    offered.map(({ purposeId }) => purposeId),
  );
  return html`<div class="terms">
    <p>${texts.check.agreement}</p>
    <blockquote${languageOfText(text)}>${sentence}</blockquote>
    ${noticeTerms(text)}
    </div>`;
}

/** How often, how to stop, and the privacy page, as the notice says them. */
export function noticeTerms(text: NoticeText): Html {
  const language = languageOfText(text);
  const paragraph = (words: string | undefined) => (words === undefined ? undefined : html`<p${language}>${words}</p>`);
  return html`${paragraph(text.frequency)}
    ${paragraph(text.howToStop)}
    ${privacy(text)}`;
}

function privacy(text: NoticeText): Html | undefined {
  if (text.privacy === undefined) return undefined;
  const link = pageLink(text.privacy.url);
  const language = languageOfText(text);
  // An address that no page may link to is not shown as a link; the words stay.
  if (link === undefined || link.url.startsWith('/')) return html`<p${language}>${text.privacy.text}</p>`;
  return html`<p><a href="${link}" target="_blank" rel="noopener noreferrer"><span${language}>${text.privacy.text}</span>
    <span class="sr">${pageTexts(text.locale).frame.newTab}</span></a></p>`;
}
