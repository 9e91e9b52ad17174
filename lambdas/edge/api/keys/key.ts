import * as z from 'zod';
import { scopes } from '../../../contract/routes.ts';
import { InvalidInputError } from '../../../domain/errors.ts';
import { isInherited } from '../../../domain/inherited-names.ts';
import { instant } from '../../fields/instant.ts';
import { slug, text } from '../../fields/text.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import { validate } from '../../http/validate.ts';

/** An old secret may live on for a week at most after a rotation. */
export const longestGrace = 7 * 24 * 60 * 60;

const newKey = z.strictObject({
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
});

const rotation = z.strictObject({ graceSeconds: z.int().min(0).max(longestGrace).default(0) });

export type NewKeyRequest = z.output<typeof newKey>;

/** @throws InvalidInputError with all faults */
export function parseNewKey(body: JsonObject, now: number): NewKeyRequest {
  const request = validate(newKey, body);
  if (request.expiresAt === undefined || request.expiresAt > now) return request;
  throw new InvalidInputError([{ pointer: '/expiresAt', code: 'in-the-past', detail: 'The key would never be good.' }]);
}

/** How long the secret before a rotation lives on, in seconds. Throws InvalidInputError. */
export function parseRotation(body: JsonObject): number {
  return validate(rotation, body).graceSeconds;
}
