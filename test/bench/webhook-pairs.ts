import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseWebhook } from '../../lambdas/adapters/providers/meta/parse-webhook.ts';
import { isSigned } from '../../lambdas/adapters/providers/meta/signature.ts';
import {
  delivery,
  messagesChange,
  signatureOf,
  textMessage,
  webhookSecrets,
  wireForm,
} from '../support/ledger/whatsapp-webhook.ts';
import { type Pair, steady } from './compare.ts';

const [secret = ''] = webhookSecrets.appSecrets;
const sentAt = Date.parse('2026-11-21T10:00:00Z');
const messagesInChange = 5;

/** Webhooks of Meta: accepting what is signed, and refusing what is not. */
export function webhookPairs(): Pair[] {
  return [
    accepting('one text', 1),
    accepting('batch of 20', 20),
    accepting('batch of 100', 100),
    refusing('forgery of 520 B', 520),
    refusing('forgery of 1 MiB', 1024 * 1024),
  ];
}

/** So many messages as Meta sends them. */
export function signedDelivery(count: number): { readonly body: Buffer; readonly header: string } {
  const body = Buffer.from(wireForm(deliveryOf(count)));
  return { body, header: signatureOf(body, secret) };
}

function accepting(name: string, count: number): Pair {
  const { body, header } = signedDelivery(count);
  const [ours, bare] = [receive(body, header).length, receiveBare(body, header).length];
  if (ours !== count || bare !== count) throw new Error(`Of ${count} messages ${ours} and ${bare} were delivered.`);
  return {
    name: `verify, parse, extract: ${name}, ${body.length} B`,
    reach: count === 1 ? '>= 0.75' : '>= 0.60',
    ours: steady(() => receive(body, header)),
    bare: steady(() => receiveBare(body, header)),
  };
}

function refusing(name: string, bytes: number): Pair {
  const body = Buffer.alloc(bytes, '{"entry":[{"changes":[]}]}');
  const header = signatureOf(body, 'not-the-app-secret');
  return {
    name: `refuse: ${name}`,
    reach: '>= 0.50',
    ours: steady(() => receive(body, header)),
    bare: steady(() => receiveBare(body, header)),
  };
}

export function receive(body: Buffer, header: string) {
  return isSigned(body, header, webhookSecrets.appSecrets) ? parseWebhook(body, 0) : [];
}

interface MetaBody {
  readonly entry: readonly {
    readonly changes: readonly {
      readonly value: {
        readonly metadata: { readonly phone_number_id: string };
        readonly messages?: readonly {
          readonly id: string;
          readonly from: string;
          readonly timestamp: string;
          readonly text?: { readonly body: string };
        }[];
      };
    }[];
  }[];
}

/** The least that a correct receiver does: HMAC over the raw bytes, compared in constant time, then every message of the JSON, trusted blindly. */
function receiveBare(body: Buffer, header: string) {
  const signature = Buffer.from(header.slice('sha256='.length), 'hex');
  const expected = createHmac('sha256', secret).update(body).digest();
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return [];
  const messages = [];
  for (const { changes } of (JSON.parse(body.toString()) as MetaBody).entry) {
    for (const { value } of changes) {
      const phoneNumberId = value.metadata.phone_number_id;
      for (const { id, from, timestamp, text } of value.messages ?? []) {
        messages.push({ phoneNumberId, id, from, at: Number(timestamp) * 1000, text: text?.body });
      }
    }
  }
  return messages;
}

/** As Meta batches: several changes, each with its own business number, and a contact for each sender. */
function deliveryOf(count: number): object {
  const changes = Array.from({ length: Math.ceil(count / messagesInChange) }, (_, change) => {
    const senders = Array.from({ length: Math.min(messagesInChange, count) }, (__, index) => {
      return `5255${String(10_000_000 + change * messagesInChange + index)}`;
    });
    return messagesChange(`10654035224${2000 + change}`, {
      contacts: senders.map((waId) => ({ profile: { name: 'Ana' }, wa_id: waId })),
      messages: senders.map((waId) => {
        const id = `wamid.HBgN${Buffer.from(`${waId}-3A278F6CB9B8A7D489`).toString('base64')}==`;
        return textMessage(waId, id, sentAt, 'Hello, is my order on its way?');
      }),
    });
  });
  return delivery(...changes);
}
