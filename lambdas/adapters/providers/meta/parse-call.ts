import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import { textOf } from '../../json/json-reader.ts';
import { type Contacts, parseRecipient, parseSender } from './parse-sender.ts';
import { timeOf } from './parse-time.ts';

/**
 * One item of `calls[]` (Meta, "Calling: webhooks"). A call of the person opens the window, answered or not, when it began;
 * ours does not, until the person takes it (`parseCallStatus`).
 */
export function parseCall(receivedBy: string, contacts: Contacts, call: unknown): InboundItem {
  if (textOf(call, 'direction') !== 'USER_INITIATED') return { event: 'ignored', why: 'call-of-ours' };
  const callId = textOf(call, 'id');
  const at = timeOf(call, 'start_time') ?? timeOf(call, 'timestamp');
  const caller = parseSender(contacts, call);
  if (callId === undefined || at === undefined || caller === undefined) {
    return { event: 'unreadable', why: 'incomplete-call', part: call };
  }
  return { event: 'call', channel: 'whatsapp', receivedBy, ...caller, at, callId, part: call };
}

/** One item of the `statuses[]` of a call: the person took our call (Meta, "Calling: pricing"). */
export function parseCallStatus(receivedBy: string, status: unknown): InboundItem {
  if (textOf(status, 'status') !== 'ACCEPTED') return { event: 'ignored', why: 'call-not-taken' };
  const callId = textOf(status, 'id');
  const at = timeOf(status, 'timestamp');
  const recipient = parseRecipient(status);
  if (callId === undefined || at === undefined || recipient === undefined) {
    return { event: 'unreadable', why: 'incomplete-call', part: status };
  }
  return { event: 'call', channel: 'whatsapp', receivedBy, ...recipient, at, callId, part: status };
}
