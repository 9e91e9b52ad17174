import { agreementAround, agreementList } from '../../../domain/notice/agreement-sentence.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { type Html, html } from './html.ts';
import { boxId, languageOfText } from './notice-parts.ts';

/** Up to so many boxes each choice among them is written out as the list that the chat will say; beyond them the sentence keeps its gap. */
const mostWrittenOut = 5;
/** Stands where nothing is ticked yet. */
const nothingYet = '…';

/**
 * The sentence that somebody agrees to. It follows the ticks without a script: every list of purposes is there, and the style sheet shows
 * the one for what is ticked, word for word what the chat will say. The full sentence lies behind it, unseen, so that nothing moves when a
 * box is ticked. A browser that cannot follow (no `:has`, no styles) shows the sentence with a gap, which says no more than the ticks do.
 *
 * @param offered the purposes of the boxes with `boxId`, in their order
 * @param whenTicked nothing is shown while nothing is ticked
 */
export function saidSentence(
  text: NoticeText,
  offered: NoticeText['purposes'],
  { check, locale }: PageTexts,
  whenTicked = false,
): Html {
  const around = agreementAround(text);
  const language = languageOfText(text, locale);
  const ids = offered.map(({ purposeId }) => purposeId);
  const name = whenTicked ? 'says when-ticked' : 'says';
  if (ids.length > mostWrittenOut) {
    return html`<div class="${name}" id="says"><p>${check.agreement}</p><p${language}>${around.join(nothingYet)}</p></div>`;
  }
  const whole = around.join(agreementList(text, ids));
  return html`<div class="${name}" id="says"><p class="gap">${check.agreement}</p>
    ${whenTicked ? undefined : html`<p class="sizer"${language} hidden>${whole}</p>`}
    <p class="follows"${language}>${writtenOut(text, ids, around)}</p></div>`;
}

/** The sentence with every list in its place; where it has several places, or none, with every whole sentence. */
function writtenOut(text: NoticeText, ids: readonly string[], around: readonly string[]): Html {
  const [before, after, ...more] = around;
  const isOnePlace = before !== undefined && after !== undefined && more.length === 0;
  const lists = choicesOf(ids).map((chosen) => {
    const when = ids.map((id, n) => `${chosen.includes(id) ? 'y' : 'n'}${n}`).join(' ');
    const list = chosen.length === 0 ? nothingYet : agreementList(text, chosen);
    return html`<span class="${when}"${chosen.length === 0 ? undefined : html` hidden`}>${isOnePlace ? list : around.join(list)}</span>`;
  });
  return isOnePlace ? html`${before}${lists}${after}` : html`${lists}`;
}

/** The rules by which the style sheet hides what does not fit the ticks: `y0` wants the first box ticked, `n0` wants it empty. */
export const followRules = Array.from(
  { length: mostWrittenOut },
  (_, n) => `form:has(#${boxId(n)}:checked) .n${n},form:not(:has(#${boxId(n)}:checked)) .y${n}{display:none}`,
).join('\n');

/** Every choice among the boxes, the empty one first. */
function choicesOf(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** ids.length }, (_, choice) => ids.filter((_, n) => (choice >> n) & 1));
}
