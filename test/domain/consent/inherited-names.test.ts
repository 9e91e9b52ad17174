import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packRegisters, unpackRegisters } from '../../../lambdas/adapters/dynamodb/places/registers-codec.ts';
import { consentState } from '../../../lambdas/domain/consent/consent-state.ts';
import { applyStatement, type FoldedStatement, foldStatements } from '../../../lambdas/domain/consent/fold.ts';
import { outcomesOf } from '../../../lambdas/domain/consent/outcomes.ts';
import { joinRegisters, registersAt } from '../../../lambdas/domain/consent/registers.ts';
import { standingWithoutRequest } from '../../../lambdas/domain/consent/standing.ts';
import { isInherited } from '../../../lambdas/domain/inherited-names.ts';

/** Everything that an object has from birth: purposes may be stored under such names from former times. */
const names = Object.getOwnPropertyNames(Object.prototype);
const plain = ['offers', 'orders', 'news'] as const;

const act = fc.record({
  action: fc.constantFrom('granted', 'revoked', 'refused', 'requested', 'resumed'),
  purposes: fc.oneof(fc.constant('all' as const), fc.subarray([0, 1, 2], { minLength: 1 })),
  level: fc.constantFrom(1, 2, 3),
  at: fc.integer({ min: 1, max: 12 }),
});

test('purposes with names that every object has are consented to like any others', () => {
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 10 }),
      fc.shuffledSubarray(names, { minLength: 3, maxLength: 3 }),
      (acts, odd) => {
        const statements = (purposes: readonly string[]) =>
          acts.map(
            (each, n): FoldedStatement => ({
              ref: `subject.${n}`,
              action: each.action as FoldedStatement['action'],
              purposes:
                each.action === 'resumed' || each.purposes === 'all'
                  ? 'all'
                  : each.purposes.map((index) => purposes[index] ?? ''),
              level: (each.action === 'granted' && each.level === 1 ? 2 : each.level) as FoldedStatement['level'],
              saidAt: each.at * 1000,
              recordedAt: 50_000,
              source: 'api',
            }),
          );
        const stateOf = (purposes: readonly string[]) => {
          const registers = foldStatements(statements(purposes));
          const stored = unpackRegisters(packRegisters(registers, 'subject'), 'subject');
          expect(stored).toEqual(registers);
          return purposes.map((purposeId) => ({
            state: consentState(joinRegisters({}, stored), { purposeId, category: 'utility' }, 60_000),
            lapsed: standingWithoutRequest(stored, purposeId, false).stands,
            verdicts: statements(purposes).map(
              (each) =>
                outcomesOf(each, { registers: stored }, () => false).find(({ purpose }) => purpose === purposeId)
                  ?.applied,
            ),
          }));
        };
        expect(stateOf(odd)).toEqual(stateOf(plain));
      },
    ),
    { numRuns: 300 },
  );
});

describe('a purpose of which nothing was said', () => {
  test.each(names)('%s has no marks, and a stop of it holds', (name) => {
    expect(registersAt({}, name)).toEqual({});
    expect(consentState({}, { purposeId: name, category: 'utility' }, 0)).toEqual({ state: 'never-asked' });
    const no: FoldedStatement = {
      ref: 'subject.1',
      action: 'revoked',
      purposes: [name],
      level: 3,
      saidAt: 1000,
      recordedAt: 1000,
      source: 'api',
    };
    const registers = applyStatement({ registers: {} }, no, () => false)?.registers ?? {};
    expect(consentState(registers, { purposeId: name, category: 'utility' }, 2000).state).toBe('opted-out');
  });
});

test('names that every object has are known in any case', () => {
  for (const name of names)
    expect([name, name.toLowerCase(), name.toUpperCase()].map(isInherited)).toEqual([true, true, true]);
  expect(['offers', 'constructor-news', 'proto', 'all', ''].map(isInherited)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
