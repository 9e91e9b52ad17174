import { appStore } from '../adapters/dynamodb/app-store.ts';
import { documentTable } from '../adapters/dynamodb/document-table.ts';
import { noticeStore } from '../adapters/dynamodb/notice-store.ts';
import { stageKey } from '../adapters/dynamodb/stage-key.ts';
import { environment } from '../contract/environment.ts';
import { coldStart } from '../edge/cold-start.ts';
import { noteConsumed } from '../edge/consumed.ts';
import { cursors } from '../edge/cursor.ts';
import { httpEndpoint } from '../edge/http-endpoint.ts';
import { requireEnv } from '../edge/require-env.ts';
import { type NoticeDeps, noticeRoutes } from '../edge/routes/notice-routes.ts';
import { systemClock } from '../edge/system-clock.ts';

/** Notices: the words that people agree to. */
export const notices = (deps: NoticeDeps) => httpEndpoint(noticeRoutes(deps));

export const handler = coldStart(() => {
  const table = documentTable(requireEnv(environment.tableName), noteConsumed);
  return {
    apps: appStore(table, systemClock),
    notices: noticeStore(table),
    cursors: cursors(stageKey(table)),
    now: systemClock,
  };
}, notices);
