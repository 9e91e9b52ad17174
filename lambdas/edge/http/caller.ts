import type { APIGatewayProxyEventV2WithLambdaAuthorizer } from 'aws-lambda';
import type { Scope } from '../../contract/routes.ts';
import { type ApiKey, type Caller, reaches } from '../../domain/api-key/api-key.ts';
import { defaultRate } from '../../domain/api-key/key-rate.ts';
import { MissingScopeError, NotFoundError } from '../../domain/errors.ts';
import { TooManyBadKeysError, UnauthenticatedError } from './refusals.ts';

/** What the authorizer says about the key, as strings, because API Gateway passes on nothing else. */
export interface AuthorizerContext {
  readonly keyId: string;
  /** Separated by blanks. */
  readonly scopes: string;
  /** Separated by blanks, or `*`. */
  readonly apps: string;
  /** Units a second. Absent = from the authorizer of a former version, whose answers live on for a minute. */
  readonly rate?: string;
}

/**
 * What the authorizer says when a source came with too many wrong keys. An authorizer can only let through or answer 403, so it lets
 * through without a key, and the refusal is given here: a function that did not look would find nobody and answer 401.
 */
export interface TooManyBadKeys {
  /** Seconds. */
  readonly waitSeconds: string;
}

export type HttpEvent = APIGatewayProxyEventV2WithLambdaAuthorizer<
  AuthorizerContext | TooManyBadKeys | null | undefined
>;

/**
 * What the functions are told of a key.
 *
 * @param stageRate units a second of a key that has no rate of its own; undefined = that of the functions
 */
export function contextOf(key: ApiKey, stageRate: number | undefined): AuthorizerContext {
  const { keyId, scopes, apps, ratePerSecond = stageRate } = key;
  return {
    keyId,
    scopes: scopes.join(' '),
    apps: apps === '*' ? '*' : apps.join(' '),
    ...(ratePerSecond !== undefined && { rate: String(ratePerSecond) }),
  };
}

/** Who calls a public route. */
const nobody: Caller = { keyId: 'key_none', scopes: [], apps: [], ratePerSecond: 0 };

/**
 * The key that calls, when it has the scope and reaches the app. A foreign app and a missing one look the same.
 *
 * @param appId undefined = the route is not about one app
 * @throws UnauthenticatedError, MissingScopeError, NotFoundError, TooManyBadKeysError
 */
export function checkedCaller(event: HttpEvent, scope: Scope | 'public', appId: string | undefined): Caller {
  if (scope === 'public') return nobody;
  const caller = callerOf(event);
  if (!caller.scopes.includes(scope)) throw new MissingScopeError(`This call needs a key with the scope ${scope}.`);
  if (appId !== undefined && !reaches(caller, appId)) throw new NotFoundError('There is no such app.');
  return caller;
}

function callerOf(event: HttpEvent): Caller {
  const context = event.requestContext.authorizer?.lambda;
  if (context && 'waitSeconds' in context) throw new TooManyBadKeysError(Number(context.waitSeconds));
  if (!context?.keyId) throw new UnauthenticatedError('Send an API key: Authorization: Bearer olk_…');
  const list = (words: string) => words.split(' ').filter((each) => each !== '');
  return {
    keyId: context.keyId,
    scopes: list(context.scopes),
    apps: context.apps === '*' ? '*' : list(context.apps),
    ratePerSecond: Number(context.rate ?? defaultRate),
  };
}

/** For the log; undefined where no key was let through. */
export function keyIdOf(event: HttpEvent): string | undefined {
  const context = event.requestContext.authorizer?.lambda;
  return context && 'keyId' in context ? context.keyId : undefined;
}
