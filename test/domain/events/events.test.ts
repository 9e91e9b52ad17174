import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../lambdas/domain/consent/outcomes.ts';
import { eventOfAct, eventsOfMerge } from '../../../lambdas/domain/events/event-of-act.ts';
import { eventOfEntry, type ToldEntry } from '../../../lambdas/domain/events/event-of-entry.ts';
import { isOpened } from '../../../lambdas/domain/events/event-of-window.ts';
import type { Subject } from '../../../lambdas/domain/identity/subject.ts';
import type { LedgerAct } from '../../../lambdas/domain/ledger/ledger-entry.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const hour = 3_600_000;
const somebody: Subject = {
  subjectId: 'AbCdEfGhIjK',
  userId: 'usr_0123456789abcdefghijklAbCdEfGhIjK',
  phone: '14165550132',
  registers: {},
  suppressions: [],
  platformStop: {},
  firstKnownAt: noon,
};
const counts = (purpose: string): Outcome => ({ purpose, applied: true });
const refused = (purpose: string): Outcome => ({ purpose, applied: false });
const entry: ToldEntry = {
  type: 'user.opted_out',
  id: 'evt_0123456789abcdefghijkl',
  appId: 'acme',
  userId: somebody.userId,
  ref: 'AbCdEfGhIjK.7',
  sequence: 7,
  saidAt: noon,
  recordedAt: noon + 412,
  source: 'whatsapp-message',
  action: 'revoked',
  purposes: 'all',
  level: 3,
  outcomes: [counts('offers'), counts('news')],
  won: [],
  lost: ['offers'],
  detail: {},
};
const dataOf = (more: Partial<ToldEntry>) => eventOfEntry({ ...entry, ...more }, undefined).data;

describe('as what an act is told', () => {
  const told = (action: string, appliedWhenRecorded: readonly Outcome[], flips = { won: [], lost: [] } as const) =>
    eventOfAct({
      header: { act: { kind: 'statement', action, purposes: ['offers'], level: 2 } as LedgerAct, appliedWhenRecorded },
      before: somebody,
      after: somebody,
      flips,
    })?.type;
  test.each([
    ['a yes that counts', 'granted', [counts('offers')], undefined, 'user.opted_in'],
    ['a yes that does not', 'granted', [refused('offers')], undefined, undefined],
    ['a request that waits', 'requested', [counts('offers')], undefined, 'user.pending'],
    ['a request of somebody who is in', 'requested', [refused('offers')], undefined, undefined],
    ['a no', 'revoked', [counts('offers')], undefined, 'user.opted_out'],
    ['a no of which nothing is known', 'revoked', [], undefined, 'user.opted_out'],
    ['a no that a later yes overrules', 'refused', [refused('offers')], undefined, undefined],
    ['START that gives something back', 'resumed', [], { won: ['offers'], lost: [] }, 'user.opted_in'],
    ['START that gives nothing back', 'resumed', [counts('offers')], undefined, undefined],
    ['an import undone that ends something', 'annulled', [], { won: [], lost: ['offers'] }, 'user.opted_out'],
    ['an import undone that ends nothing', 'annulled', [counts('offers')], undefined, undefined],
    [
      'what ends something, whatever was said',
      'granted',
      [counts('news')],
      { won: [], lost: ['offers'] },
      'user.opted_out',
    ],
  ] as const)('%s', (_, action, outcomes, flips, type) => {
    expect(told(action, outcomes, flips as never)).toBe(type);
  });

  test('a yes of somebody who holds no identifier any more is told to nobody, a no is', () => {
    const { phone: _phone, ...earlier } = somebody;
    const told = (action: string) =>
      eventOfAct({
        header: {
          act: { kind: 'statement', action, purposes: ['offers'], level: 2 } as LedgerAct,
          appliedWhenRecorded: [counts('offers')],
        },
        before: earlier,
        after: earlier,
      })?.type;
    expect(['granted', 'requested', 'revoked'].map(told)).toEqual([undefined, undefined, 'user.opted_out']);
  });
});

describe('a yes under a brake', () => {
  const at = noon / 1000;
  const mark = (register: 'G2' | 'G3') => ({
    offers: { [register]: { at, ref: 'AbCdEfGhIjK.7', source: 'api' as const } },
  });
  const brake = (reason: 'administrative' | 'ambiguous-stop', scope: 'all' | 'marketing') =>
    ({ reason, scope, since: noon - hour, ref: 'AbCdEfGhIjK.6' }) as const;
  const told = (after: Partial<Subject>) =>
    eventOfAct({
      header: {
        act: { kind: 'statement', action: 'granted', purposes: ['offers'], level: 2 },
        appliedWhenRecorded: [counts('offers')],
      },
      before: somebody,
      after: { ...somebody, ...after },
    });
  test.each([
    ['of everything', mark('G3'), [brake('ambiguous-stop', 'marketing'), brake('administrative', 'all')], 'all'],
    ['of marketing', mark('G3'), [brake('administrative', 'marketing')], 'marketing'],
    ['for an unclear stop', mark('G2'), [brake('ambiguous-stop', 'marketing')], 'marketing'],
    ['that the person’s own yes lifts', mark('G3'), [brake('ambiguous-stop', 'marketing')], undefined],
    ['that is none', mark('G2'), [], undefined],
  ] as const)('%s', (_, registers, suppressions, braked) => {
    const { type, detail } = told({ registers, suppressions }) ?? {};
    expect([type, detail?.braked]).toEqual(['user.opted_in', braked]);
    const yes = { type: 'user.opted_in', action: 'granted', lost: [], detail: detail ?? {} } as const;
    expect(dataOf(yes)).toEqual(expect.objectContaining(braked === undefined ? { cause: 'granted' } : { braked }));
  });
});

describe('a brake of the business that comes by a merge', () => {
  const brake = (scope: 'all' | 'marketing') =>
    ({ reason: 'administrative', scope, since: noon - hour, ref: `AbCdEfGhIjK.${scope.length}` }) as const;
  const [all, marketing] = [brake('all'), brake('marketing')];
  const kept = { ref: 'AbCdEfGhIjK.7', header: { recordedAt: noon } };
  test.each([
    ['of everything, to who had none', [], [all], [all], ['user.suppressed', 'all']],
    ['of everything, to who had one of marketing', [marketing], [all], [all, marketing], ['user.suppressed', 'all']],
    ['of marketing, to who had one of everything', [all], [marketing], [all, marketing], ['user.merged', undefined]],
    ['that both had', [marketing], [marketing], [marketing], ['user.merged', undefined]],
  ] as const)('%s', (_, own, other, joined, told) => {
    const survivor = { ...somebody, suppressions: own };
    const loser = { ...somebody, userId: 'usr_other', suppressions: other };
    const after = { ...somebody, suppressions: joined };
    const { type, detail } = eventsOfMerge({ survivor, loser, after, kept }, () => true).survivor;
    expect([type, detail?.scope]).toEqual(told);
  });
});

describe('what an opt-out says', () => {
  test('a STOP of everything is one of everything, for all that it counts for', () => {
    expect(dataOf({})).toEqual({
      statementId: 'stm_AbCdEfGhIjK.7',
      saidAt: '2026-11-20T12:00:00.000Z',
      source: 'whatsapp-message',
      purposes: ['news', 'offers'],
      level: 3,
      cause: 'revoked',
      scope: 'all',
      ended: ['offers'],
    });
  });

  test('one that a later yes overrules in part is of the purposes that are left', () => {
    const outcomes = [counts('offers'), refused('news')];
    expect(dataOf({ outcomes })).toMatchObject({ scope: 'purposes', purposes: ['offers'] });
  });

  test('an import that was undone ends what it brought, and is nobody’s no', () => {
    const undone = { action: 'annulled', purposes: ['offers', 'news'], level: 2, batch: 'imp_1' } as const;
    expect(dataOf(undone)).toMatchObject({
      cause: 'annulled',
      scope: 'purposes',
      purposes: ['offers'],
      level: 2,
      importId: 'imp_1',
    });
  });

  test('what a former holder said yes to is ended by nobody', () => {
    const cut = { action: undefined, purposes: undefined, level: undefined, outcomes: [], lost: [] } as const;
    expect(dataOf({ ...cut, detail: { ended: ['offers'] } })).toMatchObject({
      cause: 'earlier-holder',
      purposes: ['offers'],
      ended: ['offers'],
    });
  });
});

test('an entry that lacks what its type says is no event', () => {
  expect(() => dataOf({ type: 'user.merged' })).toThrow();
  expect(() => dataOf({ type: 'user.suppressed', reason: 'quality' })).toThrow();
  expect(() => dataOf({ type: 'point.paused' })).toThrow();
  expect(() => dataOf({ saidAt: Number.NaN })).toThrow();
});

describe('a window', () => {
  test.each([
    ['was never open', undefined, true],
    ['ended this second', noon - 24 * hour, true],
    ['has a second left', noon - 24 * hour + 1000, false],
  ])('that %s', (_, before, opened) => expect(isOpened(before, noon, noon)).toBe(opened));

  test('is not opened by what is 24 hours old', () => {
    expect(isOpened(undefined, noon, noon + 24 * hour - 1)).toBe(true);
    expect(isOpened(undefined, noon, noon + 24 * hour)).toBe(false);
  });
});
