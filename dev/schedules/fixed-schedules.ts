import { parseScheduleExpression } from './schedule-expression.ts';

/** A schedule of the template, which puts a message into a queue. */
export interface FixedSchedule {
  readonly id: string;
  readonly expression: string;
  readonly queueId: string;
  readonly input: string;
}

/** Schedules of the template. A jump of the clock fires each once: what they wake looks at everything that is due by then. */
export function fixedSchedules(
  schedules: readonly FixedSchedule[],
  now: () => number,
  fire: (schedule: FixedSchedule) => void,
): { fireDue(): Promise<void> } {
  const startedAt = now();
  const doneUntil = new Map<string, number>();
  return {
    async fireDue() {
      for (const schedule of schedules) {
        const at = now();
        // A clock that was put back begins anew.
        const done = Math.min(doneUntil.get(schedule.id) ?? startedAt, at);
        const next = parseScheduleExpression(schedule.expression, 'UTC').next(done, startedAt);
        if (next !== undefined && next <= at) fire(schedule);
        doneUntil.set(schedule.id, next !== undefined && next <= at ? at : done);
      }
    },
  };
}
