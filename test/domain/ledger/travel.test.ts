import { describe, expect, test } from 'vitest';
import type { ReportedPair } from '../../../lambdas/domain/identity/reported-pair.ts';
import type { Subject } from '../../../lambdas/domain/identity/subject.ts';
import {
  cameOver,
  followsPairs,
  ownNames,
  pairsToFollow,
  refOf,
  stopsOf,
} from '../../../lambdas/domain/ledger/travel.ts';
import { newcomer } from '../../support/ledger/dry-run.ts';

/** Where a no goes from somebody, given the marks that were read. */
const saidAt = 1000;
const phone = { kind: 'phone', value: '14155550132' } as const;
const bsuid = { kind: 'bsuid', value: 'US.1' } as const;
const somebody: Subject = { ...newcomer.subject, phone: phone.value };
const said = { person: { phone: phone.value }, saidAt };
/** A pair of the number and the BSUID, with the marks of either side. */
const pairOf = (pair: Partial<ReportedPair> = {}, back: Partial<ReportedPair> | null = {}) => ({
  of: phone,
  pair: { with: bsuid, ...pair },
  back: back === null ? [] : [{ with: phone, ...back }],
});

describe('a no goes', () => {
  test('nowhere else from a number that is one line and was reported with nothing', () => {
    expect(stopsOf(said, { subject: somebody }, [])).toEqual([]);
  });
  test('to the other form of a number that may be the same line, as of then', () => {
    const argentina = { ...somebody, phone: '541112345678' };
    const stops = stopsOf({ person: { phone: '541112345678' }, saidAt }, { subject: argentina }, []);
    expect(stops).toEqual([
      { person: { phone: '5491112345678' }, way: { over: 'form', today: false }, name: 'phone:5491112345678' },
    ]);
  });
  test('over a pair that stands on both sides, to whoever has the BSUID today', () => {
    expect(stopsOf(said, { subject: somebody }, [pairOf()])).toEqual([
      { person: { bsuid: 'US.1' }, way: { over: 'pair', today: true }, name: 'bsuid:US.1' },
    ]);
  });
  test('over no pair that only one side bears', () => {
    expect(stopsOf(said, { subject: somebody }, [pairOf({}, null)])).toEqual([]);
    expect(stopsOf(said, { subject: somebody }, [pairOf({}, { with: { ...phone, value: '1' } })])).toEqual([]);
  });
  test('over a pair that ended since, to whoever had the BSUID then', () => {
    const stops = stopsOf(said, { subject: somebody }, [pairOf({ until: saidAt + 1 }, { until: saidAt + 1 })]);
    expect(stops.map(({ way }) => way)).toEqual([{ over: 'pair', today: false }]);
  });
  test('over no pair that had ended on the other side', () => {
    expect(stopsOf(said, { subject: somebody }, [pairOf({}, { until: saidAt })])).toEqual([]);
  });
  test('to a number that keeps what its last holder said, under another name than to the number itself', () => {
    const kept = pairOf({ until: saidAt + 1, kept: true }, { until: saidAt + 1 });
    expect(stopsOf(said, { subject: somebody }, [kept])).toMatchObject([
      { way: { over: 'pair', today: true }, name: 'kept bsuid:US.1' },
    ]);
  });
  test('to whoever came after the gap that it fell into, today', () => {
    expect(stopsOf(said, { subject: somebody, nextUserId: 'usr_n' }, [])).toEqual([
      { person: { userId: 'usr_n' }, way: { over: 'gap', today: true }, name: 'usr_n' },
    ]);
  });
  test('to nobody who is the person already', () => {
    expect(stopsOf(said, { subject: { ...somebody, bsuid: 'US.1' } }, [pairOf()])).toEqual([]);
  });
});

test('a mark is followed while it holds: to the last millisecond before it ended', () => {
  const marks = [{ with: bsuid, until: saidAt }];
  expect(pairsToFollow(marks, saidAt - 1)).toEqual(marks);
  expect(pairsToFollow(marks, saidAt)).toEqual([]);
});

test('a no that came over a pair follows no other, also not by way of another form', () => {
  expect([undefined, 'form', 'gap', 'named', 'pair'].map((came) => followsPairs(came as 'pair'))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(cameOver({ over: 'form', today: false }, 'pair')).toBe('pair');
  expect(cameOver({ over: 'pair', today: true }, 'form')).toBe('pair');
  expect(cameOver({ over: 'form', today: false }, 'gap')).toBe('form');
  expect(cameOver({ over: 'form', today: false }, undefined)).toBe('form');
});

test('a parent BSUID names a portfolio, so that it is nobody to whom a no came already', () => {
  expect(ownNames({ ...somebody, bsuid: 'US.1' })).toEqual(['phone:14155550132', 'bsuid:US.1']);
  expect(refOf({ kind: 'parent-bsuid', value: 'US.ENT.1' })).toEqual({ parentBsuid: 'US.ENT.1' });
});
