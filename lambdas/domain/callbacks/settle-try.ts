import type { Milliseconds } from '../time.ts';
import type { DeathReason, DeliveryState, Try } from './delivery.ts';
import { nextTry } from './retry-schedule.ts';

/** What a delivery is after a try. */
export interface Settled {
  readonly state: DeliveryState;
  readonly dueAt?: Milliseconds;
  readonly deathReason?: DeathReason;
}

/**
 * @param round tries since it was owed, this one among them
 * @param putOff what the receiver asked for by `retry-after`
 */
export function settleTry(
  { outcome }: Pick<Try, 'outcome'>,
  round: number,
  now: Milliseconds,
  random: number,
  putOff?: Milliseconds,
): Settled {
  if (outcome === 'delivered') return { state: 'delivered' };
  const dueAt = nextTry(round, now, random, putOff);
  return dueAt === undefined ? { state: 'dead', deathReason: 'tried-enough' } : { state: 'waiting', dueAt };
}
