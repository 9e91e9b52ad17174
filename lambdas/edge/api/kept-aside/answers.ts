import * as z from 'zod';
import { statementId, time, userId } from '../../declarations/answer-fields.ts';

/** One act of somebody in what was kept aside. */
const keptMessageAnswer = z.object({
  phone: z.string().optional().meta({ description: 'Who wrote it, E.164; absent when nothing says so.' }),
  bsuid: z.string().optional(),
  saidAt: time.optional().meta({ description: 'Its own time; absent when it has none that can be read.' }),
  text: z.string().optional().meta({ description: 'Their words, cut after 8 KB.' }),
});

/** Something kept aside. */
export const keptAsideAnswer = z.object({
  asideId: z.string().meta({ pattern: '^asd_[0-9a-z]{8}[A-Za-z0-9_-]{22}$' }),
  why: z.string().meta({ description: 'Why it could not be used; a stable code.', examples: ['unknown-number'] }),
  keptAt: time,
  receivedAt: time,
  channel: z.enum(['whatsapp', 'sms']).optional().meta({ description: 'Absent when nothing says so.' }),
  receivedBy: z
    .string()
    .optional()
    .meta({ description: "The number of ours that it came to: Meta's id of it on WhatsApp, E.164 for SMS." }),
  appIds: z.array(z.string()).meta({
    description: 'The apps that hear it: those on its numbers. None: nobody knows whose it is.',
  }),
  messages: z.array(keptMessageAnswer).meta({ description: 'What can be read of it, the first twenty.' }),
  needsUser: z
    .boolean()
    .meta({ description: 'Nothing says who wrote it, or several did: whoever records a no names them.' }),
  received: z.string().meta({ description: 'The beginning of what was received, as text: at most 4 KB.' }),
  bytes: z.int().meta({ description: 'How long all of it is.' }),
});

/** What came of hearing it again. */
export const heardAgainAnswer = z.object({
  came: z.enum(['stored', 'kept']).meta({
    description: 'stored: all that it says is recorded, and it is gone. kept: it still cannot be used, and lies on.',
  }),
  why: z
    .string()
    .optional()
    .meta({ description: 'Of what is kept: why.', examples: ['unknown-number'] }),
});

/** The noes that were recorded, one for each app that the message came to. */
export const keptNoAnswer = z.object({
  data: z.array(z.object({ appId: z.string(), userId, statementId, saidAt: time, recordedAt: time })),
});
