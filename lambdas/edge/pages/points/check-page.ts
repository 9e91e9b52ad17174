import { brandOf } from '../../../domain/app/brand-of.ts';
import { chatLink } from '../../../domain/collection/chat-link.ts';
import { tokenOf } from '../../../domain/collection/collection-point.ts';
import type { NoticeText, NoticeVersion } from '../../../domain/notice/notice.ts';
import type { ShownPoint } from '../../../use-cases/collection/find-shown-point.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { type Alert, alertBox } from '../parts/alert-box.ts';
import { type Html, html } from '../parts/html.ts';
import { languageButtons } from '../parts/language-links.ts';
import { htmlPage } from '../parts/layout.ts';
import { offeredPurposes, purposeBoxes, smallPrint, whatAndWhy } from '../parts/notice-parts.ts';
import { moreNumbers, type NumberEntries, numberFields } from '../parts/number-fields.ts';
import { ownPath, pageLink } from '../parts/page-link.ts';
import { saidSentence } from '../parts/said-sentence.ts';
import { fill, type PageTexts, pageTexts } from '../texts/page-texts.ts';

/** What a check page or landing page shows. */
export interface CheckPage {
  readonly shown: Pick<ShownPoint, 'app' | 'point'>;
  /** The version and the text of it that are shown. */
  readonly notice: NoticeVersion;
  readonly text: NoticeText;
  readonly utm: { readonly [name: string]: string } | undefined;
  /** On a phone the button leads into the chat, and another one to the last step. */
  readonly onPhone: boolean;
  /** Landing page: the number fields. Absent = check page, with "just open the chat". */
  readonly numbers?: NumberEntries;
  /** What the form said before, when it comes back. */
  readonly ticked?: readonly string[];
  /** By id of the field. */
  readonly faults?: { readonly [field: string]: string };
  /** Said above everything. */
  readonly alert?: Alert;
  /** 200, or 422 with faults or an alert, unless something else is said. */
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
}

/** The name of the button that leads to the last step also on a phone. */
export const stayField = 'stay';

/**
 * The page between a link and the chat: notice, purposes, and for landing pages the numbers. Works without any script.
 *
 * @param publicUrl base URL of the public pages, without a slash at the end
 */
export function checkPage(page: CheckPage, publicUrl: string): HttpResponse {
  const { shown, notice, text, utm, numbers, ticked, faults = {}, alert, headers } = page;
  const texts = pageTexts(text.locale);
  const path = `/o/${tokenOf(shown.point.pointId)}`;
  const offered = offeredPurposes(text, shown.point.purposes);
  const wrong = alert !== undefined || Object.keys(faults).length > 0;
  const body = html`${wrong ? alertBox(alert ?? { words: texts.fault.summary }, namedFaults(page, texts)) : undefined}
    ${whatAndWhy(text)}
    <form method="post" action="${ownPath(path)}" id="choice" novalidate>
    ${hiddenFields(notice, text, utm)}
    ${purposeBoxes(text, offered, texts, ticked, faults.purpose0)}
    ${numbers === undefined ? undefined : numberFields(texts, numbers)}
    ${saidSentence(text, offered, texts)}
    <button class="go" aria-describedby="says">${texts.check.continue}</button>
    <p class="under small soft">${texts.check.confirm}</p>
    ${page.onPhone ? html`<button class="quiet" name="${stayField}" value="yes">${texts.check.notOpened}</button>` : undefined}
    ${numbers === undefined ? undefined : moreNumbers(texts, numbers)}
    </form>
    ${numbers === undefined ? justTheChat(shown, text, texts) : undefined}
    ${smallPrint(text)}`;
  const locales = notice.texts.map(({ locale }) => locale);
  return htmlPage({
    locale: text.locale,
    title: `${wrong ? `${texts.fault.summary}: ` : ''}${text.heading} – ${text.businessName}`,
    brand: brandOf(shown.app, text.businessName),
    shared: { url: `${publicUrl}${path}`, title: text.heading, description: text.incentive ?? text.benefits },
    body,
    status: page.status ?? (wrong ? 422 : 200),
    headers,
    under: languageButtons('choice', locales, text.locale, texts.frame.languages),
  });
}

/** The faults as the list above the form says them: of several numbers it names the one that is wrong. */
function namedFaults({ numbers, faults = {} }: CheckPage, { number }: PageTexts): { readonly [field: string]: string } {
  const several = (numbers?.typed.filter((each) => each !== '').length ?? 0) > 1;
  const named = Object.entries(faults).map(([field, words]) => {
    const n = several ? /^number(\d)$/.exec(field)?.[1] : undefined;
    return [field, n === undefined ? words : `${fill(number.another, { n })}: ${words}`];
  });
  return Object.fromEntries(named);
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
