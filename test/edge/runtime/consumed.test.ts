import { describe, expect, it } from 'vitest';
import { currentInvocation, noteConsumed, runMeasured } from '../../../lambdas/edge/runtime/consumed.ts';

describe('runMeasured', () => {
  it('adds up what each of two invocations at once consumes by itself', async () => {
    const run = (requestId: string, units: number) =>
      runMeasured(requestId, async (invocation) => {
        noteConsumed({ readUnits: units, writeUnits: 0 });
        await Promise.resolve();
        noteConsumed({ readUnits: 0, writeUnits: units });
        expect(currentInvocation()?.requestId).toBe(requestId);
        return { ...invocation };
      });
    expect(await Promise.all([run('a', 1), run('b', 2)])).toEqual([
      { requestId: 'a', requests: 2, readUnits: 1, writeUnits: 1 },
      { requestId: 'b', requests: 2, readUnits: 2, writeUnits: 2 },
    ]);
  });

  it('takes a note outside an invocation without complaint', () => {
    noteConsumed({ readUnits: 1, writeUnits: 0 });
    expect(currentInvocation()).toBeUndefined();
  });
});
