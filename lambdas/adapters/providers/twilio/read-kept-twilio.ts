import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import type { KeptPart } from '../../../use-cases/inbound/ports.ts';
import { keptDelivery, readDelivery } from './delivery.ts';
import { parseTwilioMessage } from './parse-message.ts';
import { isFailedSend } from './parse-status.ts';

/** Reads a kept message as if it came in again; undefined for what is none of Twilio's. */
export function readKeptTwilio({ json, receivedAt }: KeptPart): readonly InboundItem[] | undefined {
  const delivery = keptDelivery(json, receivedAt);
  if (delivery === undefined) return undefined;
  // What became of a message of ours is no news any more.
  return isFailedSend(readDelivery(delivery))
    ? [{ event: 'ignored', why: 'status-without-news' }]
    : parseTwilioMessage(delivery);
}
