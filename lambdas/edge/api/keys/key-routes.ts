import type { ApiKey } from '../../../domain/api-key/api-key.ts';
import type { AppStore } from '../../../use-cases/admin/app-ports.ts';
import type { IssuedKey, KeyStore } from '../../../use-cases/admin/key-ports.ts';
import { createKey, listKeys, revokeKey, rotateKey } from '../../../use-cases/admin/manage-keys.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { HttpRequest, RouteTable } from '../../http/http-endpoint.ts';
import { plainList } from '../../http/list-query.ts';
import { positions } from '../../http/positions.ts';
import { UnauthenticatedError } from '../../http/refusals.ts';
import { validateQuery } from '../../http/validate.ts';
import { parseNewKey, parseRotation } from './key.ts';
import { keyView } from './key-view.ts';

export interface KeyDeps {
  readonly apps: AppStore;
  readonly keys: KeyStore;
  readonly cursors: Cursors;
  readonly now: Clock;
}

/** API keys. A key sees only keys that may do no more than itself, and touches those that end with it. */
export function keyRoutes({ apps, keys, cursors, now }: KeyDeps): RouteTable {
  /**
   * The key that calls, as it is stored now. The answer of the authorizer may be a minute old, and a key that has ended must not make or
   * touch another one in that minute.
   */
  const ownKey = async ({ caller }: HttpRequest): Promise<ApiKey> => {
    const own = await keys.findLive(caller.keyId, now());
    if (own === undefined) throw new UnauthenticatedError('This API key has ended.');
    return own;
  };

  const create = async (request: HttpRequest) => {
    const own = await ownKey(request);
    const wanted = parseNewKey(request.body(), now());
    return { status: 201, body: issuedView(await createKey(keys, apps, own, wanted, now())) };
  };

  const list = async (request: HttpRequest) => {
    const own = await ownKey(request);
    const { limit, cursor } = validateQuery(plainList, request.query);
    // Another key sees other keys, so it cannot go on with this list.
    const name = ['keys', own.keyId];
    const { data, next } = await listKeys(keys, own, limit, await cursors.open(name, cursor, positions.keys));
    const nextCursor = next === undefined ? null : await cursors.seal(name, next);
    return { status: 200, body: { data: data.map(keyView), nextCursor } };
  };

  const rotate = async (request: HttpRequest) => {
    const own = await ownKey(request);
    const graceSeconds = parseRotation(request.bytes().length === 0 ? {} : request.body());
    return { status: 200, body: issuedView(await rotateKey(keys, own, request.path.keyId, graceSeconds, now())) };
  };

  const revoke = async (request: HttpRequest) => {
    await revokeKey(keys, await ownKey(request), request.path.keyId, now());
    return { status: 204 };
  };

  return {
    'POST /v1/keys': create,
    'GET /v1/keys': list,
    'POST /v1/keys/{keyId}/rotate': rotate,
    'DELETE /v1/keys/{keyId}': revoke,
  };
}

/** A key with its token: the only answer that ever holds one. */
function issuedView({ key, token }: IssuedKey) {
  return { ...keyView(key), key: token };
}
