import * as z from 'zod';
import { callProviders } from '../../../domain/telephone/call-mapping.ts';
import { e164, time } from '../../declarations/answer-fields.ts';

/** What a menu says before a key is pressed, and under which notice. */
export const spokenNoticeAnswer = z.object({
  text: z.string().meta({ description: 'Word for word what has to be said, with the keys to press.' }),
  locale: z.string(),
  noticeId: z.string(),
  noticeVersion: z.int(),
  noticeHash: z.string(),
  said: z.string().meta({
    description: 'Names these words. Sent with the digits it says that they were heard: Amazon Connect passes it on.',
  }),
});

const mapping = z.object({
  method: z.enum(['GET', 'POST']),
  in: z.enum(['query', 'form', 'json', 'json-in-form']),
  field: z.string().optional(),
  caller: z.string(),
  called: z.string().optional(),
  callId: z.string(),
  digits: z.string().optional(),
  taken: z.object({ at: z.string(), is: z.array(z.string()).optional() }).optional(),
  numbers: z.enum(['e164', 'digits', 'national']),
  only: z.object({ at: z.string(), is: z.array(z.string()) }).optional(),
});

/** An address for calls as listed; never with its secret. */
export const callHookAnswer = z.object({
  hookId: z.string().meta({ pattern: '^hook_[a-z0-9]{16}$', examples: ['hook_k3v9m2x7q4w8r5t1'] }),
  provider: z.enum(callProviders),
  country: z.string().optional().meta({ description: 'ISO 3166-1 alpha-2: how national numbers are read.' }),
  phone: e164.optional(),
  mapping: mapping.meta({ description: 'Where in its request the provider says what.' }),
  spoken: spokenNoticeAnswer.omit({ said: true }).optional().meta({
    description: 'What its flow says before a key is pressed. Without it keys say nothing.',
  }),
  createdAt: time,
  previousSecretUntil: time.optional().meta({
    description: 'Until when the secret before the last rotation is taken too.',
  }),
});

/** An address that was made or got a new secret, whole. */
export const issuedCallHookAnswer = callHookAnswer.extend({
  url: z.string().meta({
    description: 'What is pasted at the provider. It is in this answer and in no other: we keep a hash.',
    examples: ['https://api.acme.example/webhooks/calls/acme/q7ZkN2…'],
  }),
});
