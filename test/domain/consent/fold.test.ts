import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentState } from '../../../lambdas/domain/consent/consent-state.ts';
import { type FoldedStatement, foldStatements } from '../../../lambdas/domain/consent/fold.ts';
import { outcomesOf } from '../../../lambdas/domain/consent/outcomes.ts';
import { joinRegisters, type Registers } from '../../../lambdas/domain/consent/registers.ts';
import { isGranted, standing, standingStop } from '../../../lambdas/domain/consent/standing.ts';
import { oneByOne } from '../../model/one-by-one.ts';
import { seededRandom, shuffled } from '../../model/random-history.ts';

let made = 0;
/** A first-hand grant of offers at second 10, unless said otherwise. Times in seconds. */
function statement(at: number, of: Partial<FoldedStatement> = {}): FoldedStatement {
  made += 1;
  return {
    ref: `u.${String(made).padStart(4, '0')}`,
    action: 'granted',
    purposes: ['offers'],
    level: 3,
    saidAt: at * 1000,
    recordedAt: 1_000_000,
    source: of.level === 2 ? 'paper' : 'whatsapp-message',
    ...of,
  };
}
const stop = (at: number, of: Partial<FoldedStatement> = {}) =>
  statement(at, { action: 'revoked', purposes: 'all', ...of });
const start = (at: number, of: Partial<FoldedStatement> = {}) =>
  statement(at, { action: 'resumed', purposes: 'all', ...of });
const granted = (history: FoldedStatement[], purpose = 'offers') => isGranted(foldStatements(history), purpose);

describe('a purpose is opted in iff some grant is later than every revoke and each higher revoke is answered', () => {
  test('a grant alone opts in', () => expect(granted([statement(10)])).toBe(true));
  test('a later revoke opts out', () => expect(granted([statement(10), stop(20)])).toBe(false));
  test('in the same second the revoke wins', () => expect(granted([statement(10), stop(10)])).toBe(false));
  test('a grant within the second of the revoke does not win by its milliseconds', () => {
    expect(granted([stop(10), statement(10, { saidAt: 10_999 })])).toBe(false);
  });
  test('one second later the grant wins', () => expect(granted([stop(10), statement(11)])).toBe(true));
  test('a reported grant does not undo the own stop of the person', () => {
    expect(granted([statement(5), stop(10), statement(20, { level: 2 })])).toBe(false);
  });
  test('after the person came back by an own act, a reported grant counts again', () => {
    expect(granted([stop(10), statement(20), statement(30, { level: 2 })])).toBe(true);
  });
  test('an agent may always record a no, and a reported yes may follow', () => {
    expect(granted([statement(5), stop(10, { level: 2 })])).toBe(false);
    expect(granted([statement(5), stop(10, { level: 2 }), statement(20, { level: 2 })])).toBe(true);
  });
  test('the no of the business is undone by a report, its own yes does not exist', () => {
    expect(granted([statement(5), stop(10, { level: 1 }), statement(20, { level: 2 })])).toBe(true);
  });
  test('a refusal counts as a revoke of its purposes only', () => {
    const history = [
      statement(5, { purposes: ['offers', 'news'] }),
      statement(10, { action: 'refused', purposes: ['offers'] }),
    ];
    expect(granted(history, 'offers')).toBe(false);
    expect(granted(history, 'news')).toBe(true);
  });
  test('a stop of everything stops a purpose that was created later', () => {
    expect(granted([stop(10), statement(9, { purposes: ['brand-new'] })], 'brand-new')).toBe(false);
  });
  test('a later own grant brings back its own purposes only', () => {
    const history = [statement(5, { purposes: ['offers', 'news'] }), stop(10), statement(20, { purposes: ['news'] })];
    expect(granted(history, 'offers')).toBe(false);
    expect(granted(history, 'news')).toBe(true);
  });
  test('a request never lowers an opted-in purpose and shows as pending where nothing else stands', () => {
    expect(granted([statement(5), statement(10, { action: 'requested' })])).toBe(true);
    expect(standing(foldStatements([statement(10, { action: 'requested' })]), 'offers').stands).toBe('requested');
  });
  test('a request after a stop is pending, before it is opted out', () => {
    expect(standing(foldStatements([stop(5), statement(10, { action: 'requested' })]), 'offers').stands).toBe(
      'requested',
    );
    expect(standing(foldStatements([stop(15), statement(10, { action: 'requested' })]), 'offers').stands).toBe(
      'revoked',
    );
  });
});

describe('START gives back exactly what was opted in when the stop that it answers took effect', () => {
  const before = statement(5, { purposes: ['offers', 'news'] });
  test('what was opted in comes back', () => {
    expect(granted([before, stop(10), start(20)], 'offers')).toBe(true);
    expect(granted([before, stop(10), start(20)], 'news')).toBe(true);
  });
  test('nothing else', () => expect(granted([before, stop(10), start(20)], 'orders')).toBe(false));
  test('without a stop it gives nothing', () => expect(granted([start(20)])).toBe(false));
  test('what was opted out before the stop stays out', () => {
    const out = statement(7, { action: 'revoked', purposes: ['news'] });
    expect(granted([before, out, stop(10), start(20)], 'news')).toBe(false);
  });
  test('a stop in the same second as START wins', () => expect(granted([before, stop(20), start(20)])).toBe(false));
  test('only the last stop is answered: after two stops nothing was opted in', () => {
    expect(granted([before, stop(10), stop(15), start(20)])).toBe(false);
  });
  test('a stop that arrives late changes what START gave back', () => {
    const history = [before, stop(10), start(20)];
    expect(granted(history)).toBe(true);
    expect(granted([...history, stop(15)])).toBe(false);
  });
  test('START by SMS undoes only a stop by SMS', () => {
    expect(granted([before, stop(10), start(20, { source: 'sms-keyword' })])).toBe(false);
    expect(granted([before, stop(10, { source: 'sms-keyword' }), start(20, { source: 'sms-keyword' })])).toBe(true);
  });
  test('after an erasure there is nothing to give back', () => {
    const erased = statement(10, { action: 'erased', purposes: 'all', level: 1, source: 'erasure' });
    expect(granted([before, erased, start(20)])).toBe(false);
    expect(granted([before, erased, statement(30, { level: 2 })])).toBe(false);
    expect(granted([before, erased, statement(30)])).toBe(true);
    expect(consentState(foldStatements([before, erased]), { purposeId: 'offers' }, 50_000).state).toBe('erased');
  });
  test('a second START answers the second stop', () => {
    expect(granted([before, stop(10), start(20), stop(30), start(40)])).toBe(true);
  });
});

describe('a stop of everything stands until a later yes', () => {
  test.each([
    ['a stop alone', [stop(10)], true],
    ['a later own grant', [stop(10), statement(20)], false],
    ['a later report against an own stop', [stop(10), statement(20, { level: 2 })], true],
    ['a later report against a reported stop', [stop(10, { level: 2 }), statement(20, { level: 2 })], false],
    ['START of somebody who had never opted in', [stop(10), start(20)], false],
    ['a stop after START', [stop(10), start(20), stop(30)], true],
    ['an opt-out of one purpose only', [statement(10, { action: 'revoked' })], false],
  ] as [string, FoldedStatement[], boolean][])('%s', (_, history, stands) => {
    expect(standingStop(foldStatements(history)) !== undefined).toBe(stands);
  });
});

describe('expiry is computed, never recorded', () => {
  const registers = foldStatements([statement(0)]);
  const offers = { purposeId: 'offers', validForDays: 30 };
  const month = 30 * 86_400_000;
  test('one millisecond before', () => expect(consentState(registers, offers, month - 1).state).toBe('opted-in'));
  test('at the moment', () =>
    expect(consentState(registers, offers, month)).toMatchObject({ state: 'expired', expiresAt: month }));
});

describe('what a statement comes to', () => {
  test('an opt-in older than a later opt-out is refused by it', () => {
    const [late, no] = [statement(10), stop(20)];
    expect(outcomesOf(late, foldStatements([late, no]))).toMatchObject([
      { purpose: 'offers', applied: false, refusedBy: { code: 'later-opt-out', ref: no.ref } },
    ]);
  });
  test('a report against the own stop is refused by that stop', () => {
    const [no, report] = [stop(10), statement(20, { level: 2 })];
    expect(outcomesOf(report, foldStatements([no, report]))).toMatchObject([
      { refusedBy: { code: 'own-opt-out', ref: no.ref } },
    ]);
  });
  test('a stop overtaken by a later own opt-in is shown so', () => {
    const [no, yes] = [stop(10), statement(20)];
    expect(outcomesOf(no, foldStatements([no, yes]))).toMatchObject([
      { applied: false, refusedBy: { code: 'later-opt-in', ref: yes.ref } },
    ]);
  });
});

/** Everything that is state: what stands for each purpose, and the stop of everything; references and their choice among equals apart. */
function shown(registers: Registers) {
  return ['offers', 'news', 'orders'].map((purpose) => {
    const found = standing(registers, purpose);
    return found.stands === 'nothing' ? 'nothing' : `${found.stands} ${found.by.at}`;
  });
}

const anyStatement = fc
  .record({
    at: fc.integer({ min: 0, max: 12 }),
    action: fc.constantFrom('granted', 'granted', 'revoked', 'resumed', 'refused', 'requested', 'erased' as const),
    purposes: fc.constantFrom<readonly string[] | 'all'>(['offers'], ['news'], ['offers', 'news'], 'all'),
    level: fc.constantFrom(1, 2, 3 as const),
    sms: fc.boolean(),
    ms: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ at, action, purposes, level, sms, ms }) =>
    statement(at, {
      action: action as FoldedStatement['action'],
      saidAt: at * 1000 + ms,
      purposes:
        action === 'resumed' || action === 'erased'
          ? 'all'
          : action === 'granted' && purposes === 'all'
            ? ['offers']
            : purposes,
      level: action === 'resumed' ? 3 : action === 'granted' && level === 1 ? 2 : (level as 1 | 2 | 3),
      source: sms ? 'sms-keyword' : 'whatsapp-message',
    }),
  );

describe('properties', () => {
  test('any order and any duplication of the same statements give the same state, one by one as well as at once', () => {
    fc.assert(
      fc.property(fc.array(anyStatement, { maxLength: 12 }), fc.integer(), (history, seed) => {
        const twice = [...history, ...history.slice(0, Math.floor(history.length / 2))];
        const delivered = shuffled(seededRandom(seed), twice);
        const expected = shown(foldStatements(history));
        expect(shown(foldStatements(delivered))).toEqual(expected);
        expect(shown(oneByOne(delivered))).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  test('two halves joined are the whole, where nobody said START', () => {
    fc.assert(
      fc.property(fc.array(anyStatement, { maxLength: 12 }), fc.integer({ min: 0, max: 12 }), (all, cut) => {
        const history = all.filter((each) => each.action !== 'resumed');
        const joined = joinRegisters(foldStatements(history.slice(0, cut)), foldStatements(history.slice(cut)));
        expect(joined).toEqual(foldStatements(history));
      }),
    );
  });
});
