import { describe, expect, test } from 'vitest';
import type { Debt } from '../../../lambdas/domain/identity/denials.ts';
import { denialOfEvent, denialOfStatement, deniedIn } from '../../../lambdas/domain/ledger/denial.ts';
import type { LedgerHeader } from '../../../lambdas/domain/ledger/ledger-entry.ts';
import type { SaidBeside } from '../../../lambdas/domain/ledger/person-event.ts';
import type { StatementCommand } from '../../../lambdas/domain/ledger/statement-command.ts';
import { at, DryRun } from '../../support/ledger/dry-run.ts';
import { acme, noon } from '../../support/ledger/ledger-bench.ts';

/** What of a ledger is owed to another identifier, and what of an act travels. */
const second = (n: number) => noon + n * 1000;
const number = '14155550132';
const bsuid = 'US.1';
const debt = (more: Partial<Debt> = {}): Debt => ({ to: { kind: 'bsuid', value: bsuid }, over: 'pair', ...more });
const later = at(noon + 3_600_000);

/** Grant, stop of everything, stop of WhatsApp's own, unclear words and a brake, a second apart. */
function ledger(copyOf?: LedgerHeader['copyOf']) {
  const dry = new DryRun(acme);
  const told = { ...later, copyOf };
  const evidence = { identifiers: { waId: number } };
  const said = { level: 3, source: 'whatsapp-message', evidence } as const;
  dry.statement({ ...said, action: 'granted', purposes: ['offers'], saidAt: second(1) }, told);
  dry.statement({ ...said, action: 'revoked', purposes: 'all', saidAt: second(2), rule: 'stop.en.stop' }, told);
  dry.event({ kind: 'platform-preference', value: 'stop', evidence, at: second(3) }, told);
  const brake = { kind: 'suppression', lift: false, evidence, source: 'whatsapp-message' } as const;
  dry.event({ ...brake, reason: 'ambiguous-stop', at: second(4) }, told);
  dry.event({ ...brake, reason: 'quality', at: second(5) }, told);
  return dry;
}

const owed = (dry: DryRun, of: Debt) =>
  deniedIn(dry.person.subject, dry.entries, of).map(({ first, act }) =>
    act.kind === 'statement' ? `${first} ${act.command.action}` : `${first} ${act.said.kind}`,
  );
const noes = ['s.2 revoked', 's.3 platform-preference', 's.4 suppression', 's.5 suppression'];

describe('what is owed', () => {
  test('is every no and every brake that holds; never a grant', () => {
    expect(owed(ledger(), debt())).toEqual(noes);
  });
  test('is only what was said before the person left', () => {
    expect(owed(ledger(), debt({ until: second(4) }))).toEqual(noes.slice(0, 2));
  });
  test('is only what was said by the number, since then, where the number was no longer theirs', () => {
    const of = debt({ to: { kind: 'phone', value: number }, from: second(3), over: 'gap' });
    expect(owed(ledger(), of)).toEqual(noes.slice(1));
    expect(owed(ledger(), { ...of, to: { kind: 'phone', value: '14155550199' } })).toEqual([]);
  });
  test('is no brake that was lifted', () => {
    const dry = ledger();
    dry.event({ kind: 'platform-preference', value: 'resume', evidence: {}, at: second(9) }, later);
    dry.event(
      { kind: 'suppression', reason: 'quality', lift: true, evidence: {}, source: 'whatsapp-message', at: second(9) },
      later,
    );
    expect(owed(dry, debt())).toEqual(['s.2 revoked', 's.4 suppression']);
  });
  test('is every brake that the business set and no lift has ended, with its scope and who set it', () => {
    const dry = new DryRun(acme);
    const evidence = { identifiers: { phone: number }, operator: 'ana' };
    const brake = (n: number, scope?: 'all' | 'marketing') =>
      dry.event(
        {
          ...{ kind: 'suppression', reason: 'administrative', lift: scope === undefined, scope, source: 'api' },
          ...{ evidence, at: second(n) },
        },
        later,
      );
    brake(1, 'all');
    brake(2);
    brake(3, 'all');
    brake(4, 'marketing');
    brake(9, 'all');
    expect(owed(dry, debt())).toEqual(['s.3 suppression', 's.4 suppression', 's.5 suppression']);
    const [all, marketing, ...others] = deniedIn(dry.person.subject, dry.entries, debt({ until: second(9) }));
    expect(others).toEqual([]);
    expect([all, marketing].map((each) => each?.act)).toMatchObject([
      { said: { reason: 'administrative', lift: false, scope: 'all', evidence } },
      { said: { reason: 'administrative', lift: false, scope: 'marketing', evidence } },
    ]);
  });
  test('is a brake of the business that names number and BSUID, where the number was no longer theirs: a caller proves nothing', () => {
    const dry = new DryRun(acme);
    dry.person = { ...dry.person, subject: { ...dry.person.subject, bsuid } };
    const evidence = { identifiers: { phone: number, bsuid } };
    const said = { kind: 'suppression', lift: false, source: 'api', evidence, at: second(1) } as const;
    dry.event({ ...said, reason: 'administrative' }, later);
    dry.event({ ...said, reason: 'quality' }, later);
    const of = debt({ to: { kind: 'phone', value: number }, from: second(0), over: 'gap' });
    expect(owed(dry, of)).toEqual(['s.1 suppression']);
  });
  test.each([
    ['pair', 'pair', false],
    ['pair', 'form', true],
    ['pair', 'gap', false],
    ['form', 'pair', true],
    ['form', 'gap', false],
    ['gap', 'pair', true],
    ['gap', 'gap', false],
    ['named', 'pair', true],
    ['named', 'gap', true],
  ] as const)('what came over a %s goes on over a %s: %s', (came, over, goes) => {
    const found = owed(ledger({ ref: 'x.1', over: came }), debt({ over }));
    expect(found.length > 0).toBe(goes);
    // Of a copy the first entry is named.
    expect(new Set(found.map((each) => each.split(' ')[0]))).toEqual(new Set(goes ? ['x.1'] : []));
  });
  test('is said as it was said, with its words, rule and level', () => {
    const [stop] = deniedIn(ledger().person.subject, ledger().entries, debt());
    expect(stop).toMatchObject({
      saidAt: second(2),
      act: { command: { purposes: 'all', level: 3, rule: 'stop.en.stop', provider: true, saidAt: second(2) } },
    });
  });
});

describe('what travels when it is said', () => {
  const command: StatementCommand = {
    person: { phone: number },
    action: 'revoked',
    purposes: 'all',
    level: 3,
    saidAt: second(9),
    source: 'whatsapp-message',
    evidence: {},
    provider: true,
    reply: 'stop-confirmed',
  };
  const recorded = { ref: 's.1', saidAt: second(3) };
  test.each(['granted', 'requested', 'resumed'] as const)('%s does not', (action) => {
    expect(denialOfStatement({ ...command, action, purposes: ['offers'] }, recorded)).toBeUndefined();
  });
  test.each(['revoked', 'refused'] as const)(
    '%s does, with the time that was recorded, and without a reply',
    (action) => {
      const denial = denialOfStatement({ ...command, action }, recorded);
      expect(denial).toMatchObject({
        first: 's.1',
        saidAt: second(3),
        act: { command: { action, saidAt: second(3) } },
      });
      expect(JSON.stringify(denial)).not.toContain('stop-confirmed');
    },
  );
  const brake = { kind: 'suppression', reason: 'quality', evidence: {}, source: 'whatsapp-message' } as const;
  test.each<[string, SaidBeside, boolean]>([
    ['a brake', { ...brake, lift: false, reply: 'ask-whether-stop' }, true],
    ['lifting one', { ...brake, lift: true }, false],
    ['a stop in WhatsApp itself', { kind: 'platform-preference', value: 'stop', evidence: {} }, true],
    ['a resume there', { kind: 'platform-preference', value: 'resume', evidence: {} }, false],
    ['a chat', { kind: 'chat', evidence: {} }, false],
  ])('%s', (_, said, travels) => {
    const denial = denialOfEvent({ person: { phone: number }, at: second(9), eventId: 'e' }, said, recorded);
    expect(denial !== undefined).toBe(travels);
    expect(JSON.stringify(denial) ?? '').not.toContain('ask-whether-stop');
  });
});
