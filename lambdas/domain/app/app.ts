import type { Brand } from '../brand/brand.ts';
import { isMarketing } from '../consent/purpose-terms.ts';
import type { Source } from '../consent/statement.ts';
import type { AppCountryRule } from '../countries/app-country-rule.ts';
import type { AutomatedReplies } from './automated-replies.ts';
import type { GupshupSettings } from './gupshup.ts';
import type { NumberSettings } from './portfolios.ts';
import type { Telephone } from './telephone.ts';

/** WhatsApp's own template categories (Meta, "Template categorization"). A purpose maps to one; they are not the same word. */
export type TemplateCategory = 'marketing' | 'utility' | 'authentication';

/** What messages are for, as the business states it to the person. */
export interface Purpose {
  /** Slug, unique in its app, never changes. */
  readonly purposeId: string;
  readonly name: string;
  readonly category: TemplateCategory;
  /** It had the category marketing once, so stops of marketing cover it for ever (semantics 2.3). Never set by a caller. */
  readonly wasMarketing?: true;
  /** How long a grant holds, in whole days from `saidAt`; absent = until revoked. */
  readonly validForDays?: number;
  /** Whether `OPTIN <APP NAME>` grants this purpose (semantics: ways in). */
  readonly keywordOptIn?: boolean;
}

/** The number of the business by which SMS arrive. */
export interface SmsNumber {
  /** E.164 with `+`. */
  readonly phone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** By whom messages come and go. @default aws */
  readonly provider?: SmsProvider | undefined;
}

/** Who brings and takes text messages of a number: AWS End User Messaging SMS, or Twilio. */
export const smsProviders = ['aws', 'twilio'] as const;
export type SmsProvider = (typeof smsProviders)[number];

/** What somebody is asked who writes for the first time. */
export interface AutomatedMessage {
  readonly enabled: boolean;
  /** Whose words ask, in their latest version; there whenever it is enabled. */
  readonly noticeId?: string;
  /** The business's own first words, in some languages; ours where there are none. */
  readonly greetings?: readonly { readonly locale: string; readonly text: string }[];
}

/** What the events of an app say of people. */
export interface EventSettings {
  /** Events name the person by number and BSUID besides the userId. */
  readonly identifiers?: boolean;
  /** Messages of people are events too, with what they wrote. */
  readonly messages?: boolean;
}

/** One business identity on one WhatsApp number, with everything a decision may depend on. */
export interface App extends NumberSettings {
  readonly appId: string;
  readonly displayName: string;
  /** How it looks to people; `brandOf` fills in what is not said. */
  readonly brand?: Brand;
  /** The name in `OPTIN <APP NAME>`; absent = this app takes no SMS opt-in. */
  readonly smsName?: string;
  /** BCP 47. */
  readonly locale: string;
  /** IANA time zone. */
  readonly timeZone: string;
  readonly smsNumbers: readonly SmsNumber[];
  readonly purposes: readonly Purpose[];
  /** Reported sources whose grants stay `requested` until the phone itself confirms. */
  readonly doubleOptIn: readonly Source[];
  readonly automatedMessage: AutomatedMessage;
  /** What it answers by itself; absent = nothing. */
  readonly automatedReplies?: AutomatedReplies;
  /** Missed calls and IVR; absent = nothing comes by telephone. */
  readonly telephone?: Telephone;
  /** What its events tell besides ids (docs/events.md); absent = nothing. */
  readonly events?: EventSettings;
  /** What programs made for Gupshup find here; absent = its paths know the app by its id alone. */
  readonly gupshup?: GupshupSettings;
  /** What it says of countries in place of the table of country rules, one for a country. */
  readonly countryRules?: readonly AppCountryRule[];
  /** The notice that advertised the SMS keyword; goes into the evidence of every grant by keyword. */
  readonly keywordNotice?: { readonly noticeId: string; readonly noticeVersion: number };
  /** Rises by one with every change of the settings. */
  readonly version: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The purpose with this id, or undefined: unknown purposes are never guessed. */
export function findPurpose(app: Pick<App, 'purposes'>, purposeId: string): Purpose | undefined {
  return app.purposes.find((purpose) => purpose.purposeId === purposeId);
}

/** Which purposes, by their ids, a stop of marketing covers. A purpose that the app does not have is covered: when in doubt the answer is no. */
export function marketingOf(app: Pick<App, 'purposes'>): (purposeId: string) => boolean {
  return (purposeId) => {
    const purpose = findPurpose(app, purposeId);
    return purpose === undefined || isMarketing(purpose);
  };
}
