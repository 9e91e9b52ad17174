import * as z from 'zod';
import { scopes } from '../../../contract/routes.ts';
import { leastRate, mostRate } from '../../../domain/api-key/key-rate.ts';
import { InvalidInputError } from '../../../domain/errors.ts';
import { isInherited } from '../../../domain/inherited-names.ts';
import { instant } from '../../fields/instant.ts';
import { slug, text } from '../../fields/text.ts';

/** An old secret may live on for a week at most after a rotation. */
export const longestGrace = 7 * 24 * 60 * 60;

/** Units a second. */
const ratePerSecond = z.int().min(leastRate).max(mostRate);

/** A key that is to be made. */
export const newKey = z.strictObject({
  name: text(100).refine((name) => !isInherited(name), {
    message: 'This name means something in every programming language that reads our answers. Choose another one.',
    params: { code: 'reserved' },
  }),
  scopes: z
    .array(z.enum(scopes))
    .min(1)
    .transform((list) => [...new Set(list)]),
  apps: z
    .union(
      [
        z.literal('all'),
        z
          .array(slug(31))
          .min(1)
          .max(100)
          .transform((list) => [...new Set(list)]),
      ],
      { error: 'This must be a list of app ids or "all".' },
    )
    .transform((apps) => (apps === 'all' ? ('*' as const) : apps)),
  expiresAt: instant.optional(),
  ratePerSecond: ratePerSecond.optional(),
});

/** What of a key can be changed. */
export const keyChange = z.strictObject({ ratePerSecond });

/** How long the secret before a rotation lives on, in seconds. */
export const rotation = z.strictObject({ graceSeconds: z.int().min(0).max(longestGrace).default(0) });

/** @throws InvalidInputError */
export function mustExpireLater({ expiresAt }: z.output<typeof newKey>, now: number): void {
  if (expiresAt === undefined || expiresAt > now) return;
  throw new InvalidInputError([{ pointer: '/expiresAt', code: 'in-the-past', detail: 'The key would never be good.' }]);
}
