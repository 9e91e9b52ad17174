import { readJsonSecret } from '../../../adapters/aws/secrets.ts';
import { parseWebhookSecrets, type WebhookSecrets } from '../../../adapters/providers/meta/signature.ts';
import { environment } from '../../../contract/environment.ts';
import { requireEnv } from '../../../edge/runtime/require-env.ts';

/** The secrets of Meta's webhook. Throws when they cannot be read, or are none. */
export async function readWebhookSecrets(): Promise<WebhookSecrets> {
  return parseWebhookSecrets(await readJsonSecret(requireEnv(environment.whatsappWebhookSecret)));
}
