import { type Html, html } from '../parts/html.ts';
import { fill } from '../texts/page-texts.ts';
import { personalTexts } from '../texts/personal-texts.ts';
import { formAddress, hiddenFields, type LinkPage } from './personal-form.ts';

/**
 * The button that stops everything, in a form of its own: it needs no tick and no script.
 *
 * @param hintIsSeen whether what it does is written below it; else it is said to who does not see how it stands beside the heading
 */
export function stopForm(page: LinkPage, business: string, hintIsSeen = false): Html {
  const own = personalTexts(page.locale);
  return html`<form method="post" action="${formAddress(page)}">
    ${hiddenFields(page)}
    <button class="go plain" name="do" value="stop" aria-describedby="stop-hint">${own.stop}</button>
    <p class="${hintIsSeen ? 'hint under' : 'sr'}" id="stop-hint">${fill(own.stopHint, { business })}</p>
    </form>`;
}

/** The button that stops marketing alone, for whoever wants to keep the rest. */
export function stopMarketingForm(page: LinkPage, business: string): Html {
  const own = personalTexts(page.locale);
  return html`<form method="post" action="${formAddress(page)}">
    ${hiddenFields(page)}
    <button class="go plain" name="do" value="stop-marketing" aria-describedby="stop-marketing-hint">${own.stopMarketing}</button>
    <p class="sr" id="stop-marketing-hint">${fill(own.stopMarketingHint, { business })}</p>
    </form>`;
}
