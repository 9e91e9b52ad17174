import * as z from 'zod';
import { deathReasons, deliveryStates } from '../../../domain/callbacks/delivery.ts';
import { callbackFormats, offReasons, tryOutcomes } from '../../../domain/callbacks/endpoint.ts';
import { eventTypes } from '../../../domain/events/event-types.ts';
import { time, userId } from '../../declarations/answer-fields.ts';

const endpointId = z.string().meta({ pattern: '^ep_[a-z0-9]{16}$', examples: ['ep_k3v9m2x7q4w8r5t1'] });
const deliveryId = z
  .string()
  .meta({ pattern: '^dlv_[A-Za-z0-9_-]+$', examples: ['dlv_eVhvUm03RWZIRWwjMDAwMDAwMDAwMDAz'] });
const eventId = z.string().meta({ description: 'Also the header `webhook-id`: the same at every try.' });
const type = z.enum(eventTypes).meta({ examples: ['user.opted_out'] });
const outcome = z.enum(tryOutcomes).meta({
  description:
    'delivered = any 2xx. rejected = another answer. gone = 410. redirected = 3xx, which nobody follows. timed-out = no whole answer within ' +
    'ten seconds. refused-address = the name led to an address that is not public. unresolved = the name led nowhere. unknown = the run ' +
    'ended before it could note what came of it.',
});
const code = z.int().optional().meta({ description: 'The status of the answer, if one came.' });

/** An endpoint as listed; never with its secret. */
export const callbackAnswer = z.object({
  endpointId,
  url: z.string(),
  types: z.union([z.literal('all'), z.array(type)]),
  format: z.enum(callbackFormats),
  description: z.string().optional(),
  state: z.enum(['on', 'off']),
  off: z
    .object({ why: z.enum(offReasons), at: time })
    .optional()
    .meta({
      description:
        'by-hand = somebody switched it off. gone = it answered 410. failing = nothing but failures for days.',
    }),
  health: z
    .enum(['good', 'slow', 'failing'])
    .meta({ description: 'failing = nothing succeeded lately; it is tried by one delivery at a time.' }),
  failingSince: time.optional(),
  lastFailure: z.object({ at: time, outcome, code }).optional(),
  previousSecretUntil: time.optional().meta({
    description: 'Until when deliveries bear a second signature, by the secret before the last rotation.',
  }),
  createdAt: time,
});

const secret = z.string().meta({
  pattern: '^whsec_[A-Za-z0-9+/=]+$',
  description: 'With this the receiver checks our signature (Standard Webhooks).',
  examples: ['whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'],
});

/** An endpoint that was made or got a new secret. */
export const issuedCallbackAnswer = callbackAnswer.extend({ secret });

/** The secret of an endpoint. */
export const callbackSecretAnswer = z.object({ secret, previousSecretUntil: time.optional() });

/** One event that one endpoint is owed. */
export const deliveryAnswer = z.object({
  deliveryId,
  endpointId,
  eventId,
  type,
  timestamp: time.meta({ description: 'When the event was recorded.' }),
  userId: userId.optional(),
  sequence: z.int().optional().meta({ description: "The place in the person's ledger." }),
  state: z.enum(deliveryStates).meta({
    description:
      'owed = not tried yet. sending = in hand. waiting = failed, tried again at dueAt. superseded = dropped, because a later no of that ' +
      'person must not wait behind it. dead = nobody tries it again by itself.',
  }),
  owedAt: time,
  attempts: z.int().meta({ description: 'How often it was tried.' }),
  tries: z.array(z.object({ at: time, outcome, code, tookMs: z.int() })).meta({ description: 'The last ten.' }),
  dueAt: time.optional(),
  supersededBy: eventId.optional(),
  deathReason: z.enum(deathReasons).optional().meta({
    description: 'tried-enough = ten tries in more than 72 hours. too-large = its body has more than 64 KB.',
  }),
  replayedAt: time.optional(),
  size: z.int().meta({ description: 'Bytes of the body.' }),
});

/** The same with what is sent. */
export const sentDeliveryAnswer = deliveryAnswer.extend({
  body: z.string().nullable().meta({
    description: 'Byte for byte as it is sent; null = it was too large to be kept, or a message that was delivered.',
  }),
});

/** What came of asking for a replay. */
export const replayAnswer = z.object({
  replayed: z.int().meta({ description: 'So many are owed again.' }),
  refused: z.array(
    z.object({
      deliveryId,
      code: z.enum(['superseded', 'underway', 'too-large', 'forgotten', 'not-found']).meta({
        description:
          'superseded = it is a yes, and a later no of that person is known. underway = it is owed anyway. too-large = there is no body. forgotten = a message that was delivered, whose words we keep no longer. ' +
          'not-found = no such delivery, or older than 30 days.',
      }),
    }),
  ),
  nextCursor: z
    .string()
    .nullable()
    .meta({ description: 'Of a range: send it as `cursor` to go on; null = all were looked at.' }),
});

/** One type of event. */
export const eventTypeAnswer = z.object({
  type,
  version: z.int(),
  description: z.string(),
  sample: z.record(z.string(), z.unknown()).meta({ description: 'A whole event of this type, made up.' }),
  schema: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of the event.' }),
});
