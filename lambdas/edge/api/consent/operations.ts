import { bulkOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import type { Operations } from '../../http/operation.ts';
import { statementAnswer } from './answers.ts';
import { optIn, optOut } from './statement.ts';

const reportedOptIn = {
  user: { phone: '+52 55 1234 5678' },
  purposes: ['offers', 'order-updates'],
  saidAt: '2026-11-20T10:00:00-06:00',
  source: 'paper',
  by: 'data-subject',
  evidence: { noticeId: 'till-form', noticeVersion: 3, documentRef: 'A-1179', operator: 'till 4' },
};
const recordedOptIn = {
  userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co',
  statement: {
    statementId: 'stm_PYkV2P4d7co.1',
    action: 'granted',
    purposes: ['offers', 'order-updates'],
    by: 'data-subject',
    saidAt: '2026-11-20T16:00:00.000Z',
    recordedAt: '2026-11-21T10:01:00.120Z',
    source: 'paper',
  },
  outcomes: [
    { purpose: 'offers', applied: true },
    { purpose: 'order-updates', applied: true },
  ],
  consent: {
    offers: { state: 'opted-in', since: '2026-11-20T16:00:00.000Z' },
    'order-updates': { state: 'opted-in', since: '2026-11-20T16:00:00.000Z' },
  },
};
const reportedOptOut = {
  user: { phone: '+52 55 1234 5678' },
  purposes: 'all',
  saidAt: '2026-11-21T09:30:00Z',
  source: 'call-centre',
  by: 'data-subject',
};
const recordedOptOut = {
  userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co',
  statement: {
    statementId: 'stm_PYkV2P4d7co.2',
    action: 'revoked',
    purposes: 'all',
    by: 'data-subject',
    saidAt: '2026-11-21T09:30:00.000Z',
    recordedAt: '2026-11-21T10:01:00.120Z',
    source: 'call-centre',
  },
  outcomes: [{ purpose: 'offers', applied: true }],
  consent: { offers: { state: 'opted-out', since: '2026-11-21T09:30:00.000Z' } },
};

const replayed = { 'Idempotency-Replayed': '`true` when this is the first answer to an earlier call.' };
const inBulk =
  'Up to 100, each recorded by itself: what fails is an answer too, and acts of one person are recorded in their order. Retries go by ' +
  'the eventId of each; the header Idempotency-Key is not read.';

/** Opt-ins and opt-outs that the business reports. */
export const consentOperations = {
  'POST /v1/apps/{appId}/opt-ins': {
    summary: 'Report an opt-in',
    description:
      'One call is one statement in the ledger, whatever its purposes. Recording is never refused because it loses against a later no: ' +
      'outcomes say for each purpose whether it counts. A retry gets the first answer, at any distance.',
    body: optIn,
    idempotencyKey: true,
    example: reportedOptIn,
    answers: {
      201: {
        description: 'The statement is recorded.',
        body: statementAnswer,
        headers: replayed,
        example: recordedOptIn,
      },
    },
    problems: ['identity-conflict', 'event-id-reused', 'store-refused'],
  },

  'POST /v1/apps/{appId}/opt-ins/bulk': {
    summary: 'Report up to 100 opt-ins',
    description: inBulk,
    item: optIn,
    example: reportedOptIn,
    answers: {
      200: {
        description: 'An answer for each, in their order.',
        body: bulkOf(statementAnswer),
        example: { data: [{ status: 201, body: recordedOptIn }] },
      },
    },
    problems: [],
  },

  'POST /v1/apps/{appId}/opt-outs': {
    summary: 'Report an opt-out',
    description:
      'A no of the person, or of the business by itself. It is never refused for its evidence or for contradicting identifiers: it is ' +
      'recorded under everybody whom it names. A retry gets the first answer.',
    body: optOut,
    idempotencyKey: true,
    example: reportedOptOut,
    answers: {
      201: {
        description: 'The statement is recorded.',
        body: statementAnswer,
        headers: replayed,
        example: recordedOptOut,
      },
    },
    problems: ['event-id-reused', 'store-refused'],
  },

  'POST /v1/apps/{appId}/opt-outs/bulk': {
    summary: 'Report up to 100 opt-outs',
    description: inBulk,
    item: optOut,
    example: reportedOptOut,
    answers: {
      200: {
        description: 'An answer for each, in their order.',
        body: bulkOf(statementAnswer),
        example: { data: [{ status: 201, body: recordedOptOut }] },
      },
    },
    problems: [],
  },
} as const satisfies Operations;

const eventId = { description: 'Your own id of the act: a retry with it gets the first answer.', examples: ['crm-88'] };

/** What the schemas of requests cannot say by themselves. */
export const consentNotes = [
  ...notesOn(optIn, {
    purposes: {
      description: 'What the person agreed to: 1 to 50 purposes of the app, by name.',
      examples: [['offers']],
    },
    saidAt: { description: "The person's act. A time ahead of its receipt counts as the time of receipt." },
    by: {
      description: 'The person; the business by itself cannot opt anybody in.',
      pattern: '^data-subject$',
      examples: ['data-subject'],
    },
    evidence: {
      description:
        'What proves it: a notice (noticeId with noticeVersion), a documentRef or an operator, at the least.',
    },
    eventId,
  }),
  ...notesOn(optOut, {
    purposes: {
      description:
        'Purposes of the app by name; "marketing" for every purpose that has or ever had that category; "all" for everything, also what is made later.',
      examples: [['offers'], 'marketing', 'all'],
    },
    evidence: { description: 'Welcome and not required.' },
    eventId,
  }),
];
