import { appStore } from '../adapters/dynamodb/app-store.ts';
import { documentTable } from '../adapters/dynamodb/document-table.ts';
import { exportStore } from '../adapters/dynamodb/export-store.ts';
import { scheduleStore } from '../adapters/dynamodb/schedule-store.ts';
import { environment } from '../contract/environment.ts';
import type { PlanAnswer, PlanEvent } from '../contract/export-steps.ts';
import { shards } from '../contract/table.ts';
import { coldStart } from '../edge/cold-start.ts';
import { noteConsumed } from '../edge/consumed.ts';
import { eventEndpoint } from '../edge/event-endpoint.ts';
import { requireEnv } from '../edge/require-env.ts';
import { systemClock } from '../edge/system-clock.ts';
import { planExport } from '../use-cases/plan-export.ts';

type Deps = Parameters<typeof planExport>[0];

/** First step of the export state machine: who runs it, by which settings, in which shards. */
export const exportPlan = (deps: Deps) =>
  eventEndpoint(async ({ input, executionId }: PlanEvent): Promise<PlanAnswer> => {
    const { exportId, duplicate } = await planExport(deps, input, executionId);
    const { appId, purposeId } = input;
    const all = Array.from({ length: shards }, (_, shard) => ({ appId, purposeId, exportId, shard }));
    return { appId, purposeId, exportId, duplicate, shards: duplicate ? [] : all };
  });

export const handler = coldStart(() => {
  const table = documentTable(requireEnv(environment.tableName), noteConsumed);
  return {
    apps: appStore(table, systemClock),
    schedules: scheduleStore(table),
    exports: exportStore(table),
    now: systemClock,
  };
}, exportPlan);
