import { beforeEach, describe, expect, test } from 'vitest';
import type { Said } from '../../../lambdas/domain/ledger/decide-statement.ts';
import { decideStatement } from '../../../lambdas/domain/ledger/decide-statement.ts';
import { verifyChain } from '../../../lambdas/domain/ledger/ledger-entry.ts';
import { at, DryRun, newcomer } from '../../support/ledger/dry-run.ts';
import { acme, noon } from '../../support/ledger/ledger-bench.ts';

/** What a statement changes, given all that was said before: no table, no clock. */
let dry: DryRun;
beforeEach(() => {
  dry = new DryRun(acme);
});

const second = (n: number) => noon + n * 1000;
const later = noon + 3_600_000;
const own = { level: 3, source: 'whatsapp-message', evidence: {} } as const;
const grant = (n: number, more: Partial<Said> = {}): Said => ({
  ...own,
  action: 'granted',
  purposes: ['offers', 'orders'],
  saidAt: second(n),
  ...more,
});
const stop = (n: number, more: Partial<Said> = {}): Said => ({
  ...own,
  action: 'revoked',
  purposes: 'all',
  saidAt: second(n),
  reply: 'stop-confirmed',
  ...more,
});
const start = (n: number, more: Partial<Said> = {}): Said => ({
  ...own,
  action: 'resumed',
  purposes: 'all',
  saidAt: second(n),
  reply: 'start-confirmed',
  ...more,
});
const stopMarketing = (n: number): Said => stop(n, { purposes: 'marketing', reply: 'marketing-stop-confirmed' });
const say = (said: Said) => dry.statement(said, at(later));
const states = (said: Said) => Object.entries(say(said).consent).map(([purpose, { state }]) => `${purpose} ${state}`);

describe('of somebody of whom nothing is recorded', () => {
  test('an opt-in is the first entry of the chain, and says since when they are known', () => {
    const { entry, head, subject, outcomes } = say(grant(5));
    expect(entry).toMatchObject({ ref: 's.1', header: { sequence: 1, previousHash: '' }, body: { salt: 'salt' } });
    expect([head.sequence, subject.firstKnownAt]).toEqual([1, second(5)]);
    expect(outcomes).toEqual([
      { purpose: 'offers', applied: true },
      { purpose: 'orders', applied: true },
    ]);
  });
  test('a stop of everything is recorded, confirmed and about nothing yet', () => {
    const { reply, outcomes, consent } = say(stop(5));
    expect([reply, outcomes, consent]).toEqual(['stop-confirmed', [], {}]);
  });
  test('the purposes are kept in one order, whatever the order of the call', () => {
    expect(say(grant(0, { purposes: ['orders', 'offers'] })).entry.header.act).toMatchObject({
      purposes: ['offers', 'orders'],
    });
  });
});

test('nothing that was given is changed: deciding twice gives the same', () => {
  const before = structuredClone(newcomer);
  const decide = () => decideStatement(newcomer, grant(0), acme, at(later));
  expect(decide()).toEqual(decide());
  expect(newcomer).toEqual(before);
});

describe('said twice', () => {
  test('the same opt-in counts, renews nothing and charges nothing', () => {
    const first = say(grant(0, { evidence: { pointId: 'pt_a' } }));
    const again = say(grant(0, { evidence: { pointId: 'pt_a' } }));
    expect(first.charges.map(({ count }) => count)).toEqual(['confirmed', 'optIns']);
    expect(again.charges).toEqual([]);
    expect(again.subject.registers).toEqual(first.subject.registers);
  });
  test('a stop is confirmed once: not again while it stands, and again after a new opt-in', () => {
    say(grant(0));
    expect(say(stop(1)).reply).toBe('stop-confirmed');
    expect(say(stop(2)).reply).toBeUndefined();
    say(grant(3));
    expect(say(stop(4)).reply).toBe('stop-confirmed');
  });
  test('a stop that arrives late, from before one that stands, is not confirmed either', () => {
    say(stop(9));
    expect(say(stop(1)).reply).toBeUndefined();
  });
  test('a stop of marketing is confirmed once, and not at all to somebody who stopped everything', () => {
    expect(say(stopMarketing(1)).reply).toBe('marketing-stop-confirmed');
    expect(say(stopMarketing(2)).reply).toBeUndefined();
    say(stop(3));
    expect(say(stopMarketing(4)).reply).toBeUndefined();
  });
});

describe('an act that arrives late', () => {
  test('an opt-in from before a stop is refused by it, and the answer says by which', () => {
    say(stop(10));
    const { outcomes, consent } = say(grant(5));
    expect(outcomes.map(({ applied, refusedBy }) => [applied, refusedBy?.code, refusedBy?.ref])).toEqual([
      [false, 'later-opt-out', 's.1'],
      [false, 'later-opt-out', 's.1'],
    ]);
    expect(consent).toMatchObject({ offers: { state: 'opted-out' }, orders: { state: 'opted-out' } });
  });
  test('in the second of a stop the stop wins', () => {
    say(stop(10));
    expect(states(grant(10))).toEqual(['offers opted-out', 'orders opted-out']);
  });
  test('a second after it the opt-in wins', () => {
    say(stop(10));
    expect(states(grant(11))).toEqual(['offers opted-in', 'orders opted-in']);
  });
  test('it makes the person known earlier, and what comes after it does not make them known later', () => {
    say(grant(10));
    expect(say(stop(5)).subject.firstKnownAt).toBe(second(5));
    expect(say(stop(7)).subject.firstKnownAt).toBe(second(5));
  });
  test('from before a START it takes the whole history, and then comes to what the order of the acts says', () => {
    say(grant(0));
    say(stop(10));
    say(start(20));
    expect(decideStatement(dry.person, stop(15), acme, at(later))).toBeUndefined();
    expect(states(stop(15))).toEqual(['offers opted-in', 'orders opted-in']);
    expect(states(grant(5, { purposes: ['news'] }))).toEqual(['news opted-in']);
  });
  test('a time ahead of the clock is the time of receipt, and what was claimed stays in the evidence', () => {
    const { entry } = dry.statement(grant(9), at(second(3)));
    expect(entry.header.saidAt).toBe(second(3));
    expect(entry.body?.evidence.claimedSaidAt).toBe('2026-11-20T12:00:09.000Z');
  });
  test('a time that holds claims nothing', () => {
    expect(dry.statement(grant(3), at(second(3))).entry.body?.evidence).toEqual({});
  });
});

describe('START', () => {
  test('gives back what stood before the stop, with its time', () => {
    say(grant(0));
    say(stop(10));
    expect(states(start(20))).toEqual(['offers opted-in', 'orders opted-in']);
    expect(dry.person.subject.registers.offers?.S?.restores).toEqual({ at: second(0) / 1000 });
  });
  test('gives nothing back that was refused before the stop', () => {
    say(grant(0));
    say(stop(5, { purposes: ['offers'], reply: undefined }));
    say(stop(10));
    expect(states(start(20))).toEqual(['offers opted-out', 'orders opted-in']);
  });
  test('of somebody who never stopped gives nothing', () => {
    expect(states(start(20))).toEqual([]);
  });
});

describe('collection points', () => {
  test('are charged with the stop that ends their opt-in, each once', () => {
    say(grant(0, { evidence: { pointId: 'pt_a' } }));
    expect(say(stop(1)).charges).toEqual([{ point: 'pt_a', count: 'stops' }]);
    expect(say(stop(2)).charges).toEqual([]);
  });
  test('a request counts where it was made, though it gives nothing', () => {
    const asked = grant(0, { action: 'requested', level: 2, evidence: { pointId: 'pt_a' } });
    expect(say(asked).charges).toEqual([{ point: 'pt_a', count: 'requests' }]);
  });
});

test('what the business reports does not undo what the person said', () => {
  say(stop(0));
  const { outcomes } = say(grant(10, { level: 2, source: 'paper' }));
  expect(outcomes.map(({ refusedBy }) => refusedBy?.code)).toEqual(['own-opt-out', 'own-opt-out']);
});

test('an own stop settles an unclear one', () => {
  dry.event(
    { kind: 'suppression', reason: 'ambiguous-stop', lift: false, source: 'whatsapp-message', evidence: {}, at: noon },
    at(later),
  );
  expect(dry.person.subject.suppressions).toHaveLength(1);
  expect(say(stop(9)).subject.suppressions).toEqual([]);
});

describe('the entry', () => {
  test('names the notice, its hash and the point, and the seal is in the evidence', () => {
    const evidence = { noticeId: 'n', noticeVersion: 2, pointId: 'pt_a' };
    const { header, body } = say(grant(0, { evidence, seal: { noticeHash: 'h', noticeLocale: 'en' } })).entry;
    expect(header).toMatchObject({ notice: 'n@2', noticeHash: 'h', point: 'pt_a' });
    expect(body?.evidence).toEqual({ ...evidence, noticeHash: 'h', noticeLocale: 'en' });
  });
  test('of a copy names the first and how it came', () => {
    const copyOf = { ref: 'x.7', over: 'pair' } as const;
    expect(dry.statement(stop(0), at(later, { copyOf })).entry.header.copyOf).toEqual(copyOf);
  });
  test('each holds the hash of the one before', () => {
    for (const said of [grant(0), stop(1), start(2), stopMarketing(3), grant(1)]) say(said);
    expect(verifyChain('s', dry.entries, dry.person.head, at(0).sha256)).toEqual([]);
  });
});

describe('an import that is annulled', () => {
  const imported = (n: number, more: Partial<Said> = {}): Said =>
    grant(n, { level: 2, source: 'import', batch: 'imp_1', evidence: { pointId: 'pt_a' }, ...more });
  const undo = (n: number): Said => imported(n, { action: 'annulled', evidence: {} });
  const withHistory = (said: Said) => {
    const known = { ...dry.person, history: dry.entries };
    return decideStatement(known, said, acme, at(later));
  };
  test('the batch lies in the header, which outlives an erasure', () => {
    expect(say(imported(1)).entry.header.act).toEqual({
      ...{ kind: 'statement', action: 'granted', purposes: ['offers', 'orders'], level: 2, batch: 'imp_1' },
    });
  });
  test('takes the history, and counts what ended', () => {
    say(imported(1));
    expect(decideStatement(dry.person, undo(5), acme, at(later))).toBeUndefined();
    const changes = withHistory(undo(5));
    expect(changes).toMatchObject({
      flips: { won: [], lost: ['offers', 'orders'] },
      charges: [{ point: 'pt_a', count: 'optOuts' }],
      consent: { offers: { state: 'never-asked' }, orders: { state: 'never-asked' } },
      outcomes: [
        { purpose: 'offers', applied: true },
        { purpose: 'orders', applied: true },
      ],
    });
    expect(changes.reply).toBeUndefined();
  });
  test('loses nothing that the person said by themself since', () => {
    say(imported(1));
    say(grant(3, { purposes: ['offers'] }));
    const { flips, consent } = withHistory(undo(5));
    expect(flips).toEqual({ won: [], lost: ['orders'] });
    expect(consent.offers?.state).toBe('opted-in');
  });
  test('a grant of it that comes later is recorded, and counts for nothing', () => {
    expect(say(undo(5)).subject.annulled).toEqual({ imp_1: { at: second(5) / 1000, ref: 's.1' } });
    const { outcomes, flips, charges } = say(imported(1));
    expect(outcomes).toMatchObject([
      { applied: false, refusedBy: { code: 'annulled', ref: 's.1' } },
      { applied: false, refusedBy: { code: 'annulled', ref: 's.1' } },
    ]);
    expect([flips, charges]).toEqual([{ won: [], lost: [] }, []]);
  });
});
