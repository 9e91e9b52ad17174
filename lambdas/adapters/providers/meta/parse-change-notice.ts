import { parseBsuid } from '../../../domain/identity/bsuid.ts';
import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import { parsePerson } from '../../../domain/inbound/parse-person.ts';
import { memberOf, textOf } from '../../json/json-reader.ts';
import { timeOf } from './parse-time.ts';

/**
 * A `system` message (Meta, "Webhooks: messages, system"): the person changed their number or got another BSUID.
 * `from` and `previous_user_id` are the old identifiers, `wa_id` (earlier `new_wa_id`) and `user_id` the new ones.
 * Older samples have the old one only in the sentence of `body`. It never opens a window and never says anything of consent.
 */
export function parseChangeNotice(receivedBy: string, message: unknown): InboundItem {
  const unreadable = (why: string): InboundItem => ({ event: 'unreadable', why, part: message });
  const system = memberOf(message, 'system');
  const type = textOf(system, 'type');
  if (type === 'customer_identity_changed') return { event: 'ignored', why: 'identity-changed' };
  const isNumber = type === 'user_changed_number' || type === 'customer_changed_number';
  if (!isNumber && type !== 'user_changed_user_id') return unreadable('unknown-system-message');

  const messageId = textOf(message, 'id');
  const at = timeOf(message, 'timestamp');
  const stated = previousOf(system);
  const before = parsePerson({
    waId: isNumber ? (textOf(message, 'from') ?? stated.waId) : undefined,
    bsuid: textOf(system, 'previous_user_id') ?? stated.bsuid,
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
    channel: 'whatsapp',
    receivedBy,
    ...before,
    at,
    becomes: after.person,
    messageId,
    part: message,
  };
}

/**
 * The identifier before, from Meta's sentence "User <name> changed from <old> to <new>", where it is certain: the sentence ends so,
 * and its new one is the one that the notice names.
 */
function previousOf(system: unknown): { readonly waId?: string; readonly bsuid?: string } {
  const [, old = '', current = ''] = / changed from (\S+) to (\S+?)\.?\s*$/.exec(textOf(system, 'body') ?? '') ?? [];
  const named = ['user_id', 'wa_id', 'new_wa_id'].map((name) => textOf(system, name));
  if (current === '' || !named.includes(current.replace(/^\+/, ''))) return {};
  const bsuid = parseBsuid(old);
  if (bsuid !== undefined) return parseBsuid(current) === undefined ? {} : { bsuid };
  return parseBsuid(current) === undefined ? { waId: old.replace(/^\+/, '') } : {};
}

/**
 * One item of `user_id_update[]`, an older field for a new BSUID (Meta's earlier pages, restfb): the number stays. It has no id: its
 * name is made of what it says.
 */
export function parseUserIdUpdate(receivedBy: string, update: unknown): InboundItem {
  const [user, parent] = [memberOf(update, 'user_id'), memberOf(update, 'parent_user_id')];
  const at = timeOf(update, 'timestamp');
  const before = parsePerson({ bsuid: textOf(user, 'previous'), parentBsuid: textOf(parent, 'previous') });
  const after = parsePerson({ bsuid: textOf(user, 'current'), parentBsuid: textOf(parent, 'current') });
  if (at === undefined || before?.person.bsuid === undefined || after?.person.bsuid === undefined) {
    return { event: 'unreadable', why: 'incomplete-change-notice', part: update };
  }
  return {
    event: 'identifiers-changed',
    channel: 'whatsapp',
    receivedBy,
    ...before,
    at,
    becomes: after.person,
    messageId: `user-id-update:${receivedBy}:${before.person.bsuid}:${after.person.bsuid}:${at / 1000}`,
    part: update,
  };
}
