import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentState } from '../../../lambdas/domain/consent/consent-state.ts';
import { applyStatement, foldConsent, foldStatements } from '../../../lambdas/domain/consent/fold.ts';
import { outcomesOf } from '../../../lambdas/domain/consent/outcomes.ts';
import { joinRegisters, type Registers } from '../../../lambdas/domain/consent/registers.ts';
import { isGranted, standing, standingMarketingStop, standingStop } from '../../../lambdas/domain/consent/standing.ts';
import type { FoldedStatement } from '../../../lambdas/domain/consent/statement.ts';
import { oneByOne } from '../../model/one-by-one.ts';
import { isMarketing, seededRandom, shuffled } from '../../model/random-history.ts';

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
const offers = { purposeId: 'offers', category: 'marketing' } as const;
const granted = (history: FoldedStatement[], purpose = 'offers') =>
  isGranted(foldStatements(history, isMarketing), purpose, isMarketing(purpose));

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
    expect(standing(foldStatements([statement(10, { action: 'requested' })]), 'offers', true).stands).toBe('requested');
  });
  test('a request after a stop is pending, before it is opted out', () => {
    expect(standing(foldStatements([stop(5), statement(10, { action: 'requested' })]), 'offers', true).stands).toBe(
      'requested',
    );
    expect(standing(foldStatements([stop(15), statement(10, { action: 'requested' })]), 'offers', true).stands).toBe(
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
  test('a stop that arrives late changes what START gave back', () => {
    const history = [before, stop(10), statement(12, { purposes: ['news'] }), start(20)];
    expect(granted(history)).toBe(true);
    expect(granted([...history, stop(15)])).toBe(false);
    expect(granted([...history, stop(15)], 'news')).toBe(true);
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
    expect(consentState(foldStatements([before, erased]), offers, 50_000).state).toBe('erased');
  });
  test('a second START answers the second stop', () => {
    expect(granted([before, stop(10), start(20), stop(30), start(40)])).toBe(true);
  });
});

/** Every order of arrival, one by one, comes to what the whole does: what stands, and what the next START would give back. */
function mustNotDependOnArrival(history: readonly FoldedStatement[]): void {
  const again = start(90);
  const [now, next] = [history, [...history, again]].map((each) => shown(foldConsent(each, isMarketing).registers));
  for (const arrived of permutations(history)) {
    const folded = oneByOne(arrived, isMarketing);
    expect(shown(folded.registers)).toEqual(now);
    const started = applyStatement(folded, again, isMarketing);
    if (started !== undefined) expect(shown(started.registers)).toEqual(next);
  }
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((others) => [item, ...others]));
}

const sms = (receivedBy: string) => ({ source: 'sms-keyword', receivedBy }) as const;
const noMore = (at: number, of: Partial<FoldedStatement> = {}) =>
  statement(at, { action: 'revoked', purposes: 'marketing', ...of });
const no = (at: number, of: Partial<FoldedStatement> = {}) => statement(at, { action: 'revoked', ...of });

describe('stops with no grant between them that counted at its own second are one run', () => {
  const before = statement(5, { purposes: ['offers', 'orders'] });
  const both = (history: FoldedStatement[]) => [granted(history, 'offers'), granted(history, 'orders')];
  test.each<[string, FoldedStatement[], [boolean, boolean]]>([
    ['STOP, STOP, START gives everything back', [stop(10), stop(15), start(20)], [true, true]],
    [
      'so do a stop, a refusal of all and a stop of the business',
      [stop(10), stop(12, { action: 'refused', level: 2 }), stop(15, { level: 1 }), start(20)],
      [true, true],
    ],
    [
      'a grant that counted divides them',
      [stop(10), statement(12, { purposes: ['orders'] }), stop(15), start(20)],
      [false, true],
    ],
    [
      'also when it was taken back before the second stop',
      [stop(10), statement(12), no(13), stop(15), start(20)],
      [false, false],
    ],
    [
      'a report over an own stop did not count',
      [stop(10), statement(12, { level: 2 }), stop(15), start(20)],
      [true, true],
    ],
    [
      'a report over a stop of the business did',
      [stop(10, { level: 1 }), statement(12, { level: 2 }), stop(15), start(20)],
      [true, false],
    ],
    [
      'a grant in the second of a no did not count',
      [stop(10), statement(12), no(12), stop(15), start(20)],
      [false, true],
    ],
    [
      'a grant in the second of the later stop did not count',
      [stop(10), statement(15), stop(15), start(20)],
      [true, true],
    ],
    [
      'a grant that a stop of marketing overrules did not count',
      [stop(10, { level: 1 }), noMore(11), statement(12, { level: 2 }), stop(15), start(20)],
      [false, true],
    ],
    ['a refusal of all is answered like a stop', [stop(10, { action: 'refused' }), start(20)], [true, true]],
    ['what a no ended before the run stays ended', [no(7), stop(10), stop(15), start(20)], [false, true]],
    ['what was granted anew before the run comes back', [no(7), statement(8), stop(10), start(20)], [true, true]],
    [
      'START ends a run, so the next may be one by SMS',
      [stop(10), start(12), stop(15, sms('+1')), start(20, sms('+1'))],
      [true, true],
    ],
    ['what an earlier START gave back divides them', [stop(10), start(12), stop(15), start(20)], [true, true]],
    ['a START that gave nothing back does not', [stop(10), start(12, sms('+1')), stop(15), start(20)], [true, true]],
    ['START, STOP, START, STOP, START', [start(8), stop(10), start(12), stop(15), start(20)], [true, true]],
  ])('%s', (_, history, expected) => {
    expect(both([before, ...history])).toEqual(expected);
    mustNotDependOnArrival([before, ...history]);
  });

  test.each<[string, FoldedStatement[], boolean]>([
    ['all by SMS on that number', [stop(10, sms('+1')), stop(12, sms('+1')), start(20, sms('+1'))], true],
    ['one on another number', [stop(10, sms('+2')), stop(12, sms('+1')), start(20, sms('+1'))], false],
    ['one on WhatsApp, first', [stop(10), stop(12, sms('+1')), start(20, sms('+1'))], false],
    ['one on WhatsApp, last', [stop(10, sms('+1')), stop(12), start(20, sms('+1'))], false],
    ['one of the business', [stop(10, sms('+1')), stop(12, { level: 1 }), start(20, sms('+1'))], false],
    ['by WhatsApp every run is answered', [stop(10, sms('+1')), stop(12), start(20)], true],
  ])('a START by SMS answers only a run whose stops all came so: %s', (_, history, back) => {
    expect(granted([before, ...history])).toBe(back);
  });

  test('a run with an erasure gives nothing back', () => {
    const erased = statement(12, { action: 'erased', purposes: 'all', level: 1, source: 'erasure' });
    expect(both([before, stop(10), erased, start(20)])).toEqual([false, false]);
    expect(both([before, erased, stop(15), start(20)])).toEqual([false, false]);
  });
});

describe('noes to named purposes and to marketing are no stops', () => {
  const before = statement(5, { purposes: ['offers', 'orders'] });
  const both = (history: FoldedStatement[]) => [granted(history, 'offers'), granted(history, 'orders')];
  test.each<[string, FoldedStatement[], [boolean, boolean]]>([
    ['START does not answer a no to a purpose', [no(10), start(20)], [false, true]],
    ['nor a stop of marketing', [noMore(10), start(20)], [false, true]],
    ['what one of them said between does not come back', [stop(10), no(12), start(20)], [false, true]],
    ['nor what a stop of marketing said between', [stop(10), noMore(12), start(20)], [false, true]],
    [
      'in the second of the stop it counts as between',
      [stop(10), noMore(10), no(10, { purposes: ['orders'] }), start(20)],
      [false, false],
    ],
    ['also a no of the business', [stop(10), no(12, { level: 1 }), start(20)], [false, true]],
    ['what was stopped before does not come back either', [noMore(8), stop(10), start(20)], [false, true]],
    ['and a later stop of marketing counts', [stop(10), start(20), noMore(30)], [false, true]],
    [
      'one on WhatsApp does not keep START by SMS from answering',
      [stop(10, sms('+1')), noMore(12), no(12), start(20, sms('+1'))],
      [false, true],
    ],
    [
      'a START that does not give marketing back leaves what an earlier one answered',
      [stop(10), start(12), noMore(14, { level: 1 }), statement(16, { level: 2 }), start(20)],
      [true, true],
    ],
    ['START in the second of a stop of marketing', [stop(10), start(20), noMore(20)], [false, true]],
  ])('%s', (_, history, expected) => {
    expect(both([before, ...history])).toEqual(expected);
    mustNotDependOnArrival([before, ...history]);
  });
});

describe('a stop of marketing is one statement for every purpose that is marketing', () => {
  const history = [statement(5, { purposes: ['offers', 'orders', 'news'] }), noMore(10)];
  const registers = foldStatements(history);
  test('it ends those and no other', () => {
    expect([granted(history, 'offers'), granted(history, 'news'), granted(history, 'orders')]).toEqual([
      false,
      false,
      true,
    ]);
  });
  test('one that becomes marketing, or was, is covered', () => {
    expect(consentState(registers, { purposeId: 'orders', category: 'marketing' }, 20_000).state).toBe('opted-out');
    const was = { purposeId: 'orders', category: 'utility', wasMarketing: true } as const;
    expect(consentState(registers, was, 20_000).state).toBe('opted-out');
  });
  test('a purpose called marketing is another thing', () => {
    const named = [statement(5, { purposes: ['marketing', 'offers'] }), no(10, { purposes: ['marketing'] })];
    expect(granted(named, 'offers')).toBe(true);
    expect(isGranted(foldStatements(named), 'marketing', false)).toBe(false);
    expect(isGranted(foldStatements([statement(5, { purposes: ['marketing'] }), noMore(10)]), 'marketing', false)).toBe(
      true,
    );
  });
  test('a later grant that counts brings back what it names', () => {
    const back = [...history, statement(20)];
    expect([granted(back, 'offers'), granted(back, 'news')]).toEqual([true, false]);
    expect(granted([...history, statement(20, { level: 2 })])).toBe(false);
    expect(granted([...history, statement(10)])).toBe(false);
  });
  test('a yes cannot be said of marketing as a whole', () => {
    const yes = statement(20, { purposes: 'marketing' });
    expect(foldStatements([yes])).toEqual({});
    expect(granted([...history, yes])).toBe(false);
  });
  test('it stands until a later yes to marketing, and is no stop of everything', () => {
    expect(standingStop(registers, isMarketing)).toBeUndefined();
    expect(standingMarketingStop(registers, isMarketing)).toMatchObject({ at: 10 });
    const other = [...history, statement(20, { purposes: ['orders'] })];
    expect(standingMarketingStop(foldStatements(other), isMarketing)).toMatchObject({ at: 10 });
    expect(standingMarketingStop(foldStatements([...history, start(20)]), isMarketing)).toMatchObject({ at: 10 });
    expect(standingMarketingStop(foldStatements([...history, statement(20)]), isMarketing)).toBeUndefined();
  });
});

describe('what START gives back keeps the expiry of the grant that it restores', () => {
  const valid = (history: FoldedStatement[], now: number, of = offers) =>
    consentState(foldStatements(history), { ...of, validForDays: 1 }, now * 1000).state;
  const day = 86_400;
  test('one second before, and at the moment', () => {
    const history = [statement(100), stop(200), start(300)];
    expect(valid(history, 100 + day - 1)).toBe('opted-in');
    expect(valid(history, 100 + day)).toBe('expired');
  });
  test('through any number of stops', () => {
    const history = [statement(100), stop(200), start(300), stop(400), stop(500), start(600), start(700)];
    expect(valid(history, 100 + day - 1)).toBe('opted-in');
    expect(valid(history, 100 + day)).toBe('expired');
  });
  test('what had expired before the stop does not come back', () => {
    expect(valid([statement(0), stop(day + 10), start(day + 20)], day + 30)).toBe('expired');
  });
  test('it never shortens what was granted since the stop', () => {
    expect(valid([statement(0), stop(100), statement(200), start(300)], day + 150)).toBe('opted-in');
  });
  test('where a purpose is marketing, what a stop of marketing ended does not lend its time', () => {
    const history = [statement(100), stop(200), statement(300, { level: 2 }), start(400), noMore(350, { level: 1 })];
    expect(valid(history, 399 + day)).toBe('opted-out');
  });
});

describe('what a START needs is kept, so that it does not read the history', () => {
  const folded = foldConsent([statement(5), stop(10), stop(15)], isMarketing);
  test('a START after the run', () => expect(applyStatement(folded, start(20), isMarketing)).toBeDefined());
  test('a request before the latest START', () => {
    const started = foldConsent([statement(5), stop(10), start(20)], isMarketing);
    expect(applyStatement(started, statement(15, { action: 'requested' }), isMarketing)).toBeDefined();
    expect(applyStatement(started, statement(15), isMarketing)).toBeUndefined();
    expect(applyStatement(started, statement(20), isMarketing)).toBeUndefined();
    expect(applyStatement(started, statement(21), isMarketing)).toBeDefined();
  });
  test('what arrives late from before the run belongs to it', () => {
    const late = oneByOne([stop(10), statement(5), start(20)], isMarketing);
    expect(isGranted(late.registers, 'offers', true)).toBe(true);
    expect(late.stopRun).not.toBe('unknown');
  });
  test('a state of a former version reads the history once', () => {
    expect(applyStatement({ ...folded, former: true }, stop(30), isMarketing)).toBeUndefined();
    expect(applyStatement({ ...folded, stopRun: 'unknown' }, start(30), isMarketing)).toBeUndefined();
  });
  test('after a run that is not known the next one is, once somebody came back', () => {
    const again = applyStatement({ ...folded, stopRun: 'unknown' }, statement(30), isMarketing);
    const stopped = again && applyStatement(again, stop(40), isMarketing);
    expect(stopped?.stopRun).toMatchObject({ first: 40, last: 40 });
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
    ['a later own grant that was taken back', [stop(10), statement(20), no(30)], true],
    ['a later own grant that a stop of marketing took back', [stop(10), statement(20), noMore(30)], true],
    ['a START by SMS after a stop on WhatsApp', [stop(10), start(20, sms('+1'))], true],
  ] as [string, FoldedStatement[], boolean][])('%s', (_, history, stands) => {
    expect(standingStop(foldStatements(history), isMarketing) !== undefined).toBe(stands);
  });
});

describe('expiry is computed, never recorded', () => {
  const registers = foldStatements([statement(0)]);
  const monthly = { ...offers, validForDays: 30 };
  const month = 30 * 86_400_000;
  test('one millisecond before', () => expect(consentState(registers, monthly, month - 1).state).toBe('opted-in'));
  test('at the moment', () =>
    expect(consentState(registers, monthly, month)).toMatchObject({ state: 'expired', expiresAt: month }));
});

describe('what a statement comes to', () => {
  test('an opt-in older than a later opt-out is refused by it', () => {
    const [late, no] = [statement(10), stop(20)];
    expect(outcomesOf(late, foldConsent([late, no], isMarketing), isMarketing)).toMatchObject([
      { purpose: 'offers', applied: false, refusedBy: { code: 'later-opt-out', ref: no.ref } },
    ]);
  });
  test('a report against the own stop is refused by that stop', () => {
    const [no, report] = [stop(10), statement(20, { level: 2 })];
    expect(outcomesOf(report, foldConsent([no, report], isMarketing), isMarketing)).toMatchObject([
      { refusedBy: { code: 'own-opt-out', ref: no.ref } },
    ]);
  });
  test('a stop overtaken by a later own opt-in is shown so', () => {
    const [no, yes] = [stop(10), statement(20)];
    expect(outcomesOf(no, foldConsent([no, yes], isMarketing), isMarketing)).toMatchObject([
      { applied: false, refusedBy: { code: 'later-opt-in', ref: yes.ref } },
    ]);
  });
});

/** Everything that is state: what stands for each purpose, and the stop of everything; references and their choice among equals apart. */
function shown(registers: Registers) {
  return ['offers', 'news', 'orders'].map((purpose) => {
    const found = standing(registers, purpose, isMarketing(purpose));
    if (found.stands === 'nothing') return 'nothing';
    return `${found.stands} ${found.by.at} ${found.stands === 'granted' ? found.from : ''}`;
  });
}

const anyStatement = fc
  .record({
    at: fc.integer({ min: 0, max: 12 }),
    action: fc.constantFrom('granted', 'granted', 'revoked', 'resumed', 'refused', 'requested', 'erased' as const),
    purposes: fc.constantFrom<FoldedStatement['purposes']>(
      ['offers'],
      ['news'],
      ['offers', 'news'],
      'marketing',
      'all',
    ),
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
          : (action === 'granted' || action === 'requested') && typeof purposes === 'string'
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
        const expected = shown(foldStatements(history, isMarketing));
        expect(shown(foldStatements(delivered, isMarketing))).toEqual(expected);
        expect(shown(oneByOne(delivered, isMarketing).registers)).toEqual(expected);
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
