import type { WhatsappNumber } from '../../domain/app/portfolios.ts';
import type { RefusedSend } from '../../domain/inbound/inbound-decision.ts';
import type { ReplyKind } from '../../domain/ledger/reply-kind.ts';
import type { Prompt } from '../../domain/prompts/prompt.ts';
import type { OutgoingMessage } from '../../domain/replies/outgoing-message.ts';
import type { Provider } from '../../domain/sends/provider-codes.ts';
import type { Came, SendName } from '../../domain/sends/send.ts';
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
  /**
   * @param from our number, as the settings of the app give it
   * @param reference comes back in what the provider says of the message later; at most 512 characters, nothing personal
   */
  send(from: WhatsappNumber, to: WhatsappRecipient, message: OutgoingMessage, reference?: string): Promise<SendResult>;
}

/** Says how many answers of a kind one person may still get from one app on one channel. */
export interface AnswerLimit {
  /** Takes one for the answer to one message; `taken-before` = that message has its answer. Only `taken` may be answered. */
  take(answer: {
    readonly kind: 'help' | 'ask-whether-stop' | 'preferences' | 'handover-confirmed' | 'automated-reply';
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

/** What is kept of a message of ours, as long as it can be asked for again. */
export interface SendRecord {
  /** What it was for. */
  readonly kind: ReplyKind;
  /** The place in the chain of the ledger entry that asked for it; absent = an errand did. */
  readonly sequence?: number | undefined;
  readonly came: Came;
  /** When it went out, or did not. */
  readonly at: Milliseconds;
  /** Who took it, or did not; absent where nobody was asked. */
  readonly provider?: Provider | undefined;
  /** Why it was not sent, or the provider's own code. */
  readonly codes?: readonly string[] | undefined;
  /** The words that went out. */
  readonly text?: string | undefined;
  /** The provider's own id of it. */
  readonly messageId?: string | undefined;
  /** When the provider said that it was refused after all. */
  readonly refusedAt?: Milliseconds | undefined;
}

/** What came of each message of ours, so that each is sent at most once, and told. */
export interface Sends {
  /** True for the first caller only. What is kept until the provider has answered is `unknown`. */
  claim(
    appId: string,
    send: SendName,
    record: Pick<SendRecord, 'kind' | 'sequence' | 'provider' | 'text'>,
    to?: WhatsappRecipient,
  ): Promise<boolean>;
  /** Keeps what the provider answered to a message that was claimed. */
  settle(appId: string, send: SendName, result: SendResult): Promise<void>;
  /** Gives a claim back: nothing was sent, and it may be tried again. */
  release(appId: string, send: SendName, codes: readonly string[]): Promise<void>;
  /** Keeps why nothing was sent. False where it was claimed before: then it changes nothing. */
  note(
    appId: string,
    send: SendName,
    record: Pick<SendRecord, 'kind' | 'sequence' | 'codes'> & { readonly came: 'not-sent' | 'too-late' },
  ): Promise<boolean>;
}

/** What providers say later of messages that they had taken. */
export interface LateRefusals {
  /** Keeps it with the message. Changes nothing where there is no such message, or it was another one, or somebody else's. */
  keep(appId: string, refused: RefusedSend): Promise<void>;
}

/** What is told of a message beside the entry that asked for it. */
export type ToldSend = Omit<SendRecord, 'kind' | 'sequence'>;

/** What came of messages, as long as their records are kept. */
export interface ToldSends {
  /** By `<subjectId> <entry>`; nothing of those that are unknown. At most a hundred at once. */
  told(appId: string, sends: readonly SendName[]): Promise<ReadonlyMap<string, ToldSend>>;
}

/** What the ledger holds of stops by SMS. */
export interface SmsStops {
  /** Whether the user ever sent a STOP to this number of ours. */
  heard(appId: string, userId: string, number: string): Promise<boolean>;
}

/** What messages of ours with buttons asked. */
export interface PromptStore {
  /** A code that nobody can guess. */
  newCode(): string;
  /** Before its message goes out. */
  create(prompt: Prompt): Promise<void>;
  /**
   * Whether the question of a first contact may go out for this errand: it is the first one of all these subjects, who are one person. Safe
   * to repeat for the same errand.
   */
  mayAsk(appId: string, subjectIds: readonly string[], errand: string): Promise<boolean>;
  /**
   * Whether the question after a call may go out for this entry: none of these subjects, who are one person, was asked because of another
   * one within a week. Takes it; safe to repeat for the same entry.
   */
  mayWelcome(appId: string, subjectIds: readonly string[], entry: string): Promise<boolean>;
  /** Also after its end, for as long as a no to it can be understood. */
  recall(code: string): Promise<Prompt | undefined>;
}

/** When WhatsApp last told us anything of one of our numbers, to the hour. */
export interface LastWebhook {
  note(phoneNumberId: string): Promise<void>;
  /** Undefined = not known: nothing came yet, or only to a version that did not note it. */
  of(phoneNumberId: string): Promise<Milliseconds | undefined>;
}
