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
import { namedPurpose } from '../../fields/named-purpose.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { HttpRequest, RouteTable } from '../../http/http-request.ts';
import { exportList } from './export-list.ts';
import { parseNewSchedule, parseScheduleChange } from './export-schedule.ts';
import { scheduleView } from './export-view.ts';

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
export function exportScheduleRoutes(deps: ExportScheduleRouteDeps): RouteTable {
  const create = async ({ path: { appId }, caller, ...request }: HttpRequest<'appId'>) => {
    const body = request.json();
    const order = parseNewSchedule(await findApp(deps.apps, appId, namedPurpose(body)), body);
    const schedule = await createSchedule(deps, `sch_${deps.newId()}`, { appId, keyId: caller.keyId, ...order });
    return { status: 201, body: scheduleView(schedule) };
  };

  const list = async (request: HttpRequest<'appId'>) => {
    const { appId } = await findApp(deps.apps, request.path.appId);
    const load = (limit: number, after?: string) => deps.schedules.list(appId, limit, after);
    return exportList(deps.cursors, request, 'schedules', load, scheduleView);
  };

  const one = async ({ path: { appId, scheduleId } }: HttpRequest<'appId' | 'scheduleId'>) => ({
    status: 200,
    body: scheduleView(await findSchedule(deps.schedules, appId, scheduleId)),
  });

  const change = async ({ path: { appId, scheduleId }, ...request }: HttpRequest<'appId' | 'scheduleId'>) => {
    const changed = await changeSchedule(deps, appId, scheduleId, parseScheduleChange(request.json()));
    return { status: 200, body: scheduleView(changed) };
  };

  const remove = async ({ path: { appId, scheduleId } }: HttpRequest<'appId' | 'scheduleId'>) => {
    await deleteSchedule(deps, appId, scheduleId);
    return { status: 204 };
  };

  const schedule = '/v1/apps/{appId}/export-schedules/{scheduleId}';
  return {
    'POST /v1/apps/{appId}/export-schedules': create,
    'GET /v1/apps/{appId}/export-schedules': list,
    [`GET ${schedule}`]: one,
    [`PATCH ${schedule}`]: change,
    [`DELETE ${schedule}`]: remove,
  };
}
