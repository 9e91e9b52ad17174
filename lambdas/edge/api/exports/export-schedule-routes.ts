import { unknownPurposes } from '../../../domain/app/unknown-purposes.ts';
import type { ExportSchedule } from '../../../domain/export/export-schedule.ts';
import type { AppStore } from '../../../use-cases/admin/app-ports.ts';
import { findApp } from '../../../use-cases/admin/find-app.ts';
import {
  changeSchedule,
  createSchedule,
  deleteSchedule,
  findSchedule,
} from '../../../use-cases/exports/manage-schedules.ts';
import type { Scheduler, ScheduleStore } from '../../../use-cases/exports/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { namedPurpose } from '../../fields/named-purposes.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import { newSchedule, scheduleChange } from './export-schedule.ts';
import { scheduleView } from './export-view.ts';
import type { exportScheduleOperations } from './operations.ts';

export interface ExportScheduleRouteDeps {
  readonly apps: AppStore;
  readonly schedules: ScheduleStore;
  readonly scheduler: Scheduler;
  readonly cursors: Cursors;
  readonly now: Clock;
  /** Letters and digits that were never given before. */
  readonly newId: () => string;
}

/** Schedules of exports: made, listed, changed and deleted. */
export function exportScheduleRoutes(deps: ExportScheduleRouteDeps): RoutesOf<typeof exportScheduleOperations> {
  const view = (schedule: ExportSchedule) => scheduleView(schedule, deps.now());
  return {
    'POST /v1/apps/{appId}/export-schedules': {
      body: newSchedule,
      act: async ({ path: { appId }, json, body, caller }) => {
        const named = namedPurpose(json());
        const app = await findApp(deps.apps, appId, named);
        const { purpose: purposeId, name, expression, timeZone = app.timeZone } = body(unknownPurposes(app, named));
        const order = { appId, keyId: caller.keyId, name, expression, purposeId, timeZone };
        return { status: 201, body: view(await createSchedule(deps, `sch_${deps.newId()}`, order)) };
      },
    },

    'GET /v1/apps/{appId}/export-schedules': {
      query: plainList,
      act: async ({ path, query }) => {
        const { appId } = await findApp(deps.apps, path.appId);
        return listAnswer(deps.cursors, query(), {
          name: ['schedules', appId],
          position: positions.schedules,
          read: (limit, from) => deps.schedules.list(appId, limit, from),
          view,
        });
      },
    },

    'GET /v1/apps/{appId}/export-schedules/{scheduleId}': async ({ path: { appId, scheduleId } }) => ({
      status: 200,
      body: view(await findSchedule(deps.schedules, appId, scheduleId)),
    }),

    'PATCH /v1/apps/{appId}/export-schedules/{scheduleId}': {
      body: scheduleChange,
      act: async ({ path: { appId, scheduleId }, body }) => ({
        status: 200,
        body: view(await changeSchedule(deps, appId, scheduleId, body())),
      }),
    },

    'DELETE /v1/apps/{appId}/export-schedules/{scheduleId}': async ({ path: { appId, scheduleId } }) => {
      await deleteSchedule(deps, appId, scheduleId);
      return { status: 204 };
    },
  };
}
