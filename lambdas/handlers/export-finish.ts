import { S3Client } from '@aws-sdk/client-s3';
import { exportEvents } from '../adapters/dynamodb/events/export-events.ts';
import { exportStore } from '../adapters/dynamodb/exports/export-store.ts';
import { eligibleRows } from '../adapters/dynamodb/rows/eligible-rows.ts';
import { audienceStore } from '../adapters/s3/audience-store.ts';
import { environment } from '../contract/environment.ts';
import type { FailedEvent, FinishAnswer, FinishEvent } from '../contract/export-steps.ts';
import { causeOf } from '../edge/api/exports/export-steps.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { failExport, finishExport } from '../use-cases/exports/finish-export.ts';
import { openTable } from './deps/stage/open-table.ts';

type Deps = Parameters<typeof finishExport>[0];

/** Last step of the export state machine: the close; or, when a step failed, the note that says so. */
export const exportFinish = (deps: Deps) =>
  eventEndpoint(async (event: FinishEvent | FailedEvent): Promise<FinishAnswer> => {
    if ('failed' in event) {
      const { input, executionId, error } = event.failed;
      await failExport(deps, input, executionId, causeOf(error));
      return { status: 'failed' };
    }
    const { rows } = await finishExport(deps, event);
    return { status: 'completed', exportId: event.exportId, rows };
  });

export const handler = coldStart(() => {
  const table = openTable();
  return {
    exports: exportStore(table),
    events: exportEvents(table),
    eligibleRows: eligibleRows(table),
    audiences: audienceStore(new S3Client(), requireEnv(environment.exportBucket)),
    now: systemClock,
  };
}, exportFinish);
