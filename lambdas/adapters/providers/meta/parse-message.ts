import { saysNo } from '../../../domain/inbound/says-no.ts';
import type { Lack, WhatsappEvent } from '../../../domain/inbound/whatsapp-event.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { isSaid, memberOf, textOf } from '../../json/json-reader.ts';
import { type ContentFault, contentOf, type MessageContent } from './message-content.ts';
import { parseChangeNotice } from './parse-change-notice.ts';
import { contactOfOneMessage, parseSender } from './parse-sender.ts';
import { timeOf } from './parse-time.ts';

/** Types that say nothing of consent and open no window; for the doubtful ones (reaction) Meta's pages do not settle it. */
const silentTypes: ReadonlySet<string> = new Set(['reaction', 'revoke', 'unsupported', 'unknown', 'request_welcome']);

/** Where a message stood, and when it came. */
export interface MessagePlace {
  readonly phoneNumberId: string;
  /** When we received it: the time of a no that has none of its own. */
  readonly receivedAt: Milliseconds;
  /** Absent = the live chat. */
  readonly via?: 'standby' | 'history';
}

/**
 * One item of `messages[]` (Meta, "Webhooks: messages"). The sender is the message's own `from`, the time its own `timestamp`.
 * A no is read whatever else is wrong with the message (semantics 6): without a time it is said when it came, and also in an edit, in
 * the traffic that another agent answers (`standby`) and in the history of a phone it is one. From there nothing else counts.
 *
 * @param value the change's value, whose contacts may complete the sender
 */
export function parseMessage(place: MessagePlace, value: unknown, message: unknown): WhatsappEvent {
  const { phoneNumberId, receivedAt } = place;
  const unreadable = (why: string): WhatsappEvent => ({ event: 'unreadable', why, part: message });
  if (isSaid(message, 'group_id')) return { event: 'ignored', why: 'group-message' };
  const type = textOf(message, 'type');
  if (type === 'system' && place.via !== 'history') return parseChangeNotice(phoneNumberId, message);
  const isEdit = type === 'edit';
  const said = isEdit ? memberOf(memberOf(message, 'edit'), 'message') : message;
  if (silentTypes.has(textOf(said, 'type') ?? '')) return { event: 'ignored', why: 'silent-message' };

  const via = place.via ?? (isEdit ? ('edit' as const) : undefined);
  const { content, isOfKnownType } = readContent(said);
  if ('fault' in content) {
    // The history of a phone is full of placeholders; what cannot be read in it was heard when it was new.
    return via === 'history' ? { event: 'ignored', why: 'history' } : unreadable(content.fault);
  }
  const id = textOf(message, 'id');
  const at = timeOf(message, 'timestamp');
  const named = parseSender(value, message);
  const sender = named ?? contactOfOneMessage(value, message);
  const lacks: Lack[] = [
    ...(isOfKnownType ? [] : ['type' as const]),
    ...(id === undefined ? ['id' as const] : []),
    ...(at === undefined ? ['time' as const] : []),
    ...(named === undefined && !isAnswerWithNumber(message) ? ['sender' as const] : []),
  ];
  const words = { ...content, forwarded: isForwarded(message) || isForwarded(said) };
  const isSound = via === undefined && lacks.length === 0;
  const no = isSound ? undefined : saysNo(words);
  const counts = via === 'history' ? no === 'clear' : no !== undefined;
  if (via !== undefined && !counts) return { event: 'ignored', why: `${via}-without-no` };
  if (sender === undefined || (!isSound && !counts)) return unreadable(`message-without-${lacks[0] ?? 'sender'}`);
  return {
    event: 'message',
    phoneNumberId,
    ...sender,
    at: at ?? receivedAt,
    messageId: nameOf(message, id, at, receivedAt),
    ...words,
    opensWindow: content.opensWindow && isSound,
    ...(via !== undefined && { via }),
    ...(lacks.length > 0 && { lacks }),
    part: message,
  };
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

/** An edit that takes the name of what it edits is another act; an act without a name is named by its time, or by its receipt. */
function nameOf(message: unknown, id: string | undefined, at: Milliseconds | undefined, receivedAt: Milliseconds) {
  if (id === undefined) return `unnamed:${at ?? receivedAt}`;
  return textOf(memberOf(message, 'edit'), 'original_message_id') === id ? `${id}:edited:${at ?? ''}` : id;
}

function isForwarded(message: unknown): boolean {
  const context = memberOf(message, 'context');
  return memberOf(context, 'forwarded') === true || memberOf(context, 'frequently_forwarded') === true;
}
