import type { AppSecrets, SecretFields } from '../../../adapters/aws/app-secrets.ts';
import { graphSender, parseAccessToken } from '../../../adapters/providers/meta/graph-sender.ts';
import type { WhatsappSender } from '../../../use-cases/messages/ports.ts';
import { withOwnSecret } from './with-own-secret.ts';

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
