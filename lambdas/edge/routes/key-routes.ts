import { covers } from '../../domain/api-key/api-key.ts';
import type { AppStore } from '../../use-cases/app-ports.ts';
import type { IssuedKey, KeyStore } from '../../use-cases/key-ports.ts';
import { createKey, revokeKey, rotateKey } from '../../use-cases/manage-keys.ts';
import type { Clock } from '../../use-cases/ports.ts';
import { keyView } from '../answers/key-view.ts';
import { openCursor, sealCursor } from '../cursor.ts';
import type { HttpRequest, RouteTable } from '../http-endpoint.ts';
import { parseNewKey, parseRotation } from '../requests/key.ts';
import { plainList } from '../requests/list-query.ts';
import { validateQuery } from '../validate.ts';

export interface KeyDeps {
  readonly apps: AppStore;
  readonly keys: KeyStore;
  readonly now: Clock;
}

/** API keys. A key sees and touches only keys that may do no more than itself. */
export function keyRoutes({ apps, keys, now }: KeyDeps): RouteTable {
  const list = async ({ query, caller }: HttpRequest) => {
    const { limit, cursor } = validateQuery(plainList, query);
    const page = await keys.list(limit, openCursor(['keys'], cursor));
    const last = page.length < limit ? undefined : page.at(-1);
    return {
      status: 200,
      body: {
        data: page.filter((key) => covers(caller, key)).map(keyView),
        nextCursor: last === undefined ? null : sealCursor(['keys'], last.keyId),
      },
    };
  };

  const rotate = async (request: HttpRequest) => {
    const graceSeconds = parseRotation(request.bytes().length === 0 ? {} : request.body());
    return {
      status: 200,
      body: issuedView(await rotateKey(keys, request.caller, request.path.keyId, graceSeconds, now())),
    };
  };

  return {
    'POST /v1/keys': async (request) => {
      const wanted = parseNewKey(request.body(), now());
      return { status: 201, body: issuedView(await createKey(keys, apps, request.caller, wanted, now())) };
    },
    'GET /v1/keys': list,
    'POST /v1/keys/{keyId}/rotate': rotate,
    'DELETE /v1/keys/{keyId}': async ({ caller, path }) => {
      await revokeKey(keys, caller, path.keyId, now());
      return { status: 204 };
    },
  };
}

/** A key with its token: the only answer that ever holds one. */
function issuedView({ key, token }: IssuedKey) {
  return { ...keyView(key), key: token };
}
