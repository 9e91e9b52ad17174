import type { AppSecrets, SecretFields } from '../../adapters/aws/app-secrets.ts';
import { readJsonSecret } from '../../adapters/aws/secrets.ts';
import { awsSocialSender } from '../../adapters/providers/meta/aws-social-sender.ts';
import { graphSender, parseAccessToken } from '../../adapters/providers/meta/graph-sender.ts';
import { environment as env } from '../../contract/environment.ts';
import type { WhatsappProvider } from '../../domain/app/portfolios.ts';
import { requireEnv } from '../../edge/runtime/require-env.ts';
import type { WhatsappSender } from '../../use-cases/messages/ports.ts';
import { twilioSenders } from './twilio-senders.ts';
import { withOwnSecret } from './with-own-secret.ts';

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

/** Sends by Meta with the app's own token, else with that of the stage. */
export function metaSender(graphUrl: string, tokenOfStage: string, secrets: AppSecrets): WhatsappSender {
  const tokenIn = (secret: SecretFields | undefined) => (secret === undefined ? tokenOfStage : ownToken(secret));
  return {
    send: (from, to, message, reference) =>
      withOwnSecret(secrets, { appId: from.appId, name: 'meta' }, (secret) => {
        const token = tokenIn(secret);
        return token === undefined ? undefined : () => graphSender(graphUrl, token).send(from, to, message, reference);
      }),
  };
}

/** Another business must not speak for it: an own secret that holds no token is not replaced by another. */
function ownToken(secret: SecretFields): string | undefined {
  try {
    return parseAccessToken(secret);
  } catch {
    return undefined;
  }
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
