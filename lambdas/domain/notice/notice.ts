import { canonicalJson, type Json } from '../ledger/canonical-json.ts';
import type { Milliseconds } from '../time.ts';

/** What one purpose is called to the person, in plain words: "offers and discounts". */
export interface PurposeText {
  readonly purposeId: string;
  /** Reads well inside a sentence: "I agree to receive {purposes} …". */
  readonly text: string;
}

/**
 * The exact words of a notice in one language. Plain text, no markup. `agreement` may hold `{purposes}` (the purposes ticked or
 * offered, as a list) and `{number}` (the number given there); nothing else is ever filled in.
 */
export interface NoticeText {
  /** BCP 47. */
  readonly locale: string;
  readonly businessName: string;
  readonly heading: string;
  /** The sentence that ticking and confirming says: "I agree to receive {purposes} from Acme on WhatsApp at {number}." */
  readonly agreement: string;
  readonly purposes: readonly PurposeText[];
  /** What is given for an opt-in, once: "10 % off your next order". */
  readonly incentive?: string;
  readonly benefits?: string;
  readonly frequency?: string;
  readonly howToStop?: string;
  readonly privacy?: { readonly text: string; readonly url: string };
}

/** The two wording profiles of the linter (docs/linter.md). */
export const wordingProfiles = ['meta-minimum', 'strict'] as const;
export type WordingProfile = (typeof wordingProfiles)[number];

/** One thing that the linter found. */
export interface LintFinding {
  /** The rule's name, kebab-case; never renamed. */
  readonly rule: string;
  /** An error blocks publishing, a warning is kept with the version. */
  readonly severity: 'error' | 'warning';
  /** RFC 6901 pointer into the document that was linted. */
  readonly pointer: string;
  /** What is wrong, a plain sentence. */
  readonly detail: string;
  /** How to mend it. */
  readonly fix: string;
}

/** A published version of a notice. Never changes; can be fetched for ever. */
export interface NoticeVersion {
  readonly appId: string;
  readonly noticeId: string;
  /** From 1. */
  readonly version: number;
  readonly profile: WordingProfile;
  /** One a locale, in the order in which they were given; the first is the one to fall back on. */
  readonly texts: readonly NoticeText[];
  /** SHA-256, base64url, of `noticeCanonicalForm` of each text, by its locale. */
  readonly hashes: { readonly [locale: string]: string };
  /** Warnings of the linter when it was published. */
  readonly warnings: readonly LintFinding[];
  readonly publishedAt: Milliseconds;
  /** The API key that published it. */
  readonly publishedBy: string;
}

/** What the hash of a text is computed over: the same words under the same name and number give the same hash anywhere. */
export function noticeCanonicalForm(noticeId: string, version: number, text: NoticeText): string {
  return canonicalJson({ noticeId, version, text } as unknown as Json);
}

/** What goes into the evidence of a statement: which words were shown. */
export interface ShownNotice {
  readonly noticeId: string;
  readonly noticeVersion: number;
  readonly noticeLocale: string;
  readonly noticeHash: string;
}

/** One text of a version, as evidence names it. */
export function shownNotice(notice: NoticeVersion, text: NoticeText): ShownNotice {
  return {
    noticeId: notice.noticeId,
    noticeVersion: notice.version,
    noticeLocale: text.locale,
    noticeHash: notice.hashes[text.locale] ?? '',
  };
}

/** A version by its name in marks and ledgers, `id@version`; undefined for what is not the name of one of ours. */
export function parseNoticeName(
  name: string,
): { readonly noticeId: string; readonly noticeVersion: number } | undefined {
  const [, noticeId, version] = /^(.+)@(\d{1,7})$/.exec(name) ?? [];
  return noticeId === undefined ? undefined : { noticeId, noticeVersion: Number(version) };
}
