import { hearNothing } from '../../domain/keywords/hear-nothing.ts';
import { isInInit } from '../../edge/runtime/init-phase.ts';

/**
 * Compiles in INIT what the first message in Latin letters would have to wait for: the patterns of 22 languages, 240 ms of a whole CPU and
 * three times as long of the share that an event has. Outside of INIT nothing is done.
 *
 * @returns whether it was done
 */
export function readyToHear(): boolean {
  if (!isInInit()) return false;
  return hearNothing().every(({ answer }) => answer === 'none');
}
