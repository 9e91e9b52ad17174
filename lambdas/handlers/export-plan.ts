import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { exportStore } from '../adapters/dynamodb/exports/export-store.ts';
import { scheduleStore } from '../adapters/dynamodb/exports/schedule-store.ts';
import type { PlanAnswer, PlanEvent } from '../contract/export-steps.ts';
import { shards } from '../contract/table.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { planExport } from '../use-cases/exports/plan-export.ts';
import { openTable } from './deps/stage/open-table.ts';

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
  const table = openTable();
  return {
    apps: appStore(table, systemClock),
    schedules: scheduleStore(table),
    exports: exportStore(table),
    now: systemClock,
  };
}, exportPlan);
