import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { keyRate } from '../adapters/dynamodb/admin/key-rate.ts';
import { keyStore } from '../adapters/dynamodb/admin/key-store.ts';
import { logoStore } from '../adapters/dynamodb/admin/logo-store.ts';
import { stageKey } from '../adapters/dynamodb/table/stage-key.ts';
import { type AppDeps, appRoutes } from '../edge/api/apps/app-routes.ts';
import { type KeyDeps, keyRoutes } from '../edge/api/keys/key-routes.ts';
import { cursors } from '../edge/http/cursor.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { openTable } from './deps/open-table.ts';
import { stageRate } from './deps/stage-rate.ts';

/** Apps and API keys. */
export const admin = (deps: AppDeps & KeyDeps & Gate) =>
  httpEndpoint({ ...appRoutes(deps), ...keyRoutes(deps) }, undefined, deps);

export const handler = coldStart(() => {
  const table = openTable();
  return {
    rate: keyRate(table, systemClock),
    apps: appStore(table, systemClock),
    logos: logoStore(table),
    keys: keyStore(table),
    stageRate: stageRate(),
    cursors: cursors(stageKey(table)),
    now: systemClock,
  };
}, admin);
