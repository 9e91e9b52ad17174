import { tokenOf } from '../../../domain/collection/collection-point.ts';
import { type Fault, InvalidInputError } from '../../../domain/errors.ts';
import { languageOf } from '../../../domain/languages/language.ts';
import { chooseText } from '../../../domain/notice/choose-text.ts';
import { type FindShownPointDeps, findShownPoint } from '../../../use-cases/collection/find-shown-point.ts';
import type { QrCodes } from '../../../use-cases/collection/qr-ports.ts';
import { problemOf } from '../../http/error-response.ts';
import type { HttpRequest, HttpResponse, RouteTable } from '../../http/http-request.ts';
import { type Paper, paperNames } from './papers.ts';
import { posterPage } from './poster-page.ts';

export interface PosterDeps extends FindShownPointDeps {
  readonly qr: Pick<QrCodes, 'svg'>;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** The poster of a point, as a page to print. Opening it counts nothing; its code does once it is scanned. */
export function posterRoutes(deps: PosterDeps): RouteTable {
  return { 'GET /o/{token}/poster': (request) => show(deps, request) };
}

/** A poster is there in every state of its point: who prints before the opening, or again after a pause, needs it too. */
async function show(deps: PosterDeps, request: HttpRequest<'token'>): Promise<HttpResponse> {
  const { app, point, notice } = await findShownPoint(deps, request.path.token);
  const { publicUrl, qr } = deps;
  const token = tokenOf(point.pointId);
  const { paper = 'a4', lang } = request.rawQuery;
  const locales = notice.texts.map(({ locale }) => locale);
  const text = chooseText(notice.texts, [lang ?? app.locale]);
  const faults: Fault[] = [];
  const detail = (names: readonly string[]) => `This must be one of: ${names.join(', ')}.`;
  if (!isPaper(paper)) faults.push({ pointer: 'paper', code: 'not-one-of', detail: detail(paperNames) });
  // Never in silence in another language: somebody prints a thousand of them.
  if (lang !== undefined && languageOf(text.locale) !== languageOf(lang))
    faults.push({ pointer: 'lang', code: 'not-one-of', detail: `The notice has words in: ${locales.join(', ')}.` });
  if (!isPaper(paper) || faults.length > 0) return refused(faults, request);
  const code = qr.svg(`${publicUrl}/q/${token}`, { level: 'H', label: 'QR code' });
  const path = `/o/${token}/poster`;
  const page = posterPage({ app, point, text, locales, paper, path, address: `${publicUrl}/l/${token}`, code });
  const tooLittle = 'The words of the notice do not fit on this paper. Take a larger one.';
  return page ?? refused([{ pointer: 'paper', code: 'too-little-room', detail: tooLittle }], request);
}

const isPaper = (given: string): given is Paper => paperNames.some((name) => name === given);

/** Not as a page, as everything else that goes wrong here: who asks for a paper that is not there has written the address. */
function refused(faults: readonly Fault[], { requestId }: HttpRequest): HttpResponse {
  const headers = { 'content-type': 'application/problem+json' };
  return { status: 422, headers, body: problemOf(new InvalidInputError(faults), requestId) };
}
