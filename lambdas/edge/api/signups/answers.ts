import * as z from 'zod';
import { time } from '../../declarations/answer-fields.ts';

const url = z.string().meta({ format: 'uri' });

/** What a signup says to people. */
export const signupText = z.object({
  signupMessage: z.string(),
  confirmationMessage: z.string(),
  privacyPolicyUrl: url,
  websiteUrl: url.optional(),
  promoCode: z.string().optional(),
});

/** An In-App Signup of Meta's, as Meta has it now, with what it is here. */
export const signupAnswer = signupText.extend({
  signupId: z.string().meta({ description: "Meta's id.", examples: ['13176843987434774'] }),
  name: z.string().meta({ description: 'For you; never shown to people.' }),
  status: z.enum(['active', 'disabled']),
  adopted: z.boolean().meta({
    description:
      'Whether its opt-ins count here. One that was made elsewhere is adopted by naming its purposes; until then what it brings is kept aside.',
  }),
  purposes: z.array(z.string()).meta({ description: 'What a signup opts in to. They never change.' }),
  locale: z.string().optional().meta({ description: 'BCP 47: the language of its words.' }),
  campaign: z.string().optional(),
  pointId: z
    .string()
    .optional()
    .meta({
      pattern: '^pt_[a-z0-9]+$',
      description: 'Its collection point: counts, QR code.',
      examples: ['pt_phtntn88b6wpqsgv'],
    }),
  url: url.meta({ description: 'Opens the signup in WhatsApp, and is not counted.' }),
  countedUrl: url.optional().meta({ description: 'The short link of its point, which leads there and is counted.' }),
  createdAt: time.optional().meta({ description: 'When it was made or adopted here.' }),
  updatedAt: time.optional(),
});

/** With all that it ever said. */
export const signupWithTextsAnswer = signupAnswer.extend({
  texts: z
    .array(
      z.object({
        ...signupText.shape,
        since: time,
        hash: z.string().meta({ description: 'SHA-256 of the text as canonical JSON; the noticeHash of its opt-ins.' }),
      }),
    )
    .meta({
      description:
        'Every text that it had, the newest first; that which was valid at the time of an act is its evidence.',
    }),
});
