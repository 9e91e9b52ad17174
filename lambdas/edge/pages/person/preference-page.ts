import type { App } from '../../../domain/app/app.ts';
import type { PurposeConsent } from '../../../domain/consent/consent-state.ts';
import type { PersonalTexts } from '../../../domain/languages/topics/personal-pages.ts';
import { agreementSentence } from '../../../domain/notice/agreement-sentence.ts';
import { keptTogether } from '../../../domain/notice/kept-together.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { type Html, html } from '../parts/html.ts';
import { languageLinks } from '../parts/language-links.ts';
import { htmlPage } from '../parts/layout.ts';
import { doneMark } from '../parts/mark.ts';
import { maskedNumber } from '../parts/masked-number.ts';
import { boxId, languageOfText, offeredPurposes, smallPrint } from '../parts/notice-parts.ts';
import { ownPath } from '../parts/page-link.ts';
import { saidSentence } from '../parts/said-sentence.ts';
import { fill, pageTexts } from '../texts/page-texts.ts';
import { personalTexts } from '../texts/personal-texts.ts';
import { formAddress, hiddenFields, type LinkPage, linkPath, linkPathIn } from './personal-form.ts';
import { stateLine } from './state-line.ts';
import { stopForm, stopMarketingForm } from './stop-form.ts';

/** One purpose of a person as the page shows it. */
export interface ShownPurpose {
  readonly purposeId: string;
  /** What it is called to the person. */
  readonly words: string;
  readonly consent: PurposeConsent;
  /** Whether it can be opted in to here. What is opted in can always be stopped. */
  readonly offered: boolean;
  /** Why nothing is sent although it is opted in. */
  readonly held?: 'platformStop' | 'unclearStop' | 'paused' | 'notServed';
  /** What was shown when the person said yes or no: `id@version`, and its words where it is a notice of ours. */
  readonly notice?: { readonly name: string; readonly text?: NoticeText };
}

export interface PreferencePage extends LinkPage {
  readonly businessName: string;
  /** Whose time zone and, where the text names none, whose region times are shown in. */
  readonly app: Pick<App, 'locale' | 'timeZone'>;
  /** The number of the person, when one is known; its last digits are shown. */
  readonly phone?: string;
  readonly purposes: readonly ShownPurpose[];
  /** What the person did a moment ago. */
  readonly done?: 'saved' | 'stoppedMarketing' | 'lookAgain';
  /** Whether marketing can be stopped apart from the rest: there is some of both, and it is not stopped yet. */
  readonly canStopMarketing: boolean;
  /** Whether the point takes nobody at present. */
  readonly closed: boolean;
}

/** The preference page: the ways out beside the heading, then each purpose as it is with a box to change it. */
export function preferencePage(page: PreferencePage): HttpResponse {
  const own = personalTexts(page.locale);
  const { businessName } = page;
  const heading = fill(own.heading, { business: businessName });
  const body = html`
    ${done(page, own)}
    <div class="head"><h1>${keptTogether(heading, { businessName, locale: page.locale })}</h1>
    <div class="stops">${page.canStopMarketing ? stopMarketingForm(page, businessName) : undefined}
    ${stopForm(page, businessName)}</div></div>
    ${page.phone === undefined ? undefined : html`<p class="soft small">${fill(own.of, { number: maskedNumber(page.phone) })}</p>`}
    ${page.closed ? html`<p class="note">${own.closed}</p>` : undefined}
    ${page.purposes.length === 0 ? html`<p>${own.nothing}</p>` : choices(page, own)}`;
  const locales = page.seen?.notice.texts.map(({ locale }) => locale) ?? [];
  return htmlPage({
    locale: page.locale,
    title: heading,
    brand: page.brand,
    body,
    under: languageLinks(linkPath(page.sealed), locales, page.locale, pageTexts(page.locale).frame.languages),
  });
}

/** After a stop of everything: that it is done, and one quiet way back, for whoever wants to see it or has pressed by mistake. */
export function stoppedPage(
  { sealed, locale, brand, businessName }: Pick<PreferencePage, 'sealed' | 'locale' | 'brand' | 'businessName'>,
  isExpired: boolean,
): HttpResponse {
  const own = personalTexts(locale);
  const values = { business: businessName };
  const back = html`<p><a class="quiet" href="${ownPath(linkPathIn(sealed, locale))}">${fill(own.heading, values)}</a></p>`;
  return htmlPage({
    locale,
    title: own.stoppedHeading,
    brand,
    body: html`${doneMark}<h1>${own.stoppedHeading}</h1>
      <p class="soft" role="status">${fill(own.stopped, values)}</p>
      ${isExpired ? undefined : back}`,
  });
}

function done(page: PreferencePage, own: PersonalTexts): Html | undefined {
  if (page.done === undefined) return undefined;
  const words = fill(own[page.done], { business: page.businessName });
  return page.done === 'lookAgain'
    ? html`<p class="alert" role="alert">${words}</p>`
    : html`<p class="note" role="status">${words}</p>`;
}

function choices(page: PreferencePage, own: PersonalTexts): Html {
  const { purposes, seen } = page;
  const texts = pageTexts(page.locale);
  const canChange = purposes.some(({ offered, consent }) => offered || consent.state === 'opted-in');
  // Only to what one does not get yet can one agree, so the sentence follows these boxes alone.
  const open = purposes.filter(({ offered, consent }) => offered && consent.state !== 'opted-in');
  const toAgree = open.map(({ purposeId }) => purposeId);
  const optedIn = purposes.filter(({ consent }) => consent.state === 'opted-in');
  const canAgree = seen !== undefined && toAgree.length > 0;
  const rows = purposes.map((purpose, index) => choice(page, purpose, index, toAgree.indexOf(purpose.purposeId), own));
  return html`<form method="post" action="${formAddress(page)}" autocomplete="off">
    ${hiddenFields(page)}
    ${optedIn.map(({ purposeId }) => html`<input type="hidden" name="shown" value="${purposeId}">`)}
    <fieldset>
    <legend>${texts.check.purposes}</legend>
    ${canChange ? html`<p class="hint">${own.hint}</p>` : undefined}
    <div class="ticks">${rows}</div>
    </fieldset>
    ${canAgree ? saidSentence(seen.text, offeredPurposes(seen.text, toAgree), texts, true) : undefined}
    ${canChange ? html`<button class="go" name="do" value="save"${canAgree ? html` aria-describedby="says"` : undefined}>${own.save}</button>` : undefined}
    </form>
    ${canAgree ? smallPrint(seen.text) : undefined}
    ${purposes.map(({ purposeId, words, notice }) => (notice === undefined ? undefined : shownNotice(notice, purposeId, words, own)))}`;
}

/** @param open the place of the purpose among those that one can agree to, from 0; -1 = it is none */
function choice(page: PreferencePage, purpose: ShownPurpose, index: number, open: number, own: PersonalTexts): Html {
  const { purposeId, words, consent, offered, held } = purpose;
  const isOptedIn = consent.state === 'opted-in';
  const state = `state${index}`;
  const box = isOptedIn
    ? html`<input type="checkbox" name="purpose" value="${purposeId}" aria-describedby="${state}" checked>`
    : html`<input type="checkbox" id="${boxId(open)}" name="purpose" value="${purposeId}" aria-describedby="${state}">`;
  const name =
    isOptedIn || offered
      ? html`<label class="tick">${box}<span>${words}</span></label>`
      : html`<p class="tick"><span>${words}</span></p>`;
  return html`<div class="choice">${name}
    <div class="state" id="${state}"><p>${stateLine(page.locale, page.app, consent)}</p>
    ${held === undefined ? undefined : html`<p><b>${fill(own[held], { business: page.businessName })}</b></p>`}
    ${isOptedIn && !offered ? html`<p>${own.onlyStop}</p>` : undefined}</div></div>`;
}

function shownNotice(
  { name, text }: NonNullable<ShownPurpose['notice']>,
  purposeId: string,
  words: string,
  own: PersonalTexts,
): Html {
  return html`<details class="small"><summary>${own.shownNotice}: ${words}</summary>
    ${text === undefined ? undefined : noticeWords(text, purposeId)}
    <p class="hint" dir="ltr">${name}</p></details>`;
}

function noticeWords(text: NoticeText, purposeId: string): Html {
  const said = offeredPurposes(text, [purposeId]).map((named) => agreementSentence(text, [named.purposeId]));
  const words = [text.incentive, text.benefits, text.frequency, text.howToStop].filter((each) => each !== undefined);
  return html`<div class="terms"${languageOfText(text)}><p><b>${text.heading}</b></p>
    ${said.map((sentence) => html`<blockquote>${sentence}</blockquote>`)}
    ${words.map((each) => html`<p>${each}</p>`)}</div>`;
}
