import { type App, marketingOf } from '../../domain/app/app.ts';
import type { Choice } from '../../domain/collection/choice.ts';
import { countsAtOnce, makingOf } from '../../domain/collection/personal-link.ts';
import { pageLifetime } from '../../domain/collection/preference-changes.ts';
import { lastNo } from '../../domain/consent/last-word.ts';
import { formatE164 } from '../../domain/identity/phone.ts';
import { agreementSentence } from '../../domain/notice/agreement-sentence.ts';
import { type NoticeText, type NoticeVersion, shownNotice } from '../../domain/notice/notice.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { toSeconds } from '../../domain/time.ts';
import { type ChoiceDeps, makeChoice } from '../collection/make-choice.ts';
import { commandBase, type LinkAct, type LinkActDeps } from './act-by-link.ts';
import { personOfLink } from './person-of-link.ts';

/** What somebody sent from the page of a personal opt-in link. */
export interface LinkedOptIn extends LinkAct {
  readonly app: App;
  /** What was shown. */
  readonly notice: NoticeVersion;
  readonly text: NoticeText;
  readonly shownAt: Milliseconds;
  /** At least one, each offered by the point. */
  readonly purposes: readonly string[];
  /** As it came back from the page: canonical digits, and as typed. */
  readonly number: { readonly digits: string; readonly typed: string };
}

/** How it ended. */
export type LinkedOptInEnd =
  | { readonly end: 'opted-in' }
  /** The phone has to confirm: another number than the link's, or purposes to which this person had said no. */
  | { readonly end: 'to-confirm'; readonly choice: Choice }
  /** The page is too old, or the person said no since it was shown: nothing changed, they look again. */
  | { readonly end: 'look-again' };

/**
 * An opt-in by a personal link. For the number of the link it is the person's own word and counts at once, except for purposes to which the
 * person had said no: those go the double opt-in way, and so does every other number, and the link's number when it belongs to
 * somebody else since.
 */
export async function optInByLink(deps: LinkActDeps & ChoiceDeps, optIn: LinkedOptIn): Promise<LinkedOptInEnd> {
  const { app, link, point, notice, text, purposes, number, evidence } = optIn;
  const now = deps.now();
  const isOwn = 'phone' in link.person && link.person.phone === number.digits;
  const person = isOwn ? await personOfLink(deps.people, app, link, now, true) : undefined;
  if (person === undefined || person.changedHands) {
    const choiceOf = { app, point, notice, text, purposes, numbers: [number], evidence, making: makingOf(link) };
    return { end: 'to-confirm', choice: (await makeChoice(deps, choiceOf)).choice };
  }
  const registers = person.known?.subject.registers ?? {};
  const no = lastNo(registers);
  const saidNoSince = no !== undefined && no.at >= toSeconds(optIn.shownAt);
  if (saidNoSince || now - optIn.shownAt >= pageLifetime) return { end: 'look-again' };
  const inMarketing = marketingOf(app);
  const atOnce = purposes.filter((each) => countsAtOnce(link, registers, each, inMarketing(each)));
  const toConfirm = purposes.filter((purpose) => !atOnce.includes(purpose));
  if (atOnce.length > 0) {
    const base = commandBase(optIn, agreementSentence(text, atOnce, formatE164(number.digits)));
    const recorded = await deps.ledger.recordStatement(app, {
      ...base,
      person: person.ref,
      action: 'granted',
      purposes: atOnce,
      saidAt: now,
      evidence: { ...base.evidence, ...shownNotice(notice, text) },
      // Without anything that changes: a form that is sent again after a STOP finds the first act and grants nothing anew.
      eventId: `page:${optIn.act}:granted:${[...atOnce].sort().join(',')}`,
    });
    if (!recorded.outcomes.every(({ applied }) => applied)) return { end: 'look-again' };
  }
  if (toConfirm.length === 0) return { end: 'opted-in' };
  // Without a chat there is nothing to confirm with.
  if (app.whatsapp === undefined) return { end: 'look-again' };
  const isRest = atOnce.length > 0;
  const request = { app, point, notice, text, purposes: toConfirm, numbers: [number], evidence, isRest };
  const by = { person: person.ref, source: link.kind };
  return { end: 'to-confirm', choice: (await makeChoice(deps, { ...request, by, making: makingOf(link) })).choice };
}
