import * as z from 'zod';
import { roles } from '../../../domain/operators/roles.ts';
import { actor, keyId, personId, time } from '../../declarations/answer-fields.ts';

const apps = z.union([z.literal('all'), z.array(z.string())]).meta({
  description: 'App ids, or "all" for all apps, also those made later.',
});
const scopes = z.array(z.string()).meta({ description: 'What may be done, narrower scopes too.' });
const role = z.enum(roles);
const numbers = z.boolean().meta({ description: "Whether people's numbers are seen." });
const email = z.string().meta({ examples: ['ana@acme.example'] });

/** Somebody of the business who signs in, or did. */
export const personAnswer = z.object({
  personId,
  email,
  role,
  apps,
  numbers,
  invitedAt: time,
  invitedBy: actor.optional().meta({ description: 'Without it: by the command.' }),
  lastSeenAt: time.optional().meta({ description: 'Kept to the hour. Without it: never signed in.' }),
  removedAt: time.optional(),
});

/** Who calls. */
export const meAnswer = z.object({
  kind: z.enum(['key', 'person']),
  keyId: keyId.optional(),
  name: z.string().optional().meta({ description: 'Of the key.' }),
  personId: personId.optional(),
  email: email.optional(),
  role: role.optional(),
  numbers: numbers.optional(),
  scopes,
  apps,
  ratePerSecond: z.int().meta({ description: 'Units that may be asked in a second.' }),
});
