import type { Milliseconds } from '../time.ts';

/** `exp_`, the time in base 36 so that ids sort by it (nine characters last past the year 5000), and what makes it unique. */
export function exportIdAt(at: Milliseconds, unique: string): string {
  return `exp_${at.toString(36).padStart(9, '0')}${unique}`;
}

/**
 * The id of the export that one tick of a schedule makes. It depends on nothing else, so however often the tick is delivered
 * (an attempt id differs from retry to retry) it is the same export.
 */
export function exportIdOfTick(scheduleId: string, scheduledTime: Milliseconds): string {
  return exportIdAt(scheduledTime, scheduleId.replace(/^sch_/, ''));
}

/** Whether this can be the id of an export or a schedule. Whatever else stands in a URL is not there. */
export function isExportOrScheduleId(id: string): boolean {
  return /^(exp|sch)_[0-9a-z]{1,60}$/.test(id);
}
