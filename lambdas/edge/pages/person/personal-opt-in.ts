import { findPurpose } from '../../../domain/app/app.ts';
import { tokenOf } from '../../../domain/collection/collection-point.ts';
import { TooManyFormsError } from '../../../domain/collection/too-many-forms-error.ts';
import { consentState } from '../../../domain/consent/consent-state.ts';
import { InvalidInputError, NotFoundError } from '../../../domain/errors.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import type { FormLimit } from '../../../use-cases/collection/form-ports.ts';
import type { ChoiceDeps } from '../../../use-cases/collection/make-choice.ts';
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import type { LinkActDeps } from '../../../use-cases/personal-links/act-by-link.ts';
import { optInByLink } from '../../../use-cases/personal-links/opt-in-by-link.ts';
import { personOfLink } from '../../../use-cases/personal-links/person-of-link.ts';
import type { HttpRequest, HttpResponse } from '../../http/http-request.ts';
import { seeOther } from '../../http/see-other.ts';
import { languageField } from '../parts/language-links.ts';
import { servedFault } from '../parts/not-served.ts';
import { offeredPurposes } from '../parts/notice-parts.ts';
import { shownNumber } from '../parts/shown-number.ts';
import { tooManyForms } from '../parts/too-many-forms.ts';
import { closedPage } from '../points/closed-page.ts';
import { type CountVisitDeps, countVisit } from '../points/count-visit.ts';
import { readTicks } from '../points/page-form.ts';
import { seenNotice, visitorOf } from '../points/seen-notice.ts';
import { expiredLinkPage } from './expired-link-page.ts';
import { linkedNumberFault, readLinkedNumber } from './linked-number.ts';
import { linkPage, type OpenedLink, type OpenLinkDeps } from './opened-link.ts';
import { readPersonalForm } from './parse-personal-form.ts';
import { linkPathIn } from './personal-form.ts';
import { type HeldPurpose, optedInPage, type PersonalOptInPage, personalOptInPage } from './personal-opt-in-page.ts';

export interface PersonalOptInDeps extends OpenLinkDeps, LinkActDeps, ChoiceDeps, CountVisitDeps {
  readonly points: Pick<PointStore, 'find' | 'countVisit'>;
  readonly formLimit: Pick<FormLimit, 'count' | 'takesNumber' | 'countsVisit'>;
}

/** The page of a personal opt-in link. Opening it is counted and changes nothing. It says what the person gets already. */
export async function showPersonalOptIn(
  deps: PersonalOptInDeps,
  opened: OpenedLink,
  request: HttpRequest<'link'>,
): Promise<HttpResponse> {
  const shut = await shutPage(deps, opened, request);
  if (shut !== undefined) return shut;
  const page = await freshPage(deps, opened, request);
  const isAll = offeredPurposes(page.seen.text, page.purposes).length === 0;
  const hasJustSaid = request.rawQuery.done === optedIn;
  if (page.held.length > 0 && (isAll || hasJustSaid)) return optedInPage(page, opened.app, phoneOf(opened));
  if (isAll) throw new NotFoundError('The page has nothing to offer.');
  await countVisit(deps, request, opened, ['shown']);
  return personalOptInPage(page);
}

/** What the address says after an opt-in. It is shown only as far as it is true. */
const optedIn = 'opted-in';

/** The form of the page: the link's own number is opted in at once, another one has to confirm. */
export async function answerPersonalOptIn(
  deps: PersonalOptInDeps,
  opened: OpenedLink,
  request: HttpRequest<'link'>,
): Promise<HttpResponse> {
  const form = request.form();
  const language = form.get(languageField) ?? undefined;
  const tooMany = language === undefined ? await countForm(deps, opened, request) : undefined;
  const shut = await shutPage(deps, opened, request);
  if (shut !== undefined) return shut;
  const { app, link, point, sealed } = opened;
  const fields = readPersonalForm(form, deps.newId, deps.now());
  /** The page once more, for whoever has something left to choose. */
  const again = async (more: Partial<PersonalOptInPage>): Promise<HttpResponse> => {
    const page = { ...(await freshPage(deps, opened, request, language)), ...more };
    const isAll = offeredPurposes(page.seen.text, page.purposes).length === 0;
    return isAll ? seeOther(linkPathIn(sealed, page.locale)) : personalOptInPage({ ...page, ...tooMany });
  };
  const seen = await seenNotice(deps.notices, app.appId, point.notice?.noticeId ?? '', form);
  if (language !== undefined) {
    const ticked = seen?.notice.version === point.notice?.version ? form.getAll('purpose') : [];
    return again({ ticked, number: fields.number });
  }
  if (seen === undefined) return again({ faults: { changed: true } });
  const purposes = readTicks(form, offeredPurposes(seen.text, point.purposes));
  if (purposes === undefined) {
    throw new InvalidInputError([{ pointer: 'purpose', code: 'not-offered', detail: 'The page does not offer this.' }]);
  }
  const number = readLinkedNumber(fields.number, phoneOf(opened));
  const notServed = servedFault(app, deps.now());
  const wrongNumber = linkedNumberFault(fields.number, phoneOf(opened), seen.text.locale, notServed);
  if (purposes.length === 0 || number === undefined || wrongNumber !== undefined || tooMany !== undefined) {
    const isWrong = purposes.length === 0 || wrongNumber !== undefined;
    const faults = isWrong
      ? { purposes: purposes.length === 0, ...(wrongNumber !== undefined && { number: wrongNumber }) }
      : undefined;
    return again({ seen, locale: seen.text.locale, number: fields.number, ticked: purposes, faults });
  }
  const { act, shownAt } = fields;
  const optIn = { app, link, point, act, shownAt, purposes, number, ...seen, evidence: visitorOf(request) };
  const result = await optInByLink(deps, optIn);
  switch (result.end) {
    case 'opted-in':
      return seeOther(linkPathIn(sealed, seen.text.locale, optedIn));
    case 'to-confirm':
      return seeOther(`/o/${tokenOf(point.pointId)}/${result.choice.code}`);
    case 'look-again':
      return again({ faults: { changed: true } });
  }
}

/** Counts the form. What is beyond the limit is shown again, with what was ticked and typed. */
async function countForm(
  { formLimit }: PersonalOptInDeps,
  { point }: OpenedLink,
  request: HttpRequest<'link'>,
): Promise<ReturnType<typeof tooManyForms> | undefined> {
  try {
    await formLimit.count(request.sourceIp, 'numbers', point);
    return undefined;
  } catch (error) {
    if (error instanceof TooManyFormsError) return tooManyForms(error, request);
    throw error;
  }
}

/** @param language that was asked for on the page itself */
async function freshPage(
  deps: PersonalOptInDeps,
  opened: OpenedLink,
  request: HttpRequest<'link'>,
  language?: string,
): Promise<PersonalOptInPage> {
  const { app, point } = opened;
  const { seen, ...page } = await linkPage(deps, opened, request, language);
  if (seen === undefined) throw new NotFoundError('The collection point has no notice to show.');
  const held = await heldPurposes(deps, opened, seen.text);
  const purposes = point.purposes.filter((each) => !held.some(({ purposeId }) => purposeId === each));
  return { ...page, seen, purposes, held, app, number: shownNumber(phoneOf(opened)) };
}

/** What the person of the link gets of what the page names. Nothing when the number may be somebody else's by now: they are not told. */
async function heldPurposes(
  deps: PersonalOptInDeps,
  { app, point, link }: OpenedLink,
  text: NoticeText,
): Promise<readonly HeldPurpose[]> {
  const now = deps.now();
  const { known, changedHands } = await personOfLink(deps.people, app, link, now, true);
  if (known === undefined || changedHands) return [];
  return offeredPurposes(text, point.purposes).flatMap(({ purposeId }) => {
    const purpose = findPurpose(app, purposeId);
    const consent = purpose && consentState(known.subject.registers, purpose, now);
    return consent?.state === 'opted-in' ? { purposeId, consent } : [];
  });
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
    return expiredLinkPage({ ...page, businessName: app.displayName, canStop: false, app });
  }
  return state === 'open' ? undefined : closedPage(app, state, request);
}

function phoneOf({ link: { person } }: OpenedLink): string {
  if ('phone' in person) return person.phone;
  throw new NotFoundError('An opt-in link names a number.');
}
