import { describe, expect, it } from 'vitest';
import { nextTry, retryDelays } from '../../../lambdas/domain/callbacks/retry-schedule.ts';
import { settleTry } from '../../../lambdas/domain/callbacks/settle-try.ts';

const hour = 3_600_000;

describe('what failed', () => {
  it('is tried nine times more over 72 hours and more, at the least', () => {
    let at = 0;
    let tries = 1;
    for (let next = nextTry(1, at, 0); next !== undefined; next = nextTry(tries, at, 0)) {
      at = next;
      tries += 1;
    }
    expect([tries, at / hour]).toEqual([10, 75.6]);
  });

  it('is tried up to a fifth later by chance, and never earlier', () => {
    expect(nextTry(1, 0, 0)).toBe(60_000);
    expect(nextTry(1, 0, 1)).toBe(72_000);
    expect(nextTry(9, 0, 0.999999)).toBeLessThan(29 * hour);
  });

  it('waits as long as the receiver asks for, a day at most, and never less than it would', () => {
    expect(nextTry(1, 0, 0, 10 * 60_000)).toBe(600_000);
    expect(nextTry(1, 0, 0, 1000)).toBe(60_000);
    expect(nextTry(1, 0, 0, 1000 * hour)).toBe(24 * hour);
  });

  it('is dead after its tenth try, and waits before', () => {
    expect(settleTry({ outcome: 'rejected' }, retryDelays.length, 0, 0)).toEqual({
      state: 'waiting',
      dueAt: 24 * hour,
    });
    expect(settleTry({ outcome: 'rejected' }, retryDelays.length + 1, 0, 0)).toEqual({
      state: 'dead',
      deathReason: 'tried-enough',
    });
    expect(settleTry({ outcome: 'delivered' }, 10, 0, 0)).toEqual({ state: 'delivered' });
  });
});
