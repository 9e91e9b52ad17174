import { tokenOf } from '../../../domain/collection/collection-point.ts';
import { InvalidInputError, NotFoundError } from '../../../domain/errors.ts';
import type { FormLimit } from '../../../use-cases/collection/form-ports.ts';
import type { ChoiceDeps } from '../../../use-cases/collection/make-choice.ts';
import type { LinkActDeps } from '../../../use-cases/personal-links/act-by-link.ts';
import { optInByLink } from '../../../use-cases/personal-links/opt-in-by-link.ts';
import type { HttpRequest, HttpResponse } from '../../http/http-request.ts';
import { seeOther } from '../../http/see-other.ts';
import { offeredPurposes } from '../parts/notice-parts.ts';
import { closedPage } from '../points/closed-page.ts';
import { readTicks } from '../points/page-form.ts';
import { seenNotice, visitorOf } from '../points/seen-notice.ts';
import { expiredLinkPage } from './expired-link-page.ts';
import { readLinkedNumber, shownNumber } from './linked-number.ts';
import { linkPage, type OpenedLink, type OpenLinkDeps } from './opened-link.ts';
import { readPersonalForm } from './parse-personal-form.ts';
import { optedInPage, type PersonalOptInPage, personalOptInPage } from './personal-opt-in-page.ts';

export interface PersonalOptInDeps extends OpenLinkDeps, LinkActDeps, ChoiceDeps {
  readonly formLimit: Pick<FormLimit, 'count' | 'takesNumber'>;
}

/** The page of a personal opt-in link. Opening it changes nothing. */
export async function showPersonalOptIn(
  deps: PersonalOptInDeps,
  opened: OpenedLink,
  request: HttpRequest<'link'>,
): Promise<HttpResponse> {
  return (await shutPage(deps, opened, request)) ?? personalOptInPage(await freshPage(deps, opened, request));
}

/** The form of the page: the link's own number is opted in at once, another one has to confirm. */
export async function answerPersonalOptIn(
  deps: PersonalOptInDeps,
  opened: OpenedLink,
  request: HttpRequest<'link'>,
): Promise<HttpResponse> {
  const form = request.form();
  await deps.formLimit.count(request.sourceIp, 'numbers', opened.point);
  const shut = await shutPage(deps, opened, request);
  if (shut !== undefined) return shut;
  const { app, link, point } = opened;
  const fields = readPersonalForm(form, deps.newId, deps.now());
  const fresh = await freshPage(deps, opened, request);
  const seen = await seenNotice(deps.notices, app.appId, point.notice?.noticeId ?? '', form);
  if (seen === undefined) return personalOptInPage({ ...fresh, faults: ['changed'] });
  const purposes = readTicks(form, offeredPurposes(seen.text, point.purposes));
  if (purposes === undefined) {
    throw new InvalidInputError([{ pointer: 'purpose', code: 'not-offered', detail: 'The page does not offer this.' }]);
  }
  const number = readLinkedNumber(fields.number, phoneOf(opened));
  if (purposes.length === 0 || number === undefined) {
    const faults = [
      ...(purposes.length === 0 ? (['purposes'] as const) : []),
      ...(number === undefined ? (['number'] as const) : []),
    ];
    return personalOptInPage({
      ...fresh,
      seen,
      locale: seen.text.locale,
      number: fields.number,
      ticked: purposes,
      faults,
    });
  }
  const { act, shownAt } = fields;
  const optIn = { app, link, point, act, shownAt, purposes, number, ...seen, evidence: visitorOf(request) };
  const result = await optInByLink(deps, optIn);
  switch (result.end) {
    case 'opted-in':
      return optedInPage(fresh.brand, seen.text, purposes, number.digits);
    case 'to-confirm':
      return seeOther(`/o/${tokenOf(point.pointId)}/${result.choice.code}`);
    case 'look-again':
      return personalOptInPage({ ...fresh, faults: ['changed'] });
  }
}

async function freshPage(
  deps: PersonalOptInDeps,
  opened: OpenedLink,
  request: HttpRequest<'link'>,
): Promise<PersonalOptInPage> {
  const { seen, ...page } = await linkPage(deps, opened, request);
  if (seen === undefined) throw new NotFoundError('The collection point has no notice to show.');
  return { ...page, seen, purposes: opened.point.purposes, number: shownNumber(phoneOf(opened)) };
}

/** The page of a link or point that takes nobody any more. */
async function shutPage(
  deps: PersonalOptInDeps,
  opened: OpenedLink,
  request: HttpRequest<'link'>,
): Promise<HttpResponse | undefined> {
  const { app, isExpired, state } = opened;
  if (isExpired) {
    const page = await linkPage(deps, opened, request);
    const hasChat = app.whatsapp !== undefined;
    return expiredLinkPage({ ...page, businessName: app.displayName, canStop: false, hasChat });
  }
  return state === 'open' ? undefined : closedPage(app, state, request);
}

function phoneOf({ link: { person } }: OpenedLink): string {
  if ('phone' in person) return person.phone;
  throw new NotFoundError('An opt-in link names a number.');
}
