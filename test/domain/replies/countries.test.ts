import { describe, expect, test } from 'vitest';
import type { Registers } from '../../../lambdas/domain/consent/registers.ts';
import { countriesOf } from '../../../lambdas/domain/countries/countries-of.ts';
import { type EligibilityFacts, unknownPerson } from '../../../lambdas/domain/eligibility/decision.ts';
import type { ReplyKind } from '../../../lambdas/domain/ledger/reply-kind.ts';
import { askableAtFirst } from '../../../lambdas/domain/replies/ask-first.ts';
import { decideReply } from '../../../lambdas/domain/replies/decide-reply.ts';
import type { ReplyRequest } from '../../../lambdas/domain/replies/reply-request.ts';
import { acme, noon } from '../../support/ledger/ledger-bench.ts';

const cuban = '5352123456';
const american = '14155550132';
const yes = { at: noon / 1000, ref: 's.1', source: 'whatsapp-message' } as const;
const registers: Registers = { offers: { G3: yes } };
const stopped: Registers = { '*': { R3: yes } };
const stoppedMarketing: Registers = { '*marketing': { R3: yes } };

const facts = (phone: string, more: Partial<EligibilityFacts> = {}): EligibilityFacts => {
  return { ...unknownPerson, registers, countries: countriesOf({ phone }), ...more };
};
const request = (kind: ReplyKind, phone: string, more: Partial<ReplyRequest> = {}): ReplyRequest => ({
  ...{ appId: 'acme', subjectId: 's', entry: 's.1', sequence: 1, kind, at: noon, source: 'whatsapp-message' },
  identifiers: { waId: phone },
  ...more,
});
const decide = (asked: ReplyRequest, known: EligibilityFacts) =>
  decideReply(asked, acme, known, noon + 1000, ['offers']);

describe('a reply to Cuba', () => {
  test('confirms a stop, whatever the country', () => {
    expect(decide(request('stop-confirmed', cuban), facts(cuban, { registers: stopped }))).toEqual({ send: true });
  });
  test.each<ReplyKind>([
    'opt-in-confirmed',
    'ask-whether-stop',
    'handover-confirmed',
    'automated-reply',
    'preferences',
  ])('answers the person’s own words: %s', (kind) =>
    expect(decide(request(kind, cuban), facts(cuban))).toEqual({ send: true }),
  );
  test.each<ReplyKind>(['opt-in-question', 'first-contact'])('asks nothing that nobody asked for: %s', (kind) => {
    const known = facts(cuban, { registers: {} });
    expect(decide(request(kind, cuban), known)).toEqual({ send: false, codes: ['country-not-served'] });
  });
  test('goes by SMS, of which WhatsApp’s countries say nothing', () => {
    const bySms = { source: 'sms-keyword', receivedBy: '+5550100', identifiers: { phone: `+${cuban}` } } as const;
    const sms = { '*': { R3: { ...yes, source: 'sms-keyword' as const } } };
    expect(decide(request('stop-confirmed', cuban, bySms), facts(cuban, { registers: sms }))).toEqual({ send: true });
    expect(decide(request('opt-in-confirmed', cuban, bySms), facts(cuban))).toEqual({ send: true });
  });
  test('lifts no other no: after a stop the answer is silent', () => {
    const known = facts(cuban, { registers: stopped });
    expect(decide(request('automated-reply', cuban), known)).toEqual({ send: false, codes: ['stopped-everything'] });
  });
});

describe('whoever writes for the first time', () => {
  test('from Cuba is asked nothing', () => {
    expect(askableAtFirst(acme, facts(cuban, { registers: {} }), noon, noon)).toEqual({
      codes: ['country-not-served'],
    });
  });
  test('from the United States is asked for everything: inside the window a question is no template', () => {
    const known = facts(american, { registers: {} });
    expect(askableAtFirst(acme, known, noon, noon)).toEqual({ purposes: ['offers', 'orders', 'news'] });
  });
  test('after a stop of marketing is asked nothing, in any country', () => {
    const known = facts(american, { registers: stoppedMarketing });
    expect(askableAtFirst(acme, known, noon, noon)).toHaveProperty('codes');
  });
});
