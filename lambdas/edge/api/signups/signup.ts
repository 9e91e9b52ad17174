import * as z from 'zod';
import { wordingProfiles } from '../../../domain/notice/notice.ts';
import { instant } from '../../fields/instant.ts';
import { canonicalLocale } from '../../fields/locale.ts';
import { text } from '../../fields/text.ts';
import { webPage } from '../../fields/web-page.ts';
import { measure } from '../notices/notice.ts';

/** Meta's own bounds (In-App Signup, page of 2026-07-03). */
const fields = {
  name: text(100),
  signupMessage: text(300),
  confirmationMessage: text(300),
  privacyPolicyUrl: webPage,
  websiteUrl: webPage,
  promoCode: z.string().refine((code) => /^[A-Za-z0-9]{1,50}$/.test(code), {
    message: 'This must be 1 to 50 letters and digits.',
    params: { code: 'not-a-promo-code' },
  }),
  purposes: z
    .array(text(60))
    .min(1)
    .max(50)
    .transform((purposes) => [...new Set(purposes)]),
  campaign: text(60),
};

/** A new signup. */
export const newSignup = z.strictObject({
  name: fields.name,
  purposes: fields.purposes,
  locale: canonicalLocale.optional(),
  signupMessage: fields.signupMessage,
  confirmationMessage: fields.confirmationMessage,
  privacyPolicyUrl: fields.privacyPolicyUrl,
  websiteUrl: fields.websiteUrl.optional(),
  promoCode: fields.promoCode.optional(),
  campaign: fields.campaign.optional(),
  acceptTerms: z.literal(true).optional(),
  profile: measure.profile,
});

/** A change of one, or its adoption (`purposes`). */
export const signupChange = z
  .strictObject({
    name: fields.name,
    signupMessage: fields.signupMessage,
    confirmationMessage: fields.confirmationMessage,
    websiteUrl: fields.websiteUrl,
    promoCode: fields.promoCode,
    status: z.enum(['active', 'disabled']),
    purposes: fields.purposes,
    locale: canonicalLocale,
    campaign: fields.campaign,
    textSince: instant,
    profile: z.enum(wordingProfiles),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, {
    message: 'Nothing is to be changed.',
    params: { code: 'nothing-to-change' },
  });
