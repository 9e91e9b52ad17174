import * as z from 'zod';
import { instant } from '../../fields/instant.ts';
import { user } from '../../fields/user.ts';

/** A link that is to be made; how long it may live is a rule of its kind. */
export const newLink = z.strictObject({
  user,
  pointId: z.string().max(40),
  expiresAt: instant.optional(),
  validForHours: z
    .int()
    .min(1)
    .max(730 * 24)
    .optional(),
});
