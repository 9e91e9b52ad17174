import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult } from 'aws-lambda';
import { looksSigned } from '../adapters/sign-in/access-tokens.ts';
import { badKeys } from '../edge/http/bad-keys.ts';
import { contextOf } from '../edge/http/caller.ts';
import { ifBehindProxy, type TrustedProxy } from '../edge/http/proxy.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { logger } from '../edge/runtime/logger.ts';
import type { KeyStore } from '../use-cases/admin/key-ports.ts';
import type { Clock } from '../use-cases/ledger/ports.ts';
import type { SignInDeps } from '../use-cases/operators/who-signed-in.ts';
import { authorizing, readNobodysKey } from './deps/stage/authorizing.ts';
import { bySignIn } from './deps/stage/by-sign-in.ts';

type Event = Pick<APIGatewayRequestAuthorizerEventV2, 'headers' | 'requestContext'>;
type Result = APIGatewaySimpleAuthorizerWithContextResult<object>;

export interface AuthorizerDeps {
  readonly keys: KeyStore;
  readonly now: Clock;
  /** Units a second of a key that has no rate of its own. @default - that of the functions */
  readonly stageRate?: number;
  readonly proxy?: TrustedProxy | undefined;
  readonly signIn?: SignInDeps | undefined;
}

/**
 * Who calls? Only that: scope and app are checked on each route. API Gateway may keep the answer for a minute, by the header alone. A good
 * key is never held back for what else comes from its address.
 */
export const authorizer = ({ keys, now, stageRate, proxy, signIn }: AuthorizerDeps) => {
  const bad = badKeys(now);
  const letThrough = (context: object): Result => ({ isAuthorized: true, context });
  const refused = { isAuthorized: false, context: {} } as const;
  return eventEndpoint(async (given: Event): Promise<Result> => {
    const event = proxy === undefined ? given : ifBehindProxy(proxy, given);
    if (event === undefined) return refused;
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(event.headers?.authorization ?? '') ?? [];
    const { sourceIp } = event.requestContext.http;
    const signed = { token, sourceIp, now: now() };
    if (signIn && looksSigned(token)) return letThrough(await bySignIn(signIn, signed, bad, stageRate));
    const key = await keys.authenticate(token, now());
    if (key === undefined) {
      const wait = bad.count(sourceIp);
      return wait === undefined ? refused : letThrough({ waitSeconds: String(wait) });
    }
    // Who calls is known; that the time of use could not be kept must not lock anybody out.
    await keys.noteUse(key, now()).catch((error: unknown) => logger.failure('use not noted', error));
    return letThrough(contextOf(key, stageRate));
  });
};

export const handler = coldStart(authorizing, authorizer, readNobodysKey);
