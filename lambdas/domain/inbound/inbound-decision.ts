import type { App } from '../app/app.ts';
import type { Choice } from '../collection/choice.ts';
import type { Action, Evidence, PurposeScope, Source } from '../consent/statement.ts';
import type { PersonRef } from '../identity/person.ts';
import type { AskedAtFirst, Errand } from '../ledger/errand.ts';
import type { ReplyKind } from '../ledger/reply-kind.ts';
import type { Provider } from '../sends/provider-codes.ts';
import type { SendName } from '../sends/send.ts';
import type { Milliseconds } from '../time.ts';
import type { HandoverCause } from '../window/handover.ts';
import type { ReceivedIdentifiers } from './inbound-act.ts';

/** What names every act of a person: who, when, and the provider's id of it, or one made from that. */
interface Named {
  readonly person: PersonRef;
  readonly at: Milliseconds;
  readonly eventId: string;
}

/**
 * What somebody said of purposes: first-hand, by a payload that proves who it was; or a no as the provider reports it (level 2).
 */
export interface HeardStatement {
  readonly person: PersonRef;
  readonly action: Exclude<Action, 'erased'>;
  readonly purposes: PurposeScope;
  readonly level: 2 | 3;
  readonly saidAt: Milliseconds;
  readonly source: Source;
  readonly evidence: Evidence;
  readonly seal?: Pick<Evidence, 'noticeHash' | 'noticeLocale'> | undefined;
  readonly rule?: string | undefined;
  readonly eventId: string;
  readonly provider: true;
  readonly reply?: ReplyKind | undefined;
}

/** An unclear stop, or that it was none (`lift`). */
export interface HeardBrake extends Named {
  readonly reason: 'ambiguous-stop';
  readonly lift: boolean;
  readonly rule?: string | undefined;
  readonly evidence: Evidence;
  readonly source: Source;
  readonly reply?: ReplyKind | undefined;
}

/** A message with a reference of ours. */
export interface HeardChat extends Named {
  readonly point: string | undefined;
  readonly evidence: Evidence;
  readonly ask?: { readonly choice: string };
}

/** The person asks for a human. */
export interface HeardHandover extends Named {
  readonly handed: 'over';
  readonly by: HandoverCause;
  readonly rule: string;
  readonly evidence: Evidence;
  readonly source: Source;
  readonly reply: ReplyKind;
}

/** A message that may be answered automatically, with the words that the person typed themselves. */
export interface AutomatedAct extends Omit<Errand, 'kind' | 'words'> {
  readonly text?: string | undefined;
}

/** A message of ours that a provider had taken, and refused after all. */
export interface RefusedSend {
  readonly send: SendName;
  readonly code: string;
  readonly at: Milliseconds;
  /** The provider's id of the message. */
  readonly messageId: string;
  /** The identifiers that the provider names as its recipient. */
  readonly to: ReceivedIdentifiers;
  /** Whose code it is, whom it is about and our number, where the code may tell of a stop. */
  readonly about?: { readonly provider: Provider; readonly person: PersonRef; readonly receivedBy: string } | undefined;
}

/** One thing to be recorded. Those of one app are recorded in their order. */
export type InboundChange =
  | { readonly record: 'statement'; readonly said: HeardStatement }
  | { readonly record: 'brake'; readonly brake: HeardBrake }
  | { readonly record: 'chat'; readonly chat: HeardChat }
  /** A choice is for the first who confirms it: theirs is `said`, everybody else is asked. */
  | {
      readonly record: 'confirmation';
      readonly choice: Choice;
      readonly by: string;
      readonly said: HeardStatement;
      readonly otherwise: HeardChat;
    }
  /** The page on which the boxes were ticked waits for this. */
  | { readonly record: 'end-of-waiting'; readonly choice: Choice; readonly by: string }
  /** What it asks for where it is the first, and what may be answered automatically once it is known what was known before. */
  | {
      readonly record: 'window';
      readonly event: Named & { readonly asks?: AskedAtFirst | undefined };
      readonly automated?: AutomatedAct | undefined;
    }
  | { readonly record: 'handover'; readonly handover: HeardHandover }
  /** Another system says that they opted in there. */
  | {
      readonly record: 'foreign-opt-in';
      readonly event: Named & { readonly source: Source; readonly evidence: Evidence };
    }
  /** A message of ours is asked for. */
  | { readonly record: 'errand'; readonly errand: Errand }
  | { readonly record: 'entry-point'; readonly event: Named }
  /** What became of a message of ours; says nothing of the person. */
  | { readonly record: 'send-refused'; readonly refused: RefusedSend }
  | {
      readonly record: 'preference';
      readonly event: Named & { readonly value: 'stop' | 'resume'; readonly evidence: Evidence };
    }
  | {
      readonly record: 'identifiers';
      readonly event: Named & { readonly becomes: PersonRef; readonly evidence: Evidence };
    };

/** What one app records of an item. */
export interface ForApp {
  readonly app: App;
  readonly changes: readonly InboundChange[];
  /** The person has to be asked what they meant. */
  readonly isUnclear: boolean;
}

/** What an item comes to. Every app records its own, whatever becomes of the others. */
export type InboundDecision =
  | { readonly come: 'record'; readonly apps: readonly ForApp[] }
  /** HELP, where the business does not see it: answered at once, for all these apps together. */
  | { readonly come: 'help'; readonly apps: readonly App[] }
  | { readonly come: 'keep-aside'; readonly why: string }
  | { readonly come: 'nothing' };
