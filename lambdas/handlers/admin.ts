import { appStore } from '../adapters/dynamodb/app-store.ts';
import { documentTable } from '../adapters/dynamodb/document-table.ts';
import { keyStore } from '../adapters/dynamodb/key-store.ts';
import { stageKey } from '../adapters/dynamodb/stage-key.ts';
import { environment } from '../contract/environment.ts';
import { coldStart } from '../edge/cold-start.ts';
import { noteConsumed } from '../edge/consumed.ts';
import { cursors } from '../edge/cursor.ts';
import { httpEndpoint } from '../edge/http-endpoint.ts';
import { requireEnv } from '../edge/require-env.ts';
import { type AppDeps, appRoutes } from '../edge/routes/app-routes.ts';
import { type KeyDeps, keyRoutes } from '../edge/routes/key-routes.ts';
import { systemClock } from '../edge/system-clock.ts';

/** Apps and API keys. */
export const admin = (deps: AppDeps & KeyDeps) => httpEndpoint({ ...appRoutes(deps), ...keyRoutes(deps) });

export const handler = coldStart(() => {
  const table = documentTable(requireEnv(environment.tableName), noteConsumed);
  return {
    apps: appStore(table, systemClock),
    keys: keyStore(table),
    cursors: cursors(stageKey(table)),
    now: systemClock,
  };
}, admin);
