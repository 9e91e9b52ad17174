import { S3Client } from '@aws-sdk/client-s3';
import { documentTable } from '../adapters/dynamodb/document-table.ts';
import { eligibleRows } from '../adapters/dynamodb/eligible-rows.ts';
import { exportStore } from '../adapters/dynamodb/export-store.ts';
import { audienceStore } from '../adapters/s3/audience-store.ts';
import { environment } from '../contract/environment.ts';
import type { FailedEvent, FinishAnswer, FinishEvent } from '../contract/export-steps.ts';
import { coldStart } from '../edge/cold-start.ts';
import { noteConsumed } from '../edge/consumed.ts';
import { eventEndpoint } from '../edge/event-endpoint.ts';
import { causeOf } from '../edge/requests/export-steps.ts';
import { requireEnv } from '../edge/require-env.ts';
import { systemClock } from '../edge/system-clock.ts';
import { failExport, finishExport } from '../use-cases/finish-export.ts';

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
  const table = documentTable(requireEnv(environment.tableName), noteConsumed);
  return {
    exports: exportStore(table),
    eligibleRows: eligibleRows(table),
    audiences: audienceStore(new S3Client(), requireEnv(environment.exportBucket)),
    now: systemClock,
  };
}, exportFinish);
