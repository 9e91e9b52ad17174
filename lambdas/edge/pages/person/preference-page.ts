import type { PurposeConsent } from '../../../domain/consent/consent-state.ts';
import type { PersonalTexts } from '../../../domain/languages/topics/personal-pages.ts';
import { agreementSentence } from '../../../domain/notice/agreement-sentence.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { type Html, html } from '../parts/html.ts';
import { languageLinks } from '../parts/language-links.ts';
import { htmlPage } from '../parts/layout.ts';
import { languageOfText, offeredPurposes, terms } from '../parts/notice-parts.ts';
import { fill, pageTexts } from '../texts/page-texts.ts';
import { personalTexts } from '../texts/personal-texts.ts';
import { lastDigits } from './linked-number.ts';
import { formAddress, hiddenFields, type LinkPage, linkPath } from './personal-form.ts';
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
  readonly held?: 'platformStop' | 'unclearStop' | 'paused';
  /** What was shown when the person said yes or no: `id@version`, and its words where it is a notice of ours. */
  readonly notice?: { readonly name: string; readonly text?: NoticeText };
}

export interface PreferencePage extends LinkPage {
  readonly businessName: string;
  /** IANA; times are shown in it. */
  readonly timeZone: string;
  /** The number of the person, when one is known; its last digits are shown. */
  readonly phone?: string;
  readonly purposes: readonly ShownPurpose[];
  /** What the person did a moment ago. */
  readonly done?: 'saved' | 'stopped' | 'stoppedMarketing' | 'lookAgain';
  /** Whether marketing can be stopped apart from the rest: there is some of both, and it is not stopped yet. */
  readonly canStopMarketing: boolean;
  /** Whether the point takes nobody at present. */
  readonly closed: boolean;
}

/** The preference page: each purpose as it is, a box to change it, and the button that stops everything. */
export function preferencePage(page: PreferencePage): HttpResponse {
  const own = personalTexts(page.locale);
  const values = { business: page.businessName };
  const heading = fill(own.heading, values);
  const body = html`
    ${done(page, own)}
    <h1>${heading}</h1>
    ${page.phone === undefined ? undefined : html`<p class="soft">${fill(own.of, { number: lastDigits(page.phone) })}</p>`}
    ${page.closed ? html`<p class="note">${own.closed}</p>` : undefined}
    ${page.purposes.length === 0 ? html`<p>${own.nothing}</p>` : choices(page, own)}
    ${page.canStopMarketing ? stopMarketingForm(page, page.businessName) : undefined}
    ${stopForm(page, page.businessName)}`;
  const locales = page.seen?.notice.texts.map(({ locale }) => locale) ?? [];
  const under = languageLinks(
    linkPath(page.sealed),
    locales,
    page.locale,
    undefined,
    pageTexts(page.locale).frame.languages,
  );
  return htmlPage({
    locale: page.locale,
    title: heading,
    brand: page.brand,
    body,
    under,
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
  const toAgree = purposes.filter(({ offered }) => offered).map(({ purposeId }) => purposeId);
  const optedIn = purposes.filter(({ consent }) => consent.state === 'opted-in');
  return html`<form method="post" action="${formAddress(page)}" autocomplete="off">
    ${hiddenFields(page)}
    ${optedIn.map(({ purposeId }) => html`<input type="hidden" name="shown" value="${purposeId}">`)}
    <fieldset>
    <legend>${texts.check.purposes}</legend>
    ${canChange ? html`<p class="hint">${own.hint}</p>` : undefined}
    ${purposes.map((purpose, index) => choice(page, purpose, `state${index}`, own))}
    </fieldset>
    ${
      seen === undefined || toAgree.length === 0
        ? undefined
        : terms(seen.text, offeredPurposes(seen.text, toAgree), texts)
    }
    ${canChange ? html`<button class="go" name="do" value="save">${own.save}</button>` : undefined}
    </form>`;
}

function choice(page: PreferencePage, purpose: ShownPurpose, id: string, own: PersonalTexts): Html {
  const { purposeId, words, consent, offered, held, notice } = purpose;
  const isOptedIn = consent.state === 'opted-in';
  const box = isOptedIn
    ? html`<input type="checkbox" name="purpose" value="${purposeId}" aria-describedby="${id}" checked>`
    : html`<input type="checkbox" name="purpose" value="${purposeId}" aria-describedby="${id}">`;
  const name =
    isOptedIn || offered
      ? html`<label class="tick">${box}<span>${words}</span></label>`
      : html`<p class="tick"><span>${words}</span></p>`;
  return html`<div class="choice">${name}
    <div class="state" id="${id}"><p>${stateLine(page, consent, own)}</p>
    ${held === undefined ? undefined : html`<p><b>${fill(own[held], { business: page.businessName })}</b></p>`}
    ${isOptedIn && !offered ? html`<p>${own.onlyStop}</p>` : undefined}</div>
    ${notice === undefined ? undefined : shownNotice(notice, purposeId, own)}</div>`;
}

function stateLine(
  page: PreferencePage,
  { state, since, source, expiresAt }: PurposeConsent,
  own: PersonalTexts,
): string {
  const form = new Intl.DateTimeFormat(page.locale, { dateStyle: 'long', timeStyle: 'short', timeZone: page.timeZone });
  const at = state === 'expired' ? expiresAt : since;
  const time = at === undefined ? '' : form.format(at);
  const how = source === undefined ? '' : own.sources[source];
  return fill(own[stateTexts[state]], { time, source: how });
}

const stateTexts = {
  'never-asked': 'neverAsked',
  pending: 'pending',
  'opted-in': 'optedIn',
  'opted-out': 'optedOut',
  expired: 'expired',
  erased: 'erased',
} as const;

function shownNotice(notice: NonNullable<ShownPurpose['notice']>, purposeId: string, own: PersonalTexts): Html {
  const { name, text } = notice;
  return html`<details><summary>${own.shownNotice}</summary>
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
