import * as z from 'zod';
import { day, listOf } from '../../declarations/answer-fields.ts';

export const country = z.string().meta({ description: 'ISO 3166-1 alpha-2.', examples: ['US'] });

/** One dated rule of WhatsApp's about a country. */
export const countryRuleAnswer = z.object({
  ruleId: z.string().meta({ description: 'Stable.', examples: ['us-marketing'] }),
  country,
  denies: z.enum(['marketing', 'everything']).meta({
    description: 'Templates of the category marketing, or everything that a business writes.',
  }),
  since: day.optional().meta({ description: 'First day (UTC). Absent = for longer than is known.' }),
  until: day
    .optional()
    .meta({ description: 'The first day (UTC) on which it holds no more. Absent = no end is known.' }),
  inForce: z.boolean().meta({ description: 'Whether it holds at this moment.' }),
  detail: z.string().meta({ description: 'A plain English sentence.' }),
  sources: z.array(
    z.object({
      title: z.string(),
      seen: z
        .string()
        .optional()
        .meta({
          description: 'Month of the newest copy that was read. Absent = it bears no date.',
          examples: ['2026-03'],
        }),
    }),
  ),
});

export const countryRulesAnswer = listOf(countryRuleAnswer);
