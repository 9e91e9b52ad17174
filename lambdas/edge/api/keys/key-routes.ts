import { defaultRate } from '../../../domain/api-key/key-rate.ts';
import type { AppStore } from '../../../use-cases/admin/app-ports.ts';
import type { KeyStore } from '../../../use-cases/admin/key-ports.ts';
import { changeRate, createKey, listKeys, revokeKey, rotateKey } from '../../../use-cases/admin/manage-keys.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { OperatorStore } from '../../../use-cases/operators/ports.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import { liveCaller } from '../../http/live-caller.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import { keyChange, mustExpireLater, newKey, rotation } from './key.ts';
import { issuedKeyView, keyView } from './key-view.ts';
import type { keyOperations } from './operations.ts';

export interface KeyDeps {
  readonly apps: AppStore;
  readonly keys: KeyStore;
  /** The people who sign in. @default - nobody does */
  readonly operators?: OperatorStore | undefined;
  readonly cursors: Cursors;
  readonly now: Clock;
  /** Units a second of a key that has no rate of its own. @default - that of the functions */
  readonly stageRate?: number;
}

/** API keys. A key sees only keys that may do no more than itself, and touches those that end with it. */
export function keyRoutes({
  apps,
  keys,
  operators,
  cursors,
  now,
  stageRate = defaultRate,
}: KeyDeps): RoutesOf<typeof keyOperations> {
  const ownKey = liveCaller({ keys, operators, now });

  return {
    'POST /v1/keys': {
      body: newKey,
      act: async ({ caller, body }) => {
        const own = await ownKey(caller);
        const wanted = body();
        mustExpireLater(wanted, now());
        const issued = await createKey({ keys, apps, stageRate }, own, wanted, now());
        return { status: 201, body: issuedKeyView(issued, stageRate) };
      },
    },

    'GET /v1/keys': {
      query: plainList,
      act: async ({ caller, query }) => {
        const own = await ownKey(caller);
        return listAnswer(cursors, query(), {
          // Another key sees other keys, so it cannot go on with this list.
          name: ['keys', own.keyId],
          position: positions.keys,
          read: (limit, from) => listKeys(keys, own, limit, from),
          view: (key) => keyView(key, stageRate),
        });
      },
    },

    'PATCH /v1/keys/{keyId}': {
      body: keyChange,
      act: async ({ caller, body, path }) => {
        const own = await ownKey(caller);
        const { ratePerSecond } = body();
        const changed = await changeRate({ keys, stageRate }, own, path.keyId, ratePerSecond);
        return { status: 200, body: keyView(changed, stageRate) };
      },
    },

    'POST /v1/keys/{keyId}/rotate': {
      body: rotation,
      bodyIsOptional: true,
      act: async ({ caller, body, path }) => {
        const own = await ownKey(caller);
        const { graceSeconds } = body();
        const issued = await rotateKey(keys, own, path.keyId, graceSeconds, now());
        return { status: 200, body: issuedKeyView(issued, stageRate) };
      },
    },

    'DELETE /v1/keys/{keyId}': async ({ caller, path }) => {
      await revokeKey(keys, await ownKey(caller), path.keyId, now());
      return { status: 204 };
    },
  };
}
