import { listOf } from '../../declarations/answer-fields.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import { gateDecisionAnswer } from './answers.ts';
import { gateDecisionsList } from './gate-decisions-list.ts';

const denied = {
  decisionId: 'dec_mi7f0hs0k3v9m2x7q4w8r5t1',
  decidedAt: '2026-11-26T10:00:00.120Z',
  decision: 'deny' as const,
  dryRun: false,
  userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co',
  by: 'key_gvriosehyvvdca2f',
  path: 'messages' as const,
  message: { kind: 'template' as const, type: 'template', template: { name: 'autumn_offers', language: 'es_MX' } },
  purpose: 'offers',
  reasons: [
    {
      code: 'opted-out' as const,
      detail: 'The person sent ALTO on 21 November 2026.',
      since: '2026-11-21T10:01:55.000Z',
      statementId: 'stm_PYkV2P4d7co.2',
      rule: 'stop.es.alto',
    },
  ],
  wouldChange: ['The person sends START or opts in again.'],
};

/** What the send gate decided. */
export const gateDecisionOperations = {
  'GET /v1/apps/{appId}/gate-decisions': {
    summary: 'List decisions of the send gate',
    description:
      'What the send gate decided about messages of this app, newest first, kept for 90 days. They hold no words of a message and no ' +
      'number. day is a day in UTC. A page may be short, and yet have a cursor.',
    query: gateDecisionsList,
    answers: {
      200: {
        description: 'A page of them.',
        body: listOf(gateDecisionAnswer),
        example: { data: [denied], nextCursor: null },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/gate-decisions/{decisionId}': {
    summary: 'Get a decision of the send gate',
    description: 'The id stands in the answer of the gate and in the status webhooks of the message.',
    answers: { 200: { description: 'The decision.', body: gateDecisionAnswer, example: denied } },
    problems: [],
  },

  'GET /v1/apps/{appId}/users/{userId}/gate-decisions': {
    summary: 'List what the send gate decided about a user',
    description:
      'Newest first, kept for 90 days. What was decided while the app knew nobody of that name is in the list of the app only.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of them.',
        body: listOf(gateDecisionAnswer),
        example: { data: [denied], nextCursor: null },
      },
    },
    problems: [],
  },
} as const satisfies Operations;
