import { describe, expect, test } from 'vitest';
import { consentState } from '../../../lambdas/domain/consent/consent-state.ts';
import { applyStatement, foldConsent } from '../../../lambdas/domain/consent/fold.ts';
import { outcomesOf } from '../../../lambdas/domain/consent/outcomes.ts';
import type { FoldedStatement } from '../../../lambdas/domain/consent/statement.ts';
import { oneByOne } from '../../model/one-by-one.ts';
import { isMarketing } from '../../model/random-history.ts';

/** The undo of an import: its reported yeses were never said. Times in seconds. */
let made = 0;
function said(at: number, of: Partial<FoldedStatement>): FoldedStatement {
  made += 1;
  const ref = `u.${String(made).padStart(4, '0')}`;
  const like = { purposes: ['offers'], level: 3, source: 'whatsapp-message' } as const;
  return { ref, action: 'granted', ...like, saidAt: at * 1000, recordedAt: 1_000_000, ...of };
}
const imported = (at: number, batch = 'imp_1', of: Partial<FoldedStatement> = {}) =>
  said(at, { level: 2, source: 'import', batch, ...of });
const undone = (at: number, batch = 'imp_1') => imported(at, batch, { action: 'annulled' });
const stop = (at: number, of: Partial<FoldedStatement> = {}) => said(at, { action: 'revoked', purposes: 'all', ...of });
const start = (at: number) => said(at, { action: 'resumed', purposes: 'all' });

const offers = { purposeId: 'offers', category: 'marketing' } as const;
const state = (
  history: readonly FoldedStatement[],
  purpose = offers as { purposeId: string; category: 'marketing' },
) => {
  const [whole, kept, backwards] = [
    foldConsent(history, isMarketing),
    oneByOne(history, isMarketing),
    oneByOne(history.toReversed(), isMarketing),
  ].map(({ registers }) => consentState(registers, purpose, 1_000_000).state);
  expect([kept, backwards]).toEqual([whole, whole]);
  return whole;
};

describe('given an import that opted somebody in, when it is annulled', () => {
  test('they were never asked', () => expect(state([imported(10), undone(20)])).toBe('never-asked'));
  test('also where the annulment is dated before the grant', () =>
    expect(state([imported(10), undone(5)])).toBe('never-asked'));
  test('what another import granted stays', () =>
    expect(state([imported(10, 'imp_1'), imported(11, 'imp_2'), undone(20, 'imp_1')])).toBe('opted-in'));
  test('of two imports that are both annulled nothing stays', () =>
    expect(state([imported(10, 'imp_1'), imported(11, 'imp_2'), undone(20, 'imp_1'), undone(21, 'imp_2')])).toBe(
      'never-asked',
    ));
  test('what stood before it stands again', () =>
    expect(state([said(5, { level: 2, source: 'paper' }), imported(10), undone(20)])).toBe('opted-in'));
  test('a yes of the person that confirmed it stays', () =>
    expect(state([imported(10, 'imp_1', { action: 'requested' }), said(15, {}), undone(20)])).toBe('opted-in'));
  test('a yes that is first-hand stays, whatever batch it says', () =>
    expect(state([said(10, { batch: 'imp_1' }), undone(20)])).toBe('opted-in'));
  test('a request that waited for the phone waits no more', () =>
    expect(state([imported(990, 'imp_1', { action: 'requested' }), undone(20)])).toBe('never-asked'));
  test('a no that came by the same import stays', () =>
    expect(state([said(5, {}), imported(10, 'imp_1', { action: 'revoked' }), undone(20)])).toBe('opted-out'));
  test('a stop after it stays', () => expect(state([imported(10), stop(15), undone(20)])).toBe('opted-out'));
  test('what a START gave back of it goes', () =>
    expect(state([imported(10), stop(15), start(18), undone(20)])).toBe('opted-out'));
  test('what a START gave back beside it stays', () => {
    const news = { purposeId: 'news', category: 'marketing' } as const;
    const history = [said(5, { purposes: ['news'] }), imported(10), stop(15), start(18), undone(20)];
    expect([state(history, news), state(history)]).toEqual(['opted-in', 'opted-out']);
  });
  test('two stops that only its grant divided are one run: START gives back what stood before the first', () => {
    const own = said(5, { purposes: ['orders'] });
    const history = [own, stop(10, { level: 2 }), imported(12), stop(15), start(18), undone(20)];
    expect(state(history, { purposeId: 'orders', category: 'marketing' })).toBe('opted-in');
    expect(state(history)).toBe('opted-out');
  });
  test('the validity of an older yes counts from its own time', () => {
    const day = 86_400;
    const { registers } = foldConsent([said(0, { level: 2 }), imported(10 * day), undone(11 * day)], isMarketing);
    expect(consentState(registers, { ...offers, validForDays: 5 }, 11 * day * 1000).state).toBe('expired');
  });
});

describe('given the annulment, when a grant of its import comes later', () => {
  const folded = foldConsent([undone(20)], isMarketing);
  test('it changes nothing, and the history is not read', () => {
    expect(applyStatement(folded, imported(10), isMarketing)).toEqual(folded);
    expect(applyStatement(folded, imported(30), isMarketing)).toEqual(folded);
  });
  test('one of another import counts', () => {
    const after = applyStatement(folded, imported(10, 'imp_2'), isMarketing);
    expect(after?.registers.offers?.G2?.at).toBe(10);
  });
  test('it goes on being left out after other acts', () => {
    expect(state([undone(20), said(25, { purposes: ['orders'] }), stop(30), start(40), imported(50)])).toBe(
      'opted-out',
    );
  });
});

describe('what the state can tell', () => {
  test('the first annulment of an import reads the history; a second one does not', () => {
    const grant = imported(10);
    const folded = foldConsent([grant], isMarketing);
    expect(applyStatement(folded, undone(20), isMarketing)).toBeUndefined();
    const [first, second] = [undone(20), undone(19)];
    const after = foldConsent([grant, first], isMarketing);
    expect(applyStatement(after, second, isMarketing)).toEqual(foldConsent([grant, first, second], isMarketing));
  });
  test('an annulment is no stop, and no answer to one', () => {
    const folded = foldConsent([said(5, {}), stop(10), undone(12), start(20)], isMarketing);
    expect(folded.stopRun).toMatchObject({ first: 10, last: 10 });
    expect(folded.registers.offers?.S?.at).toBe(20);
  });
});

describe('what a statement comes to today', () => {
  const [grant, undo, later] = [imported(10), undone(20), undone(30)];
  const verdict = (of: FoldedStatement, history: readonly FoldedStatement[]) =>
    outcomesOf(of, foldConsent(history, isMarketing), isMarketing);
  test('the grant names the annulment, of two the earlier one', () => {
    for (const history of [
      [grant, undo, later],
      [later, undo, grant],
    ])
      expect(verdict(grant, history)).toEqual([
        {
          purpose: 'offers',
          applied: false,
          refusedBy: {
            code: 'annulled',
            detail: 'The import that it came by was undone on 1970-01-01.',
            ref: undo.ref,
          },
        },
      ]);
  });
  test('also where the person opted in by themself since', () =>
    expect(verdict(grant, [grant, undo, said(40, {})])).toMatchObject([{ refusedBy: { code: 'annulled' } }]));
  test('the annulment counts, whatever else was said', () => {
    expect(verdict(undo, [grant, undo, said(40, {})])).toEqual([{ purpose: 'offers', applied: true }]);
    expect(verdict(undo, [undo])).toEqual([{ purpose: 'offers', applied: true }]);
  });
});
