import type { Evidence } from '../../../domain/consent/statement.ts';
import type { NoticeText, NoticeVersion } from '../../../domain/notice/notice.ts';
import type { NoticeStore } from '../../../use-cases/collection/ports.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { readClaimedNotice } from './page-form.ts';

/** The version of a notice that a page showed, and the text of it. */
export interface SeenNotice {
  readonly notice: NoticeVersion;
  readonly text: NoticeText;
}

/**
 * The text that the person really saw, as the form tells it: another version than is shown by now, perhaps, but always one of this
 * notice, and word for word that text. Undefined = the form does not prove it: nobody can be opted in by it.
 */
export async function seenNotice(
  notices: Pick<NoticeStore, 'find'>,
  appId: string,
  noticeId: string,
  form: URLSearchParams,
): Promise<SeenNotice | undefined> {
  const claimed = readClaimedNotice(form);
  if (claimed === undefined) return undefined;
  const notice = await notices.find(appId, noticeId, claimed.version);
  const text = notice?.texts.find(({ locale }) => locale === claimed.locale);
  if (notice === undefined || text === undefined || notice.hashes[text.locale] !== claimed.hash) return undefined;
  return { notice, text };
}

/** Characters of a browser's name that evidence keeps. */
export const longestUserAgent = 300;

/** Who filled in a form, as far as evidence keeps it. */
export function visitorOf({
  sourceIp,
  headers,
}: Pick<HttpRequest, 'sourceIp' | 'headers'>): Pick<Evidence, 'ip' | 'userAgent'> {
  // Cut first: a cut may leave half of a character.
  const userAgent = headers['user-agent']?.slice(0, longestUserAgent).toWellFormed();
  return { ip: sourceIp, userAgent };
}
