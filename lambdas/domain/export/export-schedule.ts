import type { Milliseconds } from '../time.ts';

/** A standing order for exports of one purpose. The table holds the truth; EventBridge Scheduler only carries it out. */
export interface ExportSchedule {
  /** `sch_…`, also its name in EventBridge Scheduler. */
  readonly scheduleId: string;
  readonly appId: string;
  readonly purposeId: string;
  readonly name: string;
  /** `cron(…)`, `rate(…)` or `at(…)`, as EventBridge Scheduler spells them. */
  readonly expression: string;
  /** IANA; in it `cron` and `at` are read. */
  readonly timeZone: string;
  /** Its ticks are refused, whatever the Scheduler still believes. */
  readonly paused: boolean;
  /** The last change is written here, but the Scheduler has not confirmed it. */
  readonly pending: boolean;
  /** The API key that made it. */
  readonly keyId: string;
  readonly createdAt: Milliseconds;
  readonly updatedAt: Milliseconds;
}
