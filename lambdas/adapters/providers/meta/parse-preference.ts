import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import { parsePerson } from '../../../domain/inbound/parse-person.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { isSaid, memberOf, textOf } from '../../json/json-reader.ts';
import { timeOf } from './parse-time.ts';

/**
 * One item of `user_preferences[]` (Meta, "Webhooks: user_preferences"): WhatsApp's own stop or resume of marketing messages, and
 * In-App Signups.
 * Repeats are seen although acknowledged, and there is no wamid: the event id is made of what the item says.
 */
export function parsePreference(receivedBy: string, receivedAt: Milliseconds, preference: unknown): InboundItem {
  const unreadable = (why: string): InboundItem => ({ event: 'unreadable', why, part: preference });
  const value = textOf(preference, 'value');
  if (value !== 'signup' && value !== 'stop' && value !== 'resume') return unreadable('unknown-preference');
  if (isSaid(preference, 'category') && memberOf(preference, 'category') !== 'marketing_messages')
    return unreadable('unknown-preference-category');
  // A stop without a time is said when it came; a resume or a signup needs its time.
  const at = timeOf(preference, 'timestamp') ?? (value === 'stop' ? receivedAt : undefined);
  const person = parsePerson({
    waId: textOf(preference, 'wa_id'),
    bsuid: textOf(preference, 'user_id'),
    parentBsuid: textOf(preference, 'parent_user_id'),
  });
  if (at === undefined || person === undefined) return unreadable('incomplete-preference');
  const who = person.person.bsuid ?? person.person.phone ?? person.person.parentBsuid ?? '';
  const about = { channel: 'whatsapp', receivedBy, ...person, at, part: preference } as const;
  const eventId = `user-preference:${receivedBy}:${who}:${value}:${at / 1000}`;
  if (value !== 'signup') return { event: 'preference', ...about, value, eventId };
  const signupId = signupIdIn(preference);
  if (signupId === undefined) return unreadable('signup-without-id');
  return { event: 'signed-up', ...about, signupId, eventId: `${eventId}:${signupId}` };
}

/** Meta's ids are longer than what a number of JSON holds exactly: one that came as a number may be another signup's. */
function signupIdIn(preference: unknown): string | undefined {
  const given = memberOf(preference, 'signup_id');
  if (typeof given === 'number' && !Number.isSafeInteger(given)) return undefined;
  const id = textOf(preference, 'signup_id')?.trim();
  return id !== undefined && /^\d{1,40}$/.test(id) ? id : undefined;
}
