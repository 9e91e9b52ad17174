import { describe, expect, test } from 'vitest';
import { decideMove } from '../../../lambdas/domain/identity/decide-move.ts';
import { bsuid, person, phone, stopped } from '../../support/table/on-record.ts';

const old = phone('14155550132');
const writer = { subjectId: 'a', phone: old.value, bsuid: 'US.1' };
const pair = { first: 1000, last: 2000 };
const move = (said = {}, command = {}) =>
  decideMove(person({ ...writer, ...said }, { pair }), { number: '5491123456789', isFree: true, at: 9000, ...command });

describe('somebody writes from another number without a notice', () => {
  test('a free number is theirs from that act on, and the pair begins with it', () => {
    expect(move().person).toMatchObject({ subject: { phone: '5491123456789' }, pair: { first: 9000, last: 9000 } });
  });

  test('a number of somebody else is not theirs yet: they have none, and the pair of before tells when they had one', () => {
    const found = move({}, { isFree: false });
    expect(found.person.subject).not.toHaveProperty('phone');
    expect(found.person.pair).toEqual(pair);
  });

  test('the old number keeps their denials: a mark on both sides, up to the act', () => {
    expect(move()).toMatchObject({ left: old, bsuid: bsuid('US.1'), person: { hasPairs: true } });
    expect(move().kept).toEqual({
      atNumber: { with: bsuid('US.1'), until: 9000, kept: true },
      atBsuid: { with: old, until: 9000, kept: true },
    });
  });

  test('a no is owed to the old number up to the act, and to the other forms of the new one', () => {
    expect(move(stopped(1000)).person.debts).toEqual([
      { to: old, until: 9000, over: 'pair' },
      { to: phone('541123456789'), over: 'form' },
    ]);
    expect(move(stopped(1000), { isFree: false }).person.debts).toEqual([{ to: old, until: 9000, over: 'pair' }]);
  });

  test('who never said no owes nothing', () => expect(move().person.debts).toEqual([]));

  test.each([
    ['a number', { phone: undefined }],
    ['a BSUID', { bsuid: undefined }],
  ])('nobody moves without %s', (_, lacks) => expect(() => move(lacks)).toThrow('proven pair'));
});
