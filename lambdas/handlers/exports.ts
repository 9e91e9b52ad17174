import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { eventBridgeScheduler } from '../adapters/aws/scheduler.ts';
import { exportStateMachine } from '../adapters/aws/state-machine.ts';
import { appStore } from '../adapters/dynamodb/app-store.ts';
import { documentTable } from '../adapters/dynamodb/document-table.ts';
import { exportStore } from '../adapters/dynamodb/export-store.ts';
import { scheduleStore } from '../adapters/dynamodb/schedule-store.ts';
import { stageKey } from '../adapters/dynamodb/stage-key.ts';
import { fileLinks } from '../adapters/s3/file-links.ts';
import { environment } from '../contract/environment.ts';
import { coldStart } from '../edge/cold-start.ts';
import { noteConsumed } from '../edge/consumed.ts';
import { cursors } from '../edge/cursor.ts';
import { httpEndpoint } from '../edge/http-endpoint.ts';
import { requireEnv } from '../edge/require-env.ts';
import { type ExportRouteDeps, exportRoutes } from '../edge/routes/export-routes.ts';
import { type ExportScheduleRouteDeps, exportScheduleRoutes } from '../edge/routes/export-schedule-routes.ts';
import { systemClock } from '../edge/system-clock.ts';

/** Exports and their schedules. */
export const exports = (deps: ExportRouteDeps & ExportScheduleRouteDeps) =>
  httpEndpoint({ ...exportRoutes(deps), ...exportScheduleRoutes(deps) });

export const handler = coldStart(() => {
  const table = documentTable(requireEnv(environment.tableName), noteConsumed);
  const stateMachineArn = requireEnv(environment.exportStateMachineArn);
  return {
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
