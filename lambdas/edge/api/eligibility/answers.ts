import * as z from 'zod';
import { consentState, source, statementId, time, userId } from '../../declarations/answer-fields.ts';

/** Every code of a reason; codes are never renamed. */
export const reasonCode = z.enum([
  'never-asked',
  'pending',
  'opted-in',
  'opted-out',
  'expired',
  'erased',
  'never-confirmed',
  'unknown-purpose',
  'template-without-purpose',
  'template-is-marketing',
  'platform-stop',
  'country-not-served',
  'stopped-everything',
  'stopped-marketing',
  'window-open',
  'window-closed',
  'identity-unsettled',
  'no-identifier',
  'former-portfolio',
  'suppressed-ambiguous-stop',
  'suppressed-administrative',
  'suppressed-erasure',
  'suppressed-quality',
  'stop-to-confirm',
  'missed-call',
  'nothing-to-confirm',
  'other-channel',
  'too-late-to-confirm',
]);

/** One purpose of one person. */
export const consentAnswer = z.object({
  state: consentState,
  since: time.optional(),
  source: source.optional(),
  pointId: z.string().optional().meta({ description: 'The collection point that brought it, where it is known.' }),
  statementId: statementId.optional(),
  expiresAt: time.optional().meta({ description: 'When an opt-in or a request expires or expired.' }),
  unconfirmed: z.literal(true).optional().meta({
    description: 'What expired was a request that the phone never confirmed; there was no opt-in.',
  }),
});

/** The customer service window of WhatsApp. */
export const windowAnswer = z.object({
  state: z.enum(['open', 'closed']),
  lastInboundAt: time.optional(),
  closesAt: time.optional(),
  freeEntryPointUntil: time.optional(),
});

/** A decision with its reasons and what it was made from. */
export const eligibilityAnswer = z.object({
  decision: z.enum(['allow', 'deny']),
  decidedAt: time,
  userId: userId.optional().meta({ description: 'Absent when this app knows nobody of that name.' }),
  reasons: z.array(
    z.object({
      code: reasonCode,
      detail: z.string().meta({ description: 'A plain English sentence.' }),
      since: time.optional(),
      statementId: statementId.optional(),
      rule: z
        .string()
        .optional()
        .meta({
          description: 'The rule of the keyword that matched, or the country rule that denies.',
          examples: ['stop.es.alto'],
        }),
      notice: z
        .string()
        .optional()
        .meta({ description: 'The notice that was shown, with its version.', examples: ['till-form@3'] }),
    }),
  ),
  holdsUntil: time.nullable().meta({ description: 'Until when time alone does not change it; null = it does not.' }),
  wouldChange: z.array(z.string()).meta({ description: 'What would make it another decision, in sentences.' }),
  window: windowAnswer
    .optional()
    .meta({ description: 'Absent in bulk unless one of the questions is about a free-form message.' }),
  consent: consentAnswer,
});
