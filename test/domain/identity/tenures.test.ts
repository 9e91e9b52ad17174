import { describe, expect, test } from 'vitest';
import { type EndedTenure, holdAt, interrupted, type Tenures } from '../../../lambdas/domain/identity/tenures.ts';

const tenures: Tenures<EndedTenure> = {
  ended: [
    { subjectId: 'b', since: 200, until: 300 },
    { subjectId: 'a', until: 100 },
  ],
  today: { since: 400 },
};

const told = (at: number, of: Tenures<EndedTenure> = tenures) => {
  const hold = holdAt(of, at);
  if (hold.asOf === 'ended')
    return `${hold.tenure.subjectId}, next ${hold.next === 'today' ? 'today' : (hold.next?.subjectId ?? '-')}`;
  if (hold.asOf === 'gap') return `gap ${hold.since ?? 'ever'}-${hold.until}`;
  return `today since ${hold.since ?? 'ever'}`;
};

describe('who held an identifier', () => {
  test.each([
    ['the first known holder holds it since ever', -1e9, 'a, next b'],
    ['to the millisecond before they left', 99, 'a, next b'],
    ['nobody from then on', 100, 'gap 100-200'],
    ['until somebody came by it', 199, 'gap 100-200'],
    ['from that act on', 200, 'b, next today'],
    ['a gap before today’s holder', 300, 'gap 300-400'],
    ['today’s holder', 400, 'today since 400'],
  ])('%s', (_, at, expected) => expect(told(at)).toBe(expected));

  test('a holder whose beginning is not known holds it since the one before left', () => {
    expect(told(100, { ended: [{ subjectId: 'a', until: 100 }], today: {} })).toBe('today since 100');
    expect(told(100, { ended: [{ subjectId: 'a', until: 100 }] })).toBe('today since 100');
    expect(told(0, { ended: [] })).toBe('today since ever');
  });
});

describe('a late proof of somebody else', () => {
  const named = (tenure: EndedTenure) => tenure;

  test('in between: today’s holder had it before and since', () => {
    const after = interrupted(tenures, named, 'c', { from: 500, until: 600 });
    expect([450, 550, 600].map((at) => told(at, after))).toEqual(['c, next today', 'gap 500-600', 'today since 600']);
  });

  test('before: only the beginning moves', () => {
    const after = interrupted({ ended: [], today: {} }, named, 'c', { until: 600 });
    expect([500, 600].map((at) => told(at, after))).toEqual(['gap ever-600', 'today since 600']);
  });

  test('at the very beginning: nothing is left of the time before', () => {
    const after = interrupted(tenures, named, 'c', { from: 400, until: 600 });
    expect([399, 500].map((at) => told(at, after))).toEqual(['gap 300-600', 'gap 300-600']);
  });
});
