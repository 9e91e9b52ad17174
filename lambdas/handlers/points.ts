import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { auditStore } from '../adapters/dynamodb/admin/audit-store.ts';
import { keyRate } from '../adapters/dynamodb/admin/key-rate.ts';
import { appCensus } from '../adapters/dynamodb/collection/app-census.ts';
import { appCounts } from '../adapters/dynamodb/collection/app-counts.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { promptStore } from '../adapters/dynamodb/messages/prompt-store.ts';
import { personalLinkSeal } from '../adapters/links/sealed-link.ts';
import { qrCodes } from '../adapters/qr/qr-code.ts';
import { newReference } from '../adapters/random/new-reference.ts';
import { environment as env } from '../contract/environment.ts';
import { type PersonalLinkDeps, personalLinkRoutes } from '../edge/api/personal-links/personal-link-routes.ts';
import { type CountDeps, countRoutes } from '../edge/api/points/count-routes.ts';
import { type PointFileDeps, pointFileRoutes } from '../edge/api/points/point-file-routes.ts';
import { type PointDeps, pointRoutes } from '../edge/api/points/point-routes.ts';
import { type PromptRouteDeps, promptRoutes } from '../edge/api/prompts/prompt-routes.ts';
import { cursors } from '../edge/http/cursor.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { type MetaAccountDeps, metaAccount, metaAccountRoutes } from './deps/meta-account.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';

export type PointsDeps = PointDeps & CountDeps & PointFileDeps & MetaAccountDeps & PersonalLinkDeps & PromptRouteDeps;

/** Collection points, and what is made of them: links, QR codes, posters, personal links, payloads of prompts; and message templates. */
export const points = (deps: PointsDeps & Gate) =>
  httpEndpoint(
    {
      ...pointRoutes(deps),
      ...countRoutes(deps),
      ...pointFileRoutes(deps),
      ...metaAccountRoutes(deps),
      ...personalLinkRoutes(deps),
      ...promptRoutes(deps),
    },
    undefined,
    deps,
  );

export const handler = httpStart(async () => {
  const table = openTable();
  const key = await identifierKey(table);
  return {
    rate: keyRate(table, systemClock),
    audit: auditStore(table, systemClock),
    apps: appStore(table, systemClock),
    points: pointStore(table),
    counts: appCounts(table),
    census: appCensus(table),
    notices: noticeStore(table),
    links: personalLinkSeal(key),
    cursors: cursors(async () => key),
    people: people(table, key),
    qr: qrCodes,
    ...metaAccount(table),
    prompts: promptStore(table, systemClock),
    newToken: () => newReference('point'),
    publicUrl: requireEnv(env.publicUrl),
    now: systemClock,
  };
}, points);
