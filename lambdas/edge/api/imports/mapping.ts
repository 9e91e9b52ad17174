import * as z from 'zod';
import { reportedSources } from '../../../domain/consent/reported-sources.ts';
import { isTimeZone } from '../../../domain/export/schedule-expression.ts';
import { dateFormats } from '../../../domain/import/date-format.ts';
import { delimiters, encodings } from '../../../domain/import/mapping.ts';
import { instant } from '../../fields/instant.ts';
import { text } from '../../fields/text.ts';
import { parseCountry } from '../../numbers/country-of.ts';
import { noticeName } from '../consent/statement.ts';

const column = text(200);
/** Values of a column that mean one thing; they are compared without case and outer blanks. */
const values = z.array(z.string().max(100)).max(50);

const timeZone = z
  .string()
  .max(50)
  .refine(isTimeZone, {
    message: 'This must be a time zone of the IANA database, e.g. Europe/Madrid.',
    params: { code: 'not-a-time-zone' },
  });

const country = z
  .string()
  .max(2)
  .refine((code) => parseCountry(code) !== undefined, {
    message: 'This must be a country of ISO 3166-1, e.g. MX.',
    params: { code: 'not-a-country' },
  });

const columns = z
  .strictObject({
    phone: column.optional(),
    bsuid: column.optional(),
    date: z
      .strictObject({
        column,
        format: z.enum(dateFormats),
        timeZone: timeZone.optional(),
      })
      .optional(),
    purposes: column.optional(),
    status: z.strictObject({ column, optedIn: values, optedOut: values }).optional(),
    documentRef: column.optional(),
    operator: column.optional(),
    source: column.optional(),
    locale: column.optional(),
    reason: column.optional(),
  })
  .refine(({ phone, bsuid }) => phone !== undefined || bsuid !== undefined, {
    message: 'Name the column of the number or of the BSUID.',
    params: { code: 'required' },
  });

/** The fields of a mapping, as a request has them. */
export const mappingFields = {
  delimiter: z.enum(delimiters).optional(),
  encoding: z.enum(encodings).optional(),
  header: z.literal(true).optional(),
  columns,
  country: country.optional(),
  numbers: z.enum(['as-written', 'digits']).optional(),
  purposes: z
    .union([z.literal('all'), z.literal('marketing'), z.array(text(60)).min(1).max(50)], {
      error: 'This must be a list of purposes, "marketing" or "all".',
    })
    .optional(),
  notice: z.strictObject({ noticeId: noticeName, noticeVersion: z.int().min(1).max(1_000_000) }).optional(),
  source: z.enum(reportedSources).optional(),
  scope: z.enum(['all', 'marketing']).optional(),
  reason: text(500).optional(),
  lift: z.boolean().optional(),
} as const;

/** How the file of an import is to be read. */
export const dryRunOrder = z.strictObject({ ...mappingFields, date: instant.optional() });
