import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import {
  callbackAnswer,
  callbackSecretAnswer,
  deliveryAnswer,
  eventTypeAnswer,
  issuedCallbackAnswer,
  replayAnswer,
  sentDeliveryAnswer,
} from './answers.ts';
import {
  callbackChange,
  callbackRotation,
  callbackTest,
  deliveriesList,
  newCallback,
  replayRequest,
} from './callback.ts';

const taken: ('user.opted_in' | 'user.opted_out')[] = ['user.opted_in', 'user.opted_out'];
const endpoint = {
  endpointId: 'ep_k3v9m2x7q4w8r5t1',
  url: 'https://crm.acme.example/optledger',
  types: taken,
  format: 'standard' as const,
  state: 'on' as const,
  health: 'good' as const,
  createdAt: '2026-11-26T22:40:00.120Z',
};
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const body =
  '{"id":"evt_7q4w8r5t1k3v9m2x","type":"user.opted_out","version":1,"timestamp":"2026-11-27T09:00:00.120Z","appId":"acme",' +
  '"userId":"usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co","sequence":3,"data":{"purposes":"all"}}';
const delivery = {
  deliveryId: 'dlv_eVhvUm03RWZIRWwjMDAwMDAwMDAwMDAz',
  endpointId: 'ep_k3v9m2x7q4w8r5t1',
  eventId: 'evt_7q4w8r5t1k3v9m2x',
  type: 'user.opted_out' as const,
  timestamp: '2026-11-27T09:00:00.120Z',
  userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co',
  sequence: 3,
  state: 'waiting' as const,
  owedAt: '2026-11-27T09:00:00.390Z',
  attempts: 1,
  tries: [{ at: '2026-11-27T09:00:00.520Z', outcome: 'rejected' as const, code: 503, tookMs: 84 }],
  dueAt: '2026-11-27T09:01:04.520Z',
  size: 212,
};

/** Addresses at which an app is told of its events (docs/callbacks.md). */
export const callbackOperations = {
  'POST /v1/apps/{appId}/callbacks': {
    summary: 'Make a callback address',
    description:
      'From now on events of these types are sent there, signed as Standard Webhooks say. The address must be https on the usual port, and its ' +
      'name must lead to public addresses only. At most five an app.',
    body: newCallback,
    example: { url: endpoint.url, types: endpoint.types },
    answers: {
      201: {
        description: 'The address, with the secret for checking our signature.',
        body: issuedCallbackAnswer,
        example: { ...endpoint, secret },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/callbacks': {
    summary: 'List callback addresses',
    description: 'Without their secrets.',
    query: plainList,
    answers: {
      200: {
        description: 'All of them.',
        body: listOf(callbackAnswer),
        example: { data: [endpoint], nextCursor: null },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/callbacks/{endpointId}': {
    summary: 'Get a callback address',
    description: 'With how it goes.',
    answers: { 200: { description: 'The address.', body: callbackAnswer, example: endpoint } },
    problems: [],
  },

  'PATCH /v1/apps/{appId}/callbacks/{endpointId}': {
    summary: 'Change a callback address',
    description:
      'What is owed goes to the new URL. While it is off, events go on being kept for it; switched on again, it gets all that waited, in ' +
      'order. Other types hold for events from now on.',
    body: callbackChange,
    example: { state: 'off' },
    answers: {
      200: {
        description: 'The address as it is now.',
        body: callbackAnswer,
        example: { ...endpoint, state: 'off', off: { why: 'by-hand', at: '2026-11-27T10:00:00.120Z' } },
      },
    },
    problems: ['invalid-input'],
  },

  'DELETE /v1/apps/{appId}/callbacks/{endpointId}': {
    summary: 'Delete a callback address',
    description: 'What it is still owed is never sent.',
    answers: { 204: { description: 'It is gone.' } },
    problems: [],
  },

  'POST /v1/apps/{appId}/callbacks/{endpointId}/rotate': {
    summary: 'Give a callback address a new secret',
    description:
      'Deliveries bear two signatures, by the old and by the new one, for graceSeconds more (a day when not given). A second rotation within ' +
      'that time ends the first secret at once.',
    body: callbackRotation,
    bodyIsOptional: true,
    example: { graceSeconds: 3600 },
    answers: {
      200: {
        description: 'The address, with its new secret.',
        body: issuedCallbackAnswer,
        example: { ...endpoint, previousSecretUntil: '2026-11-27T23:40:00.120Z', secret },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/callbacks/{endpointId}/secret': {
    summary: 'Get the secret of a callback address',
    description: 'With it the receiver checks our signature. Looking at it is kept in the audit list.',
    answers: { 200: { description: 'The secret.', body: callbackSecretAnswer, example: { secret } } },
    problems: [],
  },

  'POST /v1/apps/{appId}/callbacks/{endpointId}/test': {
    summary: 'Send a test event',
    description:
      'A made-up event of this type goes the way of all others, whether or not the address takes that type. Look at the delivery for what ' +
      'came of it. Its user exists nowhere, and `data.test` is true.',
    body: callbackTest,
    example: { type: 'user.opted_out' },
    answers: {
      202: {
        description: 'It is owed.',
        body: sentDeliveryAnswer,
        example: { ...delivery, state: 'owed', attempts: 0, tries: [], dueAt: undefined, body },
      },
    },
    problems: [],
  },

  'POST /v1/apps/{appId}/callbacks/{endpointId}/replay': {
    summary: 'Deliver again',
    description:
      'These deliveries, or all that were owed in a time, are sent again with the same ids and bodies, each in the order of its person. A yes ' +
      'with a later no of that person is refused. Of a range at most 200 a call; send nextCursor as cursor to go on.',
    body: replayRequest,
    example: { deliveryIds: [delivery.deliveryId] },
    answers: {
      200: {
        description: 'What is owed again.',
        body: replayAnswer,
        example: { replayed: 1, refused: [], nextCursor: null },
      },
    },
    problems: ['unreadable-input'],
  },

  'GET /v1/apps/{appId}/callbacks/{endpointId}/deliveries': {
    summary: 'List deliveries',
    description:
      'What one address was owed, newest first, kept for 30 days. A page may be short, and yet have a cursor.',
    query: deliveriesList,
    answers: {
      200: {
        description: 'A page of them.',
        body: listOf(deliveryAnswer),
        example: { data: [delivery], nextCursor: null },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/callbacks/{endpointId}/deliveries/{deliveryId}': {
    summary: 'Get a delivery',
    description: 'With the body that is sent.',
    answers: { 200: { description: 'The delivery.', body: sentDeliveryAnswer, example: { ...delivery, body } } },
    problems: [],
  },
} as const satisfies Operations;

/** The catalogue of events (docs/events.md). */
export const eventTypeOperations = {
  'GET /v1/event-types': {
    summary: 'List the types of events',
    description: 'Each with a whole sample and its JSON Schema.',
    query: plainList,
    answers: {
      200: {
        description: 'All of them.',
        body: listOf(eventTypeAnswer),
        example: {
          data: [
            {
              type: 'user.opted_out' as const,
              version: 1,
              description: 'Somebody said no.',
              sample: JSON.parse(body),
              schema: { type: 'object' },
            },
          ],
          nextCursor: null,
        },
      },
    },
    problems: [],
  },
} as const satisfies Operations;

/** What the schemas of requests cannot say by themselves. */
export const callbackNotes = [
  ...notesOn(newCallback, {
    url: { description: 'https on the usual port, a public name, no user, no fragment.', examples: [endpoint.url] },
    types: { description: 'The types of events it is told of, or "all", which holds for types to come too.' },
    format: { description: "`gupshup-v2` = Gupshup's `user-event`: types that it has no word for are not sent." },
    description: { description: 'For people.' },
  }),
  ...notesOn(callbackChange, {
    state: { description: '`off` = nothing is sent, and all is kept for it; `on` = it gets what waited.' },
  }),
  ...notesOn(callbackRotation, { graceSeconds: { description: 'How long the secret before signs besides.' } }),
  ...notesOn(callbackTest, { type: { description: 'Of which type.', examples: ['user.opted_out'] } }),
] as const;
