import { type ApiKey, BeyondOwnKeyError, covers, mayChange, mostParents } from '../../domain/api-key/api-key.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { found } from '../../domain/found.ts';
import { isPersonId } from '../../domain/operators/operator.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Apps } from '../ledger/ports.ts';
import type { IssuedKey, KeyStore, NewKey } from './key-ports.ts';
import { type VisiblePage, visiblePage } from './visible-page.ts';

interface RateDeps {
  readonly keys: KeyStore;
  /** Units a second of a key that has no rate of its own. */
  readonly stageRate: number;
}

/**
 * Makes a key that may do no more than the one that asks for it, and ends with it.
 *
 * @param own the key that asks, as it is stored now; or the rights of the person who asks, under their id
 * @throws BeyondOwnKeyError, InvalidInputError (an app that does not exist)
 */
export async function createKey(
  { keys, apps, stageRate }: RateDeps & { readonly apps: Apps },
  own: ApiKey,
  request: NewKey,
  now: Milliseconds,
): Promise<IssuedKey> {
  if (!covers(own, request)) {
    const detail = 'A key cannot give scopes or apps that it does not have itself, nor for longer than it lives.';
    throw new BeyondOwnKeyError(detail);
  }
  const { ratePerSecond = own.ratePerSecond } = request;
  mustGiveRate(own, ratePerSecond, stageRate);
  // A key of a person does not end with the person: shops would stand still when somebody leaves. It is no elder of other keys either.
  const madeBy = isPersonId(own.keyId) ? own.keyId : undefined;
  const parents = madeBy === undefined ? [...(own.parents ?? []), own.keyId] : [];
  if (parents.length > mostParents) {
    throw new BeyondOwnKeyError(`Keys may be made in ${mostParents} generations. Make this one with an elder key.`);
  }
  const appIds = request.apps === '*' ? [] : request.apps;
  const found = await Promise.all(appIds.map((appId) => apps.find(appId)));
  const faults = found.flatMap((app, index) =>
    app === undefined ? [{ pointer: `/apps/${index}`, code: 'unknown-app', detail: 'There is no such app.' }] : [],
  );
  if (faults.length > 0) throw new InvalidInputError(faults);
  return keys.create({ ...request, ratePerSecond }, now, parents, madeBy);
}

/**
 * How much a key may ask in a second, from now on.
 *
 * @throws BeyondOwnKeyError, NotFoundError for a key that is revoked, missing or beyond the caller's own
 */
export async function changeRate(
  { keys, stageRate }: RateDeps,
  own: ApiKey,
  keyId: string,
  ratePerSecond: number,
): Promise<ApiKey> {
  await findOwnKey(keys, own, keyId);
  mustGiveRate(own, ratePerSecond, stageRate);
  return found(await keys.setRate(keyId, ratePerSecond), 'key');
}

/** Keys that were made with the command belong to the owners of the stage, and give any rate. */
function mustGiveRate(own: ApiKey, ratePerSecond: number | undefined, stageRate: number): void {
  if (own.parents === undefined || (ratePerSecond ?? stageRate) <= (own.ratePerSecond ?? stageRate)) return;
  throw new BeyondOwnKeyError('A key cannot give a higher rate than it has itself.');
}

/** The keys that may do no more than this one, by id, after `after`. */
export function listKeys(
  keys: KeyStore,
  own: ApiKey,
  limit: number,
  after: string | undefined,
): Promise<VisiblePage<ApiKey>> {
  return visiblePage(
    keys.list,
    (key) => covers(own, key),
    ({ keyId }) => keyId,
    limit,
    after,
  );
}

/** A new secret for a key. Throws NotFoundError for a key that is revoked, missing or beyond the caller's own. */
export async function rotateKey(
  keys: KeyStore,
  own: ApiKey,
  keyId: string,
  graceSeconds: number,
  now: Milliseconds,
): Promise<IssuedKey> {
  await findOwnKey(keys, own, keyId);
  return found(await keys.rotate(keyId, graceSeconds, now), 'key');
}

/** Ends a key, and all that were made by it. Throws NotFoundError for a key that is missing or beyond the caller's own. */
export async function revokeKey(keys: KeyStore, own: ApiKey, keyId: string, now: Milliseconds): Promise<void> {
  await findOwnKey(keys, own, keyId);
  await keys.revoke(keyId, now);
}

async function findOwnKey(keys: KeyStore, own: ApiKey, keyId: string): Promise<ApiKey> {
  const key = await keys.find(keyId);
  return found(key !== undefined && mayChange(own, key) ? key : undefined, 'key');
}
