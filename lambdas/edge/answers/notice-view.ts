import type { NoticeVersion } from '../../domain/notice/notice.ts';
import type { ListedNotice } from '../../use-cases/collection-ports.ts';
import { formatInstant } from '../requests/instant.ts';

/** One version of a notice, whole: `texts` and `hashes` are all that is needed to compute the hashes again. */
export function noticeView(notice: NoticeVersion) {
  return {
    noticeId: notice.noticeId,
    version: notice.version,
    profile: notice.profile,
    texts: notice.texts,
    hashes: notice.hashes,
    warnings: notice.warnings,
    publishedAt: formatInstant(notice.publishedAt),
    publishedBy: notice.publishedBy,
  };
}

/** A notice by its latest version, with the numbers of all. */
export function latestNoticeView(notice: NoticeVersion) {
  return { ...noticeView(notice), versions: Array.from({ length: notice.version }, (_, index) => index + 1) };
}

/** A notice in a list, without its words. */
export function listedNoticeView({ noticeId, version, profile, locales, publishedAt, publishedBy }: ListedNotice) {
  return { noticeId, latestVersion: version, profile, locales, publishedAt: formatInstant(publishedAt), publishedBy };
}
