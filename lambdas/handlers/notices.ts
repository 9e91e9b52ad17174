import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { auditStore } from '../adapters/dynamodb/admin/audit-store.ts';
import { keyRate } from '../adapters/dynamodb/admin/key-rate.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { stageKey } from '../adapters/dynamodb/table/stage-key.ts';
import { type NoticeDeps, noticeRoutes } from '../edge/api/notices/notice-routes.ts';
import { cursors } from '../edge/http/cursor.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { openTable } from './deps/stage/open-table.ts';

/** Notices: the words that people agree to. */
export const notices = (deps: NoticeDeps & Gate) => httpEndpoint(noticeRoutes(deps), undefined, deps);

export const handler = coldStart(() => {
  const table = openTable();
  return {
    rate: keyRate(table, systemClock),
    audit: auditStore(table, systemClock),
    apps: appStore(table, systemClock),
    notices: noticeStore(table),
    cursors: cursors(stageKey(table)),
    now: systemClock,
  };
}, notices);
