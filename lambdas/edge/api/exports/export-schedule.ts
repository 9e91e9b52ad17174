import * as z from 'zod';
import { isTimeZone, scheduleExpressionFault } from '../../../domain/export/schedule-expression.ts';
import { text } from '../../fields/text.ts';

const expression = z
  .string()
  .max(256)
  .check((context) => {
    const fault = scheduleExpressionFault(context.value);
    if (fault === undefined) return;
    context.issues.push({ code: 'custom', input: context.value, message: fault, params: { code: 'not-a-schedule' } });
  });

const timeZone = z
  .string()
  .max(50)
  .refine(isTimeZone, {
    message: 'This must be a time zone of the IANA database, e.g. Europe/Madrid.',
    params: { code: 'not-a-time-zone' },
  });

/** A new schedule; without a time zone it goes by the app's. */
export const newSchedule = z.strictObject({
  purpose: text(60),
  name: text(100),
  expression,
  timeZone: timeZone.optional(),
});

/** What is to be changed: only fields that are given. */
export const scheduleChange = z
  .strictObject({
    paused: z.boolean().optional(),
    expression: expression.optional(),
    timeZone: timeZone.optional(),
    name: text(100).optional(),
  })
  .refine((fields) => Object.keys(fields).length > 0, {
    message: 'Nothing is to be changed.',
    params: { code: 'nothing-to-change' },
  });
