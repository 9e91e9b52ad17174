import type { WidgetAnswer, WidgetConfirmation, WidgetView } from '../../../../browser/widget-view.ts';
import { chatLink } from '../../../domain/collection/chat-link.ts';
import { tokenOf } from '../../../domain/collection/collection-point.ts';
import { isConfirmed } from '../../../domain/collection/is-confirmed.ts';
import { parseReference } from '../../../domain/collection/reference.ts';
import { readUtm } from '../../../domain/collection/utm.ts';
import { openingMessage } from '../../../domain/collection/whatsapp-link.ts';
import { type Fault, InvalidInputError, NotFoundError } from '../../../domain/errors.ts';
import { chooseText } from '../../../domain/notice/choose-text.ts';
import {
  type FindShownPointDeps,
  findShownPoint,
  type ShownPoint,
} from '../../../use-cases/collection/find-shown-point.ts';
import type { FormLimit } from '../../../use-cases/collection/form-ports.ts';
import { type ChoiceDeps, makeChoice } from '../../../use-cases/collection/make-choice.ts';
import type { ChoiceStore, PointStore } from '../../../use-cases/collection/ports.ts';
import { problemOf } from '../../http/error-response.ts';
import type { HttpRequest, HttpResponse, RouteTable } from '../../http/http-request.ts';
import { ForeignOriginError } from '../../http/refusals.ts';
import { maskedNumber } from '../parts/masked-number.ts';
import { servedFault } from '../parts/not-served.ts';
import { offeredPurposes } from '../parts/notice-parts.ts';
import { spokenLocale } from '../parts/problem-page.ts';
import { wantedLocales } from '../parts/wanted-locales.ts';
import { countVisit } from '../points/count-visit.ts';
import { seenNotice, visitorOf } from '../points/seen-notice.ts';
import { fill, pageTexts } from '../texts/page-texts.ts';
import { readWidgetForm, widgetCountry } from './widget-form.ts';
import { widgetScript } from './widget-script.ts';
import { widgetView } from './widget-view.ts';

export interface WidgetDeps extends FindShownPointDeps, ChoiceDeps {
  readonly points: Pick<PointStore, 'find' | 'countVisit'>;
  readonly choices: Pick<ChoiceStore, 'create' | 'find'>;
  readonly formLimit: FormLimit;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** A point that a web page shows. `readable` are the headers that let the page read the answer. */
interface EmbeddedPoint extends ShownPoint {
  readonly origin: string;
  readonly readable: { readonly [name: string]: string };
}

/** Seconds that a browser may show the widget as it was. A closed point takes no choice all the same. */
export const maxAge = 300;

/** The widget: its program, what a point shows in it, and what people choose there. The phone has to confirm it, as everywhere. */
export function widgetRoutes(deps: WidgetDeps): RouteTable {
  const script = widgetScript(deps.publicUrl);
  return {
    'GET /widget.js': ({ headers }) => {
      const kept = {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': `public, max-age=${maxAge}`,
        etag: script.etag,
        vary: 'accept-encoding',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*',
      };
      if (headers['if-none-match']?.includes(script.etag)) return { status: 304, headers: kept };
      if (!headers['accept-encoding']?.includes('gzip')) return { status: 200, headers: kept, body: script.text };
      return { status: 200, headers: { ...kept, 'content-encoding': 'gzip' }, body: script.gzipped };
    },
    'GET /w/{token}': (request) => show(deps, request),
    'GET /w/{token}/{code}': (request) => confirmation(deps, request),
    'POST /w/{token}': (request) => receive(deps, request),
    'POST /w/{token}/opened': async (request) => open(deps, request, await embeddedPoint(deps, request)),
  };
}

async function show(deps: WidgetDeps, request: HttpRequest<'token'>): Promise<HttpResponse> {
  const embedded = await embeddedPoint(deps, request).catch((error: unknown) => {
    if (error instanceof ForeignOriginError || error instanceof NotFoundError) return error;
    throw error;
  });
  if (embedded instanceof Error) return whyNot(embedded, request);
  const { app, notice, state, readable } = embedded;
  const text = chooseText(notice.texts, [...wantedLocales(request), app.locale]);
  const country = widgetCountry(new URLSearchParams(request.rawQueryString).get('country'));
  const body: WidgetView = state === 'open' ? widgetView(embedded, text, country, deps.publicUrl) : { state };
  return { status: 200, headers: { ...readable, 'cache-control': `private, max-age=${maxAge}` }, body };
}

/**
 * Why nothing is shown, readable by any page, so that its developer finds it on the console. It says nothing that who has the token
 * could not ask for without a browser.
 */
function whyNot(error: ForeignOriginError | NotFoundError, { requestId }: HttpRequest): HttpResponse {
  const problem = problemOf(error, requestId);
  const headers = { 'content-type': 'application/problem+json', 'access-control-allow-origin': '*', vary: 'origin' };
  return { status: problem.status, headers, body: problem };
}

/** Whether the phone has confirmed a choice that was made at this point. */
async function confirmation(deps: WidgetDeps, request: HttpRequest<'token' | 'code'>): Promise<HttpResponse> {
  const { point, readable } = await embeddedPoint(deps, request);
  const { code } = request.path;
  const choice = parseReference(code)?.kind === 'choice' ? await deps.choices.find(code) : undefined;
  if (choice?.pointId !== point.pointId) throw new NotFoundError('There is no such choice.');
  const body: WidgetConfirmation = { state: isConfirmed(choice) ? 'confirmed' : 'waiting' };
  return { status: 200, headers: readable, body };
}

async function receive(deps: WidgetDeps, request: HttpRequest<'token'>): Promise<HttpResponse> {
  const embedded = await embeddedPoint(deps, request);
  const form = request.form();
  // So a program from before says it, which a browser may have kept.
  return form.has('opened') ? open(deps, request, embedded) : choose(deps, request, embedded, form);
}

/** It was opened, which is a visit. A route of its own: many openings must not use up the brake of the forms. */
async function open(
  deps: WidgetDeps,
  request: HttpRequest<'token'>,
  { readable, ...shown }: EmbeddedPoint,
): Promise<HttpResponse> {
  await countVisit(deps, request, shown, shown.state === 'open' ? ['clicks', 'shown'] : ['clicks']);
  return { status: 204, headers: readable };
}

async function choose(
  deps: WidgetDeps,
  request: HttpRequest<'token'>,
  embedded: EmbeddedPoint,
  form: URLSearchParams,
): Promise<HttpResponse> {
  const { app, point, state, origin, readable } = embedded;
  await deps.formLimit.count(request.sourceIp, point.kind === 'form' ? 'numbers' : 'plain', point);
  const refuse = (faults: readonly Fault[]): HttpResponse => ({
    status: 422,
    headers: { ...readable, 'content-type': 'application/problem+json' },
    body: problemOf(new InvalidInputError(faults), request.requestId),
  });
  const seen = await seenNotice(deps.notices, app.appId, embedded.notice.noticeId, form);
  const { fault, closed, end } = pageTexts(seen?.text.locale ?? spokenLocale(wantedLocales(request)));
  if (state !== 'open') return refuse([{ pointer: '', code: state, detail: closed[state].text }]);
  if (seen === undefined) return refuse([{ pointer: '/hash', code: 'changed', detail: fault.changed }]);

  const { notice, text } = seen;
  const offered = offeredPurposes(text, point.purposes);
  const notServed = servedFault(app, deps.now());
  const { purposes, numbers, faults } = readWidgetForm(form, text, offered, point.kind === 'form', notServed);
  if (faults.length > 0) return refuse(faults);
  if (purposes.length === 0) {
    const chat: WidgetAnswer = { whatsappUrl: chatLink(app, point, text.locale) };
    return { status: 200, headers: readable, body: chat };
  }
  const utm = readUtm(form);
  const evidence = { ...visitorOf(request), utm, origin };
  const made = await makeChoice(deps, { app, point, notice, text, purposes, numbers, evidence });
  const [number] = made.choice.numbers;
  const answer: WidgetAnswer = {
    whatsappUrl: made.whatsappUrl,
    statusUrl: `${deps.publicUrl}/o/${tokenOf(point.pointId)}/${made.choice.code}`,
    words: openingMessage(made.choice.words, made.choice.code),
    ...(number !== undefined && { from: fill(end.onlyFrom, { number: maskedNumber(number) }) }),
  };
  return { status: 201, headers: readable, body: answer };
}

/**
 * The point, for a page of one of the origins that it names. Everybody else gets a refusal without the header that would let a
 * browser read it.
 *
 * @throws NotFoundError, ForeignOriginError
 */
async function embeddedPoint(deps: WidgetDeps, { path, headers }: HttpRequest<'token'>): Promise<EmbeddedPoint> {
  const shown = await findShownPoint(deps, path.token);
  const { kind, origins } = shown.point;
  if (kind !== 'widget' && kind !== 'form') {
    throw new NotFoundError(`The collection point is of kind ${kind}; web pages show points of kind widget or form.`);
  }
  const { origin } = headers;
  if (origin === undefined || !origins.includes(origin)) {
    throw new ForeignOriginError('The origin of this page is not among the origins of the collection point.');
  }
  return { ...shown, origin, readable: { 'access-control-allow-origin': origin, vary: 'origin, accept-language' } };
}
