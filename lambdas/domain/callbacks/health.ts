import type { Milliseconds } from '../time.ts';
import type { Try } from './delivery.ts';
import type { EndpointHealth, OffReason } from './endpoint.ts';

/** An endpoint of which nothing but failures came for so long is switched off. */
export const longestFailure: Milliseconds = 5 * 24 * 60 * 60 * 1000;

/** An answer that takes longer keeps a run from others. */
export const slowAnswer: Milliseconds = 3000;

/** So many failures in a row hold an endpoint back; one that hangs is held back at once. */
export const failuresToBrake = 5;

const shortestProbe: Milliseconds = 60_000;
const longestProbe: Milliseconds = 5 * 60_000;

/** Tries that took a run's time, or may have. */
const costly: readonly Try['outcome'][] = ['timed-out', 'unresolved', 'unknown'];

/** Whether its deliveries go one lane at a time, by the one run that works for it, and not by whatever run is told of them. */
export function isHeldBack({ failures, lastFailure, isSlow }: EndpointHealth): boolean {
  return isFailing({ failures, lastFailure }) || isSlow === true;
}

/** Whether it is only tried out. */
export function isFailing({ failures, lastFailure }: Pick<EndpointHealth, 'failures' | 'lastFailure'>): boolean {
  if (failures === 0) return false;
  return failures >= failuresToBrake || (lastFailure !== undefined && costly.includes(lastFailure.outcome));
}

/** When an endpoint that failed so often may be tried out again. */
export function nextProbe(failures: number, now: Milliseconds): Milliseconds {
  return now + Math.min(shortestProbe * 2 ** Math.max(0, failures - failuresToBrake), longestProbe);
}

/** How it goes with an endpoint after a try; undefined = as before. */
export function healthAfter(health: EndpointHealth, done: Try, now: Milliseconds): EndpointHealth | undefined {
  const { at, outcome, code, tookMs } = done;
  if (outcome === 'delivered') {
    const isSlow = tookMs > slowAnswer;
    if (health.failures === 0 && isSlow === (health.isSlow === true)) return undefined;
    return { failures: 0, lastFailure: health.lastFailure, ...(isSlow && { isSlow }) };
  }
  const failures = health.failures + 1;
  return {
    failures,
    failingSince: health.failingSince ?? at,
    lastFailure: { at, outcome, ...(code !== undefined && { code }) },
    isSlow: health.isSlow,
    probeAt: nextProbe(failures, now),
  };
}

/** Whether an endpoint is to be switched off after a try, and why. */
export function offAfter(health: EndpointHealth, done: Try): Exclude<OffReason, 'by-hand'> | undefined {
  if (done.outcome === 'gone') return 'gone';
  if (done.outcome === 'delivered' || health.failingSince === undefined) return undefined;
  return done.at - health.failingSince >= longestFailure ? 'failing' : undefined;
}
