import type { App } from '../../../domain/app/app.ts';
import { brandOf } from '../../../domain/app/brand-of.ts';
import type { CollectionPoint } from '../../../domain/collection/collection-point.ts';
import { spokenLanguage, wordsIn } from '../../../domain/languages/language.ts';
import { posterTable } from '../../../domain/languages/tables.ts';
import { directionOf } from '../../../domain/notice/direction.ts';
import { undivided } from '../../../domain/notice/kept-together.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { type Html, html, trustedMarkup } from '../parts/html.ts';
import { nameOfLanguage } from '../parts/language-links.ts';
import { offeredPurposes } from '../parts/notice-parts.ts';
import { pageHeaders } from '../parts/page-headers.ts';
import { ownPath } from '../parts/page-link.ts';
import { fill, pageTexts } from '../texts/page-texts.ts';
import { type Paper, paperNames, papers } from './papers.ts';
import { type Lettering, posterScale } from './poster-scale.ts';
import { posterStyles } from './poster-styles.ts';

/** What a poster is made of. */
export interface Poster {
  readonly app: App;
  readonly point: Pick<CollectionPoint, 'opens' | 'purposes'>;
  readonly text: NoticeText;
  /** The languages that there are, BCP 47. */
  readonly locales: readonly string[];
  readonly paper: Paper;
  /** Path of the page, without a query. */
  readonly path: string;
  /** The short link as people type it. */
  readonly address: string;
  /** The code as an `<svg>`. */
  readonly code: string;
}

/**
 * A page to print: one poster on one page of its paper, with the words of the notice and our own around them. What stands above it on a
 * screen is not printed. Undefined when the words do not fit on the paper.
 */
export function posterPage(poster: Poster): HttpResponse | undefined {
  const { text, paper, app } = poster;
  const said = wordsOf(poster);
  const isTall = /^(ar|hi|fa|ur|th|bn|ta|te|mr|ne)\b/.test(text.locale);
  const scale = posterScale(letteringOf(said), paper, isTall);
  if (scale === undefined) return undefined;
  const { light } = brandOf(app, text.businessName);
  const styles = posterStyles({ paper, scale, ...light });
  const face = faceOf(poster, said);
  const page = html`<!doctype html>
    <html lang="${text.locale}" dir="${directionOf(text.locale)}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="format-detection" content="telephone=no">
    <title>${said.heading} – ${paperName(paper, poster.text.locale)}</title>
    <style>${trustedMarkup(styles)}</style>
    </head>
    <body>
    ${bar(poster)}
    <main class="sheet${papers[paper].isFolded ? ' tent' : ''}">${papers[paper].isFolded ? html`<div class="face" aria-hidden="true">${face}</div>` : undefined}<div class="face">${face}</div></main>
    </body>
    </html>`;
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', ...pageHeaders([styles], true) },
    body: page.markup,
  };
}

interface Said {
  readonly name: string;
  readonly heading: string;
  readonly incentive?: string;
  readonly scan: string;
  readonly step: string;
  readonly open: string;
  readonly address: string;
  readonly receive: string;
  readonly purposes: readonly string[];
  readonly benefits?: string;
  readonly small: readonly string[];
  /** Address of the privacy notice. */
  readonly privacyUrl?: string;
  readonly trademark: string;
}

/** What the poster says: the words of the notice as they were published, and our own where it has none. */
function wordsOf({ point, text, address }: Poster): Said {
  const ours = wordsIn(posterTable, text.locale);
  const business = { business: text.businessName };
  const given = (words: string | undefined) => (words === undefined || words === '' ? [] : [printable(words)]);
  return {
    name: printable(text.businessName),
    heading: printable(text.heading),
    ...(text.incentive !== undefined && { incentive: printable(text.incentive) }),
    scan: ours.scan,
    step: printable(fill(point.opens === 'chat' ? ours.chat : ours.check, business)),
    open: ours.open,
    address: withoutScheme(address),
    receive: ours.receive,
    purposes: offeredPurposes(text, point.purposes).map(({ text: words }) => printable(words)),
    ...(text.benefits !== undefined && { benefits: printable(text.benefits) }),
    small: [...given(text.frequency), ...given(text.howToStop), ...given(text.privacy?.text)],
    ...(text.privacy !== undefined && { privacyUrl: withoutScheme(printable(text.privacy.url)) }),
    trademark: printable(fill(ours.trademark, business)),
  };
}

function letteringOf(said: Said): Lettering[] {
  return [
    { text: said.name, size: 7, isBold: true, share: 0.85 },
    { text: said.heading, size: 12.5, isBold: true, share: 0.92 },
    ...(said.incentive === undefined ? [] : [{ text: said.incentive, size: 9, isBold: true, share: 0.9 }]),
    { text: said.scan, size: 9, isBold: true },
    { text: said.step, size: 5 },
    { text: `${said.open} ${said.address}`, size: 4.4 },
    { text: said.receive, size: 4.6, isBold: true },
    { text: said.purposes.map((words) => `${words}mmmm`).join(''), size: 7.6, isBold: true },
    { text: said.benefits ?? '', size: 4.6 },
    { text: [...said.small, said.privacyUrl ?? ''].join(' '), size: 3.1 },
    { text: said.trademark, size: 3.1 },
  ];
}

function faceOf(poster: Poster, said: Said): Html {
  const { text, paper, code } = poster;
  const { letter, logo } = brandOf(poster.app, text.businessName);
  const mark =
    logo === undefined
      ? html`<span class="mark">${letter}</span>`
      : html`<img class="mark" src="${ownPath(logo.path)}" alt="">`;
  // A word mark says the name by itself.
  const isWordMark = logo !== undefined && logo.width >= 2 * logo.height;
  // Our own words may be in another language than the notice.
  const language = spokenLanguage(text.locale);
  const ours = html` lang="${language}" dir="${directionOf(language)}"`;
  const named = (words: string) => withName(words, said.name);
  const top = html`<div class="top">
    <div class="brand">${mark}${isWordMark ? undefined : html`<bdi>${said.name}</bdi>`}</div>
    <h1>${named(said.heading)}</h1>
    ${said.incentive === undefined ? undefined : html`<p class="incentive">${said.incentive}</p>`}
    </div>`;
  const svg = trustedMarkup(code);
  const scan = html`<p class="scan"${ours}>${said.scan}</p>`;
  const step = html`<p class="step"${ours}>${named(said.step)}</p>
    <p class="step open"${ours}>${said.open} <b>${said.address}</b></p>`;
  const list = html`<h2${ours}>${said.receive}</h2>
    <ul>${said.purposes.map((words) => html`<li>${words}</li>`)}</ul>
    ${said.benefits === undefined ? undefined : html`<p class="benefits">${named(said.benefits)}</p>`}`;
  const middle = papers[paper].isFolded
    ? html`<div class="lower"><div class="code">${svg}</div><div class="words">${scan}${step}${list}</div></div>`
    : html`<div class="code">${svg}${scan}${step}</div><div class="words">${list}</div>`;
  return html`${top}${middle}<div class="foot">
    ${said.small.map((words) => html`<span>${named(words)}</span> `)}
    ${said.privacyUrl === undefined ? undefined : html`<bdi dir="ltr">${said.privacyUrl}</bdi>`}
    <p${ours}>${named(said.trademark)}</p>
    </div>`;
}

/** Words with the name of the business in them isolated, so that its signs stay on their side, and kept on one line where it is short. */
function withName(words: string, name: string): Html {
  if (name === '') return html`${words}`;
  const parts = words.split(name);
  return html`${parts.map((part, index) => (index === 0 ? html`${part}` : html`<bdi>${undivided(name)}</bdi>${part}`))}`;
}

/** What is seen on a screen only: how to print, and the other papers and languages. */
function bar({ text, paper, path, locales }: Poster): Html {
  const words = wordsIn(posterTable, text.locale);
  const to = (query: { paper: string; lang: string }) => ownPath(`${path}?${new URLSearchParams(query)}`);
  const sizes = paperNames.map((each) =>
    each === paper
      ? html`<b aria-current="true">${paperName(each, text.locale)}</b>`
      : html`<a href="${to({ paper: each, lang: text.locale })}">${paperName(each, text.locale)}</a>`,
  );
  const languages = locales.map((locale) =>
    locale === text.locale
      ? html`<b aria-current="true">${nameOfLanguage(locale)}</b>`
      : html`<a href="${to({ paper, lang: locale })}" lang="${locale}">${nameOfLanguage(locale)}</a>`,
  );
  return html`<header class="bar"><p>${words.print}</p><nav>${sizes}</nav>${locales.length < 2 ? undefined : html`<nav aria-label="${pageTexts(text.locale).frame.languages}">${languages}</nav>`}</header>`;
}

function paperName(paper: Paper, locale: string): string {
  const { card, tent } = wordsIn(posterTable, locale);
  return {
    a4: 'A4',
    letter: 'Letter',
    a6: 'A6',
    card: `${card} (A5)`,
    tent: `${tent} (A4)`,
    'tent-letter': `${tent} (Letter)`,
  }[paper];
}

/** On one line, and without overrides of direction, which turn words around. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
