import type { SignupText } from '../consent/statement.ts';
import { canonicalJson, type Json } from '../ledger/canonical-json.ts';
import type { Milliseconds } from '../time.ts';

/** An In-App Signup of Meta's whose opt-ins count here: made by us, or made elsewhere and adopted. */
export interface Signup {
  /** Meta's id, digits. */
  readonly signupId: string;
  readonly appId: string;
  /** The account that it was made in. */
  readonly wabaId: string;
  readonly pointId: string;
  /** For the business, never shown to people. */
  readonly name: string;
  /** What a signup opts in to. Set once. */
  readonly purposes: readonly string[];
  readonly campaign?: string | undefined;
  /** BCP 47: the language of its latest text. */
  readonly locale: string;
  /** The texts that it had, the oldest first; at least one and `mostTexts` at most. */
  readonly texts: readonly DatedText[];
  /** Rises by one with every change. */
  readonly version: number;
  readonly createdAt: Milliseconds;
  readonly updatedAt: Milliseconds;
}

/** What a signup says to people, since when. */
export interface DatedText {
  readonly since: Milliseconds;
  readonly text: SignupText;
  /** BCP 47. */
  readonly locale: string;
  /** SHA-256, base64url, of `signupCanonicalForm`. */
  readonly hash: string;
}

/**
 * How many texts are kept of one signup, all in one item of the table. We make no more; changes elsewhere push the oldest out, and whoever
 * read that is heard of too late to be opted in. What it proved stands in the ledger.
 */
export const mostTexts = 60;

/** The text that was valid at the time of an act; undefined for an act before the first that is known. */
export function textAt({ texts }: Pick<Signup, 'texts'>, at: Milliseconds): DatedText | undefined {
  return texts.findLast(({ since }) => since <= at);
}

/** What the hash of a text is computed over: the same words give the same hash anywhere. */
export function signupCanonicalForm(text: SignupText): string {
  return canonicalJson(plain(text) as unknown as Json);
}

/** The text with nothing that is not there, as it is stored. */
export function plain({
  signupMessage,
  confirmationMessage,
  privacyPolicyUrl,
  websiteUrl,
  promoCode,
}: SignupText): SignupText {
  return {
    signupMessage,
    confirmationMessage,
    privacyPolicyUrl,
    ...(websiteUrl !== undefined && { websiteUrl }),
    ...(promoCode !== undefined && { promoCode }),
  };
}

/** The latest text. */
export function latestText({ texts }: Pick<Signup, 'texts'>): DatedText {
  const latest = texts.at(-1);
  if (latest === undefined) throw new Error('A signup says something.');
  return latest;
}

/** Where a signup is opened: on any number of the account that it was made in (Meta, "In-App Signup"). @param phone E.164 */
export function signupLink(phone: string, signupId: string): string {
  return `https://wa.me/${phone.replace(/\D/g, '')}/signup/${signupId}`;
}
