import type { InboundItem, SendRefused } from '../../../domain/inbound/inbound-act.ts';
import { parseSendReference } from '../../../domain/sends/send.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { entryPointWindow } from '../../../domain/window/customer-service-window.ts';
import { listOf, memberOf, textOf } from '../../json/json-reader.ts';
import { parseRecipient } from './parse-sender.ts';
import { timeOf } from './parse-time.ts';

/** "User has chosen to stop marketing messages" (Meta, "Error codes"). The other failures are not opt-outs. */
const stoppedMarketing = '131050';

/**
 * One item of `statuses[]` (Meta, "Webhooks: messages, status"). Three kinds are news: the refusal 131050, which is WhatsApp's own
 * stop, those that tell of a free entry point, and a failed message of ours. All others cost nothing, not even a look for their app.
 */
export function parseStatus(receivedBy: string, receivedAt: Milliseconds, status: unknown): InboundItem {
  const codes = (listOf(status, 'errors') ?? []).map((error) => textOf(error, 'code'));
  const stops = codes.includes(stoppedMarketing);
  const entryPointAt = stops ? undefined : entryPointOf(status);
  const refusal = refusalOf(status, stops ? stoppedMarketing : codes[0]);
  if (!stops && entryPointAt === undefined && refusal === undefined)
    return { event: 'ignored', why: 'status-without-news' };
  if (textOf(status, 'recipient_type') === 'group') return { event: 'ignored', why: 'group-status' };

  const own = entryPointAt ?? timeOf(status, 'timestamp');
  // A stop stands without a time, when it came, and without the id of the message that it refuses.
  const at = own ?? (entryPointAt === undefined ? receivedAt : undefined);
  const messageId = textOf(status, 'id') ?? (stops ? `unnamed:${at}` : undefined);
  const recipient = parseRecipient(status);
  const isOfPerson = stops || entryPointAt !== undefined;
  if (messageId === undefined || at === undefined || recipient === undefined) {
    // What became of a message is worth nobody's sleep.
    if (!isOfPerson) return { event: 'ignored', why: 'incomplete-status' };
    return { event: 'unreadable', why: 'incomplete-status', part: status };
  }
  const about = { channel: 'whatsapp' as const, receivedBy, ...recipient, at, part: status };
  if (stops)
    return { event: 'preference', ...about, value: 'stop', eventId: `${messageId}:${stoppedMarketing}`, refusal };
  if (entryPointAt !== undefined) return { event: 'entry-point', ...about, messageId, refusal };
  return refusal === undefined
    ? { event: 'ignored', why: 'status-without-news' }
    : { event: 'send-refused', ...about, ...refusal };
}

/** Which message of ours failed, and why. Without its id, which Meta always gives, there is nothing to hold it to. */
function refusalOf(
  status: unknown,
  code: string | undefined,
): Pick<SendRefused, 'send' | 'code' | 'messageId'> | undefined {
  if (textOf(status, 'status') !== 'failed') return undefined;
  const send = parseSendReference(textOf(status, 'biz_opaque_callback_data') ?? '');
  const messageId = textOf(status, 'id');
  return send && messageId !== undefined ? { send, code: code ?? 'unnamed', messageId } : undefined;
}

/**
 * When the free entry point opened that a status tells of. Every message sent in its 72 h says so, so the opening is counted back
 * from the end that Meta names; without one only the `sent` status of a message counts, at its own time.
 */
function entryPointOf(status: unknown): number | undefined {
  const conversation = memberOf(status, 'conversation');
  const pricing = memberOf(status, 'pricing');
  const isEntryPoint =
    textOf(memberOf(conversation, 'origin'), 'type') === 'referral_conversion' ||
    textOf(pricing, 'type') === 'free_entry_point' ||
    textOf(pricing, 'category') === 'referral_conversion';
  if (!isEntryPoint) return undefined;
  const endsAt = timeOf(conversation, 'expiration_timestamp');
  if (endsAt !== undefined) return endsAt - entryPointWindow;
  return textOf(status, 'status') === 'sent' ? timeOf(status, 'timestamp') : undefined;
}
