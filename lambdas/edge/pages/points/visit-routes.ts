import { chatLink } from '../../../domain/collection/chat-link.ts';
import { type CollectionPoint, tokenOf } from '../../../domain/collection/collection-point.ts';
import { readUtm } from '../../../domain/collection/utm.ts';
import { NotFoundError } from '../../../domain/errors.ts';
import {
  type FindShownPointDeps,
  findLinkedPoint,
  hasOpenPage,
} from '../../../use-cases/collection/find-shown-point.ts';
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import type { HttpRequest, HttpResponse, RouteTable } from '../../http/http-request.ts';
import { chosenLocale, wantedLocales } from '../parts/wanted-locales.ts';
import { closedPage } from './closed-page.ts';
import { type CountVisitDeps, countedVisit, countVisit } from './count-visit.ts';

export interface VisitDeps extends Pick<FindShownPointDeps, 'apps'>, CountVisitDeps {
  readonly points: Pick<PointStore, 'find' | 'countVisit'>;
}

/** Short links and QR codes: the visit is counted, and the visitor goes on to the page or into the chat. */
export function visitRoutes(deps: VisitDeps): RouteTable {
  return {
    'GET /l/{token}': (request) => visit(deps, request, 'clicks'),
    'GET /q/{token}': (request) => visit(deps, request, 'scans'),
  };
}

async function visit(deps: VisitDeps, request: HttpRequest<'token'>, count: 'scans' | 'clicks'): Promise<HttpResponse> {
  const { app, point, state } = await findLinkedPoint(deps, request.path.token);
  if (point.opens !== 'chat' && !hasOpenPage(point)) throw new NotFoundError('This point has no page.');
  const leads = point.opens === 'chat' ? 'sentToChat' : 'shown';
  await countVisit(deps, request, { app, point }, state === 'open' ? [count, leads] : [count]);
  if (state !== 'open') return closedPage(app, state, request);
  if (point.opens !== 'chat') return redirect(checkPath(point, request.rawQueryString, deps.now()));
  return redirect(chatLink(app, point, wantedLocales(request)[0] ?? app.locale));
}

/** The page of a point, to which this visit was counted. Of the query only what our pages read is passed on. */
function checkPath(point: CollectionPoint, rawQueryString: string, now: number): string {
  const lang = chosenLocale(rawQueryString);
  const query = new URLSearchParams({
    ...readUtm(new URLSearchParams(rawQueryString)),
    ...(lang !== undefined && { lang }),
    ...countedVisit(now),
  });
  return `/o/${tokenOf(point.pointId)}?${query}`;
}

/** @param location a path of ours or a link into the app's chat; never anything of the request itself */
export function redirect(location: string): HttpResponse {
  const headers = { location, 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' };
  return { status: 302, headers };
}
