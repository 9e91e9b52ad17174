import type { AppSecrets } from '../../../adapters/aws/app-secrets.ts';
import { readJsonSecret } from '../../../adapters/aws/secrets.ts';
import { awsSocialSender } from '../../../adapters/providers/meta/aws-social-sender.ts';
import { parseAccessToken } from '../../../adapters/providers/meta/graph-sender.ts';
import { environment as env } from '../../../contract/environment.ts';
import type { WhatsappProvider } from '../../../domain/app/portfolios.ts';
import { requireEnv } from '../../../edge/runtime/require-env.ts';
import type { WhatsappSender } from '../../../use-cases/messages/ports.ts';
import { twilioSenders } from '../twilio/twilio-senders.ts';
import { metaSender } from './meta-sender.ts';

type Senders = Readonly<Record<WhatsappProvider, WhatsappSender | undefined>>;

/** Sends by the provider of the number that a message goes out from. Without credentials for it nothing is sent, and it says so. */
export function byProvider(senders: Senders): WhatsappSender {
  return {
    send: async (from, to, message, reference) =>
      (await senders[from.provider ?? 'meta']?.send(from, to, message, reference)) ?? {
        came: 'not-sent',
        code: 'no-credentials',
      },
  };
}

/** The senders that this stage was set up with. Meta's token of the stage is always there. */
export async function whatsappSenders(secrets: AppSecrets): Promise<WhatsappSender> {
  const graphUrl = requireEnv(env.graphUrl);
  const version = /v\d+\.\d+(?=\/?$)/.exec(graphUrl)?.[0];
  const token = await readJsonSecret(requireEnv(env.whatsappAccessSecret)).then(parseAccessToken);
  return byProvider({
    meta: metaSender(graphUrl, token, secrets),
    aws: process.env[env.whatsappByAws] === 'true' && version !== undefined ? awsSocialSender(version) : undefined,
    twilio: twilioSenders(secrets).whatsapp,
  });
}
