import { brandOf } from '../../../domain/app/brand-of.ts';
import { choiceLink } from '../../../domain/collection/chat-link.ts';
import { pointIdOf } from '../../../domain/collection/collection-point.ts';
import { parseReference } from '../../../domain/collection/reference.ts';
import { NotFoundError } from '../../../domain/errors.ts';
import type { AppStore } from '../../../use-cases/admin/app-ports.ts';
import { findLinkedPoint } from '../../../use-cases/collection/find-shown-point.ts';
import type { ChoiceStore, NoticeStore, PointStore } from '../../../use-cases/collection/ports.ts';
import type { QrCodes } from '../../../use-cases/collection/qr-ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { HttpRequest, HttpResponse, RouteTable } from '../../http/http-request.ts';
import { trustedMarkup } from '../parts/html.ts';
import { countryWithoutAdvertising } from '../parts/not-served.ts';
import { spokenLocale } from '../parts/problem-page.ts';
import { wantedLocales } from '../parts/wanted-locales.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { endPage, lapsedPage, nextLook } from './end-page.ts';
import { redirect } from './visit-routes.ts';

export interface EndPageDeps {
  readonly apps: Pick<AppStore, 'find'>;
  readonly points: Pick<PointStore, 'find'>;
  readonly choices: Pick<ChoiceStore, 'find'>;
  readonly notices: Pick<NoticeStore, 'find'>;
  readonly qr: Pick<QrCodes, 'svg'>;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
  readonly now: Clock;
}

/** The last step of a choice: the message to send, and what came of it. Opening it changes nothing. */
export function endPageRoutes(deps: EndPageDeps): RouteTable {
  return { 'GET /o/{token}/{code}': (request) => show(deps, request) };
}

async function show(deps: EndPageDeps, request: HttpRequest<'token' | 'code'>): Promise<HttpResponse> {
  const { token, code } = request.path;
  if (parseReference(token)?.kind !== 'point' || parseReference(code)?.kind !== 'choice') {
    throw new NotFoundError('There is no such page.');
  }
  const choice = await deps.choices.find(code);
  if (choice === undefined) {
    const { app } = await findLinkedPoint(deps, token);
    return lapsedPage(spokenLocale([...wantedLocales(request), app.locale]), token, brandOf(app));
  }
  const { noticeId, noticeVersion, noticeLocale } = choice.notice;
  const app = await deps.apps.find(choice.appId);
  const notice = await deps.notices.find(choice.appId, noticeId, noticeVersion);
  const text = notice?.texts.find(({ locale }) => locale === noticeLocale);
  if (choice.pointId !== pointIdOf(token) || app === undefined || text === undefined) {
    throw new NotFoundError('There is no such page.');
  }
  const query = new URLSearchParams(request.rawQueryString);
  // A phone that scanned the code from another screen goes straight into the chat.
  if (query.has('open')) return redirect(choiceLink(app, choice));
  const label = pageTexts(text.locale).end.scan;
  const qr = trustedMarkup(deps.qr.svg(`${deps.publicUrl}/o/${token}/${code}?open=1`, { label, level: 'M' }));
  const looks = query.get('look') === 'off' ? undefined : nextLook(deps.now() - choice.madeAt);
  const numbers = [...choice.numbers, ...(choice.confirmedBy ?? []).flatMap(phoneOf)];
  return endPage({
    app,
    token,
    choice,
    text,
    saysSent: query.has('sent'),
    qr,
    nextLook: looks,
    withoutAdvertising: countryWithoutAdvertising(app, choice.purposes, numbers, deps.now()),
  });
}

/** The number of who confirmed, unless they are known by a BSUID only. */
function phoneOf(confirmed: string): string[] {
  return confirmed.startsWith('phone:') ? [confirmed.slice('phone:'.length)] : [];
}
