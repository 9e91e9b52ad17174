import type { Milliseconds } from '../time.ts';

/** What a statement says about its purposes (semantics 1). Past-tense facts; state is their fold. */
export type Action = 'requested' | 'granted' | 'refused' | 'revoked' | 'resumed' | 'annulled' | 'erased';

/** Who really said it, decided by the channel, never by a field of the request: 3 first-hand, 2 reported, 1 controller. */
export type Level = 1 | 2 | 3;

/** Where it happened. `sources` lists every one. */
export type Source = (typeof sources)[number];
/** Append only: stored states refer to a source by its place in this list. */
export const sources = [
  'api',
  'web-form',
  'paper',
  'point-of-sale',
  'call-centre',
  'import',
  'ivr',
  'email',
  'policy',
  'whatsapp-message',
  'whatsapp-button',
  'whatsapp-platform',
  'sms-keyword',
  'preference-page',
  'personal-link',
  'erasure',
  'in-app-signup',
  // What the provider says of a person by itself, which is nobody's own word.
  'messaging-provider',
] as const;

/**
 * Which statement a verdict rests on: the subject's chain and the place in it.
 * Written `<subject>.<sequence>`; the public id is `stm_` + this.
 */
export type StatementRef = string;

/** What Meta says of the ad or post by which a chat began (Meta, "Webhooks: messages", referral): as it came, cut where it is too long. */
export interface Referral {
  /** `ad` or `post`; kept also where it is something else. */
  readonly sourceType?: string | undefined;
  /** Of the ad or post. */
  readonly sourceId?: string | undefined;
  readonly sourceUrl?: string | undefined;
  readonly headline?: string | undefined;
  readonly body?: string | undefined;
  /** Names the one click; ads in WhatsApp's Status have none. */
  readonly clickId?: string | undefined;
  readonly mediaType?: string | undefined;
}

/** What somebody read who signed up by an In-App Signup of Meta's. Its hash is the `noticeHash` of the evidence. */
export interface SignupText {
  readonly signupMessage: string;
  readonly confirmationMessage: string;
  readonly privacyPolicyUrl: string;
  readonly websiteUrl?: string | undefined;
  readonly promoCode?: string | undefined;
}

/** What proves a statement. Kept in the private body of its ledger entry, as received. */
export interface Evidence {
  readonly noticeId?: string;
  readonly noticeVersion?: number;
  readonly noticeHash?: string;
  /** BCP 47: which of the texts of the version was shown. */
  readonly noticeLocale?: string;
  /** The collection point where it happened, `pt_…`. */
  readonly pointId?: string;
  readonly campaign?: string;
  readonly documentRef?: string;
  readonly operator?: string;
  /** The person's own words or the payload of the button pressed. */
  readonly text?: string;
  /** The text was longer than evidence keeps: its whole length in bytes of UTF-8. */
  readonly textCutFrom?: number;
  /** The text came with halves of characters, which were mended: as it came, in the escapes of JSON. */
  readonly textReceived?: string;
  /** Nothing could be stored with the words of the person, so the act was stored without them. */
  readonly textLeftOut?: true;
  /** wamid, SMS inboundMessageId, … */
  readonly messageId?: string;
  /** The identifiers exactly as they were received. */
  readonly identifiers?: {
    readonly phone?: string;
    readonly waId?: string;
    readonly bsuid?: string;
    readonly parentBsuid?: string;
  };
  readonly ip?: string;
  readonly userAgent?: string;
  /** Origin of the web page that showed the widget. */
  readonly origin?: string;
  /** The `utm_…` parameters with which the page was opened. */
  readonly utm?: { readonly [name: string]: string };
  /** The API key by which the personal link was made, `key_…`; absent for links from before it was sealed in. */
  readonly linkMadeBy?: string;
  /** When the personal link was made, RFC 3339. */
  readonly linkMadeAt?: string;
  /** When the boxes were ticked on the page that the phone confirms, RFC 3339. */
  readonly tickedAt?: string;
  /** What the caller claimed when it differs from what is stored, RFC 3339 (a time ahead of its receipt is capped). */
  readonly claimedSaidAt?: string;
  /** The number of ours that received it (SMS, a call). */
  readonly receivedBy?: string;
  /** The provider's id of the call. */
  readonly callId?: string;
  /** The keys that the person pressed on the telephone. */
  readonly digits?: string;
  /** What was said to them before. */
  readonly spokenText?: string;
  /** The ad or post by which the chat began. */
  readonly referral?: Referral;
  /** The In-App Signup, by Meta's id. */
  readonly signupId?: string;
  /** What it said at the time of the act; with `noticeHash`. */
  readonly signupText?: SignupText;
  /** Since when it said so, RFC 3339. */
  readonly signupTextSince?: string;
  /** The import by which it came, `imp_…`; the header of a statement has it too. */
  readonly batch?: string;
  /** SHA-256 of the file that was imported, and the line of the file, counted from 1. */
  readonly fileHash?: string;
  readonly row?: number;
}

/** What a statement is about: named purposes, marketing as a whole (a no only), or everything (semantics 2.3). */
export type PurposeScope = readonly string[] | 'marketing' | 'all';

/** One thing said about one or more purposes, as the fold sees it. */
export interface Statement {
  readonly ref: StatementRef;
  readonly action: Action;
  readonly purposes: PurposeScope;
  readonly level: Level;
  /** The person's act, already capped at the time of first receipt. */
  readonly saidAt: Milliseconds;
  readonly recordedAt: Milliseconds;
  readonly source: Source;
  /** Id of the keyword rule that matched, if one did, e.g. `stop.es.alto`. */
  readonly rule?: string;
  /** The collection point where it happened, `pt_…`. */
  readonly point?: string;
  /** The import by which it came, `imp_…`; of `annulled` the import whose grants never counted. */
  readonly batch?: string;
}

/** A statement with what the fold keeps of its evidence: the notice that was shown, and our number that received an SMS. */
export type FoldedStatement = Statement & { readonly notice?: string; readonly receivedBy?: string };
