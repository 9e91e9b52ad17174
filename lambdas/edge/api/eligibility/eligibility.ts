import * as z from 'zod';
import type { Fault } from '../../../domain/errors.ts';
import { templateLanguage } from '../../../domain/templates/template.ts';
import { text } from '../../fields/text.ts';
import { user } from '../../fields/user.ts';
import type { JsonObject } from '../../http/parse-body.ts';

/** A template as Meta names it; `en-US` is `en_US`. */
export const namedTemplate = z.strictObject({
  name: text(512),
  language: text(40)
    .refine((code) => templateLanguage(code) !== undefined, {
      message: 'This must be a language as Meta writes it, e.g. en_US.',
      params: { code: 'not-a-language' },
    })
    .transform((code) => templateLanguage(code) ?? code),
});

/** May I message this person now? By the template that is to be sent, or by the purpose. */
export const eligibilityQuestion = z.strictObject({
  user,
  purpose: text(60).optional(),
  template: namedTemplate.optional(),
  message: z.enum(['template', 'free-form']).default('template'),
});

/** The faults of a question that no field has alone: it names a purpose, or else the template that is to be sent. */
export function questionFaults(asked: unknown): Fault[] {
  const { purpose, template, message } = (asked ?? {}) as JsonObject;
  if (template === undefined) {
    if (purpose !== undefined) return [];
    return [{ pointer: '/purpose', code: 'required', detail: 'Name the purpose, or the template.' }];
  }
  const faults: Fault[] = [];
  if (purpose !== undefined) {
    const detail = 'The registry says which purpose the template serves. Name one of the two.';
    faults.push({ pointer: '/purpose', code: 'not-with-template', detail });
  }
  if (message === 'free-form') {
    faults.push({ pointer: '/template', code: 'not-free-form', detail: 'A free-form message has no template.' });
  }
  return faults;
}
