import type { Evidence } from '../consent/statement.ts';
import type { Fault } from '../errors.ts';
import { languageOf } from '../languages/language.ts';
import type { NoticeText, NoticeVersion } from './notice.ts';

type Claim = Pick<Evidence, 'noticeVersion' | 'noticeLocale' | 'noticeHash'>;
type Seal = Pick<Evidence, 'noticeLocale' | 'noticeHash'>;

/**
 * Seals a claim of which notice was shown: with the hash of the very words, as far as it says which of the texts they were. A version
 * of one text says so by itself; of several none is guessed, because the proof would then hold for words that nobody may have seen.
 *
 * @param nearest the version that is named, or the highest one below it
 * @returns the seal, or the fault of a claim that is not true, with a pointer into the evidence
 */
export function sealNotice(claim: Claim, nearest: NoticeVersion): Seal | Fault {
  if (nearest.version !== claim.noticeVersion) {
    return fault('noticeVersion', 'unknown-version', 'The app has published no such version of this notice.');
  }
  const { noticeLocale, noticeHash } = claim;
  const named = nearest.texts.filter(({ locale }) => noticeLocale === undefined || locale === noticeLocale);
  if (named.length === 0) {
    return fault('noticeLocale', 'unknown-locale', 'This version of the notice has no text in this language.');
  }
  const shown = named.filter(({ locale }) => noticeHash === undefined || nearest.hashes[locale] === noticeHash);
  if (shown.length === 0) {
    return fault('noticeHash', 'another-hash', 'This is not the hash of the words that were published.');
  }
  return sealOf(nearest, shown.length === 1 ? shown[0] : undefined);
}

/** Seals the words that people who read this language were shown; nothing when no text, or more than one, is in it. */
export function sealForLocale(notice: NoticeVersion, locale: string): Seal {
  const exact = notice.texts.find((text) => text.locale.toLowerCase() === locale.toLowerCase());
  const alike = notice.texts.filter((text) => languageOf(text.locale) === languageOf(locale));
  const only = notice.texts.length === 1 ? notice.texts[0] : undefined;
  return sealOf(notice, exact ?? (alike.length === 1 ? alike[0] : only));
}

function sealOf({ hashes }: NoticeVersion, text: NoticeText | undefined): Seal {
  const noticeHash = text && hashes[text.locale];
  return text === undefined || noticeHash === undefined ? {} : { noticeLocale: text.locale, noticeHash };
}

function fault(field: keyof Claim, code: string, detail: string): Fault {
  return { pointer: `/${field}`, code, detail };
}
