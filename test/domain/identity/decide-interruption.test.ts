import { describe, expect, test } from 'vitest';
import { decideEndedInterruption, decideInterruption } from '../../../lambdas/domain/identity/decide-interruption.ts';
import { record } from '../../support/table/on-record.ts';

const kept = (tenure: object) => ({ ...tenure, kept: true }) as never;
const holder = { subjectId: 'a', kept };

describe('somebody else had the number of today’s holder for a while', () => {
  test('in between: they had it before and have it since, and grants of the time between no longer count', () => {
    expect(decideInterruption(record({ heldSince: 100 }), holder, { from: 500, until: 600 })).toEqual({
      number: { former: [{ subjectId: 'a', since: 100, until: 500, kept: true }], heldSince: 600 },
      cut: { from: 500, until: 600 },
    });
  });

  test('before: their hold only begins later', () => {
    expect(decideInterruption(record(), holder, { until: 600 })).toEqual({
      number: { former: [], heldSince: 600 },
      cut: { until: 600 },
    });
  });

  test('from the moment at which they came by it: nothing is left of the time before', () => {
    expect(decideInterruption(record({ heldSince: 500 }), holder, { from: 500, until: 600 }).number.former).toEqual([]);
  });
});

describe('somebody else had the number of who has left it since', () => {
  const [first, last] = [
    { subjectId: 'z', until: 100 },
    { subjectId: 'a', until: 900, seen: 400 },
  ];
  const ended = (at: number) => decideEndedInterruption(record({ former: [first, last] }), last, at);

  test.each([
    ['a millisecond before they were first seen with it: it began then', 399, { since: 400, until: 900 }, [100, 400]],
    ['when they were seen with it: it ended then', 400, { until: 400 }, [400, 900]],
    ['after they were seen with it', 700, { until: 700 }, [700, 900]],
  ])('%s', (_, at, tenure, [from, until]) => {
    const found = ended(at);
    expect(found.cut).toEqual({ from, until });
    expect(found.number.former?.[1]).toEqual({ ...last, ...tenure });
  });
});
