import { describe, expect, it } from 'vitest';
import { inLanes } from '../../../lambdas/use-cases/ledger/in-lanes.ts';

/** Steps that end when told, to see which run at once. */
function steps() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const step = (item: string) =>
    new Promise<string>((resolve) => {
      started.push(item);
      ends.set(item, () => resolve(item.toUpperCase()));
    });
  const end = async (...items: string[]) => {
    for (const item of items) {
      ends.get(item)?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { started, step, end };
}
/** The lanes of an item are the letters before its number. */
const letters = (item: string): string[] => [...item].filter((each) => /[a-z]/.test(each));

describe('inLanes', () => {
  it('keeps the order of one lane, runs lanes side by side, and answers in the order of the items', async () => {
    const { started, step, end } = steps();
    const results = inLanes(['a1', 'b1', 'a2', 'c1', 'a3'], letters, step, 2);
    expect(started).toEqual(['a1', 'b1']);
    await end('b1');
    expect(started).toEqual(['a1', 'b1', 'c1']);
    await end('c1', 'a1', 'a2', 'a3');
    expect(started).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
    expect(await results).toEqual(['A1', 'B1', 'A2', 'C1', 'A3']);
  });

  it('lets an item of several lanes wait for all of them, and those behind it in any for it', async () => {
    const { started, step, end } = steps();
    const results = inLanes(['a1', 'b1', 'ab2', 'a3', 'b3', 'aa4'], letters, step, 9);
    expect(started).toEqual(['a1', 'b1']);
    await end('b1');
    expect(started).toEqual(['a1', 'b1']);
    await end('a1');
    expect(started).toEqual(['a1', 'b1', 'ab2']);
    await end('ab2');
    expect(started.slice(3)).toEqual(['a3', 'b3']);
    await end('b3', 'a3', 'aa4');
    expect(await results).toEqual(['A1', 'B1', 'AB2', 'A3', 'B3', 'AA4']);
  });

  it('runs what stands in no lane as soon as there is room', async () => {
    const { started, step, end } = steps();
    const results = inLanes(['a1', 'a2', '3', '4', '5'], letters, step, 3);
    expect(started).toEqual(['a1', '3', '4']);
    await end('4', '5', '3', 'a1', 'a2');
    expect(await results).toHaveLength(5);
  });

  it('does nothing with nothing', async () => {
    expect(await inLanes([], letters, async (item) => item)).toEqual([]);
  });

  it('rejects with the first step that does', async () => {
    const fails = (item: string) => (item === 'b1' ? Promise.reject(new Error('no')) : Promise.resolve(item));
    await expect(inLanes(['a1', 'b1', 'b2'], letters, fails)).rejects.toThrow('no');
  });
});
