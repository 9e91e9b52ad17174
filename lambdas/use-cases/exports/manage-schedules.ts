import { InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import { isExportOrScheduleId } from '../../domain/export/export-id.ts';
import type { ExportSchedule } from '../../domain/export/export-schedule.ts';
import { runsAfter } from '../../domain/export/schedule-runs.ts';
import { found } from '../../domain/found.ts';
import type { Clock } from '../ledger/ports.ts';
import type { Scheduler, ScheduleStore } from './ports.ts';

interface Deps {
  readonly schedules: ScheduleStore;
  readonly scheduler: Scheduler;
  readonly now: Clock;
}

/** What the caller decides about a schedule. */
export type ScheduleOrder = Pick<ExportSchedule, 'appId' | 'purposeId' | 'name' | 'expression' | 'timeZone' | 'keyId'>;

/**
 * Makes a schedule. The table knows it before the Scheduler does, so nothing runs that is not listed; when the Scheduler cannot
 * take it, it is removed from both, and as long as that fails too it stays listed as pending.
 *
 * @throws InvalidInputError when it can never run, or the Scheduler refuses the expression
 */
export async function createSchedule(deps: Deps, scheduleId: string, order: ScheduleOrder): Promise<ExportSchedule> {
  const createdAt = deps.now();
  checkRuns(order, createdAt, '/expression');
  const schedule: ExportSchedule = {
    ...order,
    scheduleId,
    paused: false,
    pending: true,
    createdAt,
    updatedAt: createdAt,
  };
  await deps.schedules.put(schedule);
  try {
    return await carryOut(deps, schedule);
  } catch (error) {
    // What goes wrong here is less worth knowing than what went wrong before.
    await deleteSchedule(deps, order.appId, scheduleId).catch(() => undefined);
    throw error;
  }
}

/**
 * Changes a schedule. A pause holds from the moment it is written, for the plan refuses the ticks of a paused schedule.
 *
 * @throws NotFoundError, AlreadyExistsError when somebody else changed it meanwhile, InvalidInputError as above
 */
export async function changeSchedule(
  deps: Deps,
  appId: string,
  scheduleId: string,
  change: Partial<Pick<ExportSchedule, 'paused' | 'expression' | 'timeZone' | 'name'>>,
): Promise<ExportSchedule> {
  const before = await findSchedule(deps.schedules, appId, scheduleId);
  const when = whenChanged(change);
  if (when !== undefined) checkRuns({ ...before, ...change }, deps.now(), when);
  const changed: ExportSchedule = { ...before, ...change, pending: true, updatedAt: later(deps, before) };
  await deps.schedules.put(changed, before);
  return carryOut(deps, changed);
}

/**
 * Removes a schedule: its ticks are refused from the first write on, then it leaves the Scheduler, then the list. A failure in
 * between leaves it listed, and it can be deleted again.
 *
 * @throws NotFoundError, AlreadyExistsError as above
 */
export async function deleteSchedule(deps: Deps, appId: string, scheduleId: string): Promise<void> {
  const before = await findSchedule(deps.schedules, appId, scheduleId);
  await deps.schedules.put({ ...before, paused: true, pending: true, updatedAt: later(deps, before) }, before);
  await deps.scheduler.remove(scheduleId);
  await deps.schedules.remove(appId, scheduleId);
}

/** @throws NotFoundError */
export async function findSchedule(
  schedules: ScheduleStore,
  appId: string,
  scheduleId: string,
): Promise<ExportSchedule> {
  return found(isExportOrScheduleId(scheduleId) ? await schedules.find(appId, scheduleId) : undefined, 'schedule');
}

/** The field that decides anew whether and when a schedule runs; undefined = none does. A pause may be taken whatever is paused. */
function whenChanged(change: Partial<ExportSchedule>): string | undefined {
  if (change.expression !== undefined) return '/expression';
  if (change.timeZone !== undefined) return '/timeZone';
  return change.paused === false ? '/paused' : undefined;
}

/** @throws InvalidInputError for a schedule that would be listed and never make an export */
function checkRuns({ expression, timeZone }: ScheduleOrder, now: number, pointer: string): void {
  if (runsAfter(expression, timeZone, now)) return;
  const detail = `${expression} never runs from now on in ${timeZone}: its time has passed or does not exist.`;
  throw new InvalidInputError([{ pointer, code: 'never-runs', detail }]);
}

/** The time of a change: every change has one of its own, for it tells the versions of a schedule apart. */
function later(deps: Deps, before: ExportSchedule): number {
  return Math.max(deps.now(), before.updatedAt + 1);
}

/** Others may change the schedule again and again while this call brings it to the Scheduler; so often it goes after them. */
const mostRounds = 10;

/**
 * Brings the Scheduler to what the table says; whoever changes or deletes meanwhile wins.
 * When it never stands still it is answered as pending: each of those others brings it there too.
 */
async function carryOut(deps: Deps, schedule: ExportSchedule): Promise<ExportSchedule> {
  let wanted = schedule;
  for (let round = 0; round < mostRounds; round += 1) {
    await deps.scheduler.put(wanted);
    if (await deps.schedules.confirm(wanted)) return { ...wanted, pending: false };
    const stands = await deps.schedules.find(wanted.appId, wanted.scheduleId);
    if (stands === undefined) {
      await deps.scheduler.remove(wanted.scheduleId);
      throw new NotFoundError('The schedule was deleted meanwhile.');
    }
    wanted = stands;
  }
  return { ...wanted, pending: true };
}
