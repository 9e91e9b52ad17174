import type { ShownBrand } from '../../../domain/app/brand-of.ts';
import type { PersonalTexts } from '../../../domain/languages/topics/personal-pages.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { type Html, html } from '../parts/html.ts';
import { languageLinks } from '../parts/language-links.ts';
import { htmlPage } from '../parts/layout.ts';
import { doneMark } from '../parts/mark.ts';
import { incentive, languageOfText, offeredPurposes, purposeBoxes, terms } from '../parts/notice-parts.ts';
import type { SeenNotice } from '../points/seen-notice.ts';
import { fill, type PageTexts, pageTexts } from '../texts/page-texts.ts';
import { personalTexts } from '../texts/personal-texts.ts';
import { lastDigits } from './linked-number.ts';
import { formAddress, hiddenFields, type LinkPage, linkPath } from './personal-form.ts';

export interface PersonalOptInPage extends LinkPage {
  readonly seen: SeenNotice;
  /** Purposes of the point, in order. */
  readonly purposes: readonly string[];
  /** What stands in the field: the link's number, or what was typed. */
  readonly number: string;
  /** What the person ticked on this very form before. */
  readonly ticked?: readonly string[];
  /** What is wrong with the form that came back. `changed`: something changed meanwhile, they look again. */
  readonly faults?: readonly ('purposes' | 'number' | 'changed')[];
}

/** The page of a personal opt-in link: the notice, the number of the link, which can be edited, and nothing ticked. */
export function personalOptInPage(page: PersonalOptInPage): HttpResponse {
  const { seen, purposes, ticked, faults = [] } = page;
  const { notice, text } = seen;
  const texts = pageTexts(text.locale);
  const own = personalTexts(text.locale);
  const offered = offeredPurposes(text, purposes);
  const noTick = faults.includes('purposes') ? texts.fault.purposes : undefined;
  const body = html`${alertBox(faults, texts, own)}
    <h1${languageOfText(text)}>${text.heading}</h1>
    ${incentive(text)}
    ${text.benefits === undefined ? undefined : html`<p class="soft"${languageOfText(text)}>${text.benefits}</p>`}
    <form method="post" action="${formAddress(page)}" autocomplete="off" novalidate>
    ${hiddenFields(page)}
    ${purposeBoxes(text, offered, texts, ticked, noTick)}
    ${numberField(page, texts, own)}
    ${terms(text, offered, texts)}
    <button class="go">${own.agree}</button>
    <p class="under small soft">${own.ownLink}</p>
    </form>`;
  const locales = notice.texts.map(({ locale }) => locale);
  const under = languageLinks(linkPath(page.sealed), locales, text.locale, undefined, texts.frame.languages);
  return htmlPage({
    locale: text.locale,
    title: `${text.heading} – ${text.businessName}`,
    brand: page.brand,
    body,
    status: faults.length > 0 ? 422 : 200,
    under,
  });
}

function alertBox(
  faults: NonNullable<PersonalOptInPage['faults']>,
  texts: PageTexts,
  own: PersonalTexts,
): Html | undefined {
  if (faults.length === 0) return undefined;
  if (faults.includes('changed')) return html`<div class="alert" role="alert">${own.signUpAgain}</div>`;
  const items = [
    faults.includes('purposes') ? html`<li><a href="#purpose0">${texts.fault.purposes}</a></li>` : undefined,
    faults.includes('number') ? html`<li><a href="#number">${numberFault(own)}</a></li>` : undefined,
  ];
  return html`<div class="alert" role="alert">${texts.fault.summary}<ul>${items}</ul></div>`;
}

function numberField({ number, faults = [] }: PersonalOptInPage, texts: PageTexts, own: PersonalTexts): Html {
  const isWrong = faults.includes('number');
  const described = isWrong
    ? html` aria-invalid="true" aria-describedby="number-fault number-hint"`
    : html` aria-describedby="number-hint"`;
  return html`<div class="field"><label for="number">${texts.number.number}</label>
    <input type="tel" id="number" name="number" dir="ltr" maxlength="40" value="${number}"${described}>
    <p class="hint" id="number-hint">${own.numberHint}</p>
    ${isWrong ? html`<p class="fault" id="number-fault">${numberFault(own)}</p>` : undefined}</div>`;
}

const numberFault = (own: PersonalTexts): string =>
  fill(own.numberInvalid, { example: '\u2066+52 55 1234 5678\u2069' });

/** The end of an opt-in by the number of the link. */
export function optedInPage(
  brand: ShownBrand,
  text: NoticeText,
  purposes: readonly string[],
  digits: string,
): HttpResponse {
  const { end } = pageTexts(text.locale);
  const items = offeredPurposes(text, purposes).map((purpose) => html`<li>${purpose.text}</li>`);
  const body = html`${doneMark}
    <h1>${end.confirmedHeading}</h1>
    <p>${fill(end.confirmedText, { business: text.businessName })}</p>
    <ul class="list"${languageOfText(text)}>${items}</ul>
    <p>${fill(end.confirmedNumbers, { numbers: lastDigits(digits) })}</p>
    <p class="soft small"${text.howToStop === undefined ? undefined : languageOfText(text)}>${text.howToStop ?? end.howToStop}</p>`;
  return htmlPage({
    locale: text.locale,
    title: `${end.confirmedHeading} – ${text.businessName}`,
    brand,
    body,
  });
}
