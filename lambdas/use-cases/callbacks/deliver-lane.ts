import type { Try } from '../../domain/callbacks/delivery.ts';
import type { CallbackEndpoint } from '../../domain/callbacks/endpoint.ts';
import { healthAfter, offAfter } from '../../domain/callbacks/health.ts';
import { laneStep } from '../../domain/callbacks/lane.ts';
import { settleTry } from '../../domain/callbacks/settle-try.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Clock } from '../ledger/ports.ts';
import type { EndpointKeeper, LaneStore, OwedDelivery, SendDelivery } from './ports.ts';

/**
 * So long a run has a delivery in hand. Longer than any run lives (`deliver-events`, half a minute): whoever finds a claim that is over knows
 * that its holder sends nothing any more.
 */
export const claimLasts: Milliseconds = 45_000;

export interface LaneDeps {
  readonly endpoints: Pick<EndpointKeeper, 'note' | 'switchOff'>;
  readonly lanes: LaneStore;
  readonly send: SendDelivery;
  readonly now: Clock;
  /** 0 to 1. */
  readonly random: () => number;
  /** Whether this run lives long enough for another try. */
  readonly hasTime: () => boolean;
  readonly on: {
    readonly dead: (delivery: OwedDelivery) => void;
    readonly switchedOff: (endpoint: CallbackEndpoint) => void;
  };
}

/** An endpoint as a run knows it, which changes by what the run does. */
export interface Watched {
  endpoint: CallbackEndpoint;
}

/**
 * `busy`: another run has the lane in hand, and goes on with it, unless it ends before: then nobody has from then on. `wait`: it is to be
 * looked at then; `isNo`: before whatever else is due, for a no is among what waits.
 */
export type LaneEnd =
  | { readonly kind: 'settled' }
  | { readonly kind: 'busy'; readonly until: Milliseconds }
  | { readonly kind: 'wait'; readonly until: Milliseconds; readonly isNo?: boolean | undefined };

/** Sends what one lane of an endpoint is owed now, one after the other, until nothing is left that can be sent. Never two runs at once. */
export async function deliverLane(deps: LaneDeps, watched: Watched, lane: string): Promise<LaneEnd> {
  const { lanes, now } = deps;
  for (;;) {
    const { endpoint } = watched;
    if (endpoint.state === 'off' || !deps.hasTime()) return { kind: 'wait', until: now() };
    const step = laneStep(await lanes.read(endpoint, lane), now());
    for (const { row, by } of step.supersede) {
      // Somebody else wrote: nothing that was decided here holds any more.
      if (!(await lanes.supersede(endpoint, row, by.eventId))) return { kind: 'busy', until: now() + claimLasts };
    }
    if (step.kind !== 'send') return step;
    if (step.row.state === 'sending') {
      if (!(await noteLost(deps, watched, step.row))) return { kind: 'busy', until: now() + claimLasts };
      continue;
    }
    const claimed = await lanes.claim(endpoint, step.row, now() + claimLasts);
    if (claimed === undefined) return { kind: 'busy', until: now() + claimLasts };
    await tryOnce(deps, watched, claimed);
  }
}

/** One try, and what came of it: for the delivery, and for the endpoint. */
async function tryOnce(deps: LaneDeps, watched: Watched, claimed: OwedDelivery): Promise<void> {
  const { lanes, send, now, random, on } = deps;
  const { done, putOff } = await send(watched.endpoint, claimed, now());
  const settled = settleTry(done, claimed.round, now(), random(), putOff);
  const isNoted = await lanes.settle(watched.endpoint, claimed, done, settled);
  if (isNoted && settled.state === 'dead') on.dead(claimed);
  await noteHealth(deps, watched, done);
}

/** Whoever had it in hand ended before it noted anything: nobody knows what came of it, and the endpoint may be what ended the run. */
const lostTry = ({ claimedUntil }: OwedDelivery, now: Milliseconds): Try => ({
  at: claimedUntil ?? now,
  outcome: 'unknown',
  tookMs: 0,
});

/**
 * Notes a try that was lost, for the delivery and then for the endpoint: once, by whoever finds it first. Where no run survived it in all
 * its tries nobody tries it again by itself; else it is due now, as it was when its claim was over.
 *
 * @returns false = somebody else wrote
 */
async function noteLost(deps: LaneDeps, watched: Watched, lost: OwedDelivery): Promise<boolean> {
  const { lanes, now, on } = deps;
  const done = lostTry(lost, now());
  const settled = settleTry(done, lost.round, now(), 0);
  const isDead = settled.state === 'dead';
  if (!(await lanes.settle(watched.endpoint, lost, done, isDead ? settled : { state: 'waiting', dueAt: now() })))
    return false;
  if (isDead) on.dead(lost);
  await noteHealth(deps, watched, done);
  return true;
}

/** What a try says of the endpoint. */
async function noteHealth({ endpoints, now, on }: LaneDeps, watched: Watched, done: Try): Promise<void> {
  const health = healthAfter(watched.endpoint, done, now());
  if (health !== undefined) watched.endpoint = await endpoints.note(watched.endpoint, health);
  const why = offAfter(watched.endpoint, done);
  if (why === undefined || watched.endpoint.state === 'off') return;
  if (await endpoints.switchOff(watched.endpoint, why, now())) on.switchedOff(watched.endpoint);
  watched.endpoint = { ...watched.endpoint, state: 'off' };
}
