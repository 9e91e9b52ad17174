import type { App } from '../../../domain/app/app.ts';
import type { PurposeConsent } from '../../../domain/consent/consent-state.ts';
import type { PersonalTexts } from '../../../domain/languages/topics/personal-pages.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { type Alert, alertBox } from '../parts/alert-box.ts';
import { type Html, html } from '../parts/html.ts';
import { languageButtons, languageLinks } from '../parts/language-links.ts';
import { htmlPage } from '../parts/layout.ts';
import { doneMark } from '../parts/mark.ts';
import { maskedNumber } from '../parts/masked-number.ts';
import { languageOfText, offeredPurposes, purposeBoxes, smallPrint, whatAndWhy } from '../parts/notice-parts.ts';
import { longestTyped } from '../parts/read-number.ts';
import { saidSentence } from '../parts/said-sentence.ts';
import { backButtons, type LeadsOn } from '../parts/ways-on.ts';
import type { SeenNotice } from '../points/seen-notice.ts';
import { fill, type PageTexts, pageTexts } from '../texts/page-texts.ts';
import { personalTexts } from '../texts/personal-texts.ts';

import { formAddress, hiddenFields, type LinkPage, linkPath } from './personal-form.ts';
import { stateLine } from './state-line.ts';

/** A purpose that the person of the link gets. */
export interface HeldPurpose {
  readonly purposeId: string;
  readonly consent: PurposeConsent;
}

export interface PersonalOptInPage extends LinkPage {
  readonly seen: SeenNotice;
  /** Purposes of the point that the person does not get yet, in order. */
  readonly purposes: readonly string[];
  /** Those that they get, which the page says and does not offer again. */
  readonly held: readonly HeldPurpose[];
  /** Whose time zone and, where the text names none, whose region times are shown in. */
  readonly app: Pick<App, 'locale' | 'timeZone'>;
  /** What stands in the field: the link's number, or what was typed. */
  readonly number: string;
  /** What the person ticked on this very form before. */
  readonly ticked?: readonly string[];
  /** What is wrong with the form that came back. */
  readonly faults?: PersonalFaults;
  /** Said above everything, in place of the faults. */
  readonly alert?: Alert;
  /** 200, or 422 with faults, unless something else is said. */
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
}

/** What is wrong with a form: whether nothing is ticked, what to say of the number, and whether something changed meanwhile. */
export interface PersonalFaults {
  readonly purposes?: boolean;
  readonly number?: string | undefined;
  readonly changed?: boolean;
}

/** The page of a personal opt-in link: the notice, the number of the link, which can be edited, and nothing ticked. */
export function personalOptInPage(page: PersonalOptInPage): HttpResponse {
  const { seen, purposes, held, ticked, faults, status, headers } = page;
  const { notice, text } = seen;
  const texts = pageTexts(text.locale);
  const own = personalTexts(text.locale);
  const offered = offeredPurposes(text, purposes);
  const noTick = faults?.purposes === true ? texts.fault.purposes : undefined;
  const body = html`${alertOf(page, texts, own)}
    ${whatAndWhy(text)}
    ${held.length === 0 ? undefined : html`<div class="note">${texts.end.confirmedHeading}${heldList(page)}</div>`}
    <form method="post" action="${formAddress(page)}" id="choice" autocomplete="off" novalidate>
    ${hiddenFields(page)}
    ${purposeBoxes(text, offered, texts, ticked, noTick)}
    ${numberField(page, texts, own)}
    ${saidSentence(text, offered, texts)}
    <button class="go" aria-describedby="says">${own.agree}</button>
    <p class="under small soft">${own.ownLink}</p>
    </form>
    ${smallPrint(text)}`;
  const locales = notice.texts.map(({ locale }) => locale);
  return htmlPage({
    locale: text.locale,
    title: `${text.heading} – ${text.businessName}`,
    brand: page.brand,
    body,
    status: status ?? (faults === undefined ? 200 : 422),
    headers,
    under: languageButtons('choice', locales, text.locale, texts.frame.languages),
  });
}

function alertOf({ alert, faults }: PersonalOptInPage, { fault }: PageTexts, own: PersonalTexts): Html | undefined {
  if (alert !== undefined) return alertBox(alert);
  if (faults === undefined) return undefined;
  if (faults.changed === true) return alertBox({ words: own.signUpAgain });
  return alertBox(
    { words: fault.summary },
    {
      ...(faults.purposes === true && { purpose0: fault.purposes }),
      ...(faults.number !== undefined && { number: faults.number }),
    },
  );
}

function numberField({ number, faults }: PersonalOptInPage, texts: PageTexts, own: PersonalTexts): Html {
  const fault = faults?.number;
  const described =
    fault !== undefined
      ? html` aria-invalid="true" aria-describedby="number-fault number-hint"`
      : html` aria-describedby="number-hint"`;
  return html`<div class="field"><label for="number">${texts.number.number}</label>
    <input type="tel" id="number" name="number" dir="ltr" maxlength="${longestTyped}" value="${number}"${described}>
    <p class="hint" id="number-hint">${own.numberHint}</p>
    ${fault === undefined ? undefined : html`<p class="fault" id="number-fault">${fault}</p>`}</div>`;
}

/** What the person gets by now, each with the time since when, and where to go on. Also what such a link shows ever after. */
export function optedInPage(
  page: Pick<PersonalOptInPage, 'brand' | 'seen' | 'held' | 'app' | 'sealed'>,
  app: LeadsOn,
  digits: string,
): HttpResponse {
  const { notice, text } = page.seen;
  const { end, frame } = pageTexts(text.locale);
  const body = html`${doneMark}
    <h1>${end.confirmedHeading}</h1>
    <p>${fill(end.confirmedText, { business: text.businessName })}</p>
    ${heldList(page)}
    <p>${fill(end.confirmedNumbers, { numbers: maskedNumber(digits) })}</p>
    ${backButtons(app, text.businessName, text.locale)}
    <p class="soft small after"${text.howToStop === undefined ? undefined : languageOfText(text)}>${text.howToStop ?? end.howToStop}</p>`;
  const locales = notice.texts.map(({ locale }) => locale);
  return htmlPage({
    locale: text.locale,
    title: `${end.confirmedHeading} – ${text.businessName}`,
    brand: page.brand,
    body,
    under: languageLinks(linkPath(page.sealed), locales, text.locale, frame.languages),
  });
}

function heldList({ seen: { text }, held, app }: Pick<PersonalOptInPage, 'seen' | 'held' | 'app'>): Html {
  const items = held.map(({ purposeId, consent }) => {
    const words = offeredPurposes(text, [purposeId]).map((purpose) => purpose.text);
    return html`<li><span class="name"${languageOfText(text)}>${words}</span> <span class="hint">${stateLine(text.locale, app, consent)}</span></li>`;
  });
  return html`<ul class="list">${items}</ul>`;
}
