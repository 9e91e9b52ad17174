import { marketingOf, type Purpose } from '../../../domain/app/app.ts';
import { tokenOf } from '../../../domain/collection/collection-point.ts';
import { consentState, type PurposeConsent } from '../../../domain/consent/consent-state.ts';
import { lastYes } from '../../../domain/consent/last-word.ts';
import type { Registers } from '../../../domain/consent/registers.ts';
import { type InMarketing, standingMarketingStop, standingStop } from '../../../domain/consent/standing.ts';
import { unknownPerson } from '../../../domain/eligibility/decision.ts';
import { eligibility } from '../../../domain/eligibility/eligibility.ts';
import { UnreadableInputError } from '../../../domain/errors.ts';
import type { KnownPerson } from '../../../domain/identity/subject.ts';
import { chooseText } from '../../../domain/notice/choose-text.ts';
import { parseNoticeName } from '../../../domain/notice/notice.ts';
import { toSeconds } from '../../../domain/time.ts';
import type { FormLimit } from '../../../use-cases/collection/form-ports.ts';
import type { ChoiceDeps } from '../../../use-cases/collection/make-choice.ts';
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import { factsOf } from '../../../use-cases/eligibility/facts-of.ts';
import type { LinkActDeps } from '../../../use-cases/personal-links/act-by-link.ts';
import { savePreferences, stopByLink } from '../../../use-cases/personal-links/change-preferences.ts';
import { personOfLink } from '../../../use-cases/personal-links/person-of-link.ts';
import type { HttpRequest, HttpResponse } from '../../http/http-request.ts';
import { UnsupportedMediaTypeError } from '../../http/refusals.ts';
import { seeOther } from '../../http/see-other.ts';
import { messagePage } from '../parts/message-page.ts';
import { type CountVisitDeps, countVisit } from '../points/count-visit.ts';
import { seenNotice, visitorOf } from '../points/seen-notice.ts';
import { fill } from '../texts/page-texts.ts';
import { personalTexts } from '../texts/personal-texts.ts';
import { expiredLinkPage } from './expired-link-page.ts';
import { linkPage, type OpenedLink, type OpenLinkDeps } from './opened-link.ts';
import { readPersonalForm } from './parse-personal-form.ts';
import { type LinkPage, linkPathIn } from './personal-form.ts';
import { type PreferencePage, preferencePage, type ShownPurpose, stoppedPage } from './preference-page.ts';

export interface PreferenceDeps extends OpenLinkDeps, LinkActDeps, ChoiceDeps, CountVisitDeps {
  readonly points: Pick<PointStore, 'find' | 'countVisit'>;
  readonly formLimit: Pick<FormLimit, 'takesNumber' | 'countsVisit'>;
}

/** The preference page. Opening it is counted and changes nothing: mail programs and scanners open links too. */
export async function showPreferences(
  deps: PreferenceDeps,
  opened: OpenedLink,
  request: HttpRequest<'link'>,
): Promise<HttpResponse> {
  const { app, link, isExpired, state } = opened;
  const page = await linkPage(deps, opened, request);
  const businessName = page.seen?.text.businessName ?? app.displayName;
  const expired = expiredLinkPage({ ...page, businessName, canStop: true, app });
  if (isExpired && request.rawQuery.done === undefined) return expired;
  const { known } = await personOfLink(deps.people, app, link, deps.now(), false);
  const phone = known?.subject.phone ?? ('phone' in link.person ? link.person.phone : undefined);
  const registers = known?.subject.registers ?? {};
  const done = doneOf(request, registers, marketingOf(app));
  if (done === 'stopped') return stoppedPage({ ...page, businessName }, isExpired);
  if (isExpired) return done === 'stoppedMarketing' ? stoppedMarketingPage(page, businessName) : expired;
  const purposes = await shownPurposes(deps, opened, page, known);
  // After each change the page is shown again, and says what was done.
  if (request.rawQuery.done === undefined) await countVisit(deps, request, opened, ['shown']);
  return preferencePage({
    ...page,
    businessName,
    app,
    phone,
    purposes,
    canStopMarketing: canStopMarketing(opened, purposes, registers),
    done,
    closed: state !== 'open',
  });
}

/** By a link that has expired there is no page to go back to. */
function stoppedMarketingPage({ locale, brand }: LinkPage, business: string): HttpResponse {
  const own = personalTexts(locale);
  const text = fill(own.stoppedMarketing, { business });
  return messagePage(locale, { heading: own.stopMarketing, text }, 200, { brand });
}

/** A form of the page: what was changed, or a stop of everything. */
export async function answerPreferences(
  deps: PreferenceDeps,
  opened: OpenedLink,
  request: HttpRequest<'link'>,
): Promise<HttpResponse> {
  const form = ownForm(request);
  const { app, link, point, isExpired, state, sealed } = opened;
  const fields = readPersonalForm(form, deps.newId, deps.now());
  // A mail program that sends its one click without the words must not believe that it was heard.
  if (fields.pressed === undefined) throw new UnreadableInputError('The form is neither of our page nor one click.');
  const page = await linkPage(deps, opened, request);
  const own = personalTexts(page.locale);
  const act = { app, link, point, act: fields.act, evidence: visitorOf(request) };
  if (fields.pressed === 'stop-marketing') {
    await stopByLink(deps, { ...act, of: 'marketing', words: own.stopMarketing });
    return seeOther(linkPathIn(sealed, page.locale, 'stopped-marketing'));
  }
  if (fields.pressed === 'stop') {
    await stopByLink(deps, { ...act, of: 'all', words: own.stop });
    return seeOther(linkPathIn(sealed, page.locale, 'stopped'));
  }
  // What is unticked counts even when the link has expired or the point is closed meanwhile; what is ticked does not.
  const shown =
    isExpired || state !== 'open'
      ? undefined
      : await seenNotice(deps.notices, app.appId, point.notice?.noticeId ?? '', form);
  const { unclear, choice } = await savePreferences(deps, {
    ...act,
    page: { shown: new Set(fields.shown), ticked: new Set(fields.ticked), shownAt: fields.shownAt },
    shown,
    words: own.save,
  });
  if (choice !== undefined) {
    return seeOther(`/o/${tokenOf(point.pointId)}/${choice.code}`);
  }
  const done = unclear.length === 0 ? 'saved' : 'look-again';
  return seeOther(linkPathIn(sealed, page.locale, done));
}

/** A form as our page sends it. Anything else is unreadable, of whatever type: there is no type that a mail program should try next. */
export function ownForm(request: HttpRequest<'link'>): URLSearchParams {
  try {
    return request.form();
  } catch (error) {
    if (!(error instanceof UnsupportedMediaTypeError)) throw error;
    throw new UnreadableInputError('The form is neither of our page nor one click.');
  }
}

/** One click in a mail program (RFC 8058): everything stops, there is no page, no question and no redirect. */
export async function answerOneClick(
  deps: PreferenceDeps,
  { app, link, point, sealed }: OpenedLink,
  request: HttpRequest<'link'>,
): Promise<HttpResponse> {
  const words = 'List-Unsubscribe=One-Click';
  await stopByLink(deps, { app, link, point, act: sealed, of: 'all', words, evidence: visitorOf(request) });
  return { status: 200, body: 'Stopped.' };
}

/** What the person did a moment ago. That something is stopped is only said while it is true. */
function doneOf(
  { rawQuery: query }: HttpRequest,
  registers: Registers,
  inMarketing: InMarketing,
): PreferencePage['done'] | 'stopped' {
  switch (query.done) {
    case 'look-again':
      return 'lookAgain';
    case 'saved':
      return 'saved';
    case 'stopped':
      return standingStop(registers, inMarketing) === undefined ? undefined : 'stopped';
    case 'stopped-marketing':
      return standingMarketingStop(registers, inMarketing) === undefined ? undefined : 'stoppedMarketing';
  }
}

/** Nobody is offered to stop what they have stopped, or all that there is by another name. */
function canStopMarketing({ app }: OpenedLink, shown: readonly ShownPurpose[], registers: Registers): boolean {
  const inMarketing = marketingOf(app);
  const kinds = new Set(shown.map(({ purposeId }) => inMarketing(purposeId)));
  const isStopped = [standingStop, standingMarketingStop].some((of) => of(registers, inMarketing) !== undefined);
  return kinds.size === 2 && !isStopped;
}

/** The purposes of the point, then those of the app of which something is recorded. */
async function shownPurposes(
  deps: PreferenceDeps,
  { app, point, state }: OpenedLink,
  page: LinkPage,
  known: KnownPerson | undefined,
): Promise<ShownPurpose[]> {
  const facts = known === undefined ? unknownPerson : factsOf(known);
  const now = deps.now();
  const inOrder = [
    ...point.purposes.flatMap((purposeId) => app.purposes.find((purpose) => purpose.purposeId === purposeId) ?? []),
    ...app.purposes.filter(({ purposeId }) => !point.purposes.includes(purposeId)),
  ];
  const found: ShownPurpose[] = [];
  for (const purpose of inOrder) {
    const { purposeId } = purpose;
    const consent = consentOf(facts.registers, purpose, now);
    const isOfPoint = point.purposes.includes(purposeId);
    if (!isOfPoint && consent.state === 'never-asked') continue;
    const words = page.seen?.text.purposes.find((each) => each.purposeId === purposeId)?.text;
    const { reasons } = eligibility(facts, app, { purpose: purposeId, message: 'template' }, now);
    const held = consent.state === 'opted-in' ? heldBy(reasons.map(({ code }) => code)) : undefined;
    const notice = await shownNotice(deps, app.appId, consent, page.locale);
    found.push({
      purposeId,
      words: words ?? purpose.name,
      consent,
      offered: state === 'open' && isOfPoint && words !== undefined,
      held,
      notice,
    });
  }
  return found;
}

/** The consent as people see it: a stop of everything ended nothing of what they never said yes to. */
function consentOf(registers: Registers, purpose: Purpose, now: number): PurposeConsent {
  const consent = consentState(registers, purpose, now);
  const endedNothing = consent.state === 'opted-out' && lastYes(registers, [purpose.purposeId]) === undefined;
  return endedNothing ? { state: 'never-asked' } : consent;
}

/** Why nothing is sent although the purpose is opted in, in the visitor's terms. */
function heldBy(codes: readonly string[]): ShownPurpose['held'] {
  if (codes.includes('platform-stop')) return 'platformStop';
  if (codes.includes('suppressed-ambiguous-stop')) return 'unclearStop';
  if (codes.some((code) => code.startsWith('suppressed-'))) return 'paused';
  return codes.includes('country-not-served') ? 'notServed' : undefined;
}

/**
 * The notice in the mark that decides. A business may keep notices of its own, of which only the name is known; words that were
 * published under that name later were not what was shown.
 */
async function shownNotice(
  { notices }: PreferenceDeps,
  appId: string,
  { notice: name, since = 0 }: PurposeConsent,
  locale: string,
): Promise<ShownPurpose['notice']> {
  const named = parseNoticeName(name ?? '');
  if (name === undefined || named === undefined) return undefined;
  const found = await notices.find(appId, named.noticeId, named.noticeVersion);
  const wasShown = found !== undefined && toSeconds(found.publishedAt) <= toSeconds(since);
  return { name, ...(wasShown && { text: chooseText(found.texts, [locale]) }) };
}
