import * as z from 'zod';
import { auditedOperations } from '../../../contract/audited.ts';
import { time } from '../../declarations/answer-fields.ts';

/** One act of the audit list. */
export const auditAnswer = z.object({
  at: time,
  by: z.string().meta({
    pattern: '^((key|person)_[a-z0-9]+|command)$',
    description: 'The API key, the person who signed in, or whoever ran the command.',
    examples: ['person_k3v9m2x7q4w8r5t1'],
  }),
  operation: z.string().meta({
    enum: [...auditedOperations],
    description: 'As this document calls it.',
    examples: ['publishNotice'],
  }),
  appId: z.string().optional().meta({ description: 'Without it: about the stage as a whole.' }),
  target: z
    .string()
    .optional()
    .meta({ description: 'What it was about, by its id.', examples: ['exp_019abc'] }),
  status: z.int().optional().meta({
    description: 'What was answered. Without it the answer was not written down: it may have been done or not.',
  }),
  requestId: z.string(),
});
