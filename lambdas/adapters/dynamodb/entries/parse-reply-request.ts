import { replyAttribute } from '../../../contract/table.ts';
import { sources } from '../../../domain/consent/statement.ts';
import { replyKinds } from '../../../domain/ledger/reply-kind.ts';
import { parseNoticeName } from '../../../domain/notice/notice.ts';
import type { ReplyRequest } from '../../../domain/replies/reply-request.ts';
import type { Image } from './parcel.ts';

/**
 * The reply that a new ledger entry or an errand asks for, or undefined when it asks for none.
 *
 * @throws Error when an entry that asks for one cannot be read: it must not pass as one that asks for none
 */
export function parseReplyRequest(image: Image): ReplyRequest | undefined {
  if (image[replyAttribute] === undefined) return undefined;
  const kind = replyKinds.find((each) => each === image[replyAttribute]?.S);
  const [appId, , subjectId] = image.pk?.S?.split('#') ?? [];
  const entry = image.sk?.S;
  const at = Number(image.at?.N);
  const source = sources.find((each) => each === image.src?.S);
  if (
    kind === undefined ||
    appId === undefined ||
    subjectId === undefined ||
    entry === undefined ||
    source === undefined ||
    Number.isNaN(at)
  ) {
    throw new Error('This entry asks for a reply, and does not say which, to whom or when.');
  }
  const body = image.body?.M;
  const written = body?.identifiers?.M;
  const received = (name: 'phone' | 'waId' | 'bsuid' | 'parentBsuid') => {
    const value = written?.[name]?.S;
    return value === undefined ? {} : { [name]: value };
  };
  const receivedBy = body?.receivedBy?.S;
  const choice = image.choice?.S;
  const purposes = image.purposes?.L?.flatMap(({ S: purpose }) => purpose ?? []);
  return {
    appId,
    subjectId,
    entry,
    sequence: image.n?.N === undefined ? undefined : Number(image.n.N),
    kind,
    at,
    source,
    identifiers: { ...received('phone'), ...received('waId'), ...received('bsuid'), ...received('parentBsuid') },
    receivedBy,
    choice,
    point: image.point?.S,
    locale: image.locale?.S,
    words: image.words?.S,
    pointId: image.pointId?.S,
    campaign: image.campaign?.S,
    purposes,
    notice: noticeNamed(image.notice?.S, body?.noticeLocale?.S),
  };
}

/** `id@version` of the ledger; a business may name notices of its own, which have no number for a version. */
function noticeNamed(name: string | undefined, noticeLocale: string | undefined): ReplyRequest['notice'] {
  const parsed = parseNoticeName(name ?? '');
  return parsed && { ...parsed, noticeLocale };
}
