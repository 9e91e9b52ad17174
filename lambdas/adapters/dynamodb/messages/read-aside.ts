import type { SNSEvent } from 'aws-lambda';
import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import type { AsideItem } from '../../../use-cases/inbound/ports.ts';
import { listOf, memberOf, readJson, textOf } from '../../json/json-reader.ts';
import { parseSmsEvent } from '../../providers/aws-sms/parse-sms.ts';
import { parseWebhook } from '../../providers/meta/parse-webhook.ts';

/**
 * Reads what was kept aside as if it came in again, at its own time of receipt. An item of a list goes back into the change that it
 * stood in, with the contacts that named its sender.
 */
export function readAside({ part, keptAt, why }: AsideItem): readonly InboundItem[] {
  const { bytes, json } = contentOf(part);
  const known = memberOf(json, 'receivedAt');
  const receivedAt = typeof known === 'number' ? known : keptAt;
  const notification = notificationOf(json, keptAt);
  if (notification !== undefined) {
    const event = { Records: [{ Sns: notification }] } as unknown as SNSEvent;
    return parseSmsEvent(event, receivedAt);
  }
  const body = envelopeOf(json, why);
  return parseWebhook(body === undefined ? bytes : Buffer.from(JSON.stringify(body)), receivedAt);
}

/** The bytes that were kept, and what they say as JSON. */
function contentOf(part: unknown): { readonly bytes: Uint8Array; readonly json: unknown } {
  const base64 = textOf(part, 'base64');
  if (base64 === undefined && typeof part !== 'string') return { bytes: Buffer.from(JSON.stringify(part)), json: part };
  const bytes = base64 === undefined ? Buffer.from(String(part)) : Buffer.from(base64, 'base64');
  return { bytes, json: readJson(bytes).json };
}

/** The notification that brought an SMS; what was kept before its envelope was kept with it has only its own words and their time. */
function notificationOf(json: unknown, keptAt: number): object | undefined {
  const notification = memberOf(json, 'notification');
  if (typeof notification === 'object' && notification !== null) return notification;
  const message = memberOf(json, 'message');
  if (typeof message === 'string') {
    return { Message: message, MessageId: memberOf(json, 'id'), Timestamp: memberOf(json, 'timestamp') };
  }
  if (textOf(json, 'originationNumber') === undefined) return undefined;
  return { Message: JSON.stringify(json), Timestamp: new Date(keptAt).toISOString() };
}

/** The body in which the part stood; undefined when the part is a body, or nothing that fits into one. */
function envelopeOf(json: unknown, why: string): object | undefined {
  if (listOf(json, 'entry') !== undefined) return undefined;
  if (listOf(json, 'changes') !== undefined) return bodyOf(json);
  const [field, phoneNumberId] = [textOf(json, 'field'), textOf(json, 'phoneNumberId')];
  if (field === undefined) return undefined;
  if (memberOf(json, 'value') !== undefined) return bodyOf({ changes: [json] });
  const item = memberOf(json, 'item');
  const list = textOf(json, 'list') ?? listOfField(field, item);
  const contacts = listOf(json, 'contacts');
  const value = {
    metadata: { phone_number_id: phoneNumberId },
    ...(contacts !== undefined && { contacts }),
    [list]: why === 'items-not-a-list' ? item : [item],
  };
  return bodyOf({ changes: [{ field, value }] });
}

/** Where an item stood that was kept without the name of its list. */
function listOfField(field: string, item: unknown): string {
  if (field === 'messages' || field === 'standby') {
    return textOf(item, 'status') === undefined ? 'messages' : 'statuses';
  }
  return field;
}

function bodyOf(entry: unknown): object {
  return { object: 'whatsapp_business_account', entry: [entry] };
}
