import * as z from 'zod';
import { smsProviders } from '../../../domain/app/app.ts';
import { weekdays } from '../../../domain/app/automated-replies.ts';
import { whatsappProviders } from '../../../domain/app/portfolios.ts';
import { logoTypes } from '../../../domain/brand/brand.ts';
import { deniable } from '../../../domain/countries/app-country-rule.ts';
import { category, e164, source, time } from '../../declarations/answer-fields.ts';
import { findingAnswer } from '../notices/answers.ts';

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
      provider: z.enum(whatsappProviders).meta({ description: 'By whom messages go out.' }),
      awsPhoneNumberId: z.string().optional().meta({ description: 'The id that AWS gives the number.' }),
    })
    .optional(),
  canSend: z.boolean().optional().meta({
    description:
      'Whether this stage was set up to send on WhatsApp by that provider. If not, nothing is sent (`no-credentials`).',
  }),
  smsNumbers: z.array(
    z.object({
      phone: e164,
      country: z.string().meta({ description: 'ISO 3166-1 alpha-2.' }),
      provider: z.enum(smsProviders).meta({ description: 'By whom its messages come and go.' }),
    }),
  ),
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
  automatedMessage: z
    .object({
      enabled: z.boolean(),
      noticeId: z.string().optional(),
      greetings: z.array(z.object({ locale: z.string(), text: z.string() })).optional(),
    })
    .meta({ description: 'What somebody is asked who writes for the first time.' }),
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
  telephone: z
    .object({
      numbers: z.array(z.object({ phone: e164 })),
      noticeId: z.string().optional(),
      purposes: z.array(z.string()).optional(),
      welcome: z.array(z.object({ locale: z.string(), name: z.string(), language: z.string() })).optional(),
      missedCalls: z.object({ enabled: z.boolean(), pointId: z.string().optional() }).optional(),
      ivr: z
        .object({
          enabled: z.boolean(),
          pointId: z.string().optional(),
          greetings: localTexts.optional(),
          offersNo: z.boolean().optional(),
        })
        .optional(),
    })
    .optional()
    .meta({ description: 'Missed calls and IVR (docs/telephone.md).' }),
  events: z
    .object({ identifiers: z.boolean().optional(), messages: z.boolean().optional() })
    .optional()
    .meta({ description: 'What its events tell besides ids (docs/events.md).' }),
  gupshup: z
    .object({
      appName: z.string().optional(),
      bareOptIn: z.object({ purposes: z.array(z.string()), noticeId: z.string(), noticeVersion: z.int() }).optional(),
    })
    .optional()
    .meta({ description: 'What programs made for Gupshup find here (docs/gupshup.md).' }),
  countryRules: z
    .array(
      z.object({
        country: z.string().meta({ description: 'ISO 3166-1 alpha-2.', examples: ['US'] }),
        denies: z.enum(deniable),
        note: z.string(),
        since: time.meta({ description: 'Since when the app says so.' }),
      }),
    )
    .optional()
    .meta({ description: 'What the app says of countries in place of the country rules (docs/country-rules.md).' }),
  keywordNotice: z.object({ noticeId: z.string(), noticeVersion: z.int() }).optional(),
  version: z.int().meta({ description: 'Rises by one with every change.' }),
  createdAt: time,
  updatedAt: time,
});

/** What somebody would get who writes for the first time, in each language of the notice. */
export const automatedMessagePreview = z.object({
  texts: z.array(
    z.object({
      locale: z.string(),
      text: z
        .string()
        .optional()
        .meta({ description: 'The message. Absent = the notice names no purpose of the app.' }),
      buttons: z.array(z.string()).optional().meta({ description: 'Titles; the last one declines.' }),
      list: z
        .object({
          open: z.string().meta({ description: 'What opens the list.' }),
          rows: z.array(z.object({ title: z.string(), description: z.string().optional() })),
        })
        .optional()
        .meta({ description: 'In place of buttons, where there are more than three.' }),
      leftOut: z.array(z.object({ purposeId: z.string(), why: z.enum(['not-in-notice', 'too-many']) })),
      faults: z.array(z.string()).meta({ description: 'What WhatsApp would not take: then nothing is sent.' }),
    }),
  ),
  findings: z.array(findingAnswer).meta({ description: 'Of the linter about the greetings.' }),
  obstacles: z.array(z.enum(['no-whatsapp-number', 'no-credentials', 'provider-cannot'])).meta({
    description:
      'Why nothing would be sent, whoever wrote. `provider-cannot`: Twilio takes no buttons, and the question has some.',
  }),
});
