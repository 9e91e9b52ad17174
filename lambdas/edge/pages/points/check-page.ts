import { brandOf } from '../../../domain/app/brand-of.ts';
import { chatLink } from '../../../domain/collection/chat-link.ts';
import { tokenOf } from '../../../domain/collection/collection-point.ts';
import type { NoticeText, NoticeVersion } from '../../../domain/notice/notice.ts';
import type { ShownPoint } from '../../../use-cases/collection/find-shown-point.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { type Html, html } from '../parts/html.ts';
import { languageLinks } from '../parts/language-links.ts';
import { htmlPage } from '../parts/layout.ts';
import { incentive, languageOfText, offeredPurposes, purposeBoxes, terms } from '../parts/notice-parts.ts';
import { type NumberEntries, numberFields } from '../parts/number-fields.ts';
import { ownPath, pageLink } from '../parts/page-link.ts';
import { type PageTexts, pageTexts } from '../texts/page-texts.ts';

/** What a check page or landing page shows. */
export interface CheckPage {
  readonly shown: Pick<ShownPoint, 'app' | 'point'>;
  /** The version and the text of it that are shown. */
  readonly notice: NoticeVersion;
  readonly text: NoticeText;
  readonly utm: { readonly [name: string]: string } | undefined;
  /** Landing page: the number fields. Absent = check page, with "just open the chat". */
  readonly numbers?: NumberEntries;
  /** What the form said before, when it comes back with faults. */
  readonly ticked?: readonly string[];
  /** By id of the field. */
  readonly faults?: { readonly [field: string]: string };
  /** Said above everything. */
  readonly alert?: string;
}

/**
 * The page between a link and the chat: notice, purposes, and for landing pages the numbers. Works without any script.
 *
 * @param publicUrl base URL of the public pages, without a slash at the end
 */
export function checkPage(page: CheckPage, publicUrl: string): HttpResponse {
  const { shown, notice, text, utm, ticked, faults = {}, alert } = page;
  const texts = pageTexts(text.locale);
  const path = `/o/${tokenOf(shown.point.pointId)}`;
  const offered = offeredPurposes(text, shown.point.purposes);
  const wrong = alert !== undefined || Object.keys(faults).length > 0;
  const body = html`${wrong ? alertBox(texts, faults, alert) : undefined}
    <h1${languageOfText(text)}>${text.heading}</h1>
    ${incentive(text)}
    ${text.benefits === undefined ? undefined : html`<p class="soft"${languageOfText(text)}>${text.benefits}</p>`}
    <form method="post" action="${ownPath(path)}" novalidate>
    ${hiddenFields(notice, text, utm)}
    ${purposeBoxes(text, offered, texts, ticked, faults.purpose0)}
    ${page.numbers === undefined ? undefined : numberFields(texts, page.numbers)}
    ${terms(text, offered, texts)}
    <button class="go">${texts.check.continue}</button>
    <p class="under small soft">${texts.check.confirm}</p>
    </form>
    ${page.numbers === undefined ? justTheChat(shown, text, texts) : undefined}`;
  const locales = notice.texts.map(({ locale }) => locale);
  const under = languageLinks(path, locales, text.locale, utm, texts.frame.languages);
  return htmlPage({
    locale: text.locale,
    title: `${wrong ? `${texts.fault.summary}: ` : ''}${text.heading} – ${text.businessName}`,
    brand: brandOf(shown.app, text.businessName),
    shared: { url: `${publicUrl}${path}`, title: text.heading, description: text.incentive ?? text.benefits },
    body,
    status: wrong ? 422 : 200,
    under,
  });
}

/** What was shown, so that it is this that the evidence names, also when the point shows another version by then. */
function hiddenFields(notice: NoticeVersion, text: NoticeText, utm: CheckPage['utm']): Html[] {
  const fields = {
    ...utm,
    version: String(notice.version),
    locale: text.locale,
    hash: notice.hashes[text.locale] ?? '',
  };
  return Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
}

function justTheChat({ app, point }: CheckPage['shown'], text: NoticeText, texts: PageTexts): Html | undefined {
  const link = pageLink(chatLink(app, point, text.locale));
  if (link === undefined) return undefined;
  return html`<a class="go plain" href="${link}" rel="noopener noreferrer">${texts.check.chat}</a>
    <p class="under small soft">${texts.check.chatNote}</p>`;
}

function alertBox(texts: PageTexts, faults: { readonly [field: string]: string }, alert: string | undefined): Html {
  const items = Object.entries(faults).map(([field, words]) => html`<li><a href="#${field}">${words}</a></li>`);
  return html`<div class="alert" role="alert">${alert ?? texts.fault.summary}${items.length === 0 ? undefined : html`<ul>${items}</ul>`}</div>`;
}
