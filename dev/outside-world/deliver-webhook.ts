import type { FrontDoor } from './known-apps.ts';
import { type MetaWebhook, signedWebhook } from './meta-webhook.ts';

/** What came of a webhook: the status that Meta would see, and the id of the message in it. */
export interface WebhookResult {
  readonly status: number;
  readonly messageId?: string;
}

/** Through the front door, signed, like Meta's. */
export async function deliverWebhook(
  { baseUrl, appSecret }: FrontDoor,
  phoneNumberId: string,
  webhook: MetaWebhook,
): Promise<WebhookResult> {
  const { body, signature } = signedWebhook(phoneNumberId, webhook, appSecret);
  const response = await fetch(`${baseUrl}/webhooks/whatsapp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body,
  });
  await response.arrayBuffer();
  return { status: response.status, ...(webhook.messageId !== undefined && { messageId: webhook.messageId }) };
}
