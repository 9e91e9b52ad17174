import * as z from 'zod';
import { day } from '../../fields/day.ts';
import { paging } from '../../http/list-query.ts';

/** Which decisions of the gate are wanted. */
export const gateDecisionsList = z.strictObject({
  ...paging,
  decision: z.enum(['allow', 'deny']).optional(),
  day: day.optional(),
});
