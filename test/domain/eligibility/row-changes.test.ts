import { describe, expect, test } from 'vitest';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { foldStatements } from '../../../lambdas/domain/consent/fold.ts';
import type { FoldedStatement } from '../../../lambdas/domain/consent/statement.ts';
import { allRows, rowChanges, withdrawalReason } from '../../../lambdas/domain/eligibility/row-changes.ts';
import type { Subject } from '../../../lambdas/domain/identity/subject.ts';
import { newcomer } from '../../support/ledger/dry-run.ts';
import { acme } from '../../support/ledger/ledger-bench.ts';

/** Which rows are written and removed, and who must hear of it, when a person changes. */
let made = 0;
const said = (second: number, more: Partial<FoldedStatement> = {}): FoldedStatement => {
  made += 1;
  const own = { action: 'granted', purposes: ['offers', 'orders'], level: 3, source: 'whatsapp-message' } as const;
  return { ...own, ref: `s.${made}`, saidAt: second * 1000, recordedAt: 0, ...more };
};
const granted = said(1);
const person = (more: Partial<Subject> = {}, ...history: FoldedStatement[]): Subject => ({
  ...newcomer.subject,
  registers: foldStatements([granted, ...history]),
  ...more,
});
const stopped = person({}, said(2, { action: 'revoked', purposes: 'all' }));
const changes = (before: Subject | undefined, after: Subject | undefined, app: Pick<App, 'purposes'> = acme) => {
  const { rows, withdrawn } = rowChanges(before, after, app);
  const written = rows.map(({ purposeId, row }) => `${row === undefined ? 'no' : 'row of'} ${purposeId}`);
  return { written, withdrawn };
};
const nothing = { written: [], withdrawn: [] };

test('an opt-in writes a row for each of its purposes, and withdraws nobody', () => {
  expect(changes(undefined, person())).toEqual({ written: ['row of offers', 'row of orders'], withdrawn: [] });
});

test('a stop removes every row, and withdraws', () => {
  expect(changes(person(), stopped)).toEqual({ written: ['no offers', 'no orders'], withdrawn: ['offers', 'orders'] });
});

test('a stop again does nothing, and neither does a change of what no row shows', () => {
  expect(
    changes(stopped, person({}, said(2, { action: 'revoked', purposes: 'all' }), said(3, { action: 'refused' }))),
  ).toEqual(nothing);
  expect(changes(person(), person({ firstContactAt: 5, parentBsuid: 'US.ENT.1' }))).toEqual(nothing);
});

test('who was absorbed loses the rows, and who was never granted anything has none to lose', () => {
  expect(changes(person(), undefined).withdrawn).toEqual(['offers', 'orders']);
  expect(changes(undefined, undefined)).toEqual(nothing);
});

describe('a brake on marketing', () => {
  const unclear = { reason: 'ambiguous-stop', scope: 'marketing', since: 9000, ref: 's.9' } as const;
  test.each<[string, Subject]>([
    ['a stop in WhatsApp itself', person({ platformStop: { stoppedAt: 9000, ref: 's.9' } })],
    ['an unclear stop', person({ suppressions: [unclear] })],
    ['a stop of marketing', person({}, said(9, { action: 'revoked', purposes: 'marketing' }))],
  ])('%s is written on every row and withdraws from marketing alone; lifting it withdraws nobody', (_, braked) => {
    expect(changes(person(), braked)).toEqual({ written: ['row of offers', 'row of orders'], withdrawn: ['offers'] });
    expect(changes(braked, person())).toEqual({ written: ['row of offers', 'row of orders'], withdrawn: [] });
    expect(changes(braked, braked)).toEqual(nothing);
  });
  test('withdraws from what was marketing once', () => {
    const [offers, orders] = acme.purposes;
    const app = { purposes: [offers, { ...orders, wasMarketing: true as const }] } as Pick<App, 'purposes'>;
    expect(changes(person(), person({ suppressions: [unclear] }), app).withdrawn).toEqual(['offers', 'orders']);
  });
});

test.each(['administrative', 'erasure', 'quality'] as const)(
  'a suppression of everything (%s) removes and withdraws',
  (reason) => {
    const braked = person({ suppressions: [{ reason, scope: 'all', since: 0, ref: 's.9' }] });
    expect(changes(person(), braked)).toEqual({ written: ['no offers', 'no orders'], withdrawn: ['offers', 'orders'] });
  },
);

describe('another identifier', () => {
  test('a new number withdraws: who holds a file has the old one', () => {
    const moved = person({ phone: '14155550199' });
    expect(changes(person(), moved)).toEqual({
      written: ['row of offers', 'row of orders'],
      withdrawn: ['offers', 'orders'],
    });
  });
  test('a BSUID beside the number is written and withdraws nobody; another BSUID does', () => {
    const [known, other] = [person({ bsuid: 'US.1' }), person({ bsuid: 'US.2' })];
    expect(changes(person(), known)).toEqual({ written: ['row of offers', 'row of orders'], withdrawn: [] });
    expect(changes(known, other).withdrawn).toEqual(['offers', 'orders']);
  });
  test('none at all removes and withdraws', () => {
    expect(changes(person(), person({ phone: undefined })).withdrawn).toEqual(['offers', 'orders']);
  });
  test('while it is not settled who somebody is, there are no rows', () => {
    expect(changes(person(), person({ unsettled: true })).withdrawn).toEqual(['offers', 'orders']);
    expect(changes(person({ unsettled: true }), person())).toEqual({
      written: ['row of offers', 'row of orders'],
      withdrawn: [],
    });
  });
});

describe('a renewed opt-in', () => {
  const renewed = person({}, said(500));
  const [offers, orders] = acme.purposes;
  test('writes nothing where consent does not expire', () => {
    expect(changes(person(), renewed)).toEqual(nothing);
  });
  test('is written where it does, for its time decides', () => {
    const expiring = { purposes: [{ ...offers, validForDays: 30 }, orders] } as Pick<App, 'purposes'>;
    expect(changes(person(), renewed, expiring)).toEqual({ written: ['row of offers'], withdrawn: [] });
  });
  test('that turns out to be valid for less long is written in any case', () => {
    expect(changes(renewed, person()).written).toEqual(['row of offers', 'row of orders']);
  });
});

test('every row of a person as the state says, whatever lies there', () => {
  const some = person({}, said(2, { action: 'revoked', purposes: ['orders'] }));
  expect(allRows(some).map(({ purposeId, row }) => [purposeId, row?.grant.ref])).toEqual([
    ['offers', granted.ref],
    ['orders', undefined],
  ]);
});

test('why somebody is withdrawn follows from the act', () => {
  expect(withdrawalReason({ kind: 'statement', action: 'revoked', purposes: 'all', level: 3 })).toBe('opt-out');
  expect(withdrawalReason({ kind: 'platform-preference', value: 'stop' })).toBe('platform-stop');
  expect(withdrawalReason({ kind: 'suppression', reason: 'quality', lifted: false })).toBe('suppression');
  expect(withdrawalReason({ kind: 'chat' })).toBe('number-change');
});
