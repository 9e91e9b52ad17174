import { readJsonSecret, readJsonSecretIfAny } from '../../adapters/aws/secrets.ts';
import { awsSocialSender } from '../../adapters/providers/meta/aws-social-sender.ts';
import { graphSender, parseAccessToken } from '../../adapters/providers/meta/graph-sender.ts';
import { parseTwilioCredentials, twilioSender } from '../../adapters/providers/twilio/twilio-sender.ts';
import { environment as env } from '../../contract/environment.ts';
import type { WhatsappProvider } from '../../domain/app/portfolios.ts';
import { requireEnv } from '../../edge/runtime/require-env.ts';
import type { WhatsappSender } from '../../use-cases/messages/ports.ts';

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

/** The senders that this stage was set up with. Meta's token is always there; Twilio's secret may be missing. */
export async function whatsappSenders(): Promise<WhatsappSender> {
  const graphUrl = requireEnv(env.graphUrl);
  const version = /v\d+\.\d+(?=\/?$)/.exec(graphUrl)?.[0];
  const { [env.twilioSecret]: twilioSecret, [env.whatsappByAws]: byAws } = process.env;
  const [token, secret] = await Promise.all([
    readJsonSecret(requireEnv(env.whatsappAccessSecret)).then(parseAccessToken),
    twilioSecret === undefined ? undefined : readJsonSecretIfAny(twilioSecret),
  ]);
  const twilio = parseTwilioCredentials(secret);
  return byProvider({
    meta: graphSender(graphUrl, token),
    aws: byAws === 'true' && version !== undefined ? awsSocialSender(version) : undefined,
    twilio: twilio && twilioSender(requireEnv(env.twilioUrl), twilio),
  });
}
