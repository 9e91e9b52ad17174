import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { SigningSha256 } from './signing-hash.ts';

/**
 * Middlewares of the SDK that a request to the table can do without; they took a tenth of its CPU and more.
 * - `loggerMiddleware` copies and redacts input and output of every call for a logger that is not there, and must never be.
 * - `getUserAgentMiddleware` composes anew for each request which parts of the SDK are in use, for AWS's own statistics.
 * - `recursionDetectionMiddleware` hands on Lambda's trace, by which AWS finds functions that call themselves through SQS, SNS or S3;
 *   the table is none of them, and clients of those keep it.
 */
const unneeded = ['loggerMiddleware', 'getUserAgentMiddleware', 'recursionDetectionMiddleware'] as const;

/** What stands in CloudTrail as the agent of a request. */
export const userAgent = 'optledger';

/**
 * The SDK's client without what a request does not need. Retries, signing and the clock that follows the service's are the SDK's own
 * (`test/adapters/dynamodb/table/lean-client.test.ts` names all that is left).
 */
export function leanClient(config: DynamoDBClientConfig): DynamoDBClient {
  const client = new DynamoDBClient({ sha256: SigningSha256, ...config });
  keepSigner(client);
  for (const name of unneeded) client.middlewareStack.remove(name);
  client.middlewareStack.add(
    (next) => (args) => {
      (args.request as { readonly headers: Record<string, string> }).headers['user-agent'] = userAgent;
      return next(args);
    },
    { step: 'build', name: 'sayWho' },
  );
  return client;
}

/** One signer for all requests, where the SDK makes one for each: it holds no time and no key, but asks for both when it signs. */
function keepSigner({ config }: DynamoDBClient): void {
  const make = config.signer;
  let kept: ReturnType<typeof make> | undefined;
  config.signer = (scheme) => {
    kept ??= make(scheme).catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}
