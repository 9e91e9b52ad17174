import type { AppSecrets } from '../../../adapters/aws/app-secrets.ts';
import { statusUrl } from '../../../adapters/providers/twilio/status-url.ts';
import {
  parseTwilioCredentials,
  type StatusUrl,
  twilioSender,
  twilioSmsSender,
} from '../../../adapters/providers/twilio/twilio-sender.ts';
import { environment as env } from '../../../contract/environment.ts';
import { requireEnv } from '../../../edge/runtime/require-env.ts';
import type { SmsSender, WhatsappSender } from '../../../use-cases/messages/ports.ts';
import { withOwnSecret } from '../sending/with-own-secret.ts';

/** Sends by Twilio, with the account of the app. Twilio tells what became of it under the public URL of the stage. */
export function twilioSenders(secrets: AppSecrets): { readonly whatsapp: WhatsappSender; readonly sms: SmsSender } {
  const [url, publicUrl] = [requireEnv(env.twilioUrl), requireEnv(env.publicUrl)];
  const told: StatusUrl = (appId, reference) =>
    reference === undefined ? undefined : statusUrl(publicUrl, appId, reference);
  return {
    whatsapp: {
      send: (from, to, message, reference) =>
        withOwnSecret(secrets, { appId: from.appId, name: 'twilio' }, (secret) => {
          const credentials = parseTwilioCredentials(secret);
          return credentials && (() => twilioSender(url, credentials, told).send(from, to, message, reference));
        }),
    },
    sms: {
      send: (from, to, text, by, reference) =>
        withOwnSecret(secrets, { appId: by.appId, name: 'twilio' }, (secret) => {
          const credentials = parseTwilioCredentials(secret);
          return credentials && (() => twilioSmsSender(url, credentials, told).send(from, to, text, by, reference));
        }),
    },
  };
}
