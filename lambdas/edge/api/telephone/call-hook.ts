import * as z from 'zod';
import { callProviders } from '../../../domain/telephone/call-mapping.ts';
import { canonicalLocale } from '../../fields/locale.ts';
import { text } from '../../fields/text.ts';
import { ownNumber } from '../apps/own-number.ts';
import { longestGrace } from '../keys/key.ts';

/** The name of a field, or in JSON a path of names with dots. */
const place = text(100);

const mapping = z
  .strictObject({
    method: z.enum(['GET', 'POST']),
    in: z.enum(['query', 'form', 'json', 'json-in-form']),
    field: place.optional(),
    caller: place,
    called: place.optional(),
    callId: place,
    digits: place.optional(),
    taken: z.strictObject({ at: place, is: z.array(z.string().max(100)).min(1).max(20).optional() }).optional(),
    numbers: z.enum(['e164', 'digits', 'national']),
    only: z.strictObject({ at: place, is: z.array(z.string().max(100)).min(1).max(20) }).optional(),
  })
  .superRefine((given, context) => {
    const fault = (path: string, code: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message, params: { code } });
    if (given.in === 'json-in-form' && given.field === undefined)
      fault('field', 'required', 'Name the field of the form that holds the JSON.');
    if (given.in !== 'json-in-form' && given.field !== undefined)
      fault('field', 'unexpected', 'Only JSON inside a form stands in a field.');
    if (given.method === 'GET' && given.in !== 'query')
      fault('in', 'invalid', 'A GET has no body: everything stands in its query.');
  });

/** An address for calls that is to be made; what depends on the app is found out later. */
export const newCallHook = z
  .strictObject({
    provider: z.enum(callProviders),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'This must be two capital letters of ISO 3166.')
      .optional(),
    phone: ownNumber.optional(),
    mapping: mapping.optional(),
    spokenLocale: canonicalLocale.optional(),
  })
  .superRefine((given, context) => {
    const isGeneric = given.provider === 'generic';
    if (isGeneric === (given.mapping !== undefined)) return;
    context.addIssue({
      code: 'custom',
      path: ['mapping'],
      message: isGeneric
        ? 'Say where in its requests this provider says what.'
        : 'How this provider tells of calls is known; leave it out, or use "generic".',
      params: { code: isGeneric ? 'required' : 'unexpected' },
    });
  });

/** In which language the menu is to be said. */
export const spokenNoticeQuery = z.strictObject({ locale: text(35).optional() });

/** How long the secret before a rotation is taken more, in seconds. */
export const hookRotation = z.strictObject({
  graceSeconds: z
    .int()
    .min(0)
    .max(longestGrace)
    .default(24 * 60 * 60),
});
