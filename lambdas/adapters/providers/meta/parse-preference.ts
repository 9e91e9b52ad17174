import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import { parsePerson } from '../../../domain/inbound/parse-person.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { isSaid, memberOf, textOf } from '../../json/json-reader.ts';
import { timeOf } from './parse-time.ts';

/**
 * One item of `user_preferences[]` (Meta, "Webhooks: user_preferences"): WhatsApp's own stop or resume of marketing messages.
 * Repeats are seen although acknowledged, and there is no wamid: the event id is made of what the item says.
 */
export function parsePreference(receivedBy: string, receivedAt: Milliseconds, preference: unknown): InboundItem {
  const unreadable = (why: string): InboundItem => ({ event: 'unreadable', why, part: preference });
  const value = textOf(preference, 'value');
  if (value === 'signup') return unreadable('in-app-signup');
  if (value !== 'stop' && value !== 'resume') return unreadable('unknown-preference');
  if (isSaid(preference, 'category') && memberOf(preference, 'category') !== 'marketing_messages')
    return unreadable('unknown-preference-category');
  // A stop without a time is said when it came; a resume needs its time.
  const at = timeOf(preference, 'timestamp') ?? (value === 'stop' ? receivedAt : undefined);
  const person = parsePerson({
    waId: textOf(preference, 'wa_id'),
    bsuid: textOf(preference, 'user_id'),
    parentBsuid: textOf(preference, 'parent_user_id'),
  });
  if (at === undefined || person === undefined) return unreadable('incomplete-preference');
  const who = person.person.bsuid ?? person.person.phone ?? person.person.parentBsuid ?? '';
  return {
    event: 'preference',
    channel: 'whatsapp',
    receivedBy,
    ...person,
    at,
    value,
    eventId: `user-preference:${receivedBy}:${who}:${value}:${at / 1000}`,
    part: preference,
  };
}
