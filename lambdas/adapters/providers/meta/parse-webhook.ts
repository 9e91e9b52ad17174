import type { InboundItem, UnreadableItem } from '../../../domain/inbound/inbound-act.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { isSaid, isTooDeep, listOf, memberOf, readJson, textOf } from '../../json/json-reader.ts';
import { numberId } from './number-id.ts';
import { parseCall, parseCallStatus } from './parse-call.ts';
import { parseUserIdUpdate } from './parse-change-notice.ts';
import { parseHistory } from './parse-history.ts';
import { type MessagePlace, parseMessage } from './parse-message.ts';
import { parsePreference } from './parse-preference.ts';
import { type Contacts, contactOf, contactsIn } from './parse-sender.ts';
import { parseStatus } from './parse-status.ts';
import { parseTemplateEvent, templateFields } from './parse-template-event.ts';

/**
 * Fields that concern no person's consent or window and no template: accounts, numbers, groups, and what the business writes on a phone
 * (the `smb_` ones, whose messages look exactly like live ones and must not count).
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
  'message_echoes',
  'messaging_handovers',
  'partner_solutions',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'smb_app_state_sync',
  'smb_message_echoes',
]);

/** Meta lost a webhook for good (its "No-Storage" feature): a STOP may be gone. */
const lostWebhook = '131035';

/**
 * Reads a signed webhook: every entry, every change, every item, in the order in which they stand (up to 1,000 changes in a POST).
 * Never throws; what is not understood comes back as `unreadable` with the part of it, so that nothing is lost. Bytes that are no
 * text, and what nests too deep, hide nothing else: the rest is read, and the whole body is kept beside it.
 *
 * @param receivedAt the time of a no that has none of its own
 */
export function parseWebhook(body: Uint8Array, receivedAt: Milliseconds): InboundItem[] {
  const read = readJson(body);
  const whole = (why: string) => unreadable(why, read.fault === 'not-utf8' ? inBase64(body) : bodyText(body));
  const entries = listOf(read.json, 'entry');
  if (read.fault !== undefined && entries === undefined) return [whole(read.fault)];
  const object = memberOf(read.json, 'object');
  const isForeign = isSaid(read.json, 'object') && object !== 'whatsapp_business_account';
  if (entries === undefined || isForeign) return [whole('no-whatsapp-webhook')];
  const events: InboundItem[] = [];
  for (const entry of entries) {
    const changes = listOf(entry, 'changes');
    if (changes === undefined) events.push(unreadable('entry-without-changes', entry));
    else for (const change of changes) for (const event of parseChange(entry, change, receivedAt)) events.push(event);
  }
  return read.fault === undefined ? events : [...events.flatMap(withoutDepths), whole(read.fault)];
}

/** What nests too deep cannot be written down by itself; it lies in the body that is kept whole. */
function withoutDepths(event: InboundItem): InboundItem[] {
  if (!('part' in event) || !isTooDeep(event.part)) return [event];
  return 'person' in event ? [{ ...event, part: 'too deep; see the body' }] : [];
}

/** `field` decides how a value is read, before anything in it is looked at. */
function parseChange(entry: unknown, change: unknown, receivedAt: Milliseconds): InboundItem[] {
  const field = textOf(change, 'field') ?? '';
  if (fieldsWithoutPeople.has(field)) return [{ event: 'ignored', why: field }];
  if (templateFields.has(field)) return [parseTemplateEvent(entry, change, receivedAt)];
  const value = memberOf(change, 'value');
  const phoneNumberId = textOf(memberOf(value, 'metadata'), 'phone_number_id') ?? '';
  const readers = readersByField.get(field);
  if (readers === undefined) return [unreadable('unknown-field', change)];
  if (!numberId.test(phoneNumberId)) return [unreadable('change-without-number', change)];
  const contacts = contactsIn(value);
  const place = { receivedBy: phoneNumberId, receivedAt };
  const kept = (list: string, event: InboundItem): InboundItem => {
    if (!('part' in event)) return event;
    const contact = contactOf(contacts, event.part);
    const about = { field, list, phoneNumberId, receivedAt };
    // The event was made for this item alone, so its part is put in its place rather than everything else copied.
    const made: { part: unknown } = event;
    made.part =
      contact === undefined ? { ...about, item: event.part } : { ...about, contacts: [contact], item: event.part };
    return event;
  };
  if (field === 'history') {
    return parseHistory(place, value, contacts).map((event) => kept('messages', event));
  }
  const events: InboundItem[] = [];
  for (const [name, parse] of readers) {
    const items = memberOf(value, name);
    if (Array.isArray(items)) for (const item of items) events.push(kept(name, parse(place, contacts, item)));
    else if (items !== undefined) events.push(kept(name, unreadable('items-not-a-list', items)));
  }
  return events.length === 0 ? [unreadable('change-without-items', change)] : events;
}

type ItemReader = (place: MessagePlace, contacts: Contacts, item: unknown) => InboundItem;

const statuses: ItemReader = ({ receivedBy, receivedAt }, _contacts, item) => parseStatus(receivedBy, receivedAt, item);
const standby: ItemReader = (place, contacts, item) => parseMessage({ ...place, via: 'standby' }, contacts, item);
const errors: ItemReader = (_place, _contacts, error) => parseError(error);

/** The lists that the value of a field may hold, in the order in which they are read, and who reads their items. */
const readersByField: ReadonlyMap<string, readonly (readonly [list: string, parse: ItemReader])[]> = new Map([
  [
    'messages',
    [
      ['messages', parseMessage],
      ['statuses', statuses],
      ['errors', errors],
    ],
  ],
  [
    'standby',
    [
      ['messages', standby],
      // Echoes are what the other agent wrote.
      ['message_echoes', () => ({ event: 'ignored', why: 'echo' })],
      ['statuses', statuses],
      ['errors', errors],
    ],
  ],
  ['history', []],
  [
    'user_preferences',
    [['user_preferences', (place, _contacts, item) => parsePreference(place.receivedBy, place.receivedAt, item)]],
  ],
  ['user_id_update', [['user_id_update', (place, _contacts, item) => parseUserIdUpdate(place.receivedBy, item)]]],
  [
    'calls',
    [
      ['calls', (place, contacts, call) => parseCall(place.receivedBy, contacts, call)],
      ['statuses', (place, _contacts, item) => parseCallStatus(place.receivedBy, item)],
      ['errors', errors],
    ],
  ],
]);

function parseError(error: unknown): InboundItem {
  if (textOf(error, 'code') !== lostWebhook) return { event: 'ignored', why: 'account-error' };
  return { event: 'lost', why: 'webhook-lost', part: error };
}

function unreadable(why: string, part: unknown): UnreadableItem {
  return { event: 'unreadable', why, part };
}

function bodyText(body: Uint8Array): string {
  return Buffer.from(body).toString('utf8');
}

/** Bytes that are no text, unchanged. */
function inBase64(bytes: Uint8Array): { readonly base64: string } {
  return { base64: Buffer.from(bytes).toString('base64') };
}
