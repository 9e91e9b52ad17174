import { describe, expect, test } from 'vitest';
import {
  decideChange,
  decideEnd,
  decideOther,
  decideStranger,
  hasMovedSince,
  isOfNobody,
} from '../../../lambdas/domain/identity/decide-change-notice.ts';
import type { Holder } from '../../../lambdas/domain/identity/decide-identity.ts';
import type { SeenIdentifier } from '../../../lambdas/domain/identity/seen-identifier.ts';
import { bsuid, person, phone, record, stopped } from '../../support/table/on-record.ts';

const at = 5000;
const [old, next, writer] = [phone('14155550132'), phone('5491123456789'), bsuid('US.1')];
const pair = { first: 1000, last: 2000 };
const known = person({ subjectId: 'a', phone: old.value, bsuid: writer.value }, { pair });
const own: Holder = { subjectId: 'a', phone: old.value, bsuid: writer.value, pair, firstKnownAt: 10 };
const other: Holder = { subjectId: 'o', phone: next.value, firstKnownAt: 10 };
const today = (identifier: SeenIdentifier['identifier'], holder?: Holder, more: object = {}): SeenIdentifier => ({
  ...{ identifier, found: undefined, hold: { asOf: 'today' }, held: { asOf: 'today', holder, ...more } },
});
const ended = (holder: Holder, until: number, more: object = {}): SeenIdentifier => ({
  ...today(next, holder),
  hold: { asOf: 'ended', tenure: { subjectId: holder.subjectId, until }, next: 'today' },
  held: { asOf: 'ended', holder, ...more },
});
const gap: SeenIdentifier = {
  ...today(next),
  hold: { asOf: 'gap', until: 9000, next: 'today' },
  held: { asOf: 'gap' },
};
const notice = { named: { phone: old.value }, becomes: { phone: next.value }, at };

describe('whom a notice is about', () => {
  test.each<[string, SeenIdentifier[], boolean]>([
    ['a number in a gap', [gap], true],
    ['a number that stands for unknown people', [today(old, own, { unknownPeople: true })], true],
    ['a number that somebody holds', [today(old, own)], false],
    ['a number that nobody had: they are somebody new', [today(old)], false],
    ['a BSUID tells who it was', [gap, today(writer)], false],
  ])('%s', (_, seen, nobody) => expect(isOfNobody(seen)).toBe(nobody));
});

describe('a notice is history', () => {
  const since = (heldSince?: number, last = 2000, becomes = {}) =>
    hasMovedSince({ ...known, pair: { first: 1000, last } }, record({ heldSince }), {
      ...notice,
      becomes: { ...notice.becomes, ...becomes },
    });

  test.each([
    ['the person came to today’s number after it', since(5001), true],
    ['at its very moment: not yet', since(5000), false],
    ['they were seen with today’s number after it', since(undefined, 5001), true],
    ['they were last seen with it at its very moment', since(undefined, 5000), false],
    ['it says that they came to today’s number', since(5001, 2000, { phone: old.value }), false],
    ['it names no new number', since(5001, 2000, { phone: undefined }), false],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));

  test.each<[string, SeenIdentifier | undefined, unknown]>([
    [
      'a number that is theirs, seen before: they came back to it',
      today(old, own),
      { do: 'interrupt', from: at, until: 2000 },
    ],
    ['a number that leads to them and is not theirs any more', today(next, own), { do: 'take-over' }],
    ['they left it after the notice', ended(own, 5001), { do: 'interrupt-ended' }],
    ['they had left it by then', ended(own, 5000), undefined],
    ['somebody else holds it', today(old, other), undefined],
    ['the notice names no number', undefined, undefined],
  ])('then their hold of the old number ends: %s', (_, seen, expected) =>
    expect(decideEnd(known, seen, at)).toEqual(expected),
  );

  test('a number that they came by later than the notice begins then', () => {
    const later = { ...known, pair: { first: 5001, last: 6000 } };
    expect(decideEnd(later, today(old, own), at)).toEqual({ do: 'interrupt', until: 5001 });
    const unseen = person({ subjectId: 'a', phone: old.value });
    const held = { ...today(old, own), found: record({ heldSince: 7000 }) };
    expect(decideEnd(unseen, held, at)).toEqual({ do: 'interrupt', until: 7000 });
  });
});

describe('somebody else is on record for a new identifier', () => {
  const decide = (seen: SeenIdentifier, isPast = false, becomes = {}) =>
    decideOther(known, seen, { ...notice, becomes: { ...notice.becomes, ...becomes }, isPast });

  test.each<[string, Holder, unknown]>([
    ['first known a millisecond before: another holder', { ...other, firstKnownAt: 4999 }, { do: 'take-over' }],
    [
      'first known at the change: the same person',
      { ...other, firstKnownAt: 5000 },
      { do: 'merge', phone: next.value },
    ],
    [
      'with another BSUID: somebody else, whenever known',
      { ...other, firstKnownAt: 6000, bsuid: 'US.2' },
      { do: 'take-over' },
    ],
    ['with their BSUID', { ...other, firstKnownAt: 6000, bsuid: 'US.1' }, { do: 'merge', phone: next.value }],
    [
      'whom a payload showed with it since: not theirs at the change',
      { ...other, bsuid: 'US.2', pair: { first: 4000, last: 5001 } },
      { do: 'interrupt', from: at, until: 5001 },
    ],
    [
      'whom a payload showed with it only since',
      { ...other, bsuid: 'US.2', pair: { first: 5001, last: 5002 } },
      { do: 'interrupt', until: 5001 },
    ],
    [
      'last seen with it at the change',
      { ...other, bsuid: 'US.2', pair: { first: 1, last: 5000 } },
      { do: 'take-over' },
    ],
  ])('%s', (_, holder, expected) => expect(decide(today(next, holder))).toEqual(expected));

  test('the BSUID of the notice wins over the one that is known', () => {
    const holder = { ...other, firstKnownAt: 6000, bsuid: 'US.1' };
    expect(decide(today(next, holder), false, { bsuid: 'US.7' })).toEqual({ do: 'take-over' });
  });

  test('under a BSUID it is the same person, whenever known', () => {
    expect(decide(today(bsuid('US.7'), { ...other, phone: undefined }))).toEqual({ do: 'merge', phone: next.value });
  });

  test('who left the number since did not hold it then; unknown people are left alone', () => {
    expect(decide(ended(other, 9000))).toEqual({ do: 'interrupt-ended' });
    expect(decide(ended(other, 9000, { unknownPeople: true }))).toBeUndefined();
    expect(decide(gap)).toBeUndefined();
    expect(decide(today(next))).toBeUndefined();
  });

  test('who holds it for unknown people loses it, also when first known later', () => {
    const later = { ...other, firstKnownAt: 6000 };
    expect(decide(today(next, later, { unknownPeople: true }))).toEqual({ do: 'take-over' });
  });

  test('after a later move the number of today stays, and one that still leads to them is left again', () => {
    expect(decide(today(next, { ...other, firstKnownAt: 6000 }), true)).toEqual({ do: 'merge', phone: old.value });
    expect(decide(today(next, own), true)).toEqual({ do: 'leave-again' });
    expect(decide(today(next, own))).toBeUndefined();
    expect(decide(today(writer, own), true)).toBeUndefined();
  });

  test.each<[string, SeenIdentifier, unknown]>([
    ['who was known before', today(next, other), { do: 'take-over' }],
    ['who was first known then or later may be them', today(next, { ...other, firstKnownAt: 5000 }), undefined],
    ['who has left it since', ended(other, 9000), { do: 'interrupt-ended' }],
    ['unknown people', ended(other, 9000, { unknownPeople: true }), undefined],
    ['under a BSUID', today(writer, other), undefined],
  ])('somebody unknown comes to a number of: %s', (_, seen, expected) =>
    expect(decideStranger(seen, at)).toEqual(expected),
  );
});

describe('what a notice changes of the person', () => {
  const change = (state: object = {}, change = {}) =>
    decideChange(
      { person: known, newPhone: next.value, oldPhone: old.value, bearsPair: false, ...state },
      { ...notice, ...change },
    );

  test('the new number is theirs since then, with a pair of its own; the old one is left', () => {
    const found = change();
    expect(found.person).toMatchObject({
      subject: { phone: next.value, bsuid: 'US.1' },
      pair: { first: at, last: at },
    });
    expect(found.left).toEqual(old);
  });

  test('a no is owed to the doubtful forms of the new number', () => {
    const denier = { ...known, subject: { ...known.subject, ...stopped(1000) } };
    expect(change({ person: denier }).person.debts).toEqual([{ to: phone('541123456789'), over: 'form' }]);
    expect(change().person.debts).toEqual([]);
  });

  test('a number that the notice does not name is left too', () => {
    expect(change({ oldPhone: undefined }).left).toEqual(old);
  });

  test('a new number that somebody came by since is not theirs: they have none', () => {
    const found = change({ newPhone: undefined });
    expect([found.person.subject.phone, found.left]).toEqual([undefined, old]);
    expect(found.person.pair).toEqual(pair);
  });

  test('a notice of a new BSUID alone leaves the number', () => {
    const found = change({ newPhone: undefined }, { becomes: { bsuid: 'US.7', parentBsuid: 'US.ENT.7' } });
    expect(found.person.subject).toMatchObject({ phone: old.value, bsuid: 'US.7', parentBsuid: 'US.ENT.7' });
    expect([found.left, found.person.pair]).toEqual([undefined, pair]);
  });

  test('who has number and BSUID for the first time is a pair since then', () => {
    const byNumber = person({ subjectId: 'a', phone: old.value });
    const becomes = { phone: old.value, bsuid: 'US.7' };
    const found = change({ person: byNumber, newPhone: old.value }, { becomes });
    expect([found.left, found.person.pair]).toEqual([undefined, { first: at, last: at }]);
    expect(change({ person: byNumber }).person.pair).toBeUndefined();
  });

  test('what was reported of a new identifier is a hint at their home', () => {
    expect(change({ bearsPair: true }).person.hasPairs).toBe(true);
    expect(change().person.hasPairs).toBeFalsy();
  });
});
