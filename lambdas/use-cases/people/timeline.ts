import type { App } from '../../domain/app/app.ts';
import { consentState } from '../../domain/consent/consent-state.ts';
import { isPlatformStopped, type Subject } from '../../domain/identity/subject.ts';
import type { NoticeText } from '../../domain/notice/notice.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { NoticeStore } from '../collection/ports.ts';
import type { ToldSend, ToldSends } from '../messages/ports.ts';
import type { LedgerEntryView, LedgerPosition, UserDirectory } from './ports.ts';

/** One thing that happened, and what it means today. */
export interface TimelineEntry extends LedgerEntryView {
  /** The purposes whose state today rests on this entry. */
  readonly decides: readonly string[];
  /** Of a brake or of WhatsApp's own stop: whether it is the one that holds today. */
  readonly inForce?: boolean | undefined;
  /** The words of the notice of ours that was shown. */
  readonly wording?: NoticeText | undefined;
  /** What came of the reply that it asked for; nothing once that is no longer known. */
  readonly told?: ToldSend | undefined;
}

export interface TimelineDeps {
  readonly directory: Pick<UserDirectory, 'statements'>;
  readonly notices: Pick<NoticeStore, 'find'>;
  readonly replies: ToldSends;
}

/**
 * A page of everything that is kept of one user, in the order of `statements`: with the words that were shown, what we answered, and
 * what it decides at `now`. Undefined for a userId that this app never gave.
 */
export async function timelineOf(
  { directory, notices, replies }: TimelineDeps,
  app: App,
  userId: string,
  page: { readonly limit: number; readonly from?: LedgerPosition | undefined },
  now: Milliseconds,
): Promise<{ readonly data: readonly TimelineEntry[]; readonly next: LedgerPosition | undefined } | undefined> {
  const read = await directory.statements(app, userId, page.limit, page.from);
  if (read === undefined) return undefined;
  const { subject, data, next } = read;
  const told = await replies.told(
    app.appId,
    data.flatMap(({ reply }) => (reply === undefined ? [] : [reply])),
  );
  const decidedBy = app.purposes.map(({ purposeId, ...terms }) => ({
    purposeId,
    ref: consentState(subject.registers, { purposeId, ...terms }, now).ref,
  }));
  const entries = data.map(
    async (entry): Promise<TimelineEntry> => ({
      ...entry,
      decides: decidedBy.filter(({ ref }) => ref === entry.ref).map(({ purposeId }) => purposeId),
      inForce: inForce(entry, subject),
      wording: await wordingOf(notices, app, entry),
      told: entry.reply && told.get(`${entry.reply.subjectId} ${entry.reply.entry}`),
    }),
  );
  return { data: await Promise.all(entries), next };
}

function inForce({ header: { act }, ref }: LedgerEntryView, subject: Subject): boolean | undefined {
  if (act.kind === 'suppression') return subject.suppressions.some((brake) => brake.ref === ref);
  if (act.kind !== 'platform-preference') return undefined;
  const { platformStop } = subject;
  return act.value === 'stop' && isPlatformStopped(platformStop) && platformStop.ref === ref;
}

/** The text that was shown: in the language that the evidence names, or the only one that there is. */
async function wordingOf(
  notices: Pick<NoticeStore, 'find'>,
  { appId }: App,
  { header: { notice: named }, body }: LedgerEntryView,
): Promise<NoticeText | undefined> {
  const [, noticeId = '', version] = /^(.+)@(\d+)$/.exec(named ?? '') ?? [];
  if (version === undefined) return undefined;
  const { texts = [] } = (await notices.find(appId, noticeId, Number(version))) ?? {};
  const locale = body?.evidence.noticeLocale;
  if (locale === undefined) return texts.length === 1 ? texts[0] : undefined;
  return texts.find((text) => text.locale === locale);
}
