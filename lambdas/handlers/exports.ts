import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { eventBridgeScheduler } from '../adapters/aws/scheduler.ts';
import { exportStateMachine } from '../adapters/aws/state-machine.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { auditStore } from '../adapters/dynamodb/admin/audit-store.ts';
import { keyRate } from '../adapters/dynamodb/admin/key-rate.ts';
import { exportStore } from '../adapters/dynamodb/exports/export-store.ts';
import { scheduleStore } from '../adapters/dynamodb/exports/schedule-store.ts';
import { stageKey } from '../adapters/dynamodb/table/stage-key.ts';
import { fileLinks } from '../adapters/s3/file-links.ts';
import { environment } from '../contract/environment.ts';
import { type ExportRouteDeps, exportRoutes } from '../edge/api/exports/export-routes.ts';
import { type ExportScheduleRouteDeps, exportScheduleRoutes } from '../edge/api/exports/export-schedule-routes.ts';
import { cursors } from '../edge/http/cursor.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { openTable } from './deps/stage/open-table.ts';

/** Exports and their schedules. */
export const exports = (deps: ExportRouteDeps & ExportScheduleRouteDeps & Gate) =>
  httpEndpoint({ ...exportRoutes(deps), ...exportScheduleRoutes(deps) }, undefined, deps);

export const handler = coldStart(() => {
  const table = openTable();
  const stateMachineArn = requireEnv(environment.exportStateMachineArn);
  return {
    rate: keyRate(table, systemClock),
    audit: auditStore(table, systemClock),
    apps: appStore(table, systemClock),
    exports: exportStore(table),
    starter: exportStateMachine(stateMachineArn),
    links: fileLinks(new S3Client(), requireEnv(environment.exportBucket)),
    schedules: scheduleStore(table),
    cursors: cursors(stageKey(table)),
    scheduler: eventBridgeScheduler({
      group: requireEnv(environment.scheduleGroup),
      stateMachineArn,
      roleArn: requireEnv(environment.scheduleRoleArn),
      deadLetterArn: requireEnv(environment.scheduleDeadLetterArn),
    }),
    now: systemClock,
    newId: () => randomBytes(8).toString('hex'),
  };
}, exports);
