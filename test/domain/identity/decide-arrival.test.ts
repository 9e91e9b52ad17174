import { describe, expect, test } from 'vitest';
import {
  decideCreation,
  decideKnown,
  decideLink,
  movedInto,
  takenChanges,
} from '../../../lambdas/domain/identity/decide-arrival.ts';
import { decideProof } from '../../../lambdas/domain/identity/decide-proof.ts';
import type { IdentifierRecord } from '../../../lambdas/domain/identity/record.ts';
import type { SeenIdentifier } from '../../../lambdas/domain/identity/seen-identifier.ts';
import { bsuid, person, phone, record, stopped } from '../../support/table/on-record.ts';

const at = 9000;
const [number, writer] = [phone('5491123456789'), bsuid('US.1')];
const parent = { kind: 'parent-bsuid', value: 'US.ENT.1' } as const;
const free = (identifier: SeenIdentifier['identifier'], found?: IdentifierRecord): SeenIdentifier => ({
  ...{ identifier, found, hold: { asOf: 'today' }, held: { asOf: 'today' } },
});
const taken = (identifier: SeenIdentifier['identifier']): SeenIdentifier => ({
  ...free(identifier),
  held: { asOf: 'today', holder: { subjectId: 'z', firstKnownAt: 1 } },
});
const inGap = (since: number, until: number): SeenIdentifier => ({
  ...free(number, record({ heldSince: until })),
  ...{ hold: { asOf: 'gap', since, until, next: 'today' }, held: { asOf: 'gap' } },
});
const named = { phone: number.value, bsuid: writer.value, parentBsuid: parent.value };
const kept = { with: bsuid('US.9'), until: 500, kept: true };

describe('somebody comes by an identifier', () => {
  const keeping = record({ keeps: true, heldSince: 100, pairs: [kept, { with: bsuid('US.2') }] });

  test('a number that kept the denials of who left it has a proven new holder, from this act on', () => {
    expect(takenChanges(keeping, { at, isProven: true })).toEqual({
      ...{ keeps: undefined, heldSince: at, pairs: [{ with: bsuid('US.2') }] },
    });
    expect(takenChanges(keeping, { at, isProven: true })).toHaveProperty('keeps');
  });

  test.each([
    ['without a proof it keeps them', keeping, false],
    ['a number that keeps nothing stays as it is', record({ heldSince: 100 }), true],
    ['so does one of which nothing is on record', undefined, true],
  ])('%s', (_, known, isProven) => expect(takenChanges(known, { at, isProven })).toEqual({}));

  test('who left another number for it came by it with the act', () => {
    expect(movedInto(record({ heldSince: 100 }), at)).toEqual({ heldSince: at });
  });
});

describe('somebody who is known by everything that the act names', () => {
  const known = person({ subjectId: 'a', ...named }, { pair: { first: 1000, last: 2000 } });
  const decide = (command: object, who = known) =>
    decideKnown(
      { person: who, seen: [taken(number), taken(writer), free(parent)] },
      { named, at, isProof: true, ...command },
    );

  test.each([
    ['later than ever', 9000, { first: 1000, last: 9000 }],
    ['earlier than ever', 500, { first: 500, last: 2000 }],
    ['in between', 1500, { first: 1000, last: 2000 }],
  ])('a payload with both shows the pair %s', (_, time, pair) =>
    expect(decide({ at: time }).person.pair).toEqual(pair),
  );

  test.each([
    ['a caller', { isProof: false }],
    ['a payload with the number alone', { named: { phone: number.value } }],
    ['a payload with another number', { named: { ...named, phone: '1' } }],
  ])('%s proves nothing of it', (_, command) =>
    expect(decide(command).person.pair).toEqual({ first: 1000, last: 2000 }),
  );

  test('a parent BSUID that is new and nobody else’s becomes an alias', () => {
    const child = person({ subjectId: 'a', phone: number.value, bsuid: writer.value });
    const found = decide({}, child);
    expect(found.person.subject?.parentBsuid).toBe(parent.value);
    expect(found.arrivals).toEqual([{ seen: free(parent), changes: {} }]);
    const others = decideKnown({ person: child, seen: [taken(parent)] }, { named, at, isProof: true });
    expect([others.person.subject?.parentBsuid, others.arrivals]).toEqual([undefined, []]);
  });
});

describe('a payload shows somebody with another identifier for the first time', () => {
  const byNumber = person({ subjectId: 'a', phone: number.value });
  const byBsuid = person({ subjectId: 'a', bsuid: writer.value, ...stopped(1000) });

  test('a BSUID for a number: they are a pair since the act', () => {
    const found = decideLink(
      { person: byNumber, seen: [taken(number), free(writer)] },
      { named, at, link: { phone: false, bsuid: true } },
    );
    expect(found.person).toMatchObject({
      subject: { phone: number.value, bsuid: 'US.1' },
      pair: { first: at, last: at },
    });
    expect(found.arrivals).toEqual([{ seen: free(writer), changes: {} }]);
    expect(found.person.debts).toEqual([]);
  });

  test('a number for a BSUID: a no is owed to its doubtful forms', () => {
    const found = decideLink(
      { person: byBsuid, seen: [free(number), taken(writer)] },
      { named, at, link: { phone: true, bsuid: false } },
    );
    expect(found.person.debts).toEqual([{ to: phone('541123456789'), over: 'form' }]);
    expect(found.arrivals.map(({ changes }) => changes)).toEqual([{}]);
  });

  test('who had another number before came by this one with the act, and their pair begins anew', () => {
    const moved = { ...byBsuid, pair: { first: 100, last: 200 } };
    const found = decideLink(
      { person: moved, seen: [free(number), taken(writer)] },
      { named, at, link: { phone: true, bsuid: false } },
    );
    expect(found.arrivals.map(({ changes }) => changes)).toEqual([{ heldSince: at }]);
    expect(found.person.pair).toEqual({ first: at, last: at });
  });

  test('an identifier that has a holder does not lead to them', () => {
    const found = decideLink(
      { person: byNumber, seen: [taken(number), taken(writer)] },
      { named, at, link: { phone: false, bsuid: true } },
    );
    expect(found.arrivals).toEqual([]);
  });

  test('a mark on it is a hint at their home', () => {
    const seen = [taken(number), free(writer, record({ pairs: [{ with: phone('1') }] }))];
    const link = { phone: false, bsuid: true };
    expect(decideLink({ person: byNumber, seen }, { named, at, link }).person.hasPairs).toBe(true);
    expect(decideLink({ person: byNumber, seen: [free(writer)] }, { named, at, link }).person.hasPairs).toBeUndefined();
  });
});

describe('somebody of whom nothing was known', () => {
  const create = (
    seen: readonly SeenIdentifier[],
    what: { readonly phone: 'holds' | 'held' | 'none'; readonly bsuid: boolean },
    next?: Parameters<typeof decideCreation>[0]['next'],
  ) => decideCreation({ seen, next }, { named, at, subjectId: 'n', create: what });

  test('by number and BSUID: a pair that is proven, kept under the number', () => {
    const found = create([free(number), free(writer), free(parent)], { phone: 'holds', bsuid: true });
    expect(found.person).toMatchObject({
      subject: { subjectId: 'n', ...named, firstKnownAt: at, registers: {}, suppressions: [] },
      ...{ pair: { first: at, last: at }, debts: [], absorbed: [] },
    });
    expect(found.arrivals.map(({ seen }) => seen.identifier)).toEqual([number, writer, parent]);
    expect(found.earlier).toBeUndefined();
  });

  test('by a number that keeps denials: with a proof they are gone, without one theirs', () => {
    const keeping = free(number, record({ keeps: true, pairs: [kept] }));
    const proven = create([keeping, free(writer)], { phone: 'holds', bsuid: true });
    expect(proven.arrivals[0]?.changes).toEqual({ keeps: undefined, heldSince: at, pairs: [] });
    expect(create([keeping], { phone: 'holds', bsuid: false }).arrivals[0]?.changes).toEqual({});
  });

  test('what has a holder, and what the decision leaves out, does not lead to them', () => {
    expect(create([taken(number), free(writer)], { phone: 'none', bsuid: true }).arrivals).toHaveLength(1);
    expect(create([free(number), free(writer)], { phone: 'holds', bsuid: false }).arrivals).toHaveLength(1);
  });

  test('who held the number until its next holder came holds nothing of it now, and is on record there', () => {
    const found = create([inGap(100, 12_000), free(writer)], { phone: 'held', bsuid: true });
    expect(found.person.subject.phone).toBeUndefined();
    expect(found.arrivals.map(({ seen }) => seen.identifier)).toEqual([writer]);
    expect(found.earlier?.tenure).toEqual({ subjectId: 'n', since: 100, until: 12_000, seen: at });
  });

  test('the same of nobody whom we know', () => {
    const found = create([inGap(100, 12_000)], { phone: 'held', bsuid: false });
    expect(found.earlier?.tenure).toEqual({ subjectId: 'n', since: 100, until: 12_000, gap: true });
    expect(found.arrivals).toEqual([]);
  });

  test('a no of that time that was recorded as the next holder’s is theirs, where a payload shows who they are', () => {
    const next = person({ subjectId: 'x', ...stopped(1000) }).subject;
    const owed = [{ to: number, of: 'usr_x', from: 100, until: 12_000, over: 'gap' }];
    expect(create([inGap(100, 12_000)], { phone: 'held', bsuid: true }, next).person.debts).toEqual(owed);
    expect(create([inGap(100, 12_000)], { phone: 'held', bsuid: false }, next).person.debts).toEqual([]);
    expect(create([free(number)], { phone: 'holds', bsuid: true }, next).person.debts).toEqual([]);
  });
});

describe('a payload with number and BSUID', () => {
  const marks = [{ with: writer }, { with: bsuid('US.2') }, kept];
  const prove = (seen: readonly SeenIdentifier[], act: object = named) =>
    decideProof(seen, { named: act, at }, ({ found }) => found?.pairs ?? []);

  test('proves the mark of the pair, ends the others, and leaves what a number keeps', () => {
    const seen = free(number, record({ pairs: marks }));
    expect(prove([seen])).toEqual([{ seen, pairs: [{ with: bsuid('US.2'), until: at }, kept] }]);
  });

  test('says the same of the BSUID', () => {
    const seen = free(writer, record({ pairs: [{ with: number }, { with: phone('1') }] }));
    expect(prove([seen])).toEqual([{ seen, pairs: [{ with: phone('1'), until: at }] }]);
  });

  test.each<[string, SeenIdentifier, object]>([
    ['with one of the two alone', free(number, record({ pairs: marks })), { phone: number.value }],
    ['of a time that is over', { ...inGap(1, 2), found: record({ pairs: marks }) }, named],
    ['of a parent BSUID', free(parent, record({ pairs: marks })), named],
    ['where nothing was reported', free(number, record()), named],
  ])('changes nothing %s', (_, seen, act) => expect(prove([seen], act)).toEqual([]));
});
