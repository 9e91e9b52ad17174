import * as z from 'zod';
import { text } from '../../fields/text.ts';
import { user } from '../../fields/user.ts';

/** May I message this person now? */
export const eligibilityQuestion = z.strictObject({
  user,
  purpose: text(60),
  message: z.enum(['template', 'free-form']).default('template'),
});
