import type { App } from '../../domain/app/app.ts';
import { choiceLink } from '../../domain/collection/chat-link.ts';
import { chatWords } from '../../domain/collection/chat-words.ts';
import type { Choice } from '../../domain/collection/choice.ts';
import { evidenceOfPoint } from '../../domain/collection/evidence-of-point.ts';
import { choiceLifetime } from '../../domain/consent/consent-state.ts';
import type { StatementRef } from '../../domain/consent/statement.ts';
import { shownNotice } from '../../domain/notice/notice.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { RecordedStatement } from '../ledger/ports.ts';
import type { Reported } from '../ledger/record-reported.ts';
import type { ChoiceStore, NoticeStore } from './ports.ts';

export interface ConfirmationDeps {
  readonly choices: Pick<ChoiceStore, 'create' | 'recall'>;
  readonly notices: Pick<NoticeStore, 'find'>;
  /** The code of the choice that confirms a statement: the same each time, and nobody can guess it. */
  readonly codeOf: (ref: StatementRef) => string;
}

/** The link by which the phone confirms a reported request, and until when it does. */
export interface ConfirmationLink {
  readonly url: string;
  readonly expiresAt: Milliseconds;
}

/**
 * The link that turns a reported request into an opt-in: a choice like those made on our pages, for the number named alone. Undefined
 * where there is nothing to confirm or nothing to confirm it with: no WhatsApp number, no phone, no published notice that names the
 * purposes, a notice in several languages of which none is named (the proof would hold for words that nobody may have seen), or a
 * request that had lapsed when it was reported. A retry gets the same link.
 */
export async function confirmationOf(
  deps: ConfirmationDeps,
  app: App,
  recorded: RecordedStatement,
  { user, evidence = {}, seal = {} }: Reported,
): Promise<ConfirmationLink | undefined> {
  const { phone } = user.person;
  const { noticeId, noticeVersion, ip, userAgent } = evidence;
  const { purposes, saidAt } = recorded;
  const expiresAt = saidAt + choiceLifetime;
  if (recorded.action !== 'requested' || typeof purposes === 'string' || recorded.recordedAt >= expiresAt)
    return undefined;
  if (app.whatsapp === undefined || phone === undefined) return undefined;
  if (noticeId === undefined || noticeVersion === undefined) return undefined;
  const notice = await deps.notices.find(app.appId, noticeId, noticeVersion);
  const text = notice?.texts.find(({ locale }) => locale === seal.noticeLocale);
  if (notice === undefined || text === undefined) return undefined;
  if (!purposes.every((purpose) => text.purposes.some(({ purposeId }) => purposeId === purpose))) return undefined;

  const choice: Choice = {
    code: deps.codeOf(recorded.ref),
    appId: app.appId,
    ...evidenceOfPoint(evidence),
    purposes,
    notice: shownNotice(notice, text),
    words: chatWords(text, purposes),
    numbers: [phone],
    madeAt: saidAt,
    expiresAt,
    ip,
    userAgent,
  };
  if ((await deps.choices.recall(choice.code)) === undefined) await keep(deps, choice);
  return { url: choiceLink(app, choice), expiresAt };
}

/** Two retries at once make the same choice: whoever comes second finds it. */
async function keep({ choices }: ConfirmationDeps, choice: Choice): Promise<void> {
  try {
    await choices.create(choice);
  } catch (error) {
    if ((await choices.recall(choice.code)) === undefined) throw error;
  }
}
