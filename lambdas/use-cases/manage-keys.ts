import { type ApiKey, BeyondOwnKeyError, type Caller, covers } from '../domain/api-key/api-key.ts';
import type { Milliseconds } from '../domain/consent/statement.ts';
import { InvalidInputError, NotFoundError } from '../domain/errors.ts';
import type { IssuedKey, KeyStore, NewKey } from './key-ports.ts';
import type { Apps } from './ports.ts';

/**
 * Makes a key that may do no more than the one that asks for it.
 *
 * @throws BeyondOwnKeyError, InvalidInputError (an app that does not exist)
 */
export async function createKey(
  keys: KeyStore,
  apps: Apps,
  caller: Caller,
  request: NewKey,
  now: Milliseconds,
): Promise<IssuedKey> {
  if (!covers(caller, request))
    throw new BeyondOwnKeyError('A key cannot give scopes or apps that it does not have itself.');
  const appIds = request.apps === '*' ? [] : request.apps;
  const found = await Promise.all(appIds.map((appId) => apps.find(appId)));
  const faults = found.flatMap((app, index) =>
    app === undefined ? [{ pointer: `/apps/${index}`, code: 'unknown-app', detail: 'There is no such app.' }] : [],
  );
  if (faults.length > 0) throw new InvalidInputError(faults);
  return keys.create(request, now);
}

/** A new secret for a key. Throws NotFoundError for a key that is revoked, missing or beyond the caller's own. */
export async function rotateKey(
  keys: KeyStore,
  caller: Caller,
  keyId: string,
  graceSeconds: number,
  now: Milliseconds,
): Promise<IssuedKey> {
  await findOwnKey(keys, caller, keyId);
  const issued = await keys.rotate(keyId, graceSeconds, now);
  if (issued === undefined) throw noSuchKey();
  return issued;
}

/** Ends a key. Throws NotFoundError for a key that is missing or beyond the caller's own. */
export async function revokeKey(keys: KeyStore, caller: Caller, keyId: string, now: Milliseconds): Promise<void> {
  await findOwnKey(keys, caller, keyId);
  await keys.revoke(keyId, now);
}

async function findOwnKey(keys: KeyStore, caller: Caller, keyId: string): Promise<ApiKey> {
  const key = await keys.find(keyId);
  if (key === undefined || !covers(caller, key)) throw noSuchKey();
  return key;
}

function noSuchKey(): NotFoundError {
  return new NotFoundError('There is no such key.');
}
