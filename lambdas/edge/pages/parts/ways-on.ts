import type { App } from '../../../domain/app/app.ts';
import { brandOf } from '../../../domain/app/brand-of.ts';
import { greetingWords } from '../../../domain/collection/greeting.ts';
import { whatsappLink } from '../../../domain/collection/whatsapp-link.ts';
import { fill, pageTexts } from '../texts/page-texts.ts';
import { type Html, html } from './html.ts';
import { type PageLink, pageLink } from './page-link.ts';

/** What is known of an app where people go on from a page. */
export type LeadsOn = Pick<App, 'brand' | 'displayName' | 'locale' | 'whatsapp'>;

/** After an opt-in: back to the business's own pages, where it names any, and into the chat as it is. */
export function backButtons(app: LeadsOn, business: string, locale: string): Html {
  const { frame } = pageTexts(locale);
  const [chat, shop] = [chatOf(app), shopOf(app)];
  return html`${shop === undefined ? undefined : button(shop, fill(frame.shop, { business }))}
    ${chat === undefined ? undefined : button(chat, fill(frame.chat, { business }), shop !== undefined)}`;
}

/**
 * Where nobody is taken: into the chat with a greeting, which is no opt-in and is counted nowhere; without a chat to the business's own
 * pages.
 */
export function wayOn(app: LeadsOn, business: string, locale: string): Html | undefined {
  const { frame } = pageTexts(locale);
  const chat = chatOf(app, greetingWords(locale, business.toWellFormed()));
  if (chat !== undefined) return button(chat, fill(frame.chat, { business }));
  const shop = shopOf(app);
  return shop === undefined ? undefined : button(shop, fill(frame.shop, { business }));
}

/** The same page opened anew: a form without an address goes to where it stands. */
export function tryAgain(locale: string): Html {
  return html`<form><input type="hidden" name="lang" value="${locale}"><button class="go">${pageTexts(locale).problem.retry}</button></form>`;
}

const chatOf = ({ whatsapp }: LeadsOn, words?: string): PageLink | undefined =>
  whatsapp && pageLink(whatsappLink(whatsapp.phone, words));

function shopOf(app: LeadsOn): PageLink | undefined {
  const { returnUrl } = brandOf(app);
  return returnUrl === undefined ? undefined : pageLink(returnUrl);
}

const button = (link: PageLink, words: string, isSecond = false): Html =>
  html`<a class="${isSecond ? 'go plain' : 'go'}" href="${link}" rel="noopener noreferrer">${words}</a>`;
