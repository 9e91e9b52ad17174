import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import { memberOf, textOf } from '../../json/json-reader.ts';
import { type GupshupDelivery, partOf, readCallbacks } from './delivery.ts';
import { parseMessage } from './parse-message.ts';
import { parseMessageEvent, parseRefusedStatuses, parseUserEvent } from './parse-told.ts';

/** Callbacks that concern no person: bills, templates, accounts. Preferences are read in Meta's own form. */
const withoutPeople: ReadonlySet<string> = new Set([
  'billing-event',
  'template-event',
  'account-event',
  'system-event',
  'preference-event',
]);

/**
 * Reads what is Gupshup's own in a callback: messages, user events and message events of version 2, and what the statuses of version 3 say in
 * Gupshup's codes. Never throws; what is not understood comes back as `unreadable`, so that nothing is lost.
 */
export function parseCallbacks(delivery: GupshupDelivery): InboundItem[] {
  const part = partOf(delivery);
  const { callbacks, envelope, fault } = readCallbacks(delivery);
  const refused = envelope === undefined ? [] : parseRefusedStatuses(delivery, envelope, part);
  const items = [...callbacks.map((callback) => parseCallback(delivery, callback, part)), ...refused];
  return fault === undefined ? items : [...items, { event: 'unreadable', why: fault, part }];
}

function parseCallback(delivery: GupshupDelivery, callback: unknown, part: object): InboundItem {
  const type = textOf(callback, 'type')?.toLowerCase() ?? '';
  switch (type) {
    case 'message':
      return parseMessage(delivery, callback, part);
    case 'user-event':
      return parseUserEvent(delivery, callback, part);
    case 'message-event':
      return parseMessageEvent(delivery, callback, part);
    default:
      return withoutPeople.has(type)
        ? { event: 'ignored', why: type }
        : {
            event: 'unreadable',
            why: 'unknown-callback',
            part: memberOf(part, 'gupshup') === undefined ? callback : part,
          };
  }
}
