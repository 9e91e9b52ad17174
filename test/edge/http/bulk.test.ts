import { describe, expect, it } from 'vitest';
import { inLanes, settled } from '../../../lambdas/edge/http/bulk.ts';

/** Steps that end when told, to see which run at once. */
function steps() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const step = (item: string) =>
    new Promise<string>((resolve) => {
      started.push(item);
      ends.set(item, () => resolve(item.toUpperCase()));
    });
  const end = async (item: string) => {
    ends.get(item)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { started, step, end };
}

describe('inLanes', () => {
  it('keeps the order of one lane, runs lanes side by side, and answers in the order of the items', async () => {
    const { started, step, end } = steps();
    const results = inLanes(['a1', 'b1', 'a2', 'c1', 'a3'], (item) => item.charAt(0), step, 2);
    expect(started).toEqual(['a1', 'b1']);
    await end('b1');
    expect(started).toEqual(['a1', 'b1', 'c1']);
    await end('c1');
    await end('a1');
    await end('a2');
    await end('a3');
    expect(started).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
    expect(await results).toEqual(['A1', 'B1', 'A2', 'C1', 'A3']);
  });

  it('does nothing with nothing', async () => {
    expect(await inLanes([], String, async (item) => item)).toEqual([]);
  });
});

describe('settled', () => {
  it('gives the result or the error', async () => {
    expect(await settled(() => 1)).toBe(1);
    expect(await settled(async () => 2)).toBe(2);
    const error = new Error('no');
    expect(
      await settled(() => {
        throw error;
      }),
    ).toBe(error);
    expect(await settled(() => Promise.reject(error))).toBe(error);
    expect(await settled(() => Promise.reject('text'))).toBeInstanceOf(Error);
  });
});
