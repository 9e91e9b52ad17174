import { describe, expect, test } from 'vitest';
import { decideIdentity, type Holder } from '../../../lambdas/domain/identity/decide-identity.ts';
import { decideMerge } from '../../../lambdas/domain/identity/decide-merge.ts';
import { contradictions } from '../../../lambdas/domain/identity/decide-named.ts';
import { areDifferentPeople } from '../../../lambdas/domain/identity/one-line.ts';
import {
  areTwoAccounts,
  asNamed,
  asWritten,
  bsuidIn,
  inPortfolio,
  portfolioOf,
  presentBsuid,
  writtenIfPresent,
} from '../../../lambdas/domain/identity/portfolio.ts';
import { afterProof } from '../../../lambdas/domain/identity/reported-pair.ts';
import { person } from '../../support/table/on-record.ts';

describe('a BSUID and its portfolio', () => {
  test('of the first one it is as Meta writes it', () => {
    expect([bsuidIn(0, 'US.1'), portfolioOf('US.1'), asWritten('US.1')]).toEqual(['US.1', 0, 'US.1']);
    expect(inPortfolio({ phone: '1', bsuid: 'US.1' }, 0)).toEqual({ phone: '1', bsuid: 'US.1' });
  });

  test('of a later one it says which, and is written without', () => {
    expect([bsuidIn(12, 'US.1'), portfolioOf('US.1~12'), asWritten('US.1~12')]).toEqual(['US.1~12', 12, 'US.1']);
    expect(bsuidIn(0, 'US.1~12')).toBe('US.1');
    expect(inPortfolio({ bsuid: 'US.1', parentBsuid: 'US.ENT.1' }, 1)).toEqual({
      bsuid: 'US.1~1',
      parentBsuid: 'US.ENT.1~1',
    });
  });

  test('a caller’s is of the present one, and may be of any other', () => {
    expect(asNamed({ bsuid: 'US.1' }, { now: 0, count: 1 })).toEqual({ bsuid: 'US.1' });
    expect(asNamed({ bsuid: 'US.1' }, { now: 1, count: 3 })).toEqual({
      bsuid: 'US.1~1',
      otherwise: ['US.1', 'US.1~2'],
    });
    expect(asNamed({ phone: '1' }, { now: 1, count: 2 })).toEqual({ phone: '1' });
  });

  test('is given out in its own portfolio only', () => {
    expect([writtenIfPresent('US.1~1', 1), writtenIfPresent('US.1~1', 0), writtenIfPresent('US.1', 1)]).toEqual([
      'US.1',
      undefined,
      undefined,
    ]);
  });

  test('of two that somebody has the present one is theirs, else the later', () => {
    expect(presentBsuid('US.1', 'US.2~1', 1)).toBe('US.2~1');
    expect(presentBsuid('US.2~1', 'US.1', 1)).toBe('US.2~1');
    expect(presentBsuid('US.1', 'US.3', 0)).toBe('US.3');
    expect(presentBsuid('US.1', undefined, 1)).toBe('US.1');
  });
});

describe('BSUIDs of two portfolios', () => {
  test('do not make two people of one', () => {
    expect([areTwoAccounts('US.1', 'US.2'), areTwoAccounts('US.1', 'US.2~1')]).toEqual([true, false]);
    expect(areDifferentPeople({ bsuid: 'US.1' }, { bsuid: 'US.2~1' })).toBe(false);
    const known: Holder = { subjectId: 'p', phone: '1', bsuid: 'US.1', firstKnownAt: 1 };
    const phone = { asOf: 'today', holder: known } as const;
    expect(contradictions({ given: { phone: '1', bsuid: 'US.2~1' }, phone, no: false })).toEqual([]);
    expect(contradictions({ given: { bsuid: 'US.2~1' }, user: known, no: false })).toEqual([]);
    expect(contradictions({ given: { phone: '1', bsuid: 'US.2' }, phone, no: false })).toHaveLength(1);
  });

  test('the same letters do not make one of two', () => {
    const known: Holder = { subjectId: 'p', phone: '1', bsuid: 'US.1', firstKnownAt: 1 };
    const bsuid = { asOf: 'today' } as const;
    const told = decideIdentity({ given: { phone: '2', bsuid: 'US.1~1' }, phone: { asOf: 'today' }, bsuid, at: 9 });
    expect([told.do, known.bsuid]).toEqual(['create', 'US.1']);
  });

  const paired: Holder = { subjectId: 'p', phone: '1', bsuid: 'US.1', pair: { first: 5, last: 9 }, firstKnownAt: 1 };

  test('a payload with a known number and a new BSUID joins the person', () => {
    const phone = { asOf: 'today', holder: paired } as const;
    const question = { given: { phone: '1', bsuid: 'US.2~1' }, phone, bsuid: { asOf: 'today' } as const, at: 100 };
    expect(decideIdentity(question)).toMatchObject({ do: 'link', holder: paired, phone: false, bsuid: true });
    expect(decideIdentity({ ...question, given: { phone: '1', bsuid: 'US.2' } })).toMatchObject({ do: 'take-over' });
    const left = { ...question, phone: { asOf: 'ended', holder: paired } as const };
    expect(decideIdentity(left)).toMatchObject({ do: 'link', bsuid: true });
  });

  test('a payload of a former portfolio takes the number from nobody: the two are one', () => {
    const present: Holder = {
      ...paired,
      subjectId: 'q',
      bsuid: 'US.2~1',
      pair: { first: 50, last: 60 },
      firstKnownAt: 50,
    };
    const former: Holder = { ...paired, phone: '9' };
    const question = {
      given: { phone: '1', bsuid: 'US.1' },
      phone: { asOf: 'today', holder: present },
      bsuid: { asOf: 'today', holder: former },
      at: 100,
    } as const;
    expect(decideIdentity({ ...question, isFormer: true })).toMatchObject({
      do: 'merge',
      survivor: former,
      loser: present,
      phone: '1',
      left: { phone: '9', by: 50 },
    });
    // From today's it would be a new holder, as anywhere.
    const held = {
      ...question,
      phone: { asOf: 'today', holder: paired },
      bsuid: { asOf: 'today', holder: { ...present, phone: '9' } },
    } as const;
    expect(decideIdentity({ ...held, given: { phone: '1', bsuid: 'US.2~1' } })).toMatchObject({ do: 'take-over' });
  });

  test('a proof of one ends no mark with the other', () => {
    const marks = [
      { with: { kind: 'bsuid', value: 'US.1' } as const },
      { with: { kind: 'bsuid', value: 'US.3~1' } as const },
    ];
    const proven = { kind: 'bsuid', value: 'US.2~1' } as const;
    expect(afterProof(marks, proven, 7)).toEqual([marks[0], { ...marks[1], until: 7 }]);
  });

  test('of two who are one the number that was seen says when the pair was', () => {
    const [survivor, loser] = [
      { ...person({ subjectId: 'p', phone: '9', bsuid: 'US.1' }), pair: { first: 5, last: 9 }, pairs: [] },
      { ...person({ subjectId: 'q', phone: '1', bsuid: 'US.2~1' }), pair: { first: 50, last: 60 }, pairs: [] },
    ];
    const merged = decideMerge({ survivor, loser }, { phone: '1', at: 100, present: 1 }, () => false);
    expect(merged.survivor).toMatchObject({ subject: { phone: '1', bsuid: 'US.2~1' }, pair: { first: 50, last: 100 } });
  });
});
