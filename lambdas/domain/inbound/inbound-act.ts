import type { Evidence, Referral, Source } from '../consent/statement.ts';
import type { PersonRef } from '../identity/person.ts';
import type { Provider } from '../sends/provider-codes.ts';
import type { SendName } from '../sends/send.ts';
import type { TemplateEvent } from '../templates/template-facts.ts';
import type { Milliseconds } from '../time.ts';

/** The ways by which people write to us. A WhatsApp number is one app's; an SMS number may be shared by several. */
export type InboundChannel = 'whatsapp' | 'sms';

/** The identifiers exactly as a provider wrote them; they go into the evidence. */
export type ReceivedIdentifiers = NonNullable<Evidence['identifiers']>;

/** What everything that concerns a person has in common, whichever provider brings it. */
interface AboutPerson {
  readonly channel: InboundChannel;
  /**
   * Our number that it came to, as apps name it: on WhatsApp the id that Meta gives the number, or E.164 with its plus where the provider
   * knows no other name; for SMS always that. A WhatsApp number that nobody has is that of the app that proves it, if one does.
   */
  readonly receivedBy: string;
  /** The app whose own secret proves it: it proves things of the numbers of that app only. Absent = the provider proves it for every number. */
  readonly provenBy?: string | undefined;
  readonly person: PersonRef;
  readonly received: ReceivedIdentifiers;
  /** The item's own time; that of its arrival only for a no without a time of its own. */
  readonly at: Milliseconds;
  /** The item as received, to be kept aside when nobody here can use it. */
  readonly part: unknown;
  /** It came to a number that the app has given up (`at-number.ts`): one of its present portfolio, or of a former one. */
  readonly former?: 'number' | 'portfolio' | undefined;
}

/** Words that the person wrote, or a button that they pressed. Every provider's parser gives this, and `actOfMessage` completes it. */
export interface InboundAct extends AboutPerson {
  readonly event: 'message';
  /** The provider's own id; for an item without one, a name that is the same at every reading of the same receipt. */
  readonly messageId: string;
  /** What the person typed: body, caption, note on an order. Never a visible title, a quote or a contact card. */
  readonly text?: string | undefined;
  /** The id behind a pressed button or a row of a list: of a template's quick reply, or of an interactive message; or a Flow's answer. */
  readonly payload?:
    | { readonly from: 'template-button' | 'reply-button' | 'list-row'; readonly id: string }
    | FlowAnswer
    | undefined;
  /** Text or payload as it came, in the escapes of JSON, if it had halves of characters. */
  readonly wordsReceived?: string | undefined;
  /** The ad or post by which the chat began: on the message that the click made, and only live (protocols A5). */
  readonly referral?: Referral | undefined;
  /** What the provider itself took it for, and has answered. A stop counts whatever the words are; of all else our reading does. */
  readonly told?: 'stop' | 'start' | 'help' | undefined;
  /** A forwarded text is somebody else's words. */
  readonly forwarded: boolean;
  /** Whether it opens WhatsApp's customer service window; an SMS never does. */
  readonly opensWindow: boolean;
  /** Another way than the live chat. From there only a no counts; the history of a phone and what another agent answers get no reply. */
  readonly via?: 'edit' | 'standby' | 'history' | undefined;
  /** What is missing or unreadable. Then only a no counts; anything else is kept aside, because of the first of them. */
  readonly lacks?: readonly Lack[] | undefined;
}

/** The answer to a Flow, as far as we read it: its token, the ids ticked in it, and whether everything is to stop. */
export interface FlowAnswer {
  readonly from: 'flow';
  readonly id: string;
  readonly ticked: readonly string[];
  readonly stop: boolean;
}

/** `sender`: named only beside the message, by the one contact of a change with one message. */
export type Lack = 'type' | 'id' | 'time' | 'sender';

/** The person called, or took our call: opens the window like a message. */
export interface InboundCall extends AboutPerson {
  readonly event: 'call';
  readonly callId: string;
}

/** A message that was taken, and was refused after all; one of ours if its reference is believed. */
export interface SendRefused extends AboutPerson {
  readonly event: 'send-refused';
  readonly send: SendName;
  readonly code: string;
  readonly messageId: string;
  /** Whose code it is, where the code alone may tell of a stop; what Meta says of the person comes as a preference. */
  readonly provider?: Provider | undefined;
}

/** News of a message of ours that tells of a free entry point; `at` is when it opened. */
export interface EntryPointOpened extends AboutPerson {
  readonly event: 'entry-point';
  readonly messageId: string;
  /** The same status says that the message was refused. */
  readonly refusal?: Pick<SendRefused, 'send' | 'code' | 'messageId'> | undefined;
}

/** WhatsApp's own stop or resume of marketing messages (glossary: platform stop). */
export interface UserPreferenceChanged extends AboutPerson {
  readonly event: 'preference';
  readonly value: 'stop' | 'resume';
  /** Stable over redeliveries: preferences have no id of their own. */
  readonly eventId: string;
  /** It came as the refusal of a message of ours. */
  readonly refusal?: Pick<SendRefused, 'send' | 'code' | 'messageId'> | undefined;
}

/** The person signed up by an In-App Signup of Meta's. */
export interface SignedUp extends AboutPerson {
  readonly event: 'signed-up';
  /** Meta's id of it; whose it is, is looked up. */
  readonly signupId: string;
  /** Stable over redeliveries, as for a preference. */
  readonly eventId: string;
}

/**
 * What the provider says of the person by itself: that they are opted out, or in, there. It is nobody's own word: a no is a reported one, of
 * everything; a yes is evidence and nothing more, for nobody says to what.
 */
export interface ToldByProvider extends AboutPerson {
  readonly event: 'told';
  readonly says: 'opted-out' | 'opted-in';
  readonly source: Source;
  /** Stable over redeliveries. */
  readonly eventId: string;
  /** The provider's id of the message that it refused, and why, where that is how it tells. */
  readonly messageId?: string | undefined;
  readonly text?: string | undefined;
}

/** A change notice: the person left the identifiers of `person` for those of `becomes`. */
export interface IdentifiersChanged extends AboutPerson {
  readonly event: 'identifiers-changed';
  readonly becomes: PersonRef;
  readonly messageId: string;
}

/** Nothing to do, and why; costs no request. */
export interface IgnoredItem {
  readonly event: 'ignored';
  readonly why: string;
}

/** Proven to be the provider's, but not understood: kept aside for a person to look at. `lost` = the provider says that it lost something. */
export interface UnreadableItem {
  readonly event: 'unreadable' | 'lost';
  readonly why: string;
  readonly part: unknown;
}

/** News of a message template, which concerns no person. */
export interface TemplateItem extends TemplateEvent {
  readonly event: 'template';
  /** Not all of it was understood: kept aside besides. */
  readonly isUnclear: boolean;
  readonly part: unknown;
}

/** What concerns one person. */
export type PersonalItem =
  | InboundAct
  | InboundCall
  | EntryPointOpened
  | SendRefused
  | UserPreferenceChanged
  | SignedUp
  | ToldByProvider
  | IdentifiersChanged;

/** What one item of a delivery comes to: all that a provider's parser may say. */
export type InboundItem = PersonalItem | TemplateItem | IgnoredItem | UnreadableItem;
