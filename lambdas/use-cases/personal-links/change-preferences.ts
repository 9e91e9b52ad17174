import { type App, marketingOf } from '../../domain/app/app.ts';
import type { Choice } from '../../domain/collection/choice.ts';
import { countsAtOnce, makingOf } from '../../domain/collection/personal-link.ts';
import {
  type PresentConsent,
  preferenceChanges,
  type ReturnedPage,
} from '../../domain/collection/preference-changes.ts';
import { consentState } from '../../domain/consent/consent-state.ts';
import { lastYes } from '../../domain/consent/last-word.ts';
import { laterMark, type Mark } from '../../domain/consent/registers.ts';
import type { PurposeScope } from '../../domain/consent/statement.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { formatE164, parseWaId } from '../../domain/identity/phone.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import { agreementSentence } from '../../domain/notice/agreement-sentence.ts';
import { type NoticeText, type NoticeVersion, shownNotice } from '../../domain/notice/notice.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { type ChoiceDeps, makeChoice } from '../collection/make-choice.ts';
import { commandBase, type LinkAct, type LinkActDeps } from './act-by-link.ts';
import { personOfLink } from './person-of-link.ts';

/** A press of "stop everything" or of "stop marketing", or one click in a mail program. */
export interface LinkedStop extends LinkAct {
  readonly app: App;
  readonly of: 'all' | 'marketing';
  /** The words of the button, or the body of the one-click request. */
  readonly words: string;
}

/** The preference page as it came back. */
export interface SavedPreferences extends LinkAct {
  readonly app: App;
  readonly page: ReturnedPage;
  /** What was shown beside the boxes. Absent = nothing can be opted in to: the point is closed, or what was shown is unclear. */
  readonly shown?: { readonly notice: NoticeVersion; readonly text: NoticeText };
  /** The words of the button. */
  readonly words: string;
}

/** How saving ended. */
export interface SavedEnd {
  /** Purposes that were left as they are because something had changed meanwhile; the person looks again. */
  readonly unclear: readonly string[];
  /** What the phone has to confirm. */
  readonly choice?: Choice;
}

/**
 * Stops everything, or marketing, for the person of a link: one own no, whatever stands. Also by a link that has expired. The same
 * page or mail again is the same act, unless the person said yes since.
 */
export async function stopByLink(deps: LinkActDeps, stop: LinkedStop): Promise<void> {
  const now = deps.now();
  const { ref, known } = await personOfLink(deps.people, stop.app, stop.link, now, false);
  await deps.ledger.recordStatement(stop.app, {
    ...commandBase(stop, stop.words),
    person: ref,
    action: 'revoked',
    purposes: stop.of,
    saidAt: now,
    eventId: await revokeId(deps, stop, stop.of, known, now),
  });
}

/**
 * Records what was changed on a preference page against what it showed: one own no for all boxes that were unticked, then one own
 * yes for those that were ticked, with the notice that was shown.
 *
 * A yes over the person's own no, also one that was said on this page, is a request until the phone confirms it.
 */
export async function savePreferences(deps: LinkActDeps & ChoiceDeps, saved: SavedPreferences): Promise<SavedEnd> {
  const { app, point, page, shown } = saved;
  const now = deps.now();
  const { ref, known, changedHands } = await personOfLink(deps.people, app, saved.link, now, true);
  const registers = known?.subject.registers ?? {};
  const offered = (purposeId: string) =>
    !changedHands &&
    point.purposes.includes(purposeId) &&
    shown?.text.purposes.some((purpose) => purpose.purposeId === purposeId) === true;
  const present = app.purposes.map((purpose): PresentConsent => {
    const { state, since } = consentState(registers, purpose, now);
    const { purposeId } = purpose;
    return { purposeId, state, since, offered: offered(purposeId) };
  });
  const { grant: ticked, revoke, unclear } = preferenceChanges(page, present, now);
  // In the order of the page, so that the sentence in the evidence is the one that was shown.
  const grant = point.purposes.filter((purposeId) => ticked.includes(purposeId));
  // The no first: if the second statement fails, the person is sent to less, not to more.
  if (revoke.length > 0) {
    await deps.ledger.recordStatement(app, {
      ...commandBase(saved, saved.words),
      person: ref,
      action: 'revoked',
      purposes: revoke,
      saidAt: now,
      eventId: await revokeId(deps, saved, revoke, known, now),
    });
  }
  if (grant.length === 0 || shown === undefined) return { unclear };
  const inMarketing = marketingOf(app);
  const atOnce = grant.filter((each) => countsAtOnce(saved.link, registers, each, inMarketing(each)));
  const toConfirm = grant.filter((purpose) => !atOnce.includes(purpose));
  const lost = atOnce.length === 0 ? [] : await grantAtOnce(deps, { ...saved, shown }, ref, atOnce, now);
  if (toConfirm.length === 0) return { unclear: [...unclear, ...lost] };
  // Without a chat there is nothing to confirm with.
  if (app.whatsapp === undefined) return { unclear: [...unclear, ...lost, ...toConfirm] };
  const phone = known?.subject.phone ?? ('phone' in saved.link.person ? saved.link.person.phone : undefined);
  const { choice } = await makeChoice(deps, {
    ...{ app, point, purposes: toConfirm, evidence: saved.evidence, ...shown },
    numbers: phone === undefined ? [] : [{ digits: phone, typed: formatE164(phone) }],
    by: { person: ref, source: saved.link.kind },
    making: makingOf(saved.link),
    isRest: atOnce.length > 0,
  });
  return { unclear: [...unclear, ...lost], choice };
}

/** @returns purposes for which it does not count after all */
async function grantAtOnce(
  deps: LinkActDeps,
  saved: SavedPreferences & Required<Pick<SavedPreferences, 'shown'>>,
  ref: PersonRef,
  grant: readonly string[],
  now: Milliseconds,
): Promise<readonly string[]> {
  const { app, shown } = saved;
  const base = commandBase(saved, agreementSentence(shown.text, grant));
  const recorded = await deps.ledger.recordStatement(app, {
    ...base,
    person: ref,
    action: 'granted',
    purposes: grant,
    saidAt: now,
    evidence: { ...base.evidence, ...shownNotice(shown.notice, shown.text) },
    eventId: `page:${saved.act}:granted:${[...grant].sort().join(',')}`,
  });
  return recorded.outcomes.filter(({ applied }) => !applied).map(({ purpose }) => purpose);
}

/** The same no on top of the same yes is one act; after another yes it is another act, so that no "no" is ever lost as a repeat. */
async function revokeId(
  { people }: LinkActDeps,
  { app, act, link }: LinkAct & { readonly app: App },
  purposes: PurposeScope,
  known: KnownPerson | undefined,
  now: Milliseconds,
): Promise<string> {
  // The no travels to the doubtful forms of the number, so a yes from there counts here too.
  const numbers = ['phone' in link.person ? link.person.phone : undefined, known?.subject.phone];
  const forms = new Set(numbers.flatMap((phone) => (phone && parseWaId(phone)?.doubtful) || []));
  const others = await Promise.all([...forms].map((phone) => people.find(app.appId, { phone }, now)));
  const said = typeof purposes === 'string' ? undefined : purposes;
  const undone = [known, ...others].reduce<Mark | undefined>(
    (found, person) => laterMark(found, lastYes(person?.subject.registers ?? {}, said)),
    undefined,
  );
  // No slug holds a star: a purpose may be called `marketing`.
  const what =
    typeof purposes === 'string' ? (purposes === 'all' ? 'all' : '*marketing') : [...purposes].sort().join(',');
  return `page:${act}:revoked:${what}:${undone?.ref ?? 'none'}`;
}
