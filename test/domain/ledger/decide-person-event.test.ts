import { beforeEach, describe, expect, test } from 'vitest';
import { verifyChain } from '../../../lambdas/domain/ledger/ledger-entry.ts';
import type { SuppressionEvent } from '../../../lambdas/domain/ledger/person-event.ts';
import { at, DryRun } from '../../support/ledger/dry-run.ts';
import { acme, noon } from '../../support/ledger/ledger-bench.ts';

/** What is said beside consent, decided without a table. */
let dry: DryRun;
beforeEach(() => {
  dry = new DryRun(acme);
});

const second = (n: number) => noon + n * 1000;
const later = at(noon + 3_600_000);
const prefers = (value: 'stop' | 'resume', n: number) =>
  dry.event({ kind: 'platform-preference', value, evidence: {}, at: second(n) }, later);
const brake = (reason: SuppressionEvent['reason'], n: number, lift = false) =>
  dry.event(
    {
      kind: 'suppression',
      reason,
      lift,
      source: 'whatsapp-message',
      evidence: { text: 'words' },
      reply: lift ? undefined : 'ask-whether-stop',
      at: second(n),
    },
    later,
  );
const unclear = (n: number) => brake('ambiguous-stop', n);
const keep = (n: number) => brake('ambiguous-stop', n, true);
const chat = (more: { point?: string; ask?: { choice: string } }) =>
  dry.event({ kind: 'chat', evidence: { pointId: 'pt_z' }, at: second(0), ...more }, later);
const optIn = (pointId: string) =>
  dry.statement(
    {
      action: 'granted',
      purposes: ['offers', 'orders'],
      level: 3,
      saidAt: noon,
      source: 'whatsapp-message',
      evidence: { pointId },
    },
    later,
  );
const reasons = () => dry.person.subject.suppressions.map(({ reason, scope }) => `${reason} of ${scope}`);

describe('a stop in WhatsApp itself', () => {
  test('is charged to the points of the marketing opt-ins that it stops, once', () => {
    optIn('pt_a');
    expect(prefers('stop', 1)?.charges).toEqual([{ point: 'pt_a', count: 'platformStops' }]);
    expect(prefers('stop', 2)?.charges).toEqual([]);
  });
  test('leaves consent as it was', () => {
    const { registers } = optIn('pt_a').subject;
    expect(prefers('stop', 1)?.subject.registers).toEqual(registers);
  });
  test('stands if the resume that arrives after it was earlier, and if it was in the same second', () => {
    prefers('stop', 5);
    expect(prefers('resume', 4)?.subject.platformStop).toEqual({
      stoppedAt: second(5),
      ref: 's.1',
      resumedAt: second(4),
    });
    expect(prefers('resume', 5)?.charges).toEqual([]);
  });
  test('ahead of the clock is of the time of receipt', () => {
    const said = { kind: 'platform-preference', value: 'stop', evidence: {}, at: second(9) } as const;
    expect(dry.event(said, at(second(3)))?.entry.header.saidAt).toBe(second(3));
  });
});

describe('words that may mean stop', () => {
  test('brake marketing and ask once', () => {
    expect(unclear(1)?.reply).toBe('ask-whether-stop');
    expect(reasons()).toEqual(['ambiguous-stop of marketing']);
    expect(unclear(2)?.reply).toBeUndefined();
  });
  test('are settled by keeping the messages, in whichever order the two arrive', () => {
    unclear(1);
    keep(2);
    expect(reasons()).toEqual([]);
    dry = new DryRun(acme);
    keep(2);
    expect(unclear(1)?.reply).toBeUndefined();
    expect(reasons()).toEqual([]);
  });
  test('in the second of keeping are not settled', () => {
    keep(2);
    expect(unclear(2)?.reply).toBe('ask-whether-stop');
  });
  test('of two the later one counts, whichever arrives last', () => {
    unclear(5);
    unclear(1);
    expect(dry.person.subject.unclearStop).toEqual({ at: second(5), ref: 's.1' });
  });
});

describe('a suppression of everything', () => {
  test('replaces an earlier one of its reason, and not a later one', () => {
    brake('quality', 5);
    expect(brake('quality', 1)?.subject.suppressions.map(({ since }) => since)).toEqual([second(5)]);
    expect(brake('quality', 9)?.subject.suppressions.map(({ since }) => since)).toEqual([second(9)]);
  });
  test('goes when it is lifted; others stay', () => {
    brake('quality', 1);
    brake('administrative', 1);
    brake('quality', 2, true);
    expect(reasons()).toEqual(['administrative of all']);
  });
  test('lifting what is not there, or what came later, is not recorded', () => {
    expect(brake('quality', 2, true)).toBeUndefined();
    brake('quality', 5);
    expect(brake('quality', 4, true)).toBeUndefined();
    expect(dry.entries).toHaveLength(1);
  });
});

describe('a chat', () => {
  test('is charged to its point, and changes nothing of the person', () => {
    const { subject } = dry.person;
    const changes = chat({ point: 'pt_a' });
    expect(changes).toMatchObject({ charges: [{ point: 'pt_a', count: 'chats' }], subject });
    expect(changes?.entry.header.act).toEqual({ kind: 'chat', point: 'pt_a' });
    expect(changes?.reply).toBeUndefined();
  });
  test('with a choice to be asked about asks, and is charged to nobody', () => {
    expect(chat({ point: 'pt_a', ask: { choice: 'c1' } })).toMatchObject({
      reply: 'opt-in-question',
      choice: 'c1',
      charges: [],
    });
  });
});

test('all of them are in one chain with what was said of consent', () => {
  optIn('pt_a');
  unclear(1);
  prefers('stop', 2);
  chat({ point: 'pt_a' });
  keep(3);
  expect(dry.entries.map(({ header }) => header.act.kind)).toEqual([
    'statement',
    'suppression',
    'platform-preference',
    'chat',
    'suppression',
  ]);
  expect(verifyChain('s', dry.entries, dry.person.head, at(0).sha256)).toEqual([]);
});

describe('a brake of the business', () => {
  const set = (n: number, scope?: 'all' | 'marketing') =>
    dry.event(
      {
        ...{ kind: 'suppression', reason: 'administrative', lift: false, scope, source: 'api' },
        ...{ evidence: { operator: 'ana', text: 'Ticket 4411' }, at: second(n) },
      },
      later,
    );
  test('says in its entry what it holds back; a lift does not', () => {
    expect(set(1, 'marketing')?.entry.header.act).toEqual({
      ...{ kind: 'suppression', reason: 'administrative', lifted: false, scope: 'marketing' },
    });
    expect(brake('administrative', 2, true)?.entry.header.act).toEqual({
      ...{ kind: 'suppression', reason: 'administrative', lifted: true },
    });
  });
  test('says who set it, and why', () =>
    expect(set(1)?.subject.suppressions).toMatchObject([{ scope: 'all', operator: 'ana', text: 'Ticket 4411' }]));
  test('is not lifted by its lift of the same second, nor by an opt-in of the person', () => {
    set(1);
    brake('administrative', 1, true);
    optIn('pt_a');
    expect(reasons()).toEqual(['administrative of all']);
  });
  test('is recorded when it is lifted before it comes, and holds not then', () => {
    expect(brake('administrative', 5, true)).toBeDefined();
    set(4);
    expect(reasons()).toEqual([]);
  });
  test('stands beside an unclear stop, and settles it not', () => {
    unclear(1);
    set(2, 'marketing');
    expect(reasons()).toEqual(['administrative of marketing', 'ambiguous-stop of marketing']);
    brake('administrative', 3, true);
    expect(reasons()).toEqual(['ambiguous-stop of marketing']);
  });
});
