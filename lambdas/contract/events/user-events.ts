import * as z from 'zod';
import { ofEntry, ofPerson, ofStatement, purposes, sampleEntry, time } from './members.ts';

const reason = z.enum(['ambiguous-stop', 'administrative', 'erasure', 'quality']);
const mergedUserId = z.string().optional().meta({
  description:
    'Where two users turned out to be one: the user who is this one from now on. Absent where it is this user who is the other.',
});
const platformStopped = z
  .literal(true)
  .optional()
  .meta({ description: 'WhatsApp’s own stop came with it, by a merge.' });
const statement = { ...sampleEntry, purposes: ['offers'], level: 3 } as const;

/** Events about one person, that come of their ledger. */
export const userEvents = {
  'user.opted_in': {
    title: 'A yes that counts',
    description: 'Somebody opted in, renewed it, or got back by START what a stop had ended.',
    data: z.object({
      ...ofStatement,
      cause: z.enum(['granted', 'resumed']),
      braked: z.enum(['all', 'marketing']).optional().meta({
        description: 'A suppression of this scope holds whatever this yes says: nothing of it may be sent.',
      }),
    }),
    sample: { ...statement, cause: 'granted' },
  },
  'user.opted_out': {
    title: 'A no',
    description:
      'Somebody opted out or declined, an import was undone, or consent was erased. With the scope `all` nothing may be sent, whatever the purpose.',
    data: z.object({
      ...ofStatement,
      cause: z.enum(['revoked', 'refused', 'annulled', 'erased', 'earlier-holder', 'merged']).meta({
        description:
          '`annulled`: an import was undone, no act of the person. `earlier-holder`: it turned out that somebody else had said yes. `merged`: two users are one person, and a no of the other stands.',
      }),
      scope: z.enum(['purposes', 'marketing', 'all']).meta({
        description: 'What the no says; `purposes` also where a later yes overrules a part of a wider one.',
      }),
      ended: purposes.meta({ description: 'The purposes that the person was opted in to until then.' }),
      braked: z.enum(['all', 'marketing']).optional().meta({
        description: 'Of `merged`: a suppression of this scope came with it.',
      }),
      platformStopped,
      mergedUserId,
    }),
    sample: { ...statement, cause: 'revoked', scope: 'all', ended: ['offers'] },
  },
  'user.pending': {
    title: 'A request that waits for the phone',
    description: 'Somebody asked to be opted in, and their phone has to confirm it. Nothing may be sent yet.',
    data: z.object(ofStatement),
    sample: { ...statement, source: 'web-form', level: 2 },
  },
  'user.merged': {
    title: 'Two users are one person',
    description:
      'A payload of the provider showed it. `userId` is the person from now on; `mergedUserId` is too, and has no further events.',
    data: z.object({
      ...ofEntry,
      mergedUserId: z.string(),
      ended: purposes.meta({ description: 'What one of the two was opted in to, and the one person is not.' }),
    }),
    sample: { ...sampleEntry, mergedUserId: 'usr_0123456789abcdefghijklLmNoPqRsTuV', ended: [] },
  },
  'user.number_changed': {
    title: 'Other identifiers',
    description: 'Whoever keeps a number of this user must read the user again.',
    data: z.object({
      ...ofEntry,
      change: z.enum(['moved', 'linked', 'released', 'split']).meta({
        description:
          '`moved`: to other identifiers. `linked`: one more became known. `released`: the number is somebody else’s now. `split`: nothing proves the pair.',
      }),
    }),
    sample: { ...sampleEntry, source: 'whatsapp-platform', change: 'moved' },
  },
  'user.suppressed': {
    title: 'A brake',
    description: 'Beside consent, and whatever it says: nothing of the scope may be sent.',
    data: z.object({ ...ofEntry, reason, scope: z.enum(['all', 'marketing']), platformStopped, mergedUserId }),
    sample: { ...sampleEntry, reason: 'administrative', scope: 'all' },
  },
  'user.released': {
    title: 'The end of a brake',
    description: 'Consent says again what may be sent. A later yes or no of the person ends an `ambiguous-stop`, too.',
    data: z.object({ ...ofEntry, reason }),
    sample: { ...sampleEntry, reason: 'administrative' },
  },
  'platform.stopped': {
    title: 'WhatsApp’s own stop of marketing',
    description: 'The switch in WhatsApp itself: no marketing by WhatsApp. Consent is not touched.',
    data: z.object({ ...ofEntry, mergedUserId }),
    sample: { ...sampleEntry, source: 'whatsapp-platform' },
  },
  'platform.resumed': {
    title: 'The end of WhatsApp’s own stop',
    description: 'The person switched marketing on again in WhatsApp itself.',
    data: z.object(ofEntry),
    sample: { ...sampleEntry, source: 'whatsapp-platform' },
  },
  'handover.requested': {
    title: 'A human is asked for',
    description: 'The person was handed over to a human: nothing answers by itself until they are handed back.',
    data: z.object({ ...ofEntry, by: z.enum(['button', 'words', 'business']) }),
    sample: { ...sampleEntry, by: 'words' },
  },
  'window.opened': {
    title: 'The customer service window opened',
    description:
      'It had been closed, or was never open. Its end is no event: it is in `closesAt`, and moves with each message.',
    data: z.object({ ...ofPerson, openedAt: time, closesAt: time }),
    sample: { openedAt: '2026-11-20T12:00:00.000Z', closesAt: '2026-11-21T12:00:00.000Z' },
  },
  'message.received': {
    title: 'Somebody wrote',
    description: 'Only for apps with `events.messages`: each live message or pressed button, with what was written.',
    data: z.object({
      ...ofPerson,
      channel: z.enum(['whatsapp', 'sms']),
      messageId: z.string(),
      sentAt: time,
      text: z.string().optional(),
      textCutFrom: z.int().optional().meta({ description: 'The text was longer: its length in bytes of UTF-8.' }),
      payload: z.string().optional().meta({ description: 'The id behind a button, a row of a list or a Flow.' }),
    }),
    sample: {
      channel: 'whatsapp',
      messageId: 'wamid.HBgLMTQxNjU1NTAxMzIVAgASGBQz',
      sentAt: '2026-11-20T12:00:00.000Z',
      text: 'Is the red one still there?',
    },
  },
} as const;
