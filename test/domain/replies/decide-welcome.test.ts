import { describe, expect, test } from 'vitest';
import { unknownPerson } from '../../../lambdas/domain/eligibility/decision.ts';
import { decideReply, welcomeLimit } from '../../../lambdas/domain/replies/decide-reply.ts';
import type { ReplyRequest } from '../../../lambdas/domain/replies/reply-request.ts';
import { acme, noon } from '../../support/ledger/ledger-bench.ts';

const request: ReplyRequest = {
  ...{ appId: 'acme', subjectId: 'u', entry: 'e', kind: 'welcome', at: noon, source: 'ivr' },
  identifiers: { phone: '+14158675309' },
};
const decide = (facts = unknownPerson, now = noon, asked = ['offers']) => decideReply(request, acme, facts, now, asked);

describe('a welcome', () => {
  test('goes out outside of every window, because they called', () => {
    expect(decide()).toEqual({ send: true });
    expect(decide(unknownPerson, noon + welcomeLimit - 1)).toEqual({ send: true });
  });

  test('a day after the call does not', () => {
    expect(decide(unknownPerson, noon + welcomeLimit)).toEqual({ send: false, codes: ['too-late'] });
  });

  test('about nothing does not', () => {
    expect(decide(unknownPerson, noon, [])).toEqual({ send: false, codes: ['nothing-to-ask'] });
  });

  test('is silent while they are with a human', () => {
    const facts = { ...unknownPerson, handover: { since: noon - 1000, by: 'words' as const } };
    expect(decide(facts)).toEqual({ send: false, codes: ['with-a-human'] });
  });
});
