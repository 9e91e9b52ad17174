import type { WhatsappEvent, WhatsappMessage } from '../../domain/inbound/whatsapp-event.ts';
import { memberOf, textOf } from '../json/json-reader.ts';
import { parseChangeNotice } from './parse-change-notice.ts';
import { parseSender } from './parse-sender.ts';
import { timeOf } from './parse-time.ts';

/** Types that say nothing of consent and open no window; for the doubtful ones (reaction, edit) Meta's pages do not settle it. */
const silentTypes: ReadonlySet<string> = new Set([
  'reaction',
  'edit',
  'revoke',
  'unsupported',
  'unknown',
  'request_welcome',
]);

/** Types that the person wrote, with the member that holds words of their own. */
const written: ReadonlyMap<string, { readonly words?: string }> = new Map([
  ['text', { words: 'body' }],
  ['image', { words: 'caption' }],
  ['video', { words: 'caption' }],
  ['document', { words: 'caption' }],
  ['audio', { words: 'caption' }],
  ['sticker', {}],
  ['location', {}],
  ['contacts', {}],
  ['order', { words: 'text' }],
  ['button', {}],
]);

/** Answers to an interactive message; a call permission reply is not one of them, because it may be Meta's own default. */
const interactiveAnswers: ReadonlySet<string> = new Set(['button_reply', 'list_reply', 'nfm_reply']);

/**
 * One item of `messages[]` (Meta, "Webhooks: messages"). The sender is the message's own `from`, the time its own `timestamp`.
 *
 * @param value the change's value, whose contacts may complete the sender
 * @param isOurs false for standby traffic, which Meta's own agent answers: read for what the person says, but it opens no window
 */
export function parseMessage(phoneNumberId: string, value: unknown, message: unknown, isOurs: boolean): WhatsappEvent {
  const unreadable = (why: string): WhatsappEvent => ({ event: 'unreadable', why, part: message });
  const type = textOf(message, 'type');
  if (memberOf(message, 'group_id') !== undefined) return { event: 'ignored', why: 'group-message' };
  if (type === 'system') return parseChangeNotice(phoneNumberId, message);
  if (type !== undefined && silentTypes.has(type)) return { event: 'ignored', why: 'silent-message' };

  const content = contentOf(type, message);
  if (content === undefined) return unreadable('unknown-message-type');
  const messageId = textOf(message, 'id');
  if (messageId === undefined) return unreadable('message-without-id');
  const at = timeOf(message, 'timestamp');
  if (at === undefined) return unreadable('message-without-time');
  const sender = parseSender(value, message);
  if (sender === undefined) return unreadable('message-without-sender');
  const { opensWindow, ...said } = content;
  return {
    event: 'message',
    phoneNumberId,
    ...sender,
    at,
    messageId,
    ...said,
    forwarded: isForwarded(message),
    opensWindow: opensWindow && isOurs,
    part: message,
  };
}

type Content = Pick<WhatsappMessage, 'text' | 'payload' | 'opensWindow'>;

function contentOf(type: string | undefined, message: unknown): Content | undefined {
  if (type === undefined) return undefined;
  if (type === 'interactive') return interactiveContent(memberOf(message, 'interactive'));
  const kind = written.get(type);
  if (kind === undefined) return undefined;
  const body = memberOf(message, type);
  const text = kind.words === undefined ? undefined : textOf(body, kind.words);
  const id = type === 'button' ? textOf(body, 'payload') : undefined;
  return {
    ...(text !== undefined && { text }),
    ...(id !== undefined && { payload: { from: 'template-button', id } }),
    opensWindow: true,
  };
}

/** Only the id of a reply button may act: titles and list rows are our own words, not the person's. */
function interactiveContent(interactive: unknown): Content {
  const type = textOf(interactive, 'type') ?? '';
  const id = type === 'button_reply' ? textOf(memberOf(interactive, 'button_reply'), 'id') : undefined;
  return {
    ...(id !== undefined && { payload: { from: 'reply-button', id } }),
    opensWindow: interactiveAnswers.has(type),
  };
}

function isForwarded(message: unknown): boolean {
  const context = memberOf(message, 'context');
  return memberOf(context, 'forwarded') === true || memberOf(context, 'frequently_forwarded') === true;
}
