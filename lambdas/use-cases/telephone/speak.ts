import type { App } from '../../domain/app/app.ts';
import { type Fault, InvalidInputError } from '../../domain/errors.ts';
import { chooseText } from '../../domain/notice/choose-text.ts';
import type { SpokenNotice } from '../../domain/telephone/call-hook.ts';
import { spokenNotice } from '../../domain/telephone/speak.ts';
import type { NoticeStore } from '../collection/ports.ts';

/** What a menu says now, in a language; undefined where callers are asked for nothing, or the notice is gone. */
export async function speak(
  notices: Pick<NoticeStore, 'latest'>,
  app: App,
  locale: string | undefined,
): Promise<SpokenNotice | undefined> {
  const noticeId = app.telephone?.noticeId;
  const version = noticeId === undefined ? undefined : await notices.latest(app.appId, noticeId);
  if (version === undefined) return undefined;
  return spokenNotice(
    app,
    version,
    chooseText(version.texts, locale === undefined ? [app.locale] : [locale, app.locale]),
  );
}

/**
 * The same for somebody who asks what it is.
 *
 * @param pointer into the request
 * @throws InvalidInputError
 */
export async function mustSpeak(
  notices: Pick<NoticeStore, 'latest'>,
  app: App,
  locale: string | undefined,
  pointer: string,
): Promise<SpokenNotice> {
  const spoken = await speak(notices, app, locale);
  if (spoken !== undefined) return spoken;
  const detail = 'The telephone settings of the app name no published notice that asks for something.';
  const fault: Fault = { pointer, code: 'unknown-notice', detail };
  throw new InvalidInputError([fault]);
}
