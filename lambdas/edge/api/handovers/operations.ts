import { listOf } from '../../declarations/answer-fields.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import { handoverAnswer } from './answers.ts';

const handedOver = {
  userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co',
  phone: '+525512345678',
  since: '2026-11-21T10:00:00.000Z',
  until: '2026-11-22T10:05:00.000Z',
  cause: 'button' as const,
  statementId: 'stm_PYkV2P4d7co.3',
  lastInboundAt: '2026-11-21T10:05:00.000Z',
};

/** Who is with a human. */
export const handoverOperations = {
  'GET /v1/apps/{appId}/handovers': {
    summary: 'List who is with a human',
    description:
      'People who asked for a human, or whom the business handed over, and who have not been handed back: within a shard the longest ' +
      'waiting first. What an app says by itself is silent for them. A page may be short, because those whose 24 hours are over are left out.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of them.',
        body: listOf(handoverAnswer),
        example: { data: [handedOver], nextCursor: null },
      },
    },
    problems: [],
  },
} as const satisfies Operations;

/** What the business does about it. */
export const handoverActOperations = {
  'PUT /v1/apps/{appId}/users/{userId}/handover': {
    summary: 'Hand a user over to a human',
    description:
      'From now on the app answers this user nothing by itself, until they are handed back or 24 hours after their last message. ' +
      'STOP and their other own requests are heard and confirmed as always. They are told nothing. Repeating changes nothing.',
    answers: { 200: { description: 'How it stands.', body: handoverAnswer, example: handedOver } },
    problems: [],
  },

  'DELETE /v1/apps/{appId}/users/{userId}/handover': {
    summary: 'Hand a user back',
    description: 'The app answers them by itself again. So it is too where they were with nobody.',
    answers: { 204: { description: 'They are with no human.' } },
    problems: [],
  },
} as const satisfies Operations;
