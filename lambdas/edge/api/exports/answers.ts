import * as z from 'zod';
import { actor, time } from '../../declarations/answer-fields.ts';

export const exportId = z.string().meta({ pattern: '^exp_[0-9a-z]+$', examples: ['exp_0mwprg3k02a6c778939658dca'] });
export const scheduleId = z.string().meta({ pattern: '^sch_[0-9a-z]+$', examples: ['sch_f9b2d93989af90ee'] });

const file = z.object({
  bytes: z.int(),
  sha256: z.string().meta({ description: 'Of the compressed file; lower-case hex.', pattern: '^[0-9a-f]{64}$' }),
});

/** An export as listed. */
export const exportAnswer = z.object({
  exportId,
  purpose: z.string(),
  status: z.enum(['queued', 'running', 'completed', 'failed']),
  requestedAt: time,
  keyId: actor.optional().meta({ description: 'The API key that asked, or the person who signed in.' }),
  scheduleId: scheduleId.optional().meta({ description: 'The schedule that asked.' }),
  windows: z.literal(false).optional().meta({ description: 'The files say nothing of windows, as was asked.' }),
  plannedAt: time.optional().meta({ description: 'The settings of the purpose are those of this moment.' }),
  closedAt: time.optional().meta({
    description: 'Nobody whose withdrawal was acknowledged before this is in the files.',
  }),
  counts: z
    .object({ rows: z.int(), excluded: z.record(z.string(), z.int()) })
    .optional()
    .meta({ description: 'Rows written, and rows left out by the reason that decided.' }),
  files: z.object({ csv: file, jsonl: file, manifest: file }).optional(),
  failure: z.object({ failedAt: time, detail: z.string() }).optional(),
});

/** One export, with links to its files once it is completed. */
export const linkedExportAnswer = exportAnswer.extend({
  links: z.object({ csv: z.string(), jsonl: z.string(), manifest: z.string() }).optional().meta({
    description:
      'They need no key and hold for 15 minutes at most; ask again for new ones. Only with the scope exports:read.',
  }),
});

/** A standing order for exports. */
export const scheduleAnswer = z.object({
  scheduleId,
  purpose: z.string(),
  name: z.string(),
  expression: z.string(),
  timeZone: z.string(),
  paused: z.boolean(),
  status: z.enum(['pending', 'paused', 'active']).meta({
    description: 'pending: the last change has not reached the Scheduler; the same change may be sent again.',
  }),
  nextRuns: z.array(time).meta({
    description: 'The next three times, fewer when it ends before; none while it is paused, and none of a rate.',
  }),
  keyId: actor,
  createdAt: time,
  updatedAt: time,
});
