import * as z from 'zod';
import { weekdays } from '../../../domain/app/automated-replies.ts';
import { logoTypes } from '../../../domain/brand/brand.ts';
import { category, e164, source, time } from '../../declarations/answer-fields.ts';

const localTexts = z.array(z.object({ locale: z.string(), text: z.string() }));

/** An app: its settings, and when they were made and last changed. What is not set is not there. */
export const appAnswer = z.object({
  appId: z.string(),
  displayName: z.string(),
  brand: z
    .object({
      logo: z
        .object({
          path: z.string().meta({
            description: 'On the host of the public pages.',
            examples: ['/logo/47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'],
          }),
          type: z.enum(logoTypes),
          width: z.int(),
          height: z.int(),
        })
        .optional(),
      accent: z
        .string()
        .optional()
        .meta({ examples: ['#0b57d0'] }),
      accentDark: z.string().optional(),
      siteUrl: z.string().optional(),
      returnUrl: z.string().optional(),
      supportLine: z.string().optional(),
    })
    .optional()
    .meta({ description: 'How the business looks on pages, widget and posters.' }),
  smsName: z.string().optional().meta({ description: 'The name in `OPTIN <APP NAME>`.' }),
  locale: z.string().meta({ description: 'BCP 47.', examples: ['es-MX'] }),
  timeZone: z.string().meta({ description: 'IANA.', examples: ['America/Mexico_City'] }),
  whatsapp: z
    .object({
      phoneNumberId: z.string(),
      phone: e164,
      wabaId: z.string(),
      portfolioId: z
        .string()
        .optional()
        .meta({ description: 'Meta’s id of the business portfolio, if it was ever said. BSUIDs are good in it only.' }),
    })
    .optional(),
  smsNumbers: z.array(z.object({ phone: e164, country: z.string().meta({ description: 'ISO 3166-1 alpha-2.' }) })),
  purposes: z.array(
    z.object({
      purposeId: z.string(),
      name: z.string(),
      category,
      validForDays: z.int().optional(),
      keywordOptIn: z.boolean().optional(),
    }),
  ),
  doubleOptIn: z.array(source).meta({
    description: 'Reported sources whose opt-ins stay pending until the phone itself confirms.',
  }),
  automatedMessage: z.object({ enabled: z.boolean() }),
  automatedReplies: z
    .object({
      minimumSeconds: z.int().optional(),
      greeting: localTexts.optional(),
      away: z
        .object({
          texts: localTexts,
          openingHours: z.array(z.object({ days: z.array(z.enum(weekdays)), from: z.string(), to: z.string() })),
        })
        .optional(),
      keywords: z.array(z.object({ words: z.array(z.string()), texts: localTexts })).optional(),
      human: z.object({ enabled: z.boolean() }).optional(),
    })
    .optional()
    .meta({ description: 'What the app answers by itself (docs/automated-replies.md).' }),
  callback: z.object({ url: z.string() }).optional(),
  keywordNotice: z.object({ noticeId: z.string(), noticeVersion: z.int() }).optional(),
  version: z.int().meta({ description: 'Rises by one with every change.' }),
  createdAt: time,
  updatedAt: time,
});
