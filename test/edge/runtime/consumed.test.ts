import { describe, expect, it } from 'vitest';
import {
  currentInvocation,
  longestSilence,
  noteConsumed,
  patience,
  runMeasured,
} from '../../../lambdas/edge/runtime/consumed.ts';

describe('runMeasured', () => {
  it('adds up what each of two invocations at once consumes by itself', async () => {
    const run = (requestId: string, units: number) =>
      runMeasured(requestId, 60_000, async (invocation) => {
        noteConsumed({ readUnits: units, writeUnits: 0 });
        await Promise.resolve();
        noteConsumed({ readUnits: 0, writeUnits: units });
        expect(currentInvocation()?.requestId).toBe(requestId);
        return { ...invocation };
      });
    expect(await Promise.all([run('a', 1), run('b', 2)])).toMatchObject([
      { requestId: 'a', requests: 2, readUnits: 1, writeUnits: 1 },
      { requestId: 'b', requests: 2, readUnits: 2, writeUnits: 2 },
    ]);
  });

  it('takes a note outside an invocation without complaint', () => {
    noteConsumed({ readUnits: 1, writeUnits: 0 });
    expect(currentInvocation()).toBeUndefined();
  });
});

describe('the patience of a run', () => {
  it('is five seconds after the last answer of the table, and less where less is left of the run', () => {
    runMeasured('a', 60_000, (invocation) => {
      expect(patience.left()).toBeGreaterThan(0);
      expect(patience.left()).toBeLessThanOrEqual(longestSilence);
      invocation.answeredAt -= longestSilence;
      expect(patience.left()).toBeLessThanOrEqual(0);
      patience.answered();
      expect(patience.left()).toBeGreaterThan(0);
    });
    // A second is kept to answer in.
    runMeasured('b', 1000, () => expect(patience.left()).toBeLessThanOrEqual(0));
    runMeasured('c', 3000, () => expect(patience.left()).toBeLessThanOrEqual(2000));
  });

  it('has no end outside of a run', () => {
    patience.answered();
    expect(patience.left()).toBe(Number.POSITIVE_INFINITY);
  });
});
