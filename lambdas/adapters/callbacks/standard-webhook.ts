import { createHmac } from 'node:crypto';

/**
 * The headers of a delivery, by Standard Webhooks 1.0.0: what is signed is id, second of the try, and body, with dots between them.
 *
 * @param secrets `whsec_…`, one or, while one takes the place of another, two
 * @param seconds when it is sent, epoch seconds
 */
export function standardWebhook(secrets: readonly string[], id: string, seconds: number, body: string) {
  const signed = `${id}.${seconds}.${body}`;
  const sign = (secret: string): string => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  };
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map(sign).join(' '),
  };
}
