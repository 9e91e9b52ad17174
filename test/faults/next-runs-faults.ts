import type { PlantedFault } from './planted-fault.ts';

/** When a schedule runs next. */
export const nextRunsFaults: readonly PlantedFault[] = [
  {
    name: 'a paused schedule says when it runs next',
    file: 'lambdas/edge/api/exports/export-view.ts',
    find: 'paused ? [] : nextRuns(',
    replace: 'nextRuns(',
    tests: ['test/handlers/exports'],
  },
  {
    name: 'a time that has passed is a next run',
    file: 'lambdas/domain/export/schedule-runs.ts',
    find: 'instant !== undefined && instant > now',
    replace: 'instant !== undefined',
    tests: ['test/domain/export/schedule-runs'],
  },
];
