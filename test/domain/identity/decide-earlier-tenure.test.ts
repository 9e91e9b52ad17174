import { describe, expect, test } from 'vitest';
import {
  decideBeginning,
  decideEarlierTenure,
  type EarlierTenureState,
  tenureIn,
} from '../../../lambdas/domain/identity/decide-earlier-tenure.ts';
import { bsuid, person, phone, record, stopped } from '../../support/table/on-record.ts';

const number = phone('14155550132');
const pair = { first: 5000, last: 6000 };
const elsewhere = person({ subjectId: 'a', phone: '14155550199', bsuid: 'US.1' }, { pair });
const other = person({ subjectId: 'o', phone: number.value }).subject;
const gap = { asOf: 'gap', since: 100, until: 3000, next: 'today' } as const;
const today = { asOf: 'today', since: 100 } as const;
const decide = (state: Partial<EarlierTenureState>, until?: number) =>
  decideEarlierTenure({ person: elsewhere, number, hold: gap, ...state }, { at: 2000, until });

describe('somebody held a number in a gap before its next holder', () => {
  test('the gap is their tenure, and was seen by the payload', () => {
    expect(decide({})).toMatchObject({
      ...{ held: 'in-gap', tenure: { subjectId: 'a', since: 100, until: 3000, seen: 2000 } },
    });
  });

  test('who has no number was last seen with one then; who has one keeps their pair', () => {
    expect(decide({ person: person({ subjectId: 'a', bsuid: 'US.1' }) }).person.pair).toEqual({
      ...{ first: 2000, last: 2000 },
    });
    const late = person({ subjectId: 'a', bsuid: 'US.1' }, { pair: { first: 2500, last: 2600 } });
    expect(decide({ person: late }).person.pair).toEqual({ first: 2000, last: 2600 });
    expect(decide({}).person.pair).toEqual(pair);
  });

  test.each([
    ['a no of that time, which was believed to be the next holder’s, is theirs', { ...other, ...stopped(1000) }, 1],
    ['the next holder never said no', other, 0],
    ['nobody came after it', undefined, 0],
    ['they came after it themselves', { ...elsewhere.subject, ...stopped(1000) }, 0],
  ])('%s', (_, next, owed) => {
    const expected = [{ to: number, of: 'usr_o', from: 100, until: 3000, over: 'gap' }].slice(0, owed);
    expect(decide({ other: next }).person.debts).toEqual(expected);
  });
});

describe('somebody held a number before the one that is theirs now', () => {
  test('it leads to nobody: it keeps their denials, and today’s hold goes on', () => {
    const found = decide({ hold: today, record: record({ heldSince: 50, pairs: [{ with: bsuid('US.7') }] }) }, 5000);
    expect(found).toEqual({
      held: 'before',
      person: { pair, hasPairs: true, debts: [] },
      bsuid: bsuid('US.1'),
      kept: {
        atNumber: { with: bsuid('US.1'), until: 5000, kept: true },
        atBsuid: { with: number, until: 5000, kept: true },
      },
      number: {
        pairs: [{ with: bsuid('US.7') }, { with: bsuid('US.1'), until: 5000, kept: true }],
        keeps: true,
        heldSince: 50,
      },
      tenure: { subjectId: 'a', since: 100, until: 5000, seen: 2000 },
    });
  });

  test('it leads to somebody who came by it since: their hold begins then', () => {
    expect(decide({ hold: today, other }, 5000)).toMatchObject({ held: 'before', number: { heldSince: 5000 } });
  });

  test('it leads to them still: they leave it then', () => {
    const found = decide({ hold: today, other: { ...elsewhere.subject } }, 5000);
    expect(found).toMatchObject({ held: 'until-now', until: 5000, person: { hasPairs: true, debts: [] } });
  });

  test('their denials of before are owed to it, and those of that time that it knows are theirs', () => {
    const denier = { ...elsewhere, subject: { ...elsewhere.subject, ...stopped(1000) } };
    expect(decide({ person: denier, hold: today, other: { ...other, ...stopped(1000) } }, 5000).person.debts).toEqual([
      { to: number, until: 5000, over: 'pair' },
      { to: number, of: 'usr_o', from: 100, until: 5000, over: 'gap' },
    ]);
  });

  test.each<[string, Partial<EarlierTenureState>, number | undefined]>([
    [
      'a number that somebody had who has left it',
      { hold: { asOf: 'ended', tenure: { subjectId: 'z', until: 9 }, next: 'today' } },
      5000,
    ],
    ['without the time by which they had left it', { hold: today }, undefined],
    ['somebody without a BSUID', { hold: today, person: person({ subjectId: 'a' }) }, 5000],
  ])('is no case for %s', (_, state, until) => expect(() => decide(state, until)).toThrow('held earlier'));
});

describe('when today’s number began', () => {
  test.each([
    ['held since before they were first seen with it', record({ heldSince: 4999 }), { until: 5000 }],
    ['held since ever', record(), { until: 5000 }],
    ['since somebody left it before', record({ former: [{ subjectId: 'z', until: 4999 }] }), { until: 5000 }],
    ['since the very moment', record({ heldSince: 5000 }), undefined],
    ['a place that nothing is on record of', undefined, undefined],
  ])('%s', (_, known, expected) => expect(decideBeginning(elsewhere, known)).toEqual(expected));

  test('nothing begins for who has no number, or was never seen with it', () => {
    expect(decideBeginning(person({ subjectId: 'a' }, { pair }), record())).toBeUndefined();
    expect(decideBeginning(person({ subjectId: 'a', phone: '1' }), record())).toBeUndefined();
  });
});

test('a gap that no payload explains stands for nobody whom we know', () => {
  expect(tenureIn({ until: 3000 }, 'a', undefined)).toEqual({ subjectId: 'a', until: 3000, gap: true });
});
