import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { auditStore } from '../adapters/dynamodb/admin/audit-store.ts';
import { callHookStore } from '../adapters/dynamodb/admin/call-hook-store.ts';
import { keyRate } from '../adapters/dynamodb/admin/key-rate.ts';
import { keyStore } from '../adapters/dynamodb/admin/key-store.ts';
import { logoStore } from '../adapters/dynamodb/admin/logo-store.ts';
import { operatorStore } from '../adapters/dynamodb/admin/operator-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { stageKey } from '../adapters/dynamodb/table/stage-key.ts';
import { accountPool } from '../adapters/sign-in/account-pool.ts';
import { environment as env } from '../contract/environment.ts';
import { type AppDeps, appRoutes } from '../edge/api/apps/app-routes.ts';
import { type AuditDeps, auditRoutes } from '../edge/api/audit/audit-routes.ts';
import { type KeyDeps, keyRoutes } from '../edge/api/keys/key-routes.ts';
import { type PeopleDeps, peopleRoutes } from '../edge/api/people/people-routes.ts';
import { type TelephoneDeps, telephoneRoutes } from '../edge/api/telephone/telephone-routes.ts';
import { cursors } from '../edge/http/cursor.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { sendingBy } from './deps/sending/sending-by.ts';
import { userPoolId } from './deps/stage/open-sign-in.ts';
import { openTable } from './deps/stage/open-table.ts';
import { stageRate } from './deps/stage/stage-rate.ts';

/** Apps with their telephone, API keys, the people who sign in, and what was done. */
export const admin = (deps: AppDeps & KeyDeps & PeopleDeps & AuditDeps & TelephoneDeps & Gate) =>
  httpEndpoint(
    {
      ...appRoutes(deps),
      ...keyRoutes(deps),
      ...peopleRoutes(deps),
      ...auditRoutes(deps),
      ...telephoneRoutes(deps),
    },
    undefined,
    deps,
  );

export const handler = coldStart(() => {
  const table = openTable();
  const pool = userPoolId();
  return {
    audit: auditStore(table, systemClock),
    ...(pool !== undefined && { operators: operatorStore(table, pool), pool: accountPool(pool) }),
    rate: keyRate(table, systemClock),
    apps: appStore(table, systemClock),
    logos: logoStore(table),
    notices: noticeStore(table),
    points: pointStore(table),
    keys: keyStore(table),
    hooks: callHookStore(table),
    publicUrl: requireEnv(env.publicUrl),
    stageRate: stageRate(),
    sendingBy: sendingBy(),
    cursors: cursors(stageKey(table)),
    now: systemClock,
  };
}, admin);
