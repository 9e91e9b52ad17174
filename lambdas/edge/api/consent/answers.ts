import * as z from 'zod';
import { consentState, source, statementId, time, userId } from '../../declarations/answer-fields.ts';

/** Why a statement does not count for a purpose. */
const refusedBy = z.object({
  code: z.enum(['later-opt-out', 'own-opt-out', 'later-opt-in', 'already-opted-in', 'nothing-to-resume', 'annulled']),
  detail: z.string().meta({ description: 'A plain English sentence.' }),
  statementId: statementId.optional().meta({ description: 'The statement that overrules it.' }),
});

/** What a statement comes to for one purpose. */
export const outcomeAnswer = z.object({
  purpose: z.string(),
  applied: z.boolean().meta({ description: 'Whether it counts.' }),
  refusedBy: refusedBy.optional(),
});

/** What a statement is about. */
export const purposeScope = z.union([z.enum(['all', 'marketing']), z.array(z.string())]).meta({
  description: 'Purposes by name; or "marketing" or "all", a no only.',
});

export const by = z
  .enum(['controller', 'data-subject'])
  .meta({ description: 'Who said it: the business by itself, or the person.' });

export const holder = z.literal('earlier').optional().meta({
  description: 'It falls to somebody who held the number before the present holder did.',
});

/** A statement as it was recorded. */
export const statementAnswer = z.object({
  userId,
  statement: z.object({
    statementId,
    action: z.enum(['requested', 'granted', 'refused', 'revoked', 'resumed', 'annulled', 'erased']),
    purposes: purposeScope,
    by,
    saidAt: time.meta({ description: "The person's act." }),
    recordedAt: time.meta({ description: 'When it was first stored.' }),
    source,
  }),
  holder,
  outcomes: z.array(outcomeAnswer).meta({ description: 'For each purpose, whether the statement counts.' }),
  consent: z
    .record(z.string(), z.object({ state: consentState, since: time.optional() }))
    .meta({ description: 'What holds just after it, by purpose.' }),
  confirmation: z
    .object({ url: z.string().meta({ format: 'uri' }), expiresAt: time })
    .optional()
    .meta({ description: 'By this link the phone confirms an opt-in that is only requested.' }),
});
