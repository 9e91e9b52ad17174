import type { Evidence } from '../consent/statement.ts';
import type { PersonRef } from '../identity/person.ts';
import type { Milliseconds } from '../time.ts';

/** The identifiers exactly as a payload wrote them; they go into the evidence. */
export type ReceivedIdentifiers = NonNullable<Evidence['identifiers']>;

/** What every item of a webhook that concerns a person has in common. */
interface AboutPerson {
  /** Meta's id of the business number that it concerns. */
  readonly phoneNumberId: string;
  readonly person: PersonRef;
  readonly received: ReceivedIdentifiers;
  /** The item's own time; that of its arrival only for a no without a time of its own. */
  readonly at: Milliseconds;
  /** The item as received, to be kept aside when nobody here can use it. */
  readonly part: unknown;
}

/** A message that the person wrote or a button that they pressed. */
export interface WhatsappMessage extends AboutPerson {
  readonly event: 'message';
  /** wamid; for an item without one, a name that is the same at every reading of the same receipt. */
  readonly messageId: string;
  /** What the person typed: body, caption, note on an order. Never a visible title, a quote or a contact card. */
  readonly text?: string;
  /** The id behind a pressed button: of a template's quick reply, or of a reply button. */
  readonly payload?: { readonly from: 'template-button' | 'reply-button'; readonly id: string };
  /** Text or payload as it came, in the escapes of JSON, if it had halves of characters. */
  readonly wordsReceived?: string;
  /** A forwarded text is somebody else's words. */
  readonly forwarded: boolean;
  readonly opensWindow: boolean;
  /** Another way than the live chat. From there only a no counts; the history of a phone and what another agent answers get no reply. */
  readonly via?: 'edit' | 'standby' | 'history';
  /** What is missing or unreadable. Then only a no counts; anything else is kept aside, because of the first of them. */
  readonly lacks?: readonly Lack[];
}

/** `sender`: named only beside the message, by the one contact of a change with one message. */
export type Lack = 'type' | 'id' | 'time' | 'sender';

/** The person called, or took our call: opens the window like a message. */
export interface WhatsappCall extends AboutPerson {
  readonly event: 'call';
  readonly callId: string;
}

/** A status that tells of a free entry point; `at` is when it opened. */
export interface EntryPointOpened extends AboutPerson {
  readonly event: 'entry-point';
  readonly messageId: string;
}

/** WhatsApp's own stop or resume of marketing messages (glossary: user preference). */
export interface UserPreferenceChanged extends AboutPerson {
  readonly event: 'preference';
  readonly value: 'stop' | 'resume';
  /** Stable over redeliveries: user preferences have no wamid. */
  readonly eventId: string;
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

/** Signed, but not understood: kept aside for a person to look at. `lost` = Meta says that it lost a webhook (131035). */
export interface UnreadableItem {
  readonly event: 'unreadable' | 'lost';
  readonly why: string;
  readonly part: unknown;
}

/** An item of a webhook that concerns one person of one app. */
export type PersonalEvent =
  | WhatsappMessage
  | WhatsappCall
  | EntryPointOpened
  | UserPreferenceChanged
  | IdentifiersChanged;

/** What one item of a WhatsApp webhook comes to. */
export type WhatsappEvent = PersonalEvent | IgnoredItem | UnreadableItem;
