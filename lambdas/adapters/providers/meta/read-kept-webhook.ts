import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import type { KeptPart } from '../../../use-cases/inbound/ports.ts';
import { envelopeOf } from './kept-envelope.ts';
import { parseWebhook } from './parse-webhook.ts';

/**
 * Reads a kept part of a webhook as if it came in again: an item of a list goes back into the change that it stood in, with the contacts
 * that named its sender. What is no part of one is read as a body, and comes to what it came to at first.
 */
export function readKeptWebhook({ bytes, json, why, receivedAt }: KeptPart): readonly InboundItem[] {
  const body = envelopeOf(json, why);
  return parseWebhook(body === undefined ? bytes : Buffer.from(JSON.stringify(body)), receivedAt);
}
