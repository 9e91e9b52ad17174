import * as z from 'zod';
import { actor, keyId, time } from '../../declarations/answer-fields.ts';

/** A key as listed; never with its secret. */
export const keyAnswer = z.object({
  keyId,
  name: z.string(),
  scopes: z.array(z.string()),
  apps: z.union([z.literal('all'), z.array(z.string())]).meta({
    description: 'App ids, or "all" for all apps, also those made later.',
  }),
  createdAt: time,
  createdBy: actor.optional().meta({
    description: 'The key that made it, and with which it ends; or the person who made it, with whom it does not end.',
  }),
  expiresAt: time.optional(),
  revokedAt: time.optional(),
  ratePerSecond: z.int().meta({
    description: 'Units that it may ask in a second: its own, or what the stage gives to every key.',
  }),
  lastUsedAt: time.optional().meta({ description: 'Kept to the hour.' }),
  previousSecretUntil: time.optional().meta({
    description: 'Until when the secret before the last rotation is accepted too.',
  }),
});

/** A key that was made or got a new secret, with the key itself. */
export const issuedKeyAnswer = keyAnswer.extend({
  key: z.string().meta({
    description: 'The key as it is sent. It is in this answer and in no other: we keep a hash.',
    examples: ['olk_key_gvriosehyvvdca2f_t_Y1IJ…'],
  }),
});
