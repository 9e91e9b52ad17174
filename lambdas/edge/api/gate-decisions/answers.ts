import * as z from 'zod';
import { gatedKinds, gateOnlyReasons, gatePaths } from '../../../domain/gate/gate-decision.ts';
import { actor, statementId, time, userId } from '../../declarations/answer-fields.ts';
import { reasonCode } from '../eligibility/answers.ts';

/** What the send gate decided about one call. */
export const gateDecisionAnswer = z.object({
  decisionId: z.string().meta({
    pattern: '^dec_[0-9a-z]{24}$',
    description: 'Also in `biz_opaque_callback_data` of the message, where its sender had written nothing there.',
    examples: ['dec_mi7f0hs0k3v9m2x7q4w8r5t1'],
  }),
  decidedAt: time,
  decision: z.enum(['allow', 'deny']),
  dryRun: z.boolean().meta({ description: 'Only asked: nothing was sent, whatever was decided.' }),
  userId: userId.optional().meta({ description: 'Absent when this app knew nobody of that name.' }),
  by: actor,
  path: z.enum(gatePaths),
  message: z.object({
    kind: z.enum(gatedKinds).meta({
      description: 'By what it was judged: its template, the customer service window, or the category that it names.',
    }),
    type: z
      .string()
      .meta({ description: "Meta's word for it; other = one that is not known here.", examples: ['text'] }),
    template: z.object({ name: z.string(), language: z.string() }).optional(),
    category: z.enum(['utility', 'authentication']).optional().meta({ description: 'Of a Direct Send.' }),
  }),
  purpose: z.string().optional().meta({
    description: 'For what it was judged; absent = for every purpose that it may be for.',
  }),
  reasons: z.array(
    z.object({
      code: z.enum([...reasonCode.options, ...gateOnlyReasons]),
      detail: z.string().meta({ description: 'A plain English sentence.' }),
      since: time.optional(),
      statementId: statementId.optional(),
      rule: z.string().optional(),
      notice: z.string().optional(),
    }),
  ),
  wouldChange: z.array(z.string()).meta({ description: 'What would make it another decision, in sentences.' }),
});
