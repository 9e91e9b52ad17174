import { ownLanguage } from '../../../domain/languages/language.ts';
import type { PageMessage, PageWords } from '../../../domain/languages/topics/pages.ts';
import type { HttpEvent } from '../../http/caller.ts';
import type { Problem } from '../../http/error-response.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { messagePage } from './message-page.ts';
import { wantedLocales } from './wanted-locales.ts';
import { tryAgain } from './ways-on.ts';

/** Routes that people open in a browser. The widget's are called by scripts, which want the problem itself. */
const pageRoute = /^(?:GET|HEAD|POST|ANY) \/(?:l|q|o|me)\//;

/** A failure as a page in the visitor's language, with a button that opens the page anew; it says nothing of what happened inside. For `httpEndpoint`. */
export function problemPage(problem: Problem, event: HttpEvent): HttpResponse | undefined {
  if (!pageRoute.test(event.routeKey)) return undefined;
  const locale = spokenLocale(wantedLocales({ rawQueryString: event.rawQueryString, headers: event.headers }));
  const action = tryAgain(locale);
  return messagePage(locale, messageOf(problem, pageTexts(locale).problem), problem.status, { action });
}

/** The first locale whose language our pages speak; English when there is none. */
export function spokenLocale(wanted: readonly string[]): string {
  return wanted.find((locale) => ownLanguage(locale) !== undefined) ?? 'en';
}

function messageOf({ status }: Problem, texts: PageWords['problem']): PageMessage {
  if (status === 404) return texts.notFound;
  if (status === 429) return texts.tooMany;
  return status < 500 ? texts.unreadable : texts.failed;
}
