import { describe, expect, it } from 'vitest';
import type { Try } from '../../../lambdas/domain/callbacks/delivery.ts';
import type { EndpointHealth } from '../../../lambdas/domain/callbacks/endpoint.ts';
import { healthAfter, isFailing, isHeldBack, nextProbe, offAfter } from '../../../lambdas/domain/callbacks/health.ts';

const day = 24 * 3_600_000;
const good: EndpointHealth = { failures: 0 };
const done = (outcome: Try['outcome'], more: Partial<Try> = {}): Try => ({ at: 1000, outcome, tookMs: 20, ...more });
const comesTo = (tries: readonly Try[], from: EndpointHealth = good) =>
  tries.reduce((health, each) => healthAfter(health, each, each.at) ?? health, from);

describe('an endpoint', () => {
  it('that takes everything stays as it is: nothing is written', () => {
    expect(healthAfter(good, done('delivered'), 1000)).toBeUndefined();
  });

  it('that rejects five in a row is held back, and not one that rejects four', () => {
    const rejected = done('rejected', { code: 500 });
    expect(isHeldBack(comesTo(Array.from({ length: 4 }, () => rejected)))).toBe(false);
    expect(isHeldBack(comesTo(Array.from({ length: 5 }, () => rejected)))).toBe(true);
  });

  it('that hangs is held back at once, and one that is slow too, though it does not fail', () => {
    expect(isFailing(comesTo([done('timed-out')]))).toBe(true);
    const slow = comesTo([done('delivered', { tookMs: 3001 })]);
    expect([isHeldBack(slow), isFailing(slow)]).toEqual([true, false]);
    expect(isHeldBack(comesTo([done('delivered', { tookMs: 3000 })]))).toBe(false);
  });

  it('is good again with one success, and with a quick one when it was slow', () => {
    expect(comesTo([done('timed-out'), done('delivered')])).toEqual({
      failures: 0,
      lastFailure: { at: 1000, outcome: 'timed-out' },
    });
    expect(isHeldBack(comesTo([done('delivered', { tookMs: 9000 }), done('delivered')]))).toBe(false);
  });

  it('is tried out after a minute, and then every five at most', () => {
    expect([1, 5, 6, 7, 8, 100].map((failures) => nextProbe(failures, 0) / 60_000)).toEqual([1, 1, 2, 4, 5, 5]);
  });

  it('is switched off by 410 at once', () => {
    expect(offAfter(good, done('gone', { code: 410 }))).toBe('gone');
  });

  it('is switched off by five days of nothing but failures, and not a second earlier', () => {
    const failing = comesTo([done('rejected', { at: 0 })]);
    expect(offAfter(failing, done('rejected', { at: 5 * day - 1 }))).toBeUndefined();
    expect(offAfter(failing, done('rejected', { at: 5 * day }))).toBe('failing');
    expect(offAfter(comesTo([done('delivered')], failing), done('rejected', { at: 6 * day }))).toBeUndefined();
  });
});
