import * as z from 'zod';
import { type App, findPurpose } from '../../../domain/app/app.ts';
import { text } from '../../fields/text.ts';
import { user } from '../../fields/user.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import { validate } from '../../http/validate.ts';

const question = z.strictObject({
  user,
  purpose: text(60),
  message: z.enum(['template', 'free-form']).default('template'),
});

export type EligibilityQuestion = z.output<typeof question>;

/** @throws InvalidInputError with all faults */
export function parseEligibilityQuestion(app: App, body: JsonObject): EligibilityQuestion {
  const { purpose } = body;
  const isUnknown = typeof purpose === 'string' && purpose !== '' && findPurpose(app, purpose) === undefined;
  return validate(
    question,
    body,
    isUnknown ? [{ pointer: '/purpose', code: 'unknown-purpose', detail: 'The app has no such purpose.' }] : [],
  );
}
