import type { OutgoingMessage } from '../../domain/replies/outgoing-message.ts';
import type { SendResult } from '../../domain/sends/send-result.ts';
import type { Milliseconds } from '../../domain/time.ts';

/** Keeps what arrived with a good signature and could not be used, for a person to look at. */
export interface KeptAside {
  /** @param why kebab-case; @param part the JSON, or the text, as received: nothing of it is lost, however large or odd it is */
  keep(why: string, part: unknown): Promise<void>;
}

/** Sends one SMS, once. Never rejects: what came of it is the answer. */
export interface SmsSender {
  /** @param from our number as the SMS named it; @param to E.164 */
  send(from: string, to: string, text: string): Promise<SendResult>;
}

/** To whom on WhatsApp: a number as WhatsApp writes it (digits, never derived by rule), or a BSUID where no number is known. */
export type WhatsappRecipient = { readonly waId: string } | { readonly bsuid: string };

/** Sends one message, once. Never rejects: what came of it is the answer. */
export interface WhatsappSender {
  /** @param reference comes back in what the provider says of the message later; at most 512 characters, nothing personal */
  send(phoneNumberId: string, to: WhatsappRecipient, message: OutgoingMessage, reference?: string): Promise<SendResult>;
}

/** Says how many answers of a kind one person may still get from one app on one channel. */
export interface AnswerLimit {
  /** Takes one for the answer to one message; `taken-before` = that message has its answer. Only `taken` may be answered. */
  take(answer: {
    readonly kind: 'help' | 'ask-whether-stop' | 'handover-confirmed' | 'automated-reply';
    readonly appId: string;
    readonly channel: 'whatsapp' | 'sms';
    /** Always written the same way. */
    readonly person: string;
    /** The id of the message that is answered. */
    readonly to: string;
    /** Of a kind with several: each has three of its own, and all of them keep `apart`. */
    readonly of?: string | undefined;
    /** At least so long since the last one. */
    readonly apart?: Milliseconds | undefined;
  }): Promise<'taken' | 'taken-before' | 'too-soon' | 'none-left'>;
}

/** What came of a reply, to be shown to the business. */
export interface ReplyTold {
  /** `failed` = refused or unknown: former versions did not tell which. */
  readonly came: 'sent' | 'refused' | 'unknown' | 'too-late' | 'not-sent' | 'failed';
  readonly at: Milliseconds;
  /** Why it was not sent, or how the provider refused it. */
  readonly codes?: readonly string[] | undefined;
  /** The words that went out. */
  readonly text?: string | undefined;
}

/** Says which replies were sent, or were given up as too late, so that each is sent at most once. */
export interface ReplyMarkers {
  /** True for the first caller only. What came of it is kept with the marker. */
  claim(appId: string, subjectId: string, entry: string, told: ReplyTold): Promise<boolean>;
  /** Keeps what came of a reply that nobody claimed, or of one that was claimed and failed. Claims nothing. */
  note(appId: string, subjectId: string, entry: string, told: ReplyTold): Promise<void>;
}

/** What came of replies, as long as their markers are kept. */
export interface ToldReplies {
  /** By entry; nothing of those that are unknown. At most a hundred at once. */
  told(
    appId: string,
    replies: readonly { readonly subjectId: string; readonly entry: string }[],
  ): Promise<ReadonlyMap<string, ReplyTold>>;
}

/** When WhatsApp last told us anything of one of our numbers, to the hour. */
export interface LastWebhook {
  note(phoneNumberId: string): Promise<void>;
  /** Undefined = not known: nothing came yet, or only to a version that did not note it. */
  of(phoneNumberId: string): Promise<Milliseconds | undefined>;
}
