import { describe, expect, test } from 'vitest';
import {
  countsUntil,
  type GivenAnswer,
  mostAnswers,
  takeAnswer,
} from '../../../lambdas/domain/replies/answer-limit.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const hour = 3_600_000;
const given: readonly GivenAnswer[] = [0, 1, 2].map((n) => ({ at: noon + n * hour, to: `sms-${n}` }));
const outcome = (answers: readonly GivenAnswer[], to: string, now: number) => takeAnswer(answers, to, now).outcome;

describe('answers in any 24 hours', () => {
  test('three are given, and a fourth is not', () => {
    let answers: readonly GivenAnswer[] = [];
    for (let n = 0; n < mostAnswers; n += 1) {
      const taken = takeAnswer(answers, `sms-${n}`, noon + n);
      if (taken.outcome !== 'taken') throw new Error('refused too early');
      answers = taken.given;
    }
    expect(answers).toHaveLength(3);
    expect(outcome(answers, 'sms-3', noon + 3)).toBe('none-left');
  });

  test('the window slides: 23 h 59 m 59.999 s after the first there is none left, 24 hours after it there is one', () => {
    expect(outcome(given, 'sms-3', noon + 24 * hour - 1)).toBe('none-left');
    const next = takeAnswer(given, 'sms-3', noon + 24 * hour);
    expect(next).toEqual({ outcome: 'taken', given: [given[1], given[2], { at: noon + 24 * hour, to: 'sms-3' }] });
    expect(next.outcome === 'taken' && outcome(next.given, 'sms-4', noon + 25 * hour - 1)).toBe('none-left');
  });

  test('the same message is answered once, and takes nothing when it comes back', () => {
    expect(outcome(given, 'sms-1', noon + 3 * hour)).toBe('taken-before');
    expect(outcome(given.slice(0, 1), 'sms-0', noon + 1)).toBe('taken-before');
  });

  test('a clock that is behind frees nothing', () => {
    expect(outcome(given, 'sms-3', noon - 100 * hour)).toBe('none-left');
  });

  test('an answer counts for 24 hours', () => {
    expect(countsUntil({ at: noon, to: 'sms-0' })).toBe(noon + 24 * hour);
  });
});
