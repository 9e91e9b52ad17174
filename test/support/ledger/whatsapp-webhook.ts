import { createHmac } from 'node:crypto';
import { type SeenAnswer, send } from '../api/http-event.ts';

/** The secrets with which the deliveries below are signed. */
export const webhookSecrets = { appSecrets: ['app-secret-for-tests'], verifyToken: 'verify-token-for-tests' };

export const signatureOf = (body: string | Uint8Array, secret = 'app-secret-for-tests'): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** JSON as Meta writes it: everything beyond ASCII escaped. */
export function wireForm(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Sends a signed delivery through the handler, as API Gateway would hand it on. */
export function deliver(handler: Parameters<typeof send>[0], body: unknown): Promise<SeenAnswer> {
  const raw = typeof body === 'string' ? body : wireForm(body);
  return send(handler, 'POST', '/webhooks/whatsapp', {
    body: raw,
    headers: { 'x-hub-signature-256': signatureOf(raw) },
  });
}

/** A change of the field `messages` for a business number. */
export const messagesChange = (phoneNumberId: string, items: object): object => ({
  field: 'messages',
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
    ...items,
  },
});

/** A whole delivery with these changes. */
export const delivery = (...changes: readonly unknown[]): object => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '102290129340398', changes }],
});

/** A text message of a person; `at` in epoch milliseconds. */
export const textMessage = (from: string, id: string, at: number, body: string): object => ({
  from,
  id,
  timestamp: String(Math.floor(at / 1000)),
  type: 'text',
  text: { body },
});
