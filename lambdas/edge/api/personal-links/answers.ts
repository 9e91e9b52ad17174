import * as z from 'zod';
import { time } from '../../declarations/answer-fields.ts';

/** A link that was made. */
export const personalLinkAnswer = z.object({
  url: z.string().meta({ format: 'uri', description: 'For this person alone: whoever has it is taken for them.' }),
  expiresAt: time,
  oneClickHeaders: z
    .object({ 'List-Unsubscribe': z.string(), 'List-Unsubscribe-Post': z.literal('List-Unsubscribe=One-Click') })
    .optional()
    .meta({ description: 'Of a preference link: headers for the mail that it stands in (RFC 8058).' }),
});
