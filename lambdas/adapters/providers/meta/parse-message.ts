import { actOfMessage } from '../../../domain/inbound/act-of-message.ts';
import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import { saysNo } from '../../../domain/inbound/says-no.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { isSaid, memberOf, textOf } from '../../json/json-reader.ts';
import { type ContentFault, contentOf, type MessageContent } from './message-content.ts';
import { parseChangeNotice } from './parse-change-notice.ts';
import { parseReferral } from './parse-referral.ts';
import { type Contacts, contactOfOneMessage, parseSender } from './parse-sender.ts';
import { timeOf } from './parse-time.ts';

/** Types that say nothing of consent and open no window; for the doubtful ones (reaction) Meta's pages do not settle it. */
const silentTypes: ReadonlySet<string> = new Set(['reaction', 'revoke', 'unsupported', 'unknown']);

/** Where a message stood, and when it came. */
export interface MessagePlace {
  /** Meta's id of our number. */
  readonly receivedBy: string;
  readonly receivedAt: Milliseconds;
  /** Absent = the live chat. */
  readonly via?: 'standby' | 'history' | undefined;
}

/**
 * One item of `messages[]` (Meta, "Webhooks: messages"). The sender is the message's own `from`, the time its own `timestamp`. What counts
 * of it, and what becomes of one that lacks something, is `actOfMessage`'s to say.
 *
 * @param contacts those of the change, which may complete the sender
 */
export function parseMessage(place: MessagePlace, contacts: Contacts, message: unknown): InboundItem {
  if (isSaid(message, 'group_id')) return { event: 'ignored', why: 'group-message' };
  const type = textOf(message, 'type');
  if (type === 'system' && place.via !== 'history') return parseChangeNotice(place.receivedBy, message);
  const isEdit = type === 'edit';
  const said = isEdit ? memberOf(memberOf(message, 'edit'), 'message') : message;
  if (silentTypes.has((isEdit ? textOf(said, 'type') : type) ?? '')) return { event: 'ignored', why: 'silent-message' };

  const via = place.via ?? (isEdit ? ('edit' as const) : undefined);
  const { content, isOfKnownType } = readContent(said);
  if ('fault' in content) {
    // The history of a phone is full of placeholders; what cannot be read in it was heard when it was new.
    return via === 'history'
      ? { event: 'ignored', why: 'history' }
      : { event: 'unreadable', why: content.fault, part: message };
  }
  const named = parseSender(contacts, message);
  return actOfMessage({
    channel: 'whatsapp',
    receivedBy: place.receivedBy,
    receivedAt: place.receivedAt,
    id: textOf(message, 'id'),
    at: timeOf(message, 'timestamp'),
    sender: named ?? contactOfOneMessage(contacts, message),
    isNamed: named !== undefined || isAnswerWithNumber(message),
    isOfKnownType,
    text: content.text,
    payload: content.payload,
    wordsReceived: content.wordsReceived,
    opensWindow: content.opensWindow,
    referral: parseReferral(message),
    forwarded: isForwarded(message) || (isEdit && isForwarded(said)),
    via,
    edits: textOf(memberOf(message, 'edit'), 'original_message_id'),
    part: message,
  });
}

/** What a message says. Words in a message of no known type are read as a text: they may be a no, and nothing else comes of them. */
function readContent(said: unknown): {
  readonly content: MessageContent | ContentFault;
  readonly isOfKnownType: boolean;
} {
  const content = contentOf(said);
  if (!('fault' in content) || content.fault !== 'unknown-message-type') return { content, isOfKnownType: true };
  const asText = contentOf({ type: 'text', text: memberOf(said, 'text') });
  if ('fault' in asText || saysNo({ ...asText, forwarded: false }) === undefined) {
    return { content, isOfKnownType: false };
  }
  return { content: asText, isOfKnownType: false };
}

/** The answer to our question for a number carries no sender of its own: the one contact beside it is who answers (Meta, restfb). */
function isAnswerWithNumber(message: unknown): boolean {
  return textOf(message, 'type') === 'contacts' && textOf(message, 'origin')?.startsWith('contact_request') === true;
}

function isForwarded(message: unknown): boolean {
  const context = memberOf(message, 'context');
  return memberOf(context, 'forwarded') === true || memberOf(context, 'frequently_forwarded') === true;
}
