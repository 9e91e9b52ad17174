import type { APIGatewayProxyEventV2WithLambdaAuthorizer } from 'aws-lambda';
import type { Route } from '../../contract/routes.ts';
import { type Caller, holds, type KeyRights, reaches } from '../../domain/api-key/api-key.ts';
import { defaultRate } from '../../domain/api-key/key-rate.ts';
import { MissingScopeError, NotFoundError, TryAgainError } from '../../domain/errors.ts';
import { type SignInRefusal, signInRefusals } from '../../domain/operators/sign-in.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { TooManyBadKeysError, UnauthenticatedError } from './refusals.ts';

/** What the authorizer says about the key or the person, as strings, because API Gateway passes on nothing else. */
export interface AuthorizerContext {
  /** `key_…`, or `person_…` of somebody who signed in. */
  readonly keyId: string;
  /** Separated by blanks. */
  readonly scopes: string;
  /** Separated by blanks, or `*`. */
  readonly apps: string;
  /** Units a second. Absent = from the authorizer of a former version, whose answers live on for a minute. */
  readonly rate?: string;
  /** Epoch milliseconds at which the sign-in runs out; a key has none. */
  readonly until?: string;
}

/**
 * What the authorizer says of a token that lets nobody in, or that could not be checked. It can itself only answer 403 without a word, so
 * the refusal is given here, as with `TooManyBadKeys`.
 */
export interface NotSignedIn {
  readonly refused: SignInRefusal | 'unavailable';
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
  AuthorizerContext | TooManyBadKeys | NotSignedIn | null | undefined
>;

/**
 * What the functions are told of a key or a person.
 *
 * @param stageRate units a second of a key that has no rate of its own; undefined = that of the functions
 */
export function contextOf(
  who: KeyRights & { readonly keyId: string; readonly ratePerSecond?: number; readonly until?: Milliseconds },
  stageRate: number | undefined,
): AuthorizerContext {
  const { keyId, scopes, apps, ratePerSecond = stageRate, until } = who;
  return {
    keyId,
    scopes: scopes.join(' '),
    apps: apps === '*' ? '*' : apps.join(' '),
    ...(ratePerSecond !== undefined && { rate: String(ratePerSecond) }),
    ...(until !== undefined && { until: String(until) }),
  };
}

/** Who calls a public route. */
const nobody: Caller = { keyId: 'key_none', scopes: [], apps: [], ratePerSecond: 0 };

/**
 * The key or person that calls, when it has the scope and reaches the app. A foreign app and a missing one look the same.
 *
 * @param appId undefined = the route is not about one app
 * @throws UnauthenticatedError, MissingScopeError, NotFoundError, TooManyBadKeysError, TryAgainError
 */
export function checkedCaller(event: HttpEvent, scope: Route['scope'], appId: string | undefined): Caller {
  if (scope === 'public') return nobody;
  const caller = callerOf(event);
  mustHold(caller, scope);
  if (appId !== undefined && !reaches(caller, appId)) throw new NotFoundError('There is no such app.');
  return caller;
}

/** @throws MissingScopeError */
export function mustHold(caller: Caller, scope: Exclude<Route['scope'], 'public'>): void {
  if (scope === 'any' || holds(caller, scope)) return;
  throw new MissingScopeError(`This call needs a key with the scope ${scope}.`);
}

function callerOf(event: HttpEvent): Caller {
  const context = event.requestContext.authorizer?.lambda;
  if (context && 'refused' in context) throw refusalOf(context);
  if (context && 'waitSeconds' in context) throw new TooManyBadKeysError(Number(context.waitSeconds));
  if (!context?.keyId) throw new UnauthenticatedError('Send an API key: Authorization: Bearer olk_…');
  // API Gateway may keep the authorizer's answer for a minute longer than the token is good.
  if (context.until !== undefined && event.requestContext.timeEpoch >= Number(context.until)) {
    throw refusalOf({ refused: 'expired' });
  }
  const list = (words: string) => words.split(' ').filter((each) => each !== '');
  return {
    keyId: context.keyId,
    scopes: list(context.scopes),
    apps: context.apps === '*' ? '*' : list(context.apps),
    ratePerSecond: Number(context.rate ?? defaultRate),
  };
}

function refusalOf({ refused }: NotSignedIn): Error {
  if (refused === 'unavailable') {
    return new TryAgainError('Sign-ins cannot be checked at the moment. API keys can.', 60);
  }
  return new UnauthenticatedError(signInRefusals[refused]);
}

/** For the log; undefined where no key was let through. */
export function keyIdOf(event: HttpEvent): string | undefined {
  const context = event.requestContext.authorizer?.lambda;
  return context && 'keyId' in context ? context.keyId : undefined;
}
