import type { SNSEvent } from 'aws-lambda';
import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { KeptPart } from '../../../use-cases/inbound/ports.ts';
import { isTooDeep, listOf, memberOf, readJson } from '../../json/json-reader.ts';
import { parseWebhook } from './parse-webhook.ts';

/**
 * Reads WhatsApp as AWS End User Messaging Social publishes it through SNS (user guide, "Message and event format"): the message is JSON, and in
 * it `whatsAppWebhookEntry`, one `entry` of Meta's without its envelope, is JSON in a string (an object in some samples). From there on it is
 * Meta's own, with its own times. Never throws.
 *
 * @param receivedAt the time of a no that has none of its own
 */
export function parseSocialEvent(event: SNSEvent, receivedAt: Milliseconds): InboundItem[] {
  return socialBodies(event).flatMap(({ body, social }) =>
    body === undefined
      ? [{ event: 'unreadable', why: 'no-social-message', part: { social, receivedAt } }]
      : parseWebhook(body, receivedAt),
  );
}

/** What each notification carries as Meta would post it; `social` is the notification as it came. */
export function socialBodies(
  event: SNSEvent,
): readonly { readonly body: Uint8Array | undefined; readonly social: unknown }[] {
  return (listOf(event, 'Records') ?? []).map((record) => {
    const social = memberOf(record, 'Sns');
    return { social, body: bodyIn(social) };
  });
}

function bodyIn(notification: unknown): Uint8Array | undefined {
  const entry = memberOf(opened(memberOf(notification, 'Message')), 'whatsAppWebhookEntry');
  const isText = typeof entry === 'string';
  const read = opened(entry);
  if (typeof read !== 'object' || read === null || Array.isArray(read) || (!isText && isTooDeep(read)))
    return undefined;
  // As it came: what is too deep to be written anew is for the reader of webhooks to judge.
  const text = isText ? entry : JSON.stringify(read);
  return Buffer.from(`{"object":"whatsapp_business_account","entry":[${text}]}`);
}

/** What a string of JSON says; anything else as it is. */
function opened(value: unknown): unknown {
  return typeof value === 'string' ? readJson(Buffer.from(value)).json : value;
}

/** Reads a kept notification as if it came in again; undefined for what is none. */
export function readKeptSocial({ json, receivedAt }: KeptPart): readonly InboundItem[] | undefined {
  const social = memberOf(json, 'social');
  if (typeof social !== 'object' || social === null) return undefined;
  return parseSocialEvent({ Records: [{ Sns: social }] } as unknown as SNSEvent, receivedAt);
}
