import * as z from 'zod';
import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import { callHookAnswer, issuedCallHookAnswer, spokenNoticeAnswer } from './answers.ts';
import { hookRotation, newCallHook, spokenNoticeQuery } from './call-hook.ts';

const spoken = {
  text: 'Hola, habla Acme. Acepto recibir ofertas de Acme por WhatsApp en este número. Si está de acuerdo, pulse 1.',
  locale: 'es-MX',
  noticeId: 'hello',
  noticeVersion: 1,
  noticeHash: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
};
const hook = {
  hookId: 'hook_k3v9m2x7q4w8r5t1',
  provider: 'exotel' as const,
  country: 'IN',
  mapping: {
    method: 'GET' as const,
    in: 'query' as const,
    caller: 'CallFrom',
    called: 'CallTo',
    callId: 'CallSid',
    digits: 'digits',
    taken: { at: 'DialCallDuration' },
    numbers: 'national' as const,
  },
  createdAt: '2026-11-26T22:40:00.120Z',
};
const url = 'https://api.acme.example/webhooks/calls/acme/q7ZkN2sXw0rT4vYb8uLfDg';

/** What comes by telephone (docs/telephone.md). */
export const telephoneOperations = {
  'GET /v1/apps/{appId}/spoken-notice': {
    summary: 'Read what a menu says',
    description:
      'The words that a caller has to hear before a key is pressed, composed of the notice of the telephone settings and the greeting in ' +
      'this language. For menus that are kept at the provider.',
    query: spokenNoticeQuery,
    answers: {
      200: {
        description: 'The words, and the notice that they say.',
        body: spokenNoticeAnswer,
        example: { ...spoken, said: 'kq7ZkN2sXw0r' },
      },
    },
    problems: ['invalid-input'],
  },

  'POST /v1/apps/{appId}/call-hooks': {
    summary: 'Make an address for calls',
    description:
      'A secret address at which a telephone provider tells of calls: Exotel, MyOperator, CallerDesk, or any other with a mapping. Whoever has ' +
      'it can have people of their choice asked for an opt-in, so it is treated as a password. At most ten an app.',
    body: newCallHook,
    example: { provider: 'exotel', country: 'IN' },
    answers: {
      201: {
        description: 'The address, with its secret this once.',
        body: issuedCallHookAnswer,
        example: { ...hook, url },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/call-hooks': {
    summary: 'List addresses for calls',
    description: 'Without their secrets.',
    query: plainList,
    answers: {
      200: { description: 'All of them.', body: listOf(callHookAnswer), example: { data: [hook], nextCursor: null } },
    },
    problems: [],
  },

  'POST /v1/apps/{appId}/call-hooks/{hookId}/rotate': {
    summary: 'Give an address for calls a new secret',
    description: 'The secret before is taken for graceSeconds more (a day when not given), so that no call is missed.',
    body: hookRotation,
    bodyIsOptional: true,
    example: { graceSeconds: 3600 },
    answers: {
      200: {
        description: 'The address, with its new secret this once.',
        body: issuedCallHookAnswer,
        example: { ...hook, previousSecretUntil: '2026-11-26T23:40:00.120Z', url },
      },
    },
    problems: ['not-found'],
  },

  'DELETE /v1/apps/{appId}/call-hooks/{hookId}': {
    summary: 'End an address for calls',
    description: 'What comes to it from now on is refused.',
    answers: { 204: { description: 'It has ended.' } },
    problems: ['not-found'],
  },
} as const satisfies Operations;

const anyQuery = z.object({ CallSid: z.string() });
const foreignForm = { contentType: 'application/x-www-form-urlencoded', description: 'As the provider documents it.' };
const ofTwilio = {
  200: { description: 'What Twilio is to do, as TwiML.', contentType: 'text/xml' },
  401: { description: 'The signature is not right; nothing was read.' },
  503: { description: 'Something could not be stored.' },
} as const;
const ofHook = {
  200: { description: 'The call was heard, or kept aside, or is nothing to us.', contentType: 'text/plain' },
  401: { description: 'No such address; nothing was read.' },
  503: { description: 'Something could not be stored. Send it again.' },
} as const;

/** What telephone providers send. */
export const callOperations = {
  'POST /webhooks/twilio/{appId}/voice/missed-call': {
    summary: 'Take a missed call from Twilio',
    description: 'Signed with the auth token of the account in X-Twilio-Signature. The call is rejected.',
    foreignBody: foreignForm,
    answers: ofTwilio,
    problems: [],
  },
  'POST /webhooks/twilio/{appId}/voice/ivr': {
    summary: 'Speak with a caller of Twilio',
    description: 'The notice is said, then a key is asked for, which Twilio brings to the same address.',
    foreignBody: foreignForm,
    lenient: { query: anyQuery },
    answers: ofTwilio,
    problems: [],
  },
  'GET /webhooks/calls/{appId}/{secret}': {
    summary: 'Take a call from another provider',
    description: 'As the mapping of the address says.',
    lenient: { query: anyQuery },
    answers: ofHook,
    problems: [],
  },
  'POST /webhooks/calls/{appId}/{secret}': {
    summary: 'Take a call from another provider',
    description: 'As the mapping of the address says.',
    foreignBody: foreignForm,
    lenient: { query: anyQuery },
    answers: ofHook,
    problems: [],
  },
} as const satisfies Operations;

/** What the schemas of requests cannot say by themselves. */
export const telephoneNotes = [
  ...notesOn(newCallHook, {
    provider: { description: 'Who tells of the calls.', examples: ['exotel'] },
    country: { description: 'How national numbers are read: two letters of ISO 3166.', examples: ['IN'] },
    phone: { description: 'The one number whose calls come here, where the provider does not say which was called.' },
    mapping: { description: 'For "generic": where in its requests the provider says what.' },
    spokenLocale: {
      description:
        'The menu of the provider says the words of GET …/spoken-notice in this language, as they are now: then a pressed key counts.',
      examples: ['hi'],
    },
  }),
  ...notesOn(hookRotation, { graceSeconds: { description: 'How long the secret before is taken more.' } }),
] as const;
