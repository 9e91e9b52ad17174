import * as z from 'zod';
import { time } from '../../declarations/answer-fields.ts';

/** Payloads that were issued. */
export const promptAnswer = z.object({
  quickReplies: z
    .object({
      yes: z.string().meta({ description: 'Opts in to all purposes named.' }),
      no: z.string().meta({ description: 'Declines them, also after the end.' }),
      stopMarketing: z.string().meta({ description: 'Ends marketing alone. The same for everybody, for ever.' }),
      preferences: z
        .string()
        .meta({ description: 'Asks for what the person gets, as a list to change. The same for everybody.' }),
    })
    .meta({ description: 'For the `payload` parameters of the quick replies of a template.' }),
  flowToken: z.string().meta({ description: 'The `flow_token` of a Flow: what is ticked in it comes back with it.' }),
  expiresAt: time,
});
