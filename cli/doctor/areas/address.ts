import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { parseWebhookSecrets } from '../../../lambdas/adapters/providers/meta/signature.ts';
import { outputs } from '../../../lambdas/contract/deployment.ts';
import { environment } from '../../../lambdas/contract/environment.ts';
import { area, type Finding, NotChecked } from '../finding.ts';
import type { Stage } from '../stage.ts';

export interface AddressFacts {
  readonly address: string;
  /** Status of `GET /health`, or why there is none, e.g. `CERT_HAS_EXPIRED`. */
  readonly health: number | string;
  /** Whether the webhook knew the verify token; undefined = it was not asked. */
  readonly isVerified?: boolean | undefined;
}

export const addressArea = area('addresses', read, (facts: readonly AddressFacts[]) => facts.flatMap(judgeAddress));

async function read(stage: Stage): Promise<readonly AddressFacts[]> {
  const functions = await stage.functions();
  const variable = (name: string) =>
    functions.map((each) => each.environment[name]).find((value) => value !== undefined);
  const own = stage.stack.output(outputs.apiUrl) ?? '';
  const domain = variable(environment.publicUrl) ?? own;
  const [api] = stage.stack.ofType('AWS::ApiGatewayV2::Api');
  const isClosed = api?.Properties?.DisableExecuteApiEndpoint === true;
  if (!isClosed && typeof (await statusOf(`${own}/health`)) === 'string') {
    // The API itself cannot be reached from here: then nothing can be said of a domain either.
    throw new NotChecked(`${own} cannot be reached from here`);
  }
  const token = await verifyToken(stage, variable(environment.whatsappWebhookSecret) ?? '');
  const addresses = [...new Set(isClosed ? [domain] : [own, domain])];
  return Promise.all(
    addresses.map(async (address) => {
      const health = await statusOf(`${address}/health`);
      if (token === undefined || health !== 200) return { address, health };
      const challenge = '1158201444';
      const query = new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.challenge': challenge,
        'hub.verify_token': token,
      });
      const answer = await fetch(`${address}/webhooks/whatsapp?${query}`, options()).catch(() => undefined);
      return { address, health, isVerified: (await answer?.text()) === challenge };
    }),
  );
}

const options = () => ({ redirect: 'manual', signal: AbortSignal.timeout(10_000) }) as const;

async function statusOf(url: string): Promise<number | string> {
  try {
    const answer = await fetch(url, options());
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    const { code } = (error instanceof Error ? (error.cause ?? error) : {}) as { code?: unknown };
    return typeof code === 'string' ? code : 'no answer';
  }
}

async function verifyToken({ clients }: Stage, name: string): Promise<string | undefined> {
  const { SecretString = '' } = await clients.secrets.send(new GetSecretValueCommand({ SecretId: name }));
  try {
    return parseWebhookSecrets(JSON.parse(SecretString)).verifyToken;
  } catch {
    // What is wrong with it is said where secrets are judged.
    return undefined;
  }
}

/** Whether people and Meta reach the stage. */
export function judgeAddress({ address, health, isVerified }: AddressFacts): readonly Finding[] {
  if (health !== 200) {
    return [
      {
        severity: 'broken',
        what: `${address}/health answers ${health}.`,
        hurt: 'Whoever opens a link or a printed code there; and whoever says STOP on WhatsApp, if Meta has this address.',
        todo: `curl -v ${address}/health; then DNS, the certificate and the API mapping of the domain.`,
      },
    ];
  }
  if (isVerified === false) {
    return [
      {
        severity: 'should',
        what: `The webhook at ${address} does not know the verify token that the secret holds.`,
        hurt: 'Nobody at once: Meta asks only when the callback URL is entered, and would be refused then. Environments with an old secret refuse signatures too.',
        todo: 'Start new environments of whatsapp-webhook (docs/deploy.md, Rotating a secret).',
      },
    ];
  }
  return [];
}
