import { notesOn } from '../../declarations/field-notes.ts';
import type { Operations } from '../../http/operation.ts';
import { recordedSuppressionAnswer } from './answers.ts';
import { suppression, suppressionLift } from './suppression.ts';

const set = {
  user: { phone: '+52 55 1234 5678' },
  scope: 'all',
  reason: 'Threatened the driver; see ticket 4411',
  operator: 'ana@luna.example',
  documentRef: 'ticket-4411',
  eventId: 'crm-4411',
};
const recorded = {
  userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co',
  statementId: 'stm_PYkV2P4d7co.4',
  saidAt: '2026-11-21T10:01:00.120Z',
  recordedAt: '2026-11-21T10:01:00.120Z',
  suppressions: [
    {
      reason: 'administrative' as const,
      scope: 'all' as const,
      since: '2026-11-21T10:01:00.120Z',
      statementId: 'stm_PYkV2P4d7co.4',
      operator: 'ana@luna.example',
      text: 'Threatened the driver; see ticket 4411',
    },
  ],
  replayed: false,
};
const lifted = { ...recorded, statementId: 'stm_PYkV2P4d7co.5', suppressions: [] };
const replayed = { 'Idempotency-Replayed': '`true` when the same was recorded by an earlier call.' };

/** The brakes that the business sets and lifts. */
export const suppressionOperations = {
  'POST /v1/apps/{appId}/suppressions': {
    summary: 'Suppress a user',
    description:
      'From this time nothing (or no marketing) may be sent to this user, whatever they opted in to, until it is lifted. Consent is not ' +
      'touched, and no opt-in lifts it. It stands under everybody whom the call names, and is never refused for contradicting identifiers.',
    body: suppression,
    idempotencyKey: true,
    example: set,
    answers: {
      201: {
        description: 'The suppression is recorded.',
        body: recordedSuppressionAnswer,
        headers: replayed,
        example: recorded,
      },
    },
    problems: ['event-id-reused', 'store-refused'],
  },

  'POST /v1/apps/{appId}/suppressions/lift': {
    summary: 'Lift the suppressions of a user',
    description:
      'Ends every suppression that the business set on this user before this time, of both scopes. In the same second they stay suppressed. ' +
      'What the user said, an unclear stop and WhatsApp’s own stop are not touched, nor what stands under other identifiers.',
    body: suppressionLift,
    idempotencyKey: true,
    example: {
      user: set.user,
      reason: 'Settled by phone',
      operator: set.operator,
      documentRef: set.documentRef,
      eventId: 'crm-4478',
    },
    answers: {
      201: {
        description: 'The lift is recorded.',
        body: recordedSuppressionAnswer,
        headers: replayed,
        example: lifted,
      },
    },
    problems: ['identity-conflict', 'event-id-reused', 'store-refused'],
  },
} as const satisfies Operations;

const notes = {
  reason: { description: 'Why, in your own words. Shown with the user and kept in the ledger.' },
  operator: {
    description: 'Who decided it. A key has to say so; whoever is signed in is the operator and leaves it out.',
    examples: ['ana@luna.example'],
  },
  documentRef: { description: 'Where it is written down, e.g. a ticket.' },
  saidAt: {
    description: 'When it was decided; absent = now. A time ahead of its receipt counts as the time of receipt.',
  },
  eventId: { description: 'Your own id of the act: a retry with it changes nothing.', examples: ['crm-4411'] },
};

/** What the schemas of requests cannot say by themselves. */
export const suppressionNotes = [
  ...notesOn(suppression, {
    ...notes,
    scope: { description: '`all` (the default), or `marketing`: purposes that have or ever had that category.' },
  }),
  ...notesOn(suppressionLift, notes),
];
