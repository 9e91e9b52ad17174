import { describe, expect, test } from 'vitest';
import { handoverAfter, joinHandovers, withHanding, withHumanUntil } from '../../../lambdas/domain/window/handover.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const hour = 60 * 60 * 1000;
const over = (at: number) => ({ handed: 'over', by: 'words', at }) as const;
const back = (at: number) => ({ handed: 'back', by: 'business', at }) as const;

describe('until when a person is with a human', () => {
  const handover = { since: noon, by: 'button', ref: 'a.1' } as const;

  test('24 hours when they write nothing more', () => {
    expect(withHumanUntil(handover, {}, noon)).toBe(noon + 24 * hour);
    expect(withHumanUntil(handover, {}, noon + 24 * hour - 1)).toBe(noon + 24 * hour);
    expect(withHumanUntil(handover, {}, noon + 24 * hour)).toBeUndefined();
  });

  test('24 hours after their last message as long as the window was never closed in between', () => {
    const window = { lastInboundAt: noon + 40 * hour, openedAt: noon - hour };
    expect(withHumanUntil(handover, window, noon + 41 * hour)).toBe(noon + 64 * hour);
    expect(withHumanUntil(handover, window, noon + 64 * hour)).toBeUndefined();
  });

  test('a message after that brings nothing back', () => {
    const window = { lastInboundAt: noon + 25 * hour, openedAt: noon + 25 * hour };
    expect(withHumanUntil(handover, window, noon + 25 * hour)).toBeUndefined();
  });

  test('a window that opens within the 24 hours goes on from there', () => {
    const window = { lastInboundAt: noon + 30 * hour, openedAt: noon + 23 * hour };
    expect(withHumanUntil(handover, window, noon + 31 * hour)).toBe(noon + 54 * hour);
  });

  test('where the beginning of the window is not kept, the 24 hours after the handover', () => {
    expect(withHumanUntil(handover, { lastInboundAt: noon + 23 * hour }, noon + 24 * hour)).toBeUndefined();
  });

  test('handed back is handed back, also when it was done in the same millisecond', () => {
    expect(withHumanUntil({ ...handover, backAt: noon + 1 }, {}, noon + 2)).toBeUndefined();
    const after = handoverAfter(handover, back(noon), 'a.2');
    expect(withHumanUntil(after ?? {}, {}, noon + 2)).toBeUndefined();
  });
});

describe('what a handing over or back changes', () => {
  test('nothing while the person is with a human, until 24 hours have gone', () => {
    const before = { since: noon, by: 'words', ref: 'a.1' } as const;
    expect(handoverAfter(before, over(noon + hour), 'a.2')).toBeUndefined();
    expect(handoverAfter(before, over(noon - hour), 'a.2')).toBeUndefined();
    expect(handoverAfter(before, over(noon + 24 * hour), 'a.2')).toMatchObject({ since: noon + 24 * hour, ref: 'a.2' });
  });

  test('who asks again in the second in which they were handed back is with a human again, until they are handed back', () => {
    const before = { since: noon, by: 'words', ref: 'a.1', backAt: noon + 5600 } as const;
    const again = handoverAfter(before, over(noon + 5000), 'a.2') ?? {};
    expect(withHumanUntil(again, {}, noon + 6000)).toBeDefined();
    const after = handoverAfter(again, back(noon + 5900), 'a.3') ?? {};
    expect(withHumanUntil(after, {}, noon + 6000)).toBeUndefined();
    expect(handoverAfter(before, over(noon + 4000), 'a.2')).toBeUndefined();
  });

  test('nobody is handed back who is with nobody', () => {
    expect(handoverAfter({}, back(noon), 'a.1')).toBeUndefined();
    expect(handoverAfter({ since: noon, backAt: noon + 1 }, back(noon + 2), 'a.1')).toBeUndefined();
  });

  test('words said before they were handed back, and heard later, change nothing', () => {
    expect(handoverAfter({ since: noon, backAt: noon + hour }, over(noon + 1), 'a.3')).toBeUndefined();
  });

  test('two who turn out to be one are with a human if either is, in whichever order', () => {
    const a = withHanding({}, over(noon), 'a.1');
    const b = withHanding(withHanding({}, over(noon - hour), 'b.1'), back(noon - 1), 'b.2');
    expect(joinHandovers(a, b)).toEqual(joinHandovers(b, a));
    expect(withHumanUntil(joinHandovers(b, a), {}, noon)).toBe(noon + 24 * hour);
    expect(joinHandovers({}, {})).toEqual({});
  });
});
