import * as z from 'zod';
import { handoverCauses } from '../../../domain/window/handover.ts';
import { statementId, time, userId } from '../../declarations/answer-fields.ts';

/** Somebody who is with a human. */
export const handoverAnswer = z.object({
  userId,
  phone: z.string().optional(),
  bsuid: z.string().optional(),
  since: time,
  until: time.meta({ description: 'When it ends by itself if they write nothing more.' }),
  cause: z.enum(handoverCauses).meta({ description: 'A button, words of the person, or the business.' }),
  statementId: statementId.meta({ description: 'Its entry in their ledger, with their words.' }),
  lastInboundAt: time.optional().meta({ description: 'Their latest message, while the window is kept.' }),
});
