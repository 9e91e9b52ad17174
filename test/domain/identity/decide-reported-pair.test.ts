import { describe, expect, test } from 'vitest';
import { decideReportedPair, type PairSide } from '../../../lambdas/domain/identity/decide-reported-pair.ts';
import { mostReportedPairs } from '../../../lambdas/domain/identity/reported-pair.ts';
import { bsuid, person, phone, stopped } from '../../support/table/on-record.ts';

const [number, writer] = [phone('14155550132'), bsuid('US.1')];
const byNumber: PairSide = { identifier: number, person: person({ subjectId: 'n', phone: number.value }), pairs: [] };
const byBsuid: PairSide = { identifier: writer, person: person({ subjectId: 'b', bsuid: 'US.1' }), pairs: [] };
const report = (a: Partial<PairSide> = {}, b: Partial<PairSide> = {}, no = false) =>
  decideReportedPair(
    [
      { ...byNumber, ...a },
      { ...byBsuid, ...b },
    ],
    { no },
  );
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ with: bsuid(`US.9${index}`) }));

describe('a caller names a number and a BSUID together', () => {
  test('a mark on both', () => {
    expect(report()).toEqual({ do: 'mark', marks: [[{ with: writer }], [{ with: number }]], owes: [[], []] });
  });

  test('nobody needs to be known', () => {
    expect(report({ person: undefined }, { person: undefined })).toMatchObject({ do: 'mark' });
  });

  test('the denials of either side are owed to the other', () => {
    const [a, b] = [byNumber, byBsuid].map((side) => ({
      person: side.person && { ...side.person, subject: { ...side.person.subject, ...stopped(1000) } },
    }));
    expect(report(a)).toMatchObject({ owes: [[{ to: writer, over: 'pair' }], []] });
    expect(report({}, b)).toMatchObject({ owes: [[], [{ to: number, over: 'pair' }]] });
  });

  test.each<[string, Partial<PairSide>, Partial<PairSide>]>([
    ['a pair of one person', {}, { person: byNumber.person }],
    ['what both bear already', { pairs: [{ with: writer }] }, { pairs: [{ with: number }] }],
  ])('%s changes nothing', (_, a, b) => expect(report(a, b)).toEqual({ do: 'nothing' }));

  test('a mark that a payload ended holds again', () => {
    expect(report({ pairs: [{ with: writer, until: 5 }] }, { pairs: [{ with: number }] })).toMatchObject({
      ...{ do: 'mark', marks: [[{ with: writer }], [{ with: number }]] },
    });
  });

  test.each([
    ['the last mark that fits', mostReportedPairs - 1, 'mark', 'mark'],
    ['one more is refused, and a no is none the less recorded', mostReportedPairs, 'refuse', 'nothing'],
  ])('%s', (_, count, yes, no) => {
    expect(report({ pairs: many(count) }).do).toBe(yes);
    expect(report({ pairs: many(count) }, {}, true).do).toBe(no);
    expect(report({}, { pairs: many(count) }).do).toBe(yes);
  });

  test('a refusal names whoever is known', () => {
    expect(report({ pairs: many(mostReportedPairs) }, { person: undefined })).toEqual({
      do: 'refuse',
      userIds: ['usr_n'],
    });
  });

  test('a no that contradicts a proven pair makes no mark; an unproven pair is contradicted by nothing', () => {
    const other = person({ subjectId: 'n', phone: number.value, bsuid: 'US.2' }, { pair: { first: 1, last: 2 } });
    expect(report({ person: other }, {}, true)).toEqual({ do: 'nothing' });
    expect(report({ person: { ...other, unproven: true } }, {}, true)).toMatchObject({ do: 'mark' });
  });
});
