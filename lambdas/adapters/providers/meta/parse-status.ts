import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { entryPointWindow } from '../../../domain/window/customer-service-window.ts';
import { listOf, memberOf, textOf } from '../../json/json-reader.ts';
import { parseRecipient } from './parse-sender.ts';
import { timeOf } from './parse-time.ts';

/** "User has chosen to stop marketing messages" (Meta, "Error codes"). The other failures are not opt-outs. */
const stoppedMarketing = '131050';

/**
 * One item of `statuses[]` (Meta, "Webhooks: messages, status"). Two kinds are news: the refusal 131050, which is WhatsApp's own
 * stop, and those that tell of a free entry point. All others cost nothing, not even a look for their app.
 */
export function parseStatus(receivedBy: string, receivedAt: Milliseconds, status: unknown): InboundItem {
  const stops = (listOf(status, 'errors') ?? []).some((error) => textOf(error, 'code') === stoppedMarketing);
  const entryPointAt = stops ? undefined : entryPointOf(status);
  if (!stops && entryPointAt === undefined) return { event: 'ignored', why: 'status-without-news' };
  if (textOf(status, 'recipient_type') === 'group') return { event: 'ignored', why: 'group-status' };

  const own = entryPointAt ?? timeOf(status, 'timestamp');
  // A stop stands without a time, when it came, and without the id of the message that it refuses.
  const at = own ?? (stops ? receivedAt : undefined);
  const messageId = textOf(status, 'id') ?? (stops ? `unnamed:${at}` : undefined);
  const recipient = parseRecipient(status);
  if (messageId === undefined || at === undefined || recipient === undefined) {
    return { event: 'unreadable', why: 'incomplete-status', part: status };
  }
  const about = { channel: 'whatsapp' as const, receivedBy, ...recipient, at, part: status };
  if (!stops) return { event: 'entry-point', ...about, messageId };
  return { event: 'preference', ...about, value: 'stop', eventId: `${messageId}:${stoppedMarketing}` };
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
