import { describe, expect, test } from 'vitest';
import type { Registers } from '../../../lambdas/domain/consent/registers.ts';
import { standing } from '../../../lambdas/domain/consent/standing.ts';
import type { Subject } from '../../../lambdas/domain/identity/subject.ts';
import { append, type NewAct, type PersonState } from '../../../lambdas/domain/ledger/chain.ts';
import type { LedgerEntry } from '../../../lambdas/domain/ledger/ledger-entry.ts';
import { reconciled } from '../../../lambdas/domain/ledger/reconcile.ts';
import { reconciledHead } from '../../../lambdas/domain/ledger/reconcile-chain.ts';
import { acme } from '../../support/ledger/ledger-bench.ts';
import { person, phone } from '../../support/table/on-record.ts';

const sha256 = (text: string) => `#${text.length}`;
const at = (second: number) => second * 1000;
const subject = (more: Partial<Subject> = {}): Subject =>
  person({ subjectId: 'u', phone: phone('525512345678').value, ...more }).subject;

/** The ledger of somebody who did these things, one a second from 100 on. */
function ledgerOf(...acts: readonly Omit<NewAct, 'saidAt' | 'evidence'>[]): {
  entries: LedgerEntry[];
  head: PersonState['head'];
} {
  const entries: LedgerEntry[] = [];
  let head = { sequence: 0, hash: '' };
  for (const [index, act] of acts.entries()) {
    const saidAt = at(100 + index);
    const added = append(
      { subject: subject(), head },
      { ...act, saidAt, evidence: {} },
      { now: saidAt, salt: 's', sha256 },
    );
    entries.push(added.entry);
    head = added.head;
  }
  return { entries, head };
}

const said = (action: 'granted' | 'revoked' | 'resumed', purposes: readonly string[] | 'all', level: 2 | 3 = 3) =>
  ({ act: { kind: 'statement', action, purposes, level }, source: 'whatsapp-message' }) as const;
const stands = ({ registers }: Subject, purpose = 'offers') => standing(registers, purpose, true).stands;
const mark = (second: number, ref = 'u.9') => ({ at: second, ref, source: 'whatsapp-message' }) as const;
const registers = (marks: Registers) => subject({ registers: marks });

describe('what counts of a ledger and a state that do not agree', () => {
  const yes = ledgerOf(said('granted', ['offers', 'news']));

  test('a yes in the ledger that the state lacks counts', () => {
    expect(stands(reconciled({ states: [subject()], entries: yes.entries }, acme))).toBe('granted');
  });

  test('a yes in the state that the ledger lacks does not', () => {
    expect(stands(reconciled({ states: [registers({ offers: { G3: mark(99) } })], entries: [] }, acme))).toBe(
      'nothing',
    );
  });

  test('who was handed over is with a human again after a restore, and who was handed back is not', () => {
    const handed = (handed: 'over' | 'back') =>
      ({ act: { kind: 'handover', handed, by: 'words' }, source: 'whatsapp-message' }) as const;
    const [over, back] = [ledgerOf(handed('over')), ledgerOf(handed('over'), handed('back'))];
    const restored = ({ entries }: typeof over) => reconciled({ states: [subject()], entries }, acme);
    expect(restored(over).handover).toEqual({ since: at(100), by: 'words', ref: 'u.1' });
    expect(restored(back).handover).toEqual({ since: at(100), by: 'words', ref: 'u.1', backAt: at(101) });
    const whole = restored(back);
    expect(reconciled({ states: [whole], entries: back.entries }, acme)).toBe(whole);
  });

  test.each(['R1', 'R2', 'R3', 'E'] as const)('a no in the state that the ledger lacks stands (%s)', (register) => {
    const state = registers({ '*': { [register]: mark(200) } });
    expect(stands(reconciled({ states: [state], entries: yes.entries }, acme))).toBe('revoked');
  });

  test('a no to several purposes stands for each', () => {
    const state = registers({ offers: { R3: mark(200) }, news: { R3: mark(200) } });
    const after = reconciled({ states: [state], entries: yes.entries }, acme);
    expect([stands(after, 'offers'), stands(after, 'news')]).toEqual(['revoked', 'revoked']);
  });

  test('a stop of marketing in the state stands for marketing', () => {
    const after = reconciled({ states: [registers({ '*marketing': { R3: mark(200) } })], entries: yes.entries }, acme);
    expect(stands(after)).toBe('revoked');
  });

  test('a no of the state that the person took back in the ledger is taken back', () => {
    const back = ledgerOf(said('granted', ['offers']), said('granted', ['offers']));
    const after = reconciled({ states: [registers({ offers: { R3: mark(100) } })], entries: back.entries }, acme);
    expect(stands(after)).toBe('granted');
  });

  test('START gives nothing back of which no yes is in the ledger', () => {
    const { entries } = ledgerOf(said('revoked', 'all'), said('resumed', 'all'));
    expect(stands(reconciled({ states: [registers({ offers: { G3: mark(99) } })], entries }, acme))).toBe('revoked');
  });

  test('a no that only the state of a merged subject has stands too', () => {
    const other = subject({ subjectId: 'w', registers: { '*': { R3: mark(300, 'w.1') } } });
    expect(stands(reconciled({ states: [subject(), other], entries: yes.entries }, acme))).toBe('revoked');
  });

  test('a no of which only a withdrawal is left stands', () => {
    const no = {
      ref: 'u.2',
      action: 'revoked',
      purposes: ['offers'],
      level: 3,
      saidAt: at(300),
      recordedAt: at(300),
      source: 'policy',
    } as const;
    const after = reconciled({ states: [subject()], entries: yes.entries, withdrawn: [no] }, acme);
    expect([stands(after, 'offers'), stands(after, 'news')]).toEqual(['revoked', 'granted']);
  });
});

describe('what was said beside consent', () => {
  const brake = (reason: 'administrative' | 'ambiguous-stop', lifted: boolean) =>
    ({ act: { kind: 'suppression', reason, lifted }, source: 'whatsapp-message' }) as const;
  const preference = (value: 'stop' | 'resume') =>
    ({ act: { kind: 'platform-preference', value }, source: 'whatsapp-platform' }) as const;
  const reasons = ({ suppressions }: Subject) => suppressions.map(({ reason }) => reason);

  test('a brake in the ledger that the state lacks is on, and one that the ledger lifted is off', () => {
    const on = ledgerOf(brake('administrative', false));
    expect(reasons(reconciled({ states: [subject()], entries: on.entries }, acme))).toEqual(['administrative']);
    const off = ledgerOf(brake('administrative', false), brake('administrative', true));
    const state = subject({ suppressions: [{ reason: 'administrative', scope: 'all', since: at(100), ref: 'u.1' }] });
    expect(reasons(reconciled({ states: [state], entries: off.entries }, acme))).toEqual([]);
  });

  test('a brake in the state that the ledger lacks stays on', () => {
    const state = subject({ suppressions: [{ reason: 'quality', scope: 'all', since: at(100), ref: 'u.1' }] });
    expect(reasons(reconciled({ states: [state], entries: [] }, acme))).toEqual(['quality']);
  });

  test('so does an unclear stop', () => {
    const { entries } = ledgerOf(brake('ambiguous-stop', false));
    expect(reasons(reconciled({ states: [subject()], entries }, acme))).toEqual(['ambiguous-stop']);
    const state = subject({ unclearStop: { at: at(100), ref: 'u.1' } });
    expect(reasons(reconciled({ states: [state], entries: [] }, acme))).toEqual(['ambiguous-stop']);
  });

  test('a stop of WhatsApp that only one of the two has holds, a resume only by the ledger', () => {
    const stopped = ledgerOf(preference('stop'));
    expect(reconciled({ states: [subject()], entries: stopped.entries }, acme).platformStop.stoppedAt).toBe(at(100));
    const state = subject({ platformStop: { stoppedAt: at(200), ref: 'u.9', resumedAt: at(300) } });
    expect(reconciled({ states: [state], entries: stopped.entries }, acme).platformStop).toMatchObject({
      stoppedAt: at(200),
    });
    expect(reconciled({ states: [state], entries: stopped.entries }, acme).platformStop.resumedAt).toBeUndefined();
  });
});

describe('the head of a chain', () => {
  const { entries, head } = ledgerOf(said('granted', ['offers']), said('revoked', 'all'), said('granted', ['news']));
  const of = (left: readonly LedgerEntry[], from = head) => reconciledHead('u', left, from, sha256);

  test('goes to the last entry that is there, and never back', () => {
    expect(of(entries, { sequence: 1, hash: 'x' })).toEqual({ head, breaks: [] });
    expect(of(entries.slice(0, 2)).head).toEqual(head);
  });

  test('what is missing is told', () => {
    const [first, , last] = entries as [LedgerEntry, LedgerEntry, LedgerEntry];
    expect(of([first, last]).breaks.map(({ sequence, fault }) => `${sequence} ${fault}`)).toEqual([
      '2 missing',
      '3 previous-hash',
    ]);
  });

  test('two entries of one number are told', () => {
    expect(
      of([...entries, { ...entries[2], header: { ...entries[2]?.header, saidAt: 1 } } as LedgerEntry]).breaks,
    ).toContainEqual({
      sequence: 3,
      fault: 'twice',
    });
  });
});

describe('imports and brakes of the business', () => {
  const imported = (action: 'granted' | 'annulled') =>
    ({ act: { kind: 'statement', action, purposes: ['offers'], level: 2, batch: 'imp_1' }, source: 'import' }) as const;
  const brake = (lifted: boolean) =>
    ({
      act: { kind: 'suppression', reason: 'administrative', lifted, scope: lifted ? undefined : 'marketing' },
      source: 'api',
    }) as const;
  const mendedBy = (state: Subject, ...acts: readonly Omit<NewAct, 'saidAt' | 'evidence'>[]) =>
    reconciled({ states: [state], entries: ledgerOf(...acts).entries }, acme);

  test('an annulment in the ledger takes the grant away that the state holds', () => {
    const state = registers({ offers: { G2: { at: 100, ref: 'u.1', source: 'import' } } });
    const mended = mendedBy(state, imported('granted'), imported('annulled'));
    expect([stands(mended), mended.annulled]).toEqual(['nothing', { imp_1: { at: 101, ref: 'u.2' } }]);
  });
  test('an annulment that only the state knows stands', () => {
    const state = subject({ annulled: { imp_1: { at: 105, ref: 'u.2' } } });
    expect(stands(mendedBy(state, imported('granted')))).toBe('nothing');
  });
  test('a brake that only the state knows stands, with who set it', () => {
    const administrative = { all: { at: at(100), ref: 'u.9', operator: 'ana' } };
    expect(mendedBy(subject({ administrative })).suppressions).toMatchObject([{ scope: 'all', operator: 'ana' }]);
  });
  test('that a brake was lifted counts only where the ledger says so', () => {
    const administrative = { marketing: { at: at(100), ref: 'u.1' }, liftedAt: 101 };
    expect(mendedBy(subject({ administrative }), brake(false)).suppressions).toHaveLength(1);
    expect(mendedBy(subject({ administrative }), brake(false), brake(true)).suppressions).toEqual([]);
  });
  test('a state that agrees is left as it is, also once who set the brake was erased from the ledger', () => {
    const administrative = { marketing: { at: at(100), ref: 'u.1', operator: 'ana', text: 'Ticket 4411' } };
    const state = mendedBy(subject({ administrative }), brake(false));
    const told = { ...state, administrative, suppressions: [{ ...state.suppressions[0], operator: 'ana' }] } as Subject;
    expect(mendedBy(told, brake(false))).toBe(told);
  });
});
