import { bulkOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import type { Operations } from '../../http/operation.ts';
import { eligibilityAnswer } from './answers.ts';
import { eligibilityQuestion } from './eligibility.ts';

const question = { user: { waId: '5215512345678' }, purpose: 'offers', message: 'template' };
const allowed = {
  decision: 'allow',
  decidedAt: '2026-11-21T10:01:00.120Z',
  userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co',
  reasons: [
    {
      code: 'opted-in',
      detail: 'The person opted in on 2026-11-20 on paper.',
      since: '2026-11-20T16:00:00.000Z',
      statementId: 'stm_PYkV2P4d7co.1',
      notice: 'till-form@3',
    },
  ],
  holdsUntil: null,
  wouldChange: ['The person opts out, or the consent expires.'],
  window: { state: 'closed' },
  consent: {
    state: 'opted-in',
    since: '2026-11-20T16:00:00.000Z',
    source: 'paper',
    statementId: 'stm_PYkV2P4d7co.1',
  },
};

/** May I message this person now, and why? */
export const eligibilityOperations = {
  'POST /v1/apps/{appId}/eligibility': {
    summary: 'Ask whether a message may be sent now',
    description:
      'The decision with every reason that decided it. Somebody unknown is denied, not missing. Asked by `template` instead of `purpose`, the registry says which purpose and category count; one that Meta has not approved, or has paused, is 409 with the registry’s word. When in doubt the answer is deny.',
    body: eligibilityQuestion,
    example: question,
    answers: { 200: { description: 'The decision.', body: eligibilityAnswer, example: allowed } },
    problems: ['identity-conflict', 'template-not-usable'],
  },

  'POST /v1/apps/{appId}/eligibility/bulk': {
    summary: 'Ask about up to 100 messages',
    description:
      'One answer for each question, in their order; a question that cannot be answered has a problem in its place.',
    item: eligibilityQuestion,
    example: question,
    answers: {
      200: {
        description: 'An answer for each question.',
        body: bulkOf(eligibilityAnswer),
        example: { data: [{ status: 200, body: allowed }] },
      },
    },
    problems: [],
  },
} as const satisfies Operations;

/** What the schemas of requests cannot say by themselves. */
export const eligibilityNotes = notesOn(eligibilityQuestion, {
  purpose: { description: 'A purpose of the app; or else `template`.', examples: ['offers'] },
  template: {
    description: 'The template that is to be sent, by name and language as Meta has them, instead of `purpose`.',
    examples: [{ name: 'order_update', language: 'en_US' }],
  },
  message: {
    description:
      'A template may be sent at any time to who opted in; a free-form message only while the customer service window is open.',
  },
});
