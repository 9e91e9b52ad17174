import type { NoticeText, NoticeVersion } from '../../../domain/notice/notice.ts';
import type { ListedNotice } from '../../../use-cases/collection/ports.ts';
import { formatInstant } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { latestNoticeAnswer, listedNoticeAnswer, noticeAnswer, noticeTextAnswer } from './answers.ts';

/** One version of a notice, whole: `texts` and `hashes` are all that is needed to compute the hashes again. */
export function noticeView(notice: NoticeVersion): View<typeof noticeAnswer> {
  return {
    noticeId: notice.noticeId,
    version: notice.version,
    profile: notice.profile,
    texts: notice.texts.map(textView),
    hashes: Object.fromEntries(notice.texts.map(({ locale }) => [locale, notice.hashes[locale] ?? ''])),
    warnings: notice.warnings,
    publishedAt: formatInstant(notice.publishedAt),
    publishedBy: notice.publishedBy,
  };
}

/** Always in this order, which the store does not keep: whoever compares two answers by eye or by `diff` finds them the same. */
export function textView(given: NoticeText): View<typeof noticeTextAnswer> {
  const { locale, businessName, heading, agreement, purposes, incentive, benefits, frequency, howToStop, privacy } =
    given;
  return {
    locale,
    businessName,
    heading,
    agreement,
    purposes: purposes.map(({ purposeId, text }) => ({ purposeId, text })),
    incentive,
    benefits,
    frequency,
    howToStop,
    privacy: privacy && { text: privacy.text, url: privacy.url },
  };
}

/** A notice by its latest version, with the numbers of all. */
export function latestNoticeView(notice: NoticeVersion): View<typeof latestNoticeAnswer> {
  return { ...noticeView(notice), versions: Array.from({ length: notice.version }, (_, index) => index + 1) };
}

/** A notice in a list, without its words. */
export function listedNoticeView(notice: ListedNotice): View<typeof listedNoticeAnswer> {
  const { noticeId, version, profile, locales, publishedAt, publishedBy } = notice;
  return { noticeId, latestVersion: version, profile, locales, publishedAt: formatInstant(publishedAt), publishedBy };
}
