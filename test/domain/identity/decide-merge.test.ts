import { describe, expect, test } from 'vitest';
import { decideMerge, type MergeState } from '../../../lambdas/domain/identity/decide-merge.ts';
import type { PersonRecord } from '../../../lambdas/domain/identity/record.ts';
import type { ReportedPair } from '../../../lambdas/domain/identity/reported-pair.ts';
import { bsuid, person, phone, stopped } from '../../support/table/on-record.ts';

const noMarketing = () => false;
const marked = (known: PersonRecord, pairs: readonly ReportedPair[] = []) => ({ ...known, pairs });
const byNumber = person({ subjectId: 'n', phone: '14155550132', firstKnownAt: 100 });
const byBsuid = person({ subjectId: 'b', bsuid: 'US.1', parentBsuid: 'US.ENT.1', firstKnownAt: 50 });
const merge = (state: Partial<MergeState>, command: { phone?: string; at?: number } = {}) =>
  decideMerge({ survivor: marked(byNumber), loser: marked(byBsuid), ...state }, { at: 500, ...command }, noMarketing);

describe('two subjects that are one', () => {
  test('the survivor has every identifier that either had', () => {
    expect(merge({}).survivor.subject).toMatchObject({
      ...{ subjectId: 'n', userId: 'usr_n', phone: '14155550132', bsuid: 'US.1', parentBsuid: 'US.ENT.1' },
      firstKnownAt: 50,
    });
  });

  test('of two numbers the one that was seen stays, and without one the survivor’s', () => {
    const loser = marked(person({ subjectId: 'b', bsuid: 'US.1', phone: '14155550199' }));
    expect(merge({ loser }, { phone: '14155550199' }).survivor.subject.phone).toBe('14155550199');
    expect(merge({ loser }).survivor.subject.phone).toBe('14155550132');
  });

  test('a number that neither has is nobody’s by a merge', () => {
    const survivor = marked(person({ subjectId: 'n', bsuid: 'US.1' }));
    expect(merge({ survivor }, { phone: '14155550199' }).survivor.subject.phone).toBeUndefined();
  });

  test('a no of either stands', () => {
    const loser = marked(person({ subjectId: 'b', bsuid: 'US.1', ...stopped(1000) }));
    expect(merge({ loser }).survivor.subject.registers['*']).toHaveProperty('R3');
    const suppressed = [{ reason: 'administrative', scope: 'all', since: 1, ref: 'b.1' } as const];
    expect(
      merge({ loser: marked({ ...byBsuid, subject: { ...byBsuid.subject, suppressions: suppressed } }) }).survivor
        .subject.suppressions,
    ).toEqual(suppressed);
  });

  test('what both owe is owed, and the denials to the doubtful forms of the number', () => {
    const debt = { to: bsuid('US.9'), over: 'pair' } as const;
    const survivor = marked({ ...person({ subjectId: 'n', phone: '5491123456789', ...stopped(1000) }), debts: [debt] });
    const { debts } = merge({ survivor, loser: marked({ ...byBsuid, debts: [{ ...debt, until: 7 }] }) }).survivor;
    expect(debts?.slice(0, 2)).toEqual([debt, { ...debt, until: 7 }]);
    expect(debts?.slice(2)).toEqual([{ to: phone('541123456789'), over: 'form' }]);
  });

  test('whoever the loser had absorbed belongs to the survivor, after the loser', () => {
    const loser = marked({ ...byBsuid, absorbed: ['c'] });
    expect(merge({ survivor: marked({ ...byNumber, absorbed: ['a'] }), loser }).survivor.absorbed).toEqual([
      ...['a', 'b', 'c'],
    ]);
  });

  test.each<[string, PersonRecord['pair'], PersonRecord['pair'], { first: number; last: number }]>([
    ['neither was seen with both: they are seen now', undefined, undefined, { first: 500, last: 500 }],
    ['seen before', { first: 100, last: 200 }, undefined, { first: 100, last: 500 }],
    ['both, and later than the act', { first: 100, last: 200 }, { first: 90, last: 501 }, { first: 90, last: 501 }],
  ])('their pair: %s', (_, a, b, expected) => {
    const [survivor, loser] = [marked({ ...byNumber, pair: a }), marked({ ...byBsuid, pair: b })];
    expect(merge({ survivor, loser }).survivor.pair).toEqual(expected);
  });

  test('without a BSUID there is no pair', () => {
    expect(merge({ loser: marked(person({ subjectId: 'b' })) }).survivor.pair).toBeUndefined();
  });

  test('the mark that they are one person is proven and goes, on both sides; another one ends', () => {
    const survivor = marked(byNumber, [{ with: bsuid('US.1') }, { with: bsuid('US.2') }]);
    const loser = marked({ ...byBsuid, hasPairs: true }, [{ with: phone('14155550132') }]);
    const found = merge({ survivor, loser });
    expect(found.survivor.pairs).toEqual([{ with: bsuid('US.2'), until: 500 }]);
    expect(found.loser.pairs).toEqual([]);
    expect(found.survivor.hasPairs).toBe(true);
  });

  test('while the rows of either are being rewritten the answer is no for both', () => {
    const loser = marked({ ...byBsuid, subject: { ...byBsuid.subject, unsettled: true } });
    expect(merge({ loser }).survivor.subject.unsettled).toBe(true);
    expect(merge({}).survivor.subject.unsettled).toBeUndefined();
  });
});
