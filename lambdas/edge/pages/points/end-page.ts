import type { App } from '../../../domain/app/app.ts';
import { brandOf, type ShownBrand } from '../../../domain/app/brand-of.ts';
import { choiceLink, whatsappPhone } from '../../../domain/collection/chat-link.ts';
import type { Choice } from '../../../domain/collection/choice.ts';
import { openingMessage } from '../../../domain/collection/whatsapp-link.ts';
import { countryName } from '../../../domain/countries/country-name.ts';
import { sameLine } from '../../../domain/identity/phone.ts';
import { wordsIn } from '../../../domain/languages/language.ts';
import { repliesTable } from '../../../domain/languages/tables.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { dateLocale } from '../parts/date-locale.ts';
import { type Html, html } from '../parts/html.ts';
import { htmlPage } from '../parts/layout.ts';
import { doneMark } from '../parts/mark.ts';
import { maskedNumber } from '../parts/masked-number.ts';
import { messagePage } from '../parts/message-page.ts';
import { languageOfText, offeredPurposes } from '../parts/notice-parts.ts';
import { ownPath, pageLink } from '../parts/page-link.ts';
import { shownNumber } from '../parts/shown-number.ts';
import { backButtons } from '../parts/ways-on.ts';
import { fill, type PageTexts, pageTexts } from '../texts/page-texts.ts';

/** What the last page shows. */
export interface EndPage {
  readonly app: App;
  /** Of the point where the choice was made. */
  readonly token: string;
  readonly choice: Choice;
  /** The text that was shown when the choice was made. */
  readonly text: NoticeText;
  /** The person says that the message is sent. */
  readonly saysSent: boolean;
  /** A QR code of this page's own address with `?open`, as markup of ours. */
  readonly qr: Html;
  /** Seconds until the page looks again by itself; absent = it does not. */
  readonly nextLook?: number;
  /** Where the marketing of the choice does not arrive, ISO 3166-1. */
  readonly withoutAdvertising?: string;
}

/** Milliseconds after a choice in which its last step looks by itself whether the message has arrived. */
const looksFor = 10 * 60 * 1000;

/**
 * Seconds until the last step looks again. It waits a third of the time that has passed, so a choice costs twenty looks at most, each
 * of one read unit.
 *
 * @param age milliseconds since the choice was made
 */
export function nextLook(age: number): number | undefined {
  return age >= looksFor ? undefined : Math.max(4, Math.round(age / 3000));
}

/** The last step: the message to send from the phone, and after it what came of it. Shows the last digits of a number only. */
export function endPage(page: EndPage): HttpResponse {
  const { choice, text, withoutAdvertising } = page;
  const texts = pageTexts(text.locale);
  const { confirmed, waiting } = confirmations(choice);
  const isDone = confirmed && waiting.length === 0;
  const body = html`${confirmed ? confirmedPart(page, texts, waiting) : undefined}
    ${withoutAdvertising === undefined ? undefined : html`<p class="note">${fill(wordsIn(repliesTable, text.locale).noAdvertising, { country: countryName(withoutAdvertising, text.locale) })}</p>`}
    ${isDone ? undefined : sendPart(page, texts, confirmed, waiting)}`;
  return htmlPage({
    locale: text.locale,
    title: `${confirmed ? texts.end.confirmedHeading : texts.end.heading} – ${text.businessName}`,
    brand: brandOf(page.app, text.businessName),
    body,
    // A header, which no policy and no script is needed for. On the page itself stands how to turn it off.
    headers: isDone || page.nextLook === undefined ? {} : { refresh: String(page.nextLook) },
  });
}

/** The time to confirm is over, or nobody ever made this choice: the two look the same. */
export function lapsedPage(locale: string, token: string, brand: ShownBrand): HttpResponse {
  const { end } = pageTexts(locale);
  const action = html`<a class="go" href="${ownPath(`/o/${token}`)}">${end.again}</a>`;
  return messagePage(locale, end.lapsed, 410, { brand, action });
}

/** Whether somebody confirmed, and which of the numbers typed have not yet. */
function confirmations({ numbers, confirmedBy = [] }: Choice): {
  readonly confirmed: boolean;
  readonly waiting: readonly string[];
} {
  if (numbers.length === 0) return { confirmed: confirmedBy.length > 0, waiting: [] };
  const phones = confirmedBy.filter((by) => by.startsWith('phone:')).map((by) => by.slice('phone:'.length));
  const waiting = numbers.filter((number) => !phones.some((phone) => sameLine(phone, number)));
  return { confirmed: waiting.length < numbers.length, waiting };
}

function confirmedPart({ app, choice, text }: EndPage, texts: PageTexts, waiting: readonly string[]): Html {
  const { end } = texts;
  const purposes = offeredPurposes(text, choice.purposes);
  const done = choice.numbers.filter((number) => !waiting.includes(number));
  return html`${doneMark}<h1>${end.confirmedHeading}</h1>
    <p>${fill(end.confirmedText, { business: text.businessName })}</p>
    <ul class="list"${languageOfText(text)}>${purposes.map(({ text: words }) => html`<li>${words}</li>`)}</ul>
    ${done.length === 0 ? undefined : html`<p>${fill(end.confirmedNumbers, { numbers: listOf(done, choice, text.locale) })}</p>`}
    ${backButtons(app, text.businessName, text.locale)}
    <p class="soft small after">${text.howToStop ?? end.howToStop}</p>`;
}

function sendPart(page: EndPage, texts: PageTexts, partly: boolean, waiting: readonly string[]): Html {
  const { app, choice, text, saysSent, qr } = page;
  const { end } = texts;
  const link = pageLink(choiceLink(app, choice));
  if (link === undefined) throw new Error('The link into the chat is not one that a page may hold.');
  const names = { business: text.businessName };
  const heading = partly
    ? html`<h2>${fill(end.waitingNumbers, { numbers: listOf(waiting, choice, text.locale) })}</h2>`
    : html`<p class="step">${end.step}</p><h1>${end.heading}</h1>`;
  return html`${heading}
    ${saysSent ? html`<p class="note" role="status">${end.notYet}</p>` : undefined}
    <p class="soft">${fill(end.text, names)} ${fromWhere(waiting, choice, texts, text.locale)}</p>
    <div class="qr">${qr}<p class="small soft">${end.scan}</p></div>
    <a class="go" href="${link}" rel="noopener noreferrer">${end.open}</a>
    <a class="go plain" href="${ownPath(`${pathOf(page)}?sent=1`)}">${end.sent}</a>
    ${page.nextLook === undefined ? undefined : html`<p class="under small soft">${end.looking} <a href="${ownPath(`${pathOf(page)}?look=off`)}">${end.stopLooking}</a></p>`}
    <h2>${fill(end.message, names)} <bdi class="nowrap">${shownNumber(whatsappPhone(app))}</bdi></h2>
    <p class="bubble"${languageOfText(text)}>${wordsToSend(choice)}</p>
    <p class="hint">${end.messageHint} ${fill(end.until, { time: timeOf(choice.expiresAt, text.locale, app) })}</p>`;
}

const pathOf = ({ token, choice }: EndPage): string => `/o/${token}/${choice.code}`;

/** The words as they will be sent. The code is kept in one piece: broken between Arabic words it would read in another order. */
function wordsToSend({ words, code }: Choice): Html {
  const message = openingMessage(words, code);
  const start = message.lastIndexOf('(');
  return html`${message.slice(0, start)}<bdi>${message.slice(start)}</bdi>`;
}

function fromWhere(waiting: readonly string[], choice: Choice, { end }: PageTexts, locale: string): string | undefined {
  const [first, ...others] = waiting;
  if (first === undefined) return undefined;
  if (others.length === 0) return fill(end.onlyFrom, { number: maskedNumber(first, choice.numbers) });
  return fill(end.fromEach, { numbers: listOf(waiting, choice, locale) });
}

function listOf(numbers: readonly string[], choice: Choice, locale: string): string {
  return new Intl.ListFormat([locale, 'en']).format(numbers.map((each) => maskedNumber(each, choice.numbers)));
}

/** With the name of the zone behind it in brackets: in its place among the parts Hindi and French do not read as somebody writes them. */
function timeOf(at: number, locale: string, app: Pick<App, 'locale' | 'timeZone'>): string {
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat([dateLocale(locale, app), 'en'], { ...parts, timeZone: app.timeZone });
  const time = format({ day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }).format(at);
  const zone = format({ timeZoneName: 'longGeneric' }).formatToParts(at);
  return `${time} (${zone.find(({ type }) => type === 'timeZoneName')?.value ?? app.timeZone})`;
}
