import { describe, expect, test } from 'vitest';
import { decideLeaving } from '../../../lambdas/domain/identity/decide-leaving.ts';
import { decideTakeOver } from '../../../lambdas/domain/identity/decide-take-over.ts';
import type { IdentifierRecord, PersonRecord } from '../../../lambdas/domain/identity/record.ts';
import { bsuid, person, phone, record, stopped } from '../../support/table/on-record.ts';

const number = phone('14155550132');
const known = person({ subjectId: 'a', phone: number.value, bsuid: 'US.1' }, { pair: { first: 2000, last: 9000 } });
const leave = (state: { person?: PersonRecord; record?: IdentifierRecord }, at = 10_000, keeps = undefined as never) =>
  decideLeaving({ person: known, ...state }, { number, at, keeps });

describe('somebody leaves a number', () => {
  test('their tenure ends there; it began when they came by it, and was seen by a payload', () => {
    expect(leave({ record: record({ heldSince: 1000 }) }).tenure).toEqual({
      ...{ subjectId: 'a', since: 1000, until: 10_000, seen: 2000 },
    });
    expect(leave({}).tenure).toEqual({ subjectId: 'a', until: 10_000, seen: 2000 });
  });

  test('a number that is not the one of their pair was seen by no payload', () => {
    const other = person({ subjectId: 'a', phone: '14155550199', bsuid: 'US.1' }, { pair: known.pair });
    expect(leave({ person: other }).tenure).toEqual({ subjectId: 'a', until: 10_000 });
  });

  test.each([
    ['a millisecond after they came by it', 10_001, true],
    ['at the moment at which they came by it: for no time', 10_000, false],
  ])('left %s', (_, at, held) => {
    expect(leave({ record: record({ heldSince: 10_000 }) }, at).tenure !== undefined).toBe(held);
    const former = [{ subjectId: 'z', until: 10_000 }];
    expect(leave({ record: record({ former }) }, at).tenure !== undefined).toBe(held);
  });

  test('of a number that stood for unknown people an unknown holder is left on record', () => {
    expect(leave({ record: record({ keeps: true }) })).toMatchObject({
      tenure: { gap: true },
      number: { keeps: undefined },
    });
  });

  test('nobody holds it from then on', () => {
    expect(leave({ record: record({ heldSince: 1000 }) }).number).toMatchObject({ heldSince: undefined });
  });

  test.each([
    ['nothing was said', {}, false],
    ['the last act is a second older', stopped(9000), false],
    ['something was said in the second in which they left', stopped(10_000), true],
  ])('what was said by the number since is cut out and owed to it: %s', (_, said, late) => {
    const found = leave({ person: person({ subjectId: 'a', phone: number.value, ...said }) }, 10_999);
    expect(found.cut).toEqual(late ? { from: 10_999 } : undefined);
    expect(found.debts).toEqual(late ? [{ to: number, from: 10_999, over: 'gap' }] : []);
  });

  test('what was reported of it ends, and what it kept of somebody before them goes', () => {
    const pairs = [
      { with: bsuid('US.2') },
      { with: bsuid('US.3'), until: 500 },
      { with: bsuid('US.4'), until: 600, kept: true },
    ];
    expect(leave({ record: record({ pairs }) }).number.pairs).toEqual([
      { with: bsuid('US.2'), until: 10_000 },
      { with: bsuid('US.3'), until: 500 },
    ]);
  });

  test('left without a notice it keeps their denials, and what was reported of it stays', () => {
    const keeps = { with: bsuid('US.1'), until: 10_000, kept: true };
    const found = decideLeaving(
      { person: known, record: record({ pairs: [{ with: bsuid('US.2') }] }) },
      { number, at: 10_000, keeps },
    );
    expect(found.number).toEqual({ keeps: true, pairs: [{ with: bsuid('US.2') }, keeps] });
  });
});

describe('a number has a new holder', () => {
  test('whoever had it lives on under their BSUID', () => {
    const { subject, debts } = decideTakeOver(known, { number, unknownPeople: false });
    expect(subject).toMatchObject({ subjectId: 'a', bsuid: 'US.1' });
    expect(subject).not.toHaveProperty('phone');
    expect(debts).toEqual([]);
  });

  test('a number that is not theirs any more changes nothing of who they are', () => {
    expect(decideTakeOver(known, { number: phone('14155550199'), unknownPeople: false }).subject).toBe(known.subject);
  });

  test.each([
    ['nobody was known to hold it, and somebody said no by it', stopped(1000), true, true],
    ['nobody was known to hold it, and nobody said no', {}, true, false],
    ['somebody held it who said no: theirs alone', stopped(1000), false, false],
  ])('%s', (_, said, unknownPeople, owed) => {
    const { debts } = decideTakeOver(person({ subjectId: 'a', phone: number.value, ...said }), {
      number,
      unknownPeople,
    });
    expect(debts).toEqual(owed ? [{ to: number, over: 'gap' }] : []);
  });
});
