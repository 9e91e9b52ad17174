import { findPurpose } from '../../domain/app/app.ts';
import { type ExportRequest, eligibilityRule } from '../../domain/export/export.ts';
import { exportIdOfTick } from '../../domain/export/export-id.ts';
import { ExportRefusedError } from '../../domain/export/export-refused-error.ts';
import type { AppStore } from '../admin/app-ports.ts';
import type { Clock } from '../ledger/ports.ts';
import type { ExportStore, ScheduleStore } from './ports.ts';

/** What an execution was started with: an export that was asked for, or the tick of a schedule. */
export interface ExportOrder {
  readonly appId: string;
  readonly purposeId: string;
  readonly exportId?: string | undefined;
  readonly scheduleId?: string | undefined;
  readonly scheduledTime?: string | undefined;
}

/** The export that an execution makes. Of a tick it is the same however often the tick is delivered. */
export function exportOf(order: ExportOrder, now: number): ExportRequest {
  const { appId, purposeId, exportId, scheduleId, scheduledTime } = order;
  if (exportId !== undefined) return { exportId, appId, purposeId, requestedAt: now };
  const tick = Date.parse(scheduledTime ?? '');
  if (scheduleId === undefined || Number.isNaN(tick))
    throw new ExportRefusedError('The order names neither an export nor a tick.');
  return { exportId: exportIdOfTick(scheduleId, tick), appId, purposeId, requestedAt: tick, scheduleId };
}

/**
 * First step of an export: freezes the settings that its decisions depend on. A tick runs once (semantics 8): a second execution
 * of it is a duplicate and writes nothing; a retry within the execution continues with the first plan.
 *
 * @throws ExportRefusedError when the schedule is paused or not known, or the app does not have the purpose
 */
export async function planExport(
  deps: {
    readonly apps: Pick<AppStore, 'findFresh'>;
    readonly schedules: ScheduleStore;
    readonly exports: ExportStore;
    readonly now: Clock;
  },
  order: ExportOrder,
  executionId: string,
): Promise<{ readonly exportId: string; readonly duplicate: boolean }> {
  const plannedAt = deps.now();
  const request = exportOf(order, plannedAt);
  if (request.scheduleId !== undefined) await checkSchedule(deps.schedules, request.appId, request.scheduleId);
  const app = await deps.apps.findFresh(request.appId);
  const purpose = app && findPurpose(app, request.purposeId);
  if (app === undefined || purpose === undefined) {
    throw new ExportRefusedError(`The app ${request.appId} has no purpose ${request.purposeId}.`);
  }
  const { numberSince, countryRules, version: settingsVersion } = app;
  const portfolios = app.portfolios && { now: app.portfolios.now };
  const plan = { plannedAt, purpose, portfolios, numberSince, countryRules, settingsVersion, rule: eligibilityRule };
  const begun = await deps.exports.begin(request, executionId, plan);
  return { exportId: request.exportId, duplicate: begun === undefined };
}

/** The Scheduler may still fire what was paused or deleted a moment ago; the table decides. */
async function checkSchedule(schedules: ScheduleStore, appId: string, scheduleId: string): Promise<void> {
  const schedule = await schedules.find(appId, scheduleId);
  if (schedule === undefined)
    throw new ExportRefusedError(`The schedule ${scheduleId} is not known; it may have been deleted.`);
  if (schedule.paused) throw new ExportRefusedError(`The schedule ${scheduleId} is paused.`);
}
