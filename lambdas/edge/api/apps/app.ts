import * as z from 'zod';
import { smsProviders } from '../../../domain/app/app.ts';
import { whatsappProviders } from '../../../domain/app/portfolios.ts';
import { reportedSources } from '../../../domain/consent/reported-sources.ts';
import { deniable } from '../../../domain/countries/app-country-rule.ts';
import { countries } from '../../../domain/countries/calling-codes.ts';
import { normaliseAppName } from '../../../domain/keywords/match-opt-in-sms.ts';
import { distinct } from '../../fields/distinct.ts';
import { canonicalLocale, locale } from '../../fields/locale.ts';
import { slug, slugOrInherited, text } from '../../fields/text.ts';
import { noticeName } from '../consent/statement.ts';
import { automatedReplies } from './automated-replies.ts';
import { brandChange, brandSettings } from './brand.ts';
import { gupshup } from './gupshup.ts';
import { ownNumber } from './own-number.ts';
import { telephone } from './telephone.ts';

/** Of an app. A person has a row for each, and a change of a person must fit into a few transactions. */
export const mostPurposes = 50;

const purposes = (purposeId: z.ZodType<string>) => {
  const purpose = z.strictObject({
    purposeId: purposeId.refine((id) => id !== 'all', {
      message: '"all" means every purpose.',
      params: { code: 'reserved' },
    }),
    name: text(100),
    category: z.enum(['marketing', 'utility', 'authentication']),
    validForDays: z.int().min(1).max(36_500).optional(),
    keywordOptIn: z.boolean().optional(),
  });
  return distinct(z.array(purpose).max(mostPurposes), 'purposeId');
};

const timeZone = text(60).refine(isTimeZone, {
  message: 'This must be a time zone by its IANA name, e.g. America/Mexico_City.',
  params: { code: 'not-a-time-zone' },
});

const greeting = z.strictObject({ locale: canonicalLocale, text: text(300) });

/** What is asked of who writes for the first time: under which notice, and after which words. */
const asking = {
  noticeId: noticeName.optional(),
  greetings: distinct(z.array(greeting).max(40), 'locale').optional(),
};

const automatedMessage = z.strictObject({ enabled: z.boolean(), ...asking });

/** A setting that is to be looked at before it is made. */
export const automatedMessageDraft = z.strictObject({ ...asking, noticeId: noticeName });

const events = z.strictObject({ identifiers: z.boolean().optional(), messages: z.boolean().optional() });

const countryRule = z.strictObject({
  country: z.string().refine((code) => countries.has(code), {
    message: 'This must be the country of some phone number: two capital letters of ISO 3166.',
    params: { code: 'unknown-country' },
  }),
  denies: z.enum(deniable),
  note: text(300),
});

const smsName = text(60).refine((name) => normaliseAppName(name) !== '', {
  message: 'This must hold letters or digits that a person can text.',
  params: { code: 'not-a-name' },
});

const fields = {
  displayName: text(100),
  brand: brandSettings.optional(),
  smsName: smsName.optional(),
  locale,
  timeZone,
  whatsapp: z
    .strictObject({
      phoneNumberId: digits(),
      phone: ownNumber,
      wabaId: digits(),
      portfolioId: digits().optional(),
      provider: z.enum(whatsappProviders).optional(),
      awsPhoneNumberId: z
        .string()
        .regex(/^phone-number-id-[0-9a-z]{32}$/, 'This must be the id that AWS gives the number: phone-number-id-….')
        .optional(),
    })
    .refine(({ provider, awsPhoneNumberId }) => provider !== 'aws' || awsPhoneNumberId !== undefined, {
      path: ['awsPhoneNumberId'],
      message: 'AWS sends by its own id of the number.',
      params: { code: 'required' },
    })
    .optional(),
  smsNumbers: distinct(
    z
      .array(
        z.strictObject({
          phone: ownNumber,
          country: z.string().regex(/^[A-Z]{2}$/, 'This must be two capital letters of ISO 3166.'),
          provider: z.enum(smsProviders).optional(),
        }),
      )
      .max(20),
    'phone',
  ),
  purposes: purposes(slug(40)),
  doubleOptIn: z.array(z.enum(reportedSources)).max(reportedSources.length),
  automatedMessage,
  automatedReplies: automatedReplies.optional(),
  telephone: telephone.optional(),
  events: events.optional(),
  gupshup: gupshup.optional(),
  countryRules: distinct(z.array(countryRule).max(countries.size), 'country').optional(),
  keywordNotice: z.strictObject({ noticeId: noticeName, noticeVersion: z.int().min(1).max(1_000_000) }).optional(),
};

/** The settings of a new app. */
export const appSettings = z.strictObject({
  ...fields,
  appId: slug(31),
  locale: locale.default('en'),
  timeZone: timeZone.default('UTC'),
  smsNumbers: fields.smsNumbers.default([]),
  purposes: fields.purposes.default([]),
  doubleOptIn: fields.doubleOptIn.default([]),
  automatedMessage: automatedMessage.default({ enabled: false }),
});

/** A change of settings: only what is given changes. */
export const appChange = z
  .strictObject({
    ...fields,
    // A purpose is never removed, so one that has an inherited name from former times is sent again; a new one is refused later.
    purposes: purposes(slugOrInherited(40)),
    brand: brandChange.nullable(),
    smsName: fields.smsName.nullable(),
    whatsapp: fields.whatsapp.nullable(),
    automatedReplies: fields.automatedReplies.nullable(),
    telephone: fields.telephone.nullable(),
    events: fields.events.nullable(),
    gupshup: fields.gupshup.nullable(),
    countryRules: fields.countryRules.nullable(),
    keywordNotice: fields.keywordNotice.nullable(),
  })
  .partial();

/** An id of Meta's. */
function digits() {
  return z.string().regex(/^\d{5,25}$/, 'This must be the digits of an id of Meta.');
}

function isTimeZone(name: string): boolean {
  try {
    return (
      /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false;
  }
}
