import { aboutAside } from '../adapters/aside/about-aside.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { keyRate } from '../adapters/dynamodb/admin/key-rate.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { userDirectory } from '../adapters/dynamodb/directory/user-directory.ts';
import { exportStore } from '../adapters/dynamodb/exports/export-store.ts';
import { gateDecisions } from '../adapters/dynamodb/gate/gate-decision-store.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { asideShelf } from '../adapters/dynamodb/messages/kept-aside.ts';
import { lastWebhook } from '../adapters/dynamodb/messages/last-webhook.ts';
import { toldSends } from '../adapters/dynamodb/messages/send-records.ts';
import { type GateDecisionDeps, gateDecisionRoutes } from '../edge/api/gate-decisions/gate-decision-routes.ts';
import { handoverRoutes } from '../edge/api/handovers/handover-routes.ts';
import { type KeptAsideDeps, keptAsideRoutes } from '../edge/api/kept-aside/kept-aside-routes.ts';
import { type UserDeps, userRoutes } from '../edge/api/users/user-routes.ts';
import { cursors } from '../edge/http/cursor.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';

type Deps = Omit<UserDeps, 'aside'> & KeptAsideDeps & GateDecisionDeps & Gate;

/** The users of an app, their statements, who withdrew, and what was kept aside. */
export const users = (deps: Deps) =>
  httpEndpoint(
    {
      ...userRoutes({ ...deps, aside: deps }),
      ...handoverRoutes(deps),
      ...gateDecisionRoutes(deps),
      ...keptAsideRoutes(deps),
    },
    undefined,
    deps,
  );

export const handler = httpStart(async () => {
  const table = openTable();
  const key = await identifierKey(table, { keeps: false });
  return {
    rate: keyRate(table, systemClock),
    apps: appStore(table, systemClock),
    people: people(table, key),
    directory: userDirectory(table),
    notices: noticeStore(table),
    points: pointStore(table),
    exports: exportStore(table),
    replies: toldSends(table),
    gateDecisions: gateDecisions(table),
    shelf: asideShelf(table),
    about: aboutAside,
    lastWebhook: lastWebhook(table, systemClock),
    cursors: cursors(async () => key),
    now: systemClock,
  };
}, users);
