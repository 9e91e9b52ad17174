import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import { issuedKeyAnswer, keyAnswer } from './answers.ts';
import { keyChange, newKey, rotation } from './key.ts';

const key = {
  keyId: 'key_gvriosehyvvdca2f',
  name: 'shop backend',
  scopes: ['consent:write', 'eligibility:read'],
  apps: ['acme'],
  createdAt: '2026-11-21T10:00:00.120Z',
  createdBy: 'key_c3kqpyv5gthsd2xm',
  expiresAt: '2027-11-21T00:00:00.000Z',
  ratePerSecond: 1000,
};

/** API keys. */
export const keyOperations = {
  'POST /v1/keys': {
    summary: 'Make an API key',
    description:
      'A key can give only what it has itself, and for no longer than it lives. A key ends with the key that made it, five generations deep.',
    body: newKey,
    example: {
      name: 'shop backend',
      scopes: ['consent:write', 'eligibility:read'],
      apps: ['acme'],
      expiresAt: '2027-11-21T00:00:00Z',
    },
    answers: {
      201: {
        description: 'The key, with its secret this once.',
        body: issuedKeyAnswer,
        example: { ...key, key: 'olk_key_gvriosehyvvdca2f_t_Y1IJ…' },
      },
    },
    problems: ['beyond-own-key'],
  },

  'GET /v1/keys': {
    summary: 'List API keys',
    description: 'The keys that may do no more than the one that asks, without their secrets.',
    query: plainList,
    answers: {
      200: { description: 'A page of keys.', body: listOf(keyAnswer), example: { data: [key], nextCursor: null } },
    },
    problems: [],
  },

  'PATCH /v1/keys/{keyId}': {
    summary: 'Change the rate of a key',
    description:
      'What it may ask in a second. A key gives no more than it has; one that was made with the command gives any. It holds within a minute.',
    body: keyChange,
    example: { ratePerSecond: 5000 },
    answers: { 200: { description: 'The key.', body: keyAnswer, example: { ...key, ratePerSecond: 5000 } } },
    problems: ['beyond-own-key', 'not-found'],
  },

  'POST /v1/keys/{keyId}/rotate': {
    summary: 'Give a key a new secret',
    description:
      'The secret before is accepted for graceSeconds more. Only the last two secrets can be good at a time.',
    body: rotation,
    bodyIsOptional: true,
    example: { graceSeconds: 3600 },
    answers: {
      200: {
        description: 'The key, with its new secret this once.',
        body: issuedKeyAnswer,
        example: {
          ...key,
          previousSecretUntil: '2026-11-21T11:00:00.120Z',
          key: 'olk_key_gvriosehyvvdca2f_37Orq2…',
        },
      },
    },
    problems: ['not-found'],
  },

  'DELETE /v1/keys/{keyId}': {
    summary: 'Revoke a key',
    description: 'It ends at once, and with it every key below it; elsewhere it may live for up to 60 seconds more.',
    answers: { 204: { description: 'The key has ended.' } },
    problems: ['not-found'],
  },
} as const satisfies Operations;

/** What the schemas of requests cannot say by themselves. */
export const keyNotes = [
  ...notesOn(newKey, {
    name: { description: 'For people.', examples: ['shop backend'] },
    scopes: { description: 'What the key may do.', examples: [['consent:write', 'eligibility:read']] },
    apps: { description: 'App ids, or "all" for all apps, also those made later.', examples: [['acme'], 'all'] },
    expiresAt: { description: 'When the key ends by itself.' },
    ratePerSecond: {
      description:
        'Units that it may ask in a second: a call counts 1, in bulk 1 for each item, a statement 5. Without it that of the key that makes it, or what the stage gives to every key.',
    },
  }),
  ...notesOn(keyChange, { ratePerSecond: { description: 'Units that the key may ask in a second.' } }),
  ...notesOn(rotation, { graceSeconds: { description: 'How long the secret before is accepted more.' } }),
] as const;
