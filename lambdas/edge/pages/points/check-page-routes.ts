import { readUtm } from '../../../domain/collection/utm.ts';
import { InvalidInputError, NotFoundError } from '../../../domain/errors.ts';
import { chooseText } from '../../../domain/notice/choose-text.ts';
import {
  type FindShownPointDeps,
  findShownPoint,
  type ShownPoint,
} from '../../../use-cases/collection/find-shown-point.ts';
import type { FormLimit } from '../../../use-cases/collection/form-ports.ts';
import { type ChoiceDeps, makeChoice } from '../../../use-cases/collection/make-choice.ts';
import type { HttpRequest, HttpResponse, RouteTable } from '../../http/http-request.ts';
import { mustBeOwnForm } from '../../http/own-form.ts';
import { seeOther } from '../../http/see-other.ts';
import { likelyCountry } from '../parts/countries.ts';
import { offeredPurposes } from '../parts/notice-parts.ts';
import { acceptedLocales, wantedLocales } from '../parts/wanted-locales.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { type CheckPage, checkPage } from './check-page.ts';
import { closedPage } from './closed-page.ts';
import { readNumbers, readTicks } from './page-form.ts';
import { seenNotice, visitorOf } from './seen-notice.ts';

export interface CheckPageDeps extends FindShownPointDeps, ChoiceDeps {
  readonly formLimit: FormLimit;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** The page between a link and the chat. Opening it does nothing; its form makes a choice, which the phone has to confirm. */
export function checkPageRoutes(deps: CheckPageDeps): RouteTable {
  return {
    'GET /o/{token}': (request) => show(deps, request),
    'POST /o/{token}': (request) => choose(deps, request),
  };
}

async function show(deps: CheckPageDeps, request: HttpRequest<'token'>): Promise<HttpResponse> {
  const shown = await findShownPoint(deps, request.path.token);
  if (shown.state !== 'open') return closedPage(shown.app, shown.state, request);
  return checkPage(emptyPage(shown, request), deps.publicUrl);
}

async function choose(deps: CheckPageDeps, request: HttpRequest<'token'>): Promise<HttpResponse> {
  mustBeOwnForm(request, deps.publicUrl);
  const form = request.form();
  const shown = await findShownPoint(deps, request.path.token);
  await deps.formLimit.count(request.sourceIp, takesNumbers(shown) ? 'numbers' : 'plain', shown.point);
  const { app, point, state } = shown;
  if (state !== 'open') return closedPage(app, state, request);
  const seen = await seenNotice(deps.notices, app.appId, shown.notice.noticeId, form);
  if (seen === undefined) {
    const page = emptyPage(shown, request, form.get('locale') ?? undefined);
    return checkPage({ ...page, alert: pageTexts(page.text.locale).fault.changed }, deps.publicUrl);
  }
  const { notice, text } = seen;
  const texts = pageTexts(text.locale);
  const purposes = readTicks(form, offeredPurposes(text, point.purposes));
  if (purposes === undefined) {
    throw new InvalidInputError([{ pointer: 'purpose', code: 'not-offered', detail: 'The page does not offer this.' }]);
  }
  const asksNumbers = takesNumbers(shown);
  const { numbers, entries } = readNumbers(form, texts);
  const noTick = asksNumbers ? texts.fault.purposes : texts.fault.purposesOrChat;
  const faults = {
    ...(purposes.length === 0 && { purpose0: noTick }),
    ...(asksNumbers && entries.faults),
  };
  const utm = readUtm(form);
  if (Object.keys(faults).length > 0) {
    const again = { shown, notice, text, utm, ticked: purposes, faults };
    return checkPage({ ...again, ...(asksNumbers && { numbers: entries }) }, deps.publicUrl);
  }
  const { choice } = await makeChoice(deps, {
    app,
    point,
    notice,
    text,
    purposes,
    numbers: asksNumbers ? numbers : [],
    evidence: { ...visitorOf(request), utm },
  });
  return seeOther(`/o/${request.path.token}/${choice.code}`);
}

/** The page as it opens: nothing ticked, nothing typed. */
function emptyPage(shown: ShownPoint, request: HttpRequest<'token'>, locale?: string): CheckPage {
  const { app, point, notice } = shown;
  const wanted = [...(locale === undefined ? [] : [locale]), ...wantedLocales(request), app.locale];
  const text = chooseText(notice.texts, wanted);
  if (offeredPurposes(text, point.purposes).length === 0) throw new NotFoundError('The page has nothing to offer.');
  const country = likelyCountry(acceptedLocales(request.headers['accept-language']), app);
  return {
    shown,
    notice,
    text,
    utm: readUtm(new URLSearchParams(request.rawQueryString)),
    ...(takesNumbers(shown) && { numbers: { country, typed: [], faults: {} } }),
  };
}

const takesNumbers = ({ point }: Pick<ShownPoint, 'point'>): boolean =>
  point.kind === 'landing-page' || point.kind === 'form';
