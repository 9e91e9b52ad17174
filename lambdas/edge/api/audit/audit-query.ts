import * as z from 'zod';
import { instant } from '../../fields/instant.ts';
import { slug } from '../../fields/text.ts';
import { paging } from '../../http/list-query.ts';

/** Which acts are wanted. */
export const auditQuery = z.strictObject({
  ...paging,
  app: slug(31).optional(),
  by: z
    .string()
    .regex(/^(?:(?:key|person)_[a-z0-9]{1,60}|command)$/, 'This must be the id of a key or a person, or command.')
    .optional(),
  from: instant.optional(),
  to: instant.optional(),
});
