import { dayOf } from '../../../domain/day.ts';
import { isInInit } from '../../../edge/runtime/init-phase.ts';

/**
 * Loads in INIT what the first day in a time zone would have to wait for: Node's calendars, 20 ms of a whole CPU and three times as long of
 * the share that an event has. Outside of INIT nothing is done.
 *
 * @returns whether it was done
 */
export function readyToDate(): boolean {
  if (!isInInit()) return false;
  return dayOf('Europe/London', Date.now()) !== '';
}
