import { lastYesUnderNotice } from '../../domain/consent/last-word.ts';
import { chooseText } from '../../domain/notice/choose-text.ts';
import { type NoticeText, type NoticeVersion, parseNoticeName, shownNotice } from '../../domain/notice/notice.ts';
import type { ReplyMessage } from '../../domain/replies/outgoing-message.ts';
import { listsHoldFor, preferencesList, switchesOf } from '../../domain/replies/preferences-list.ts';
import type { ReplyRequest } from '../../domain/replies/reply-request.ts';
import type { CoveredApp } from '../../domain/replies/reply-words.ts';
import type { NoticeStore } from '../collection/ports.ts';
import type { Clock } from '../ledger/ports.ts';
import type { PromptStore } from './ports.ts';

export interface ShowPreferencesDeps {
  readonly notices: Pick<NoticeStore, 'find' | 'latest'>;
  readonly prompts: Pick<PromptStore, 'newCode' | 'create'>;
  readonly now: Clock;
}

/**
 * What a person gets, as a list to change. What can be added is said under the notice of the app's automated message, else under that of
 * the person's latest yes; with none of ours there are only ways out. The prompt is stored before the list goes out.
 */
export async function showPreferences(
  deps: ShowPreferencesDeps,
  request: ReplyRequest,
  { app, registers }: CoveredApp,
): Promise<ReplyMessage> {
  const now = deps.now();
  const notice = await noticeOfList(deps.notices, { app, registers });
  const wanted = [request.locale, app.locale].filter((locale) => locale !== undefined);
  const text = notice && chooseText(notice.texts, wanted);
  const code = deps.prompts.newCode();
  const written = (offered: NoticeText | undefined) => {
    const switches = switchesOf(app, registers, offered, now);
    const locale = request.locale ?? text?.locale ?? app.locale;
    const message = preferencesList(switches, { locale, business: app.displayName, text: offered }, code);
    return message && { message, switches, offered };
  };
  // A sentence of agreement that does not fit is not said in half: then there are only ways out.
  const list = written(text) ?? written(undefined);
  if (list === undefined) throw new Error('A list without a sentence of agreement does not fit.');
  await deps.prompts.create({
    code,
    appId: app.appId,
    subjectId: request.subjectId,
    kind: 'preferences',
    purposes: list.switches.shown.map(({ purpose }) => purpose.purposeId),
    notice: notice && list.offered && shownNotice(notice, list.offered),
    madeAt: now,
    expiresAt: now + listsHoldFor,
  });
  return list.message;
}

async function noticeOfList(
  notices: ShowPreferencesDeps['notices'],
  { app, registers }: CoveredApp,
): Promise<NoticeVersion | undefined> {
  const own = app.automatedMessage.noticeId;
  const asked = own === undefined ? undefined : await notices.latest(app.appId, own);
  if (asked !== undefined) return asked;
  const mark = lastYesUnderNotice(registers);
  const named = parseNoticeName(mark?.notice ?? '');
  const version = named && (await notices.find(app.appId, named.noticeId, named.noticeVersion));
  // A business keeps notices of its own, and may call one as we do: what was published later was not what the person read.
  const isOurs = version !== undefined && mark !== undefined && version.publishedAt < (mark.at + 1) * 1000;
  return isOurs ? version : undefined;
}
