import type { App } from '../../../domain/app/app.ts';
import { brandOf } from '../../../domain/app/brand-of.ts';
import { choiceLink } from '../../../domain/collection/chat-link.ts';
import type { Choice } from '../../../domain/collection/choice.ts';
import { openingMessage } from '../../../domain/collection/whatsapp-link.ts';
import { sameLine } from '../../../domain/identity/phone.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { type Html, html } from '../parts/html.ts';
import { htmlPage } from '../parts/layout.ts';
import { doneMark } from '../parts/mark.ts';
import { messagePage } from '../parts/message-page.ts';
import { languageOfText, offeredPurposes } from '../parts/notice-parts.ts';
import { ownPath, pageLink } from '../parts/page-link.ts';
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
}

/** The last step: the message to send from the phone, and after it what came of it. Shows the last two digits of a number only. */
export function endPage(page: EndPage): HttpResponse {
  const { choice, text } = page;
  const texts = pageTexts(text.locale);
  const { confirmed, waiting } = confirmations(choice);
  const isDone = confirmed && waiting.length === 0;
  const body = html`${confirmed ? confirmedPart(page, texts, waiting) : undefined}
    ${isDone ? undefined : sendPart(page, texts, confirmed, waiting)}`;
  return htmlPage({
    locale: text.locale,
    title: `${confirmed ? texts.end.confirmedHeading : texts.end.heading} – ${text.businessName}`,
    brand: brandOf(page.app, text.businessName),
    body,
  });
}

/** The time to confirm is over, or nobody ever made this choice: the two look the same. */
export function lapsedPage(locale: string, token: string): HttpResponse {
  const { end } = pageTexts(locale);
  const action = html`<a class="go" href="${ownPath(`/o/${token}`)}">${end.again}</a>`;
  return messagePage(locale, end.lapsed, 410, { action });
}

/** All of a number that a page shows: "the number ending in 78". The page's address may be passed on. */
export function maskedNumber(digits: string): string {
  return digits.slice(-2);
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

function confirmedPart({ choice, text }: EndPage, texts: PageTexts, waiting: readonly string[]): Html {
  const { end } = texts;
  const purposes = offeredPurposes(text, choice.purposes);
  const done = choice.numbers.filter((number) => !waiting.includes(number));
  return html`${doneMark}<h1>${end.confirmedHeading}</h1>
    <p>${fill(end.confirmedText, { business: text.businessName })}</p>
    <ul class="list"${languageOfText(text)}>${purposes.map(({ text: words }) => html`<li>${words}</li>`)}</ul>
    ${done.length === 0 ? undefined : html`<p>${fill(end.confirmedNumbers, { numbers: listOf(done, text.locale) })}</p>`}
    <p class="soft small">${text.howToStop ?? end.howToStop}</p>`;
}

function sendPart(page: EndPage, texts: PageTexts, partly: boolean, waiting: readonly string[]): Html {
  const { app, token, choice, text, saysSent, qr } = page;
  const { end } = texts;
  const link = pageLink(choiceLink(app, choice));
  if (link === undefined) throw new Error('The link into the chat is not one that a page may hold.');
  const path = `/o/${token}/${choice.code}?sent=1`;
  return html`${partly ? html`<h2>${fill(end.waitingNumbers, { numbers: listOf(waiting, text.locale) })}</h2>` : html`<h1>${end.heading}</h1>`}
    ${saysSent ? html`<p class="note" role="status">${end.notYet}</p>` : undefined}
    <p class="soft">${end.text} ${fromWhere(waiting, texts, text.locale)}</p>
    <a class="go" href="${link}" rel="noopener noreferrer">${end.open}</a>
    <a class="go plain" href="${ownPath(path)}">${end.sent}</a>
    <div class="qr"><p class="small soft">${end.scan}</p>${qr}</div>
    <h2>${end.message}</h2>
    <p class="bubble"${languageOfText(text)}>${wordsToSend(choice)}</p>
    <p class="hint">${end.messageHint} ${fill(end.until, { time: timeOf(choice.expiresAt, text.locale, app.timeZone) })}</p>`;
}

/** The words as they will be sent. The code is kept in one piece: broken between Arabic words it would read in another order. */
function wordsToSend({ words, code }: Choice): Html {
  const message = openingMessage(words, code);
  const start = message.lastIndexOf('(');
  return html`${message.slice(0, start)}<bdi>${message.slice(start)}</bdi>`;
}

function fromWhere(waiting: readonly string[], { end }: PageTexts, locale: string): string | undefined {
  const [first, ...others] = waiting;
  if (first === undefined) return undefined;
  if (others.length === 0) return fill(end.onlyFrom, { number: maskedNumber(first) });
  return fill(end.fromEach, { numbers: listOf(waiting, locale) });
}

function listOf(numbers: readonly string[], locale: string): string {
  return new Intl.ListFormat([locale, 'en']).format(numbers.map(maskedNumber));
}

function timeOf(at: number, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat([locale, 'en'], {
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'shortGeneric',
    timeZone,
  }).format(at);
}
