import * as z from 'zod';
import { mostPhones } from '../../../domain/app/telephone.ts';
import { distinct } from '../../fields/distinct.ts';
import { canonicalLocale } from '../../fields/locale.ts';
import { text } from '../../fields/text.ts';
import { noticeName } from '../consent/statement.ts';
import { ownNumber } from './own-number.ts';

const pointId = z.string().regex(/^pt_[a-z0-9]{16}$/, 'This must be the id of a collection point: pt_….');
const greeting = z.strictObject({ locale: canonicalLocale, text: text(300) });

/** As Meta names templates and their languages. */
const welcome = z.strictObject({
  locale: canonicalLocale,
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'This must be the name of a template: small letters, digits and _.'),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, 'This must be a language as Meta spells it: en_US.'),
});

/** What comes by telephone. What depends on the app, its notice and its points is found out later. */
export const telephone = z.strictObject({
  numbers: distinct(z.array(z.strictObject({ phone: ownNumber })).max(mostPhones), 'phone'),
  noticeId: noticeName.optional(),
  purposes: z
    .array(text(60), { error: 'This must be a list of purposes.' })
    .min(1)
    .max(9)
    .transform((purposes) => [...new Set(purposes)])
    .optional(),
  welcome: distinct(z.array(welcome).max(40), 'locale').optional(),
  missedCalls: z.strictObject({ enabled: z.boolean(), pointId: pointId.optional() }).optional(),
  ivr: z
    .strictObject({
      enabled: z.boolean(),
      pointId: pointId.optional(),
      greetings: distinct(z.array(greeting).max(40), 'locale').optional(),
      offersNo: z.boolean().optional(),
    })
    .optional(),
});
