import type { WhatsappEvent } from '../../domain/inbound/whatsapp-event.ts';
import { memberOf, textOf } from '../json/json-reader.ts';
import { parsePerson } from './parse-sender.ts';
import { timeOf } from './parse-time.ts';

/**
 * A `system` message (Meta, "Webhooks: messages, system"): the person changed their number or got another BSUID.
 * `from` and `previous_user_id` are the old identifiers, `wa_id` (earlier `new_wa_id`) and `user_id` the new ones.
 * It never opens a window and never says anything of consent.
 */
export function parseChangeNotice(phoneNumberId: string, message: unknown): WhatsappEvent {
  const unreadable = (why: string): WhatsappEvent => ({ event: 'unreadable', why, part: message });
  const system = memberOf(message, 'system');
  const type = textOf(system, 'type');
  if (type === 'customer_identity_changed') return { event: 'ignored', why: 'identity-changed' };
  const isNumber = type === 'user_changed_number' || type === 'customer_changed_number';
  if (!isNumber && type !== 'user_changed_user_id') return unreadable('unknown-system-message');

  const messageId = textOf(message, 'id');
  const at = timeOf(message, 'timestamp');
  const before = parsePerson({
    waId: isNumber ? textOf(message, 'from') : undefined,
    bsuid: textOf(system, 'previous_user_id'),
    parentBsuid: textOf(system, 'previous_parent_user_id'),
  });
  const after = parsePerson({
    waId: isNumber ? (textOf(system, 'wa_id') ?? textOf(system, 'new_wa_id')) : undefined,
    bsuid: textOf(system, 'user_id'),
    parentBsuid: textOf(system, 'parent_user_id'),
  });
  if (messageId === undefined || at === undefined || before === undefined || after === undefined) {
    return unreadable('incomplete-change-notice');
  }
  return {
    event: 'identifiers-changed',
    phoneNumberId,
    ...before,
    at,
    becomes: after.person,
    messageId,
    part: message,
  };
}
