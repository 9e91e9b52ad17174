import { TooManyFormsError } from '../../../domain/collection/too-many-forms-error.ts';
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
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import type { HttpRequest, HttpResponse, RouteTable } from '../../http/http-request.ts';
import { isPhone } from '../../http/is-phone.ts';
import { mustBeOwnForm } from '../../http/own-form.ts';
import { seeOther } from '../../http/see-other.ts';
import { likelyCountry } from '../parts/countries.ts';
import { languageField } from '../parts/language-links.ts';
import { servedFault } from '../parts/not-served.ts';
import { offeredPurposes } from '../parts/notice-parts.ts';
import { tooManyForms } from '../parts/too-many-forms.ts';
import { acceptedLocales, wantedLocales } from '../parts/wanted-locales.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { type CheckPage, checkPage, stayField } from './check-page.ts';
import { closedPage } from './closed-page.ts';
import { type CountVisitDeps, countVisit, wasCounted } from './count-visit.ts';
import { readNumbers, readTicks } from './page-form.ts';
import { type SeenNotice, seenNotice, visitorOf } from './seen-notice.ts';

export interface CheckPageDeps extends FindShownPointDeps, ChoiceDeps, CountVisitDeps {
  readonly points: Pick<PointStore, 'find' | 'countVisit'>;
  readonly formLimit: FormLimit;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** The page between a link and the chat. Opening it is counted and does nothing else; its form makes a choice, which the phone has to confirm. */
export function checkPageRoutes(deps: CheckPageDeps): RouteTable {
  return {
    'GET /o/{token}': (request) => show(deps, request),
    'POST /o/{token}': (request) => choose(deps, request),
  };
}

async function show(deps: CheckPageDeps, request: HttpRequest<'token'>): Promise<HttpResponse> {
  const shown = await findShownPoint(deps, request.path.token);
  if (shown.state !== 'open') return closedPage(shown.app, shown.state, request);
  const page = emptyPage(shown, request);
  if (!wasCounted(request, deps.now())) await countVisit(deps, request, shown, ['shown']);
  return checkPage(page, deps.publicUrl);
}

async function choose(deps: CheckPageDeps, request: HttpRequest<'token'>): Promise<HttpResponse> {
  mustBeOwnForm(request, deps.publicUrl);
  const form = request.form();
  const shown = await findShownPoint(deps, request.path.token);
  const { app, point, state } = shown;
  const language = form.get(languageField) ?? undefined;
  const tooMany = language === undefined ? await countForm(deps, request, shown) : undefined;
  if (state !== 'open') return closedPage(app, state, request);
  const seen = await seenNotice(deps.notices, app.appId, shown.notice.noticeId, form);
  if (language !== undefined) return checkPage(translatedPage(shown, request, form, seen, language), deps.publicUrl);
  if (seen === undefined) {
    const page = emptyPage(shown, request, form.get('locale') ?? undefined);
    const words = pageTexts(page.text.locale).fault.changed;
    return checkPage({ ...page, alert: { words }, ...tooMany }, deps.publicUrl);
  }
  const { notice, text } = seen;
  const texts = pageTexts(text.locale);
  const purposes = readTicks(form, offeredPurposes(text, point.purposes));
  if (purposes === undefined) {
    throw new InvalidInputError([{ pointer: 'purpose', code: 'not-offered', detail: 'The page does not offer this.' }]);
  }
  const asksNumbers = takesNumbers(shown);
  const { numbers, entries } = readNumbers(form, texts, servedFault(app, deps.now()));
  const noTick = asksNumbers ? texts.fault.purposes : texts.fault.purposesOrChat;
  const faults = {
    ...(purposes.length === 0 && { purpose0: noTick }),
    ...(asksNumbers && entries.faults),
  };
  const utm = readUtm(form);
  const onPhone = isPhone(request.headers);
  if (Object.keys(faults).length > 0 || tooMany !== undefined) {
    const again = { shown, notice, text, utm, onPhone, ticked: purposes, faults, ...tooMany };
    return checkPage({ ...again, ...(asksNumbers && { numbers: entries }) }, deps.publicUrl);
  }
  const { choice, whatsappUrl } = await makeChoice(deps, {
    app,
    point,
    notice,
    text,
    purposes,
    numbers: asksNumbers ? numbers : [],
    evidence: { ...visitorOf(request), utm },
  });
  // Each of several numbers has to send the message itself, so one phone is not enough.
  const staysHere = !onPhone || form.has(stayField) || choice.numbers.length > 1;
  return staysHere ? seeOther(`/o/${request.path.token}/${choice.code}`) : seeOther(whatsappUrl);
}

/** Counts the form. What is beyond the limit is shown again, with what was ticked and typed. */
async function countForm(
  { formLimit }: CheckPageDeps,
  request: HttpRequest<'token'>,
  shown: ShownPoint,
): Promise<ReturnType<typeof tooManyForms> | undefined> {
  try {
    await formLimit.count(request.sourceIp, takesNumbers(shown) ? 'numbers' : 'plain', shown.point);
    return undefined;
  } catch (error) {
    if (error instanceof TooManyFormsError) return tooManyForms(error, request);
    throw error;
  }
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
    onPhone: isPhone(request.headers),
    ...(takesNumbers(shown) && { numbers: { country, typed: [], faults: {} } }),
  };
}

/** The page in another language, with what was typed, and with what was ticked on this same version of the notice. */
function translatedPage(
  shown: ShownPoint,
  request: HttpRequest<'token'>,
  form: URLSearchParams,
  seen: SeenNotice | undefined,
  language: string,
): CheckPage {
  const page = emptyPage(shown, request, language);
  const isSame = seen?.notice.version === shown.notice.version;
  const ticked = isSame ? readTicks(form, offeredPurposes(page.text, shown.point.purposes)) : undefined;
  // Only what was typed is taken along: what is wrong with it is said when the form is sent.
  const { country, typed } = readNumbers(form, pageTexts(language), () => undefined).entries;
  const numbers = page.numbers && { ...page.numbers, typed, ...(country !== undefined && { country }) };
  return { ...page, utm: readUtm(form), ticked, numbers };
}

const takesNumbers = ({ point }: Pick<ShownPoint, 'point'>): boolean =>
  point.kind === 'landing-page' || point.kind === 'form';
