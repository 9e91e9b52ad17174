import * as z from 'zod';
import { instant } from '../../fields/instant.ts';
import { canonicalLocale } from '../../fields/locale.ts';
import { text } from '../../fields/text.ts';
import { user } from '../../fields/user.ts';

/** Payloads that are to be issued; whether the app has what they name is found out later. */
export const newPrompt = z.strictObject({
  user,
  noticeId: text(100),
  noticeVersion: z.int().min(1).max(1_000_000),
  noticeLocale: canonicalLocale,
  purposes: z
    .array(text(60), { error: 'This must be a list of purposes.' })
    .min(1)
    .max(50)
    .transform((purposes) => [...new Set(purposes)]),
  expiresAt: instant.optional(),
  validForHours: z
    .int()
    .min(1)
    .max(30 * 24)
    .optional(),
});
