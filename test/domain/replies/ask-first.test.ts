import { expect, test } from 'vitest';
import { foldConsent } from '../../../lambdas/domain/consent/fold.ts';
import type { Suppression } from '../../../lambdas/domain/consent/suppression.ts';
import { type EligibilityFacts, unknownPerson } from '../../../lambdas/domain/eligibility/decision.ts';
import { askableAtFirst } from '../../../lambdas/domain/replies/ask-first.ts';
import { acme, noon } from '../../support/ledger/ledger-bench.ts';

type Said = Parameters<typeof foldConsent>[0][number];
const said = (action: Said['action'], purposes: Said['purposes'], at = noon - 1000): Said =>
  ({
    action,
    purposes,
    level: 3,
    saidAt: at,
    recordedAt: 0,
    source: 'whatsapp-message',
    ref: `s.${at}.${purposes}`,
  }) as Said;
const after = (...statements: readonly Said[]): EligibilityFacts => ({
  ...unknownPerson,
  registers: foldConsent(statements, () => true).registers,
});
const ask = (facts: EligibilityFacts, at = noon, now = noon) => askableAtFirst(acme, facts, at, now);
const all = { purposes: ['offers', 'orders', 'news'] };

test('somebody who was never asked may be asked for everything', () => {
  expect(ask(unknownPerson)).toEqual(all);
});

test('what they get, and what they said no to, is left out', () => {
  expect(ask(after(said('granted', ['offers']), said('revoked', ['news'])))).toEqual({ purposes: ['orders'] });
  expect(ask(after(said('granted', ['offers', 'orders']), said('refused', ['news'])))).toEqual({
    codes: ['nothing-to-ask'],
  });
});

test.each(['all', 'marketing'] as const)(
  'after a stop of %s nothing is asked, not even for what it does not cover',
  (scope) => {
    expect(ask(after(said('granted', ['offers'], noon - 5000), said('revoked', scope)))).toHaveProperty('codes');
  },
);

test.each(['ambiguous-stop', 'administrative', 'quality'] as const)('nor under a suppression: %s', (reason) => {
  const suppression = { reason, scope: 'marketing', since: noon, ref: 'r' } as unknown as Suppression;
  expect(ask({ ...unknownPerson, suppressions: [suppression] })).toEqual({ codes: [`suppressed-${reason}`] });
});

test('an unclear stop also keeps back what is no marketing', () => {
  const suppression = { reason: 'ambiguous-stop', scope: 'marketing', since: noon, ref: 'r' } as unknown as Suppression;
  const app = { ...acme, purposes: acme.purposes.filter(({ category }) => category === 'utility') };
  expect(askableAtFirst(app, { ...unknownPerson, suppressions: [suppression] }, noon, noon)).toHaveProperty('codes');
});

test('WhatsApp’s own stop leaves out marketing', () => {
  expect(ask({ ...unknownPerson, platformStop: { stoppedAt: noon } })).toEqual({ purposes: ['orders'] });
});

test('a millisecond before the window closes it may be asked, and not when it closes', () => {
  const day = 24 * 3_600_000;
  expect(ask(unknownPerson, noon, noon + day - 1)).toEqual(all);
  expect(ask(unknownPerson, noon, noon + day)).toEqual({ codes: ['window-closed'] });
});

test('while it is not settled who they are nothing is asked', () => {
  expect(ask({ ...unknownPerson, unsettled: true })).toEqual({ codes: ['identity-unsettled'] });
});
