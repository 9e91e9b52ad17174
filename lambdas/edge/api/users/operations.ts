import * as z from 'zod';
import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import {
  attentionAnswer,
  ledgerEntryAnswer,
  sendAnswer,
  timelineEntryAnswer,
  unclearStopAnswer,
  userAnswer,
  usersAnswer,
  withdrawalAnswer,
} from './answers.ts';
import { usersList, withdrawalsList } from './user-queries.ts';
import { userSearch } from './user-search.ts';

const somebody = {
  userId: 'usr_CJPm2I8DTz0kE2QJBGMQ_D4_OAeBvZc26',
  phone: '+525512340001',
  optedIn: true,
  activity: 'never',
  window: { state: 'closed' },
  consent: {
    offers: {
      state: 'opted-in',
      since: '2026-11-20T16:00:00.000Z',
      source: 'paper',
      statementId: 'stm_4_OAeBvZc26.1',
    },
    'order-updates': { state: 'never-asked' },
  },
  suppressions: [],
  platformStop: { stopped: false },
  firstKnownAt: '2026-11-20T16:00:00.000Z',
};
const entry = {
  statementId: 'stm_PYkV2P4d7co.2',
  kind: 'statement',
  action: 'revoked',
  purposes: 'all',
  by: 'data-subject',
  firstHand: true,
  saidAt: '2026-11-21T10:01:55.120Z',
  recordedAt: '2026-11-21T10:02:00.120Z',
  source: 'whatsapp-message',
  rule: 'stop.es.alto',
  evidence: { text: 'ALTO', messageId: 'wamid.A', identifiers: { waId: '5215512345678' } },
  outcomes: [{ purpose: 'offers', applied: true }],
  verdict: [{ purpose: 'offers', applied: true }],
};
const withdrawal = {
  userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co',
  recordedAt: '2026-11-21T10:02:00.120Z',
  purposes: ['offers'],
  why: 'opt-out',
  statementId: 'stm_PYkV2P4d7co.2',
};

/** The users of an app, their statements, and who withdrew. */
export const userOperations = {
  'GET /v1/apps/{appId}/users': {
    summary: 'List users',
    description:
      'Everybody who holds an identifier, once. consent, source and point are about the purpose, or about any purpose when none is ' +
      'given; purpose alone finds those of whom something is recorded for it. Filters may be combined. A call looks at a thousand ' +
      'people at most and answers with those of them that fit: go on with the cursor, also after an empty page; progress says how far ' +
      'the list has come. A list is to look at: who came a moment ago may be missing for a second, and what was said a moment ago too. ' +
      'Before you write to somebody, ask whether you may.',
    query: usersList,
    answers: {
      200: {
        description: 'A page of users.',
        body: usersAnswer,
        example: { data: [somebody], nextCursor: null, looked: 214, progress: 1 },
      },
    },
    problems: [],
  },

  'POST /v1/apps/{appId}/users/search': {
    summary: 'Find a user',
    description:
      'By an identifier that they hold, else by one that was reported together with it; or by a query, as somebody types it: a number ' +
      "in any form, also as inside the country of the app's number, a BSUID or a userId. In a body, for no person is named in a URL.",
    body: userSearch,
    example: { phone: '+52 1 55 1234 5678' },
    answers: { 200: { description: 'The user.', body: userAnswer, example: somebody } },
    problems: ['identity-conflict'],
  },

  'GET /v1/apps/{appId}/users/{userId}': {
    summary: 'Read a user',
    description: 'A userId resolves for ever, also after a merge or a change of number.',
    answers: { 200: { description: 'The user.', body: userAnswer, example: somebody } },
    problems: [],
  },

  'GET /v1/apps/{appId}/users/{userId}/statements': {
    summary: 'List the statements of a user',
    description:
      'Their ledger in recording order, each entry with its evidence, what it came to when it was recorded, and what it comes to today. ' +
      'Only entries of the kind statement count for consent.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of entries.',
        body: listOf(ledgerEntryAnswer),
        example: { data: [entry], nextCursor: null },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/users/{userId}/timeline': {
    summary: 'Read the timeline of a user',
    description:
      'Their statements and everything else that is kept of them, in the same order, each with the words that were shown, what we ' +
      'answered, and what it decides today. When they were seen last is told with the user.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of entries.',
        body: listOf(timelineEntryAnswer),
        example: {
          data: [
            {
              ...entry,
              decides: ['offers'],
              reply: {
                kind: 'stop-confirmed',
                came: 'sent',
                at: '2026-11-21T10:02:01.000Z',
                text: 'Acme: no more messages for you.',
              },
            },
          ],
          nextCursor: null,
        },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/users/{userId}/sends': {
    summary: 'List the messages to a user',
    description:
      'Every message of ours to them, newest first, with what came of it; kept for 45 days. A message goes out once at most: one whose ' +
      'answer was lost is unknown, and is not sent again.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of messages.',
        body: listOf(sendAnswer),
        example: {
          data: [
            {
              kind: 'stop-confirmed',
              statementId: 'stm_PYkV2P4d7co.2',
              at: '2026-11-21T10:02:01.000Z',
              provider: 'meta',
              came: 'refused',
              codes: ['131026'],
              means: 'unreachable',
              refusedAt: '2026-11-21T10:02:03.000Z',
              text: 'Acme: no more messages for you.',
              messageId: 'wamid.HBgLNTUxMjM0NTY3OBUCABEYEjc0',
            },
          ],
          nextCursor: null,
        },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/unclear-stops': {
    summary: 'List unclear stops',
    description:
      'Who said words that may mean stop, was asked, and has not answered; until then marketing is held back. By time within a part of ' +
      'the list. Only the person settles it. Whoever reads a stop in the words records it with POST opt-outs; nobody can lift it.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of those who were asked.',
        body: listOf(unclearStopAnswer),
        example: {
          data: [
            {
              userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co',
              phone: '+525512345678',
              saidAt: '2026-11-21T10:01:55.000Z',
              statementId: 'stm_PYkV2P4d7co.2',
              source: 'whatsapp-message',
              text: 'cancel please, I think',
              optedIn: ['offers'],
            },
          ],
          nextCursor: null,
        },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/attention': {
    summary: 'See what needs attention',
    description:
      'Unclear stops, what was kept aside (as far as the caller may see it), a WhatsApp number of which nothing was delivered for three days, failed exports of seven days, points that take nobody or expire within fourteen days, points whose notice has a ' +
      'newer version, notices with findings. Of a hundred points and notices and twenty exports.',
    answers: {
      200: {
        description: 'What there is; nothing when all is well.',
        body: z.object({ data: z.array(attentionAnswer) }),
        example: { data: [{ kind: 'unclear-stops', since: '2026-11-21T10:01:55.000Z', count: 25, atLeast: true }] },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/withdrawals': {
    summary: 'List withdrawals',
    description:
      'Who could be sent to before and cannot, or not there, since. For callers that queue messages. Kept for seven days.',
    query: withdrawalsList,
    answers: {
      200: {
        description: 'A page of withdrawals.',
        body: listOf(withdrawalAnswer),
        example: { data: [withdrawal], nextCursor: null },
      },
    },
    problems: [],
  },
} as const satisfies Operations;

/** What the schemas of requests cannot say by themselves. */
export const userNotes = [
  ...notesOn(usersList, {
    consent: { description: 'The state of their consent.' },
    purpose: { description: 'A purpose of the app.', examples: ['offers'] },
    window: { description: 'Whether the customer service window is open.' },
    activity: { description: 'Whether their window is open; if not, whether they ever wrote or called.' },
    seenSince: {
      description: 'Who wrote or called since, RFC 3339 with an offset; at most 24 hours ago, for so long it is kept.',
      format: 'date-time',
    },
    source: { description: 'Where the statement that decides was said.' },
    point: { description: 'The collection point of the statement that decides.', examples: ['pt_pdkz7w3n5q2m4x6r'] },
    country: {
      description: 'Of their number, or of their BSUID where no number is known (ISO 3166-1).',
      examples: ['MX'],
    },
    suppression: { description: 'A brake that holds beside consent.' },
  }),
  ...notesOn(userSearch, {
    query: { description: 'As typed into a search box; alone.', examples: ['55 1234 5678'] },
  }),
  ...notesOn(withdrawalsList, {
    since: { description: 'RFC 3339 with an offset; at most seven days ago.', format: 'date-time' },
  }),
];
