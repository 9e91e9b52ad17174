import * as z from 'zod';
import { canonicalLocale } from '../../fields/locale.ts';
import { text } from '../../fields/text.ts';
import { measure, noticeTexts } from './notice.ts';

const field = z.strictObject({
  purposeId: text(60).optional(),
  label: text(500),
  preTicked: z.boolean(),
  required: z.boolean().optional(),
});

const form = z.strictObject({
  kind: z.literal('form'),
  text: text(4000),
  locale: canonicalLocale,
  businessName: text(100).optional(),
  showsWhatsappMark: z.boolean(),
  numberEditable: z.boolean(),
  fields: z.array(field).min(1).max(50),
});

/** Meta writes `pt_BR`. */
const templateLocale = z.preprocess((tag) => (typeof tag === 'string' ? tag.replace('_', '-') : tag), canonicalLocale);

/** A template may have several lines. */
const lines = (longest: number) => z.string().min(1).max(longest);

const template = z.strictObject({
  kind: z.literal('template'),
  locale: templateLocale,
  category: z.enum(['marketing', 'utility', 'authentication']),
  body: lines(1024),
  footer: text(200).optional(),
  buttons: z
    .array(z.strictObject({ type: text(40), text: text(100) }))
    .max(10)
    .optional(),
});

const notice = z.strictObject({ kind: z.literal('notice'), texts: noticeTexts });

/** Something to be looked at by the linter. */
export const lintRequest = z.strictObject({
  ...measure,
  document: z.discriminatedUnion('kind', [notice, form, template], {
    error: 'This must be a document of the kind notice, form or template.',
  }),
});
