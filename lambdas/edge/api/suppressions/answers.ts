import * as z from 'zod';
import { statementId, time, userId } from '../../declarations/answer-fields.ts';
import { holder } from '../consent/answers.ts';

export const suppressionReason = z.enum(['ambiguous-stop', 'administrative', 'erasure', 'quality']);

/** A brake that holds. */
export const suppressionAnswer = z.object({
  reason: suppressionReason,
  scope: z.enum(['all', 'marketing']),
  since: time,
  statementId,
  operator: z.string().optional().meta({ description: 'Of an administrative one: who set it.' }),
  text: z.string().optional().meta({ description: 'Of an administrative one: why.' }),
});

/** A suppression that was set or lifted. */
export const recordedSuppressionAnswer = z.object({
  userId,
  statementId,
  saidAt: time,
  recordedAt: time,
  suppressions: z
    .array(suppressionAnswer)
    .meta({ description: 'Every brake of this user as it is now, also where the call is a retry.' }),
  replayed: z.boolean().meta({ description: 'The same was recorded before; nothing is recorded again.' }),
  holder,
});
