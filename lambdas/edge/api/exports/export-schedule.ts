import * as z from 'zod';
import type { App } from '../../../domain/app/app.ts';
import { isTimeZone, scheduleExpressionFault } from '../../../domain/export/schedule-expression.ts';
import { text } from '../../fields/text.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import { validate } from '../../http/validate.ts';
import { unknownPurpose } from './export.ts';

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

const newSchedule = z.strictObject({ purpose: text(60), name: text(100), expression, timeZone: timeZone.optional() });

const change = z
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

/** A new schedule; without a time zone it goes by the app's. Throws InvalidInputError with all faults. */
export function parseNewSchedule(app: App, body: JsonObject) {
  const { purpose, ...schedule } = validate(newSchedule, body, unknownPurpose(app, body));
  return { ...schedule, purposeId: purpose, timeZone: schedule.timeZone ?? app.timeZone };
}

/** What is to be changed; only fields that are given. Throws InvalidInputError with all faults. */
export function parseScheduleChange(body: JsonObject) {
  const { paused, expression, timeZone, name } = validate(change, body);
  return {
    ...(paused !== undefined && { paused }),
    ...(expression !== undefined && { expression }),
    ...(timeZone !== undefined && { timeZone }),
    ...(name !== undefined && { name }),
  };
}
