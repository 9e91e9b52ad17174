import type { WhatsappEvent } from '../../domain/inbound/whatsapp-event.ts';
import { listOf, memberOf, readJson, textOf } from '../json/json-reader.ts';
import { parseCall, parseCallStatus } from './parse-call.ts';
import { parseMessage } from './parse-message.ts';
import { parsePreference } from './parse-preference.ts';
import { parseStatus } from './parse-status.ts';

/**
 * Fields that concern no person's consent or window: accounts, numbers, templates, groups, and the chats of a number that is also
 * used on a phone (`history` and the `smb_` ones, whose messages look exactly like live ones and must not count).
 */
const fieldsWithoutPeople: ReadonlySet<string> = new Set([
  'account_alerts',
  'account_offboarded',
  'account_reconnected',
  'account_review_update',
  'account_settings_update',
  'account_update',
  'automatic_events',
  'business_capability_update',
  'business_status_update',
  'business_username_update',
  'consumer_profile',
  'flows',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'history',
  'message_echoes',
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'messaging_handovers',
  'partner_solutions',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'smb_app_state_sync',
  'smb_message_echoes',
  'template_category_update',
  'template_correct_category_detection',
]);

/** Meta lost a webhook for good (its "No-Storage" feature): a STOP may be gone. */
const lostWebhook = '131035';

/**
 * Reads a signed webhook: every entry, every change, every item, in the order in which they stand (up to 1,000 changes in a POST).
 * Never throws; what is not understood comes back as `unreadable` with the part of it, so that nothing is lost.
 */
export function parseWebhook(body: Uint8Array): WhatsappEvent[] {
  const read = readJson(body);
  if ('fault' in read) return [unreadable(read.fault, Buffer.from(body).toString('utf8'))];
  const object = memberOf(read.json, 'object');
  const entries = listOf(read.json, 'entry');
  const isForeign = object !== undefined && object !== 'whatsapp_business_account';
  if (entries === undefined || isForeign) return [unreadable('no-whatsapp-webhook', read.json)];
  return entries.flatMap((entry) => {
    const changes = listOf(entry, 'changes');
    return changes === undefined ? [unreadable('entry-without-changes', entry)] : changes.flatMap(parseChange);
  });
}

/** `field` decides how a value is read, before anything in it is looked at. */
function parseChange(change: unknown): WhatsappEvent[] {
  const field = textOf(change, 'field') ?? '';
  if (fieldsWithoutPeople.has(field)) return [{ event: 'ignored', why: field }];
  const value = memberOf(change, 'value');
  const phoneNumberId = textOf(memberOf(value, 'metadata'), 'phone_number_id');
  const readers = readersOf(field);
  if (readers === undefined) return [unreadable('unknown-field', change)];
  if (phoneNumberId === undefined) return [unreadable('change-without-number', change)];
  const events = Object.entries(readers).flatMap(([name, parse]) => {
    const items = memberOf(value, name);
    if (items !== undefined && !Array.isArray(items)) return [unreadable('items-not-a-list', items)];
    return (items ?? []).map((item: unknown) => parse(phoneNumberId, value, item));
  });
  if (events.length === 0) return [unreadable('change-without-items', change)];
  return events.map((event) =>
    'part' in event ? { ...event, part: { field, phoneNumberId, item: event.part } } : event,
  );
}

type ItemReader = (phoneNumberId: string, value: unknown, item: unknown) => WhatsappEvent;

/** The lists that a value of this field may hold, and who reads their items; undefined for a field that nobody here knows. */
function readersOf(field: string): { readonly [list: string]: ItemReader } | undefined {
  const status: ItemReader = (phoneNumberId, _value, item) => parseStatus(phoneNumberId, item);
  switch (field) {
    case 'messages':
      return {
        messages: (id, value, item) => parseMessage(id, value, item, true),
        statuses: status,
        errors: parseError,
      };
    case 'standby':
      return {
        messages: (id, value, item) => parseMessage(id, value, item, false),
        statuses: status,
        errors: parseError,
      };
    case 'user_preferences':
      return { user_preferences: (id, _value, item) => parsePreference(id, item) };
    case 'calls':
      return { calls: parseCall, statuses: (id, _value, item) => parseCallStatus(id, item), errors: parseError };
    default:
      return undefined;
  }
}

function parseError(_phoneNumberId: string, _value: unknown, error: unknown): WhatsappEvent {
  if (textOf(error, 'code') !== lostWebhook) return { event: 'ignored', why: 'account-error' };
  return { event: 'lost', why: 'webhook-lost', part: error };
}

function unreadable(why: string, part: unknown): WhatsappEvent {
  return { event: 'unreadable', why, part };
}
