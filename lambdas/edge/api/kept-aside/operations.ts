import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import { heardAgainAnswer, keptAsideAnswer, keptNoAnswer } from './answers.ts';
import { keptNo } from './kept-no.ts';

const kept = {
  asideId: 'asd_mi7f0hs0x4Vd0m2Qq8r1Zs7uT3wYbA',
  why: 'unknown-number',
  keptAt: '2026-11-21T10:02:00.120Z',
  receivedAt: '2026-11-21T10:02:00.020Z',
  channel: 'whatsapp' as const,
  receivedBy: '106540352242922',
  appIds: [],
  messages: [{ phone: '+525512345678', saidAt: '2026-11-21T10:01:55.000Z', text: 'ALTO' }],
  needsUser: false,
  received:
    '{"field":"messages","phoneNumberId":"106540352242922","item":{"from":"5215512345678","text":{"body":"ALTO"}}}',
  bytes: 212,
};

/** What waits for somebody. */
export const keptAsideOperations = {
  'GET /v1/apps/{appId}/kept-aside': {
    summary: 'List what was kept aside',
    description:
      'What a provider signed and we could not use, or the store refused, oldest first: a no may be in it. It lies 90 days. An app sees ' +
      'what came to its numbers; what is nobody’s is listed with every app, for keys and people with all apps only. What came to ' +
      'numbers of several apps needs all of them. A page may end early where messages are long.',
    query: plainList,
    answers: {
      200: { description: 'A page of it.', body: listOf(keptAsideAnswer), example: { data: [kept], nextCursor: null } },
    },
    problems: [],
  },
} as const satisfies Operations;

/** What somebody does about it. */
export const keptAsideActOperations = {
  'POST /v1/apps/{appId}/kept-aside/{asideId}/hear': {
    summary: 'Hear it again',
    description:
      'Hears it by today’s understanding, at its own time and under its own id, for every app on its numbers: what was recorded of it ' +
      'before is not recorded twice. It is gone once all of it is stored; then this answers 404. Nobody gets a late answer.',
    answers: {
      200: {
        description: 'What came of it.',
        body: heardAgainAnswer,
        example: { came: 'kept', why: 'unknown-number' },
      },
    },
    problems: [],
  },

  'POST /v1/apps/{appId}/kept-aside/{asideId}/no': {
    summary: 'Record a no that somebody read in it',
    description:
      'A person reads the message as a stop: an opt-out of everything, at the time of the message, reported by whoever calls, in every app ' +
      'on its numbers; of what is nobody’s, in this app. It then waits for nobody, and lies on until its 90 days are over. ' +
      'Repeating gets the first answer.',
    body: keptNo,
    bodyIsOptional: true,
    example: { user: { phone: '+52 55 1234 5678' } },
    answers: {
      201: {
        description: 'What was recorded.',
        body: keptNoAnswer,
        example: {
          data: [
            {
              appId: 'acme',
              userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co',
              statementId: 'stm_PYkV2P4d7co.2',
              saidAt: '2026-11-21T10:01:55.000Z',
              recordedAt: '2026-11-21T10:10:00.120Z',
            },
          ],
        },
      },
    },
    problems: ['event-id-reused', 'store-refused'],
  },
} as const satisfies Operations;

/** What the schema of the request cannot say by itself. */
export const keptAsideNotes = [
  ...notesOn(keptNo, {
    user: {
      description: 'Who wrote it. Only where needsUser says so: what the message itself says is not said again.',
      examples: [{ phone: '+52 55 1234 5678' }],
    },
  }),
];
