import * as z from 'zod';
import { reportedSources } from '../../../domain/consent/reported-sources.ts';
import type { PurposeScope } from '../../../domain/consent/statement.ts';
import { instant } from '../../fields/instant.ts';
import { canonicalLocale } from '../../fields/locale.ts';
import { eventId, text } from '../../fields/text.ts';
import { user } from '../../fields/user.ts';

const purposeList = z
  .array(text(60), { error: 'This must be a list of purposes.' })
  .min(1)
  .max(50)
  .transform((purposes) => [...new Set(purposes)]);

const evidence = z.strictObject({
  noticeId: text(100).optional(),
  noticeVersion: z.int().min(1).max(1_000_000).optional(),
  noticeHash: text(100).optional(),
  noticeLocale: canonicalLocale.optional(),
  pointId: text(40).optional(),
  campaign: text(60).optional(),
  documentRef: text(200).optional(),
  operator: text(200).optional(),
  text: text(1000).optional(),
  ip: text(60).optional(),
  userAgent: text(400).optional(),
});

/**
 * The name of a notice in the evidence of a yes, ours or the business's own: it stands in every export, and spreadsheets read those. In
 * the evidence of a no it may be anything, for a no is never refused for the name of a notice.
 */
export const noticeName = z.string().refine((name) => /^[a-z0-9][a-z0-9-]{0,59}$/.test(name), {
  message: 'This must be the id of a notice: 1 to 60 lower-case letters, digits and hyphens.',
  params: { code: 'not-a-notice-id' },
});

/** A yes proves itself by a notice, a document or an operator (semantics: ways in); without one it is no opt-in. */
const proof = evidence.extend({ noticeId: noticeName.optional() }).superRefine((given, context) => {
  if ((given.noticeId === undefined) !== (given.noticeVersion === undefined)) {
    context.addIssue({
      code: 'custom',
      path: [given.noticeId === undefined ? 'noticeId' : 'noticeVersion'],
      message: 'A notice is named by noticeId and noticeVersion together.',
      params: { code: 'required' },
    });
  } else if (given.noticeId === undefined && given.documentRef === undefined && given.operator === undefined) {
    context.addIssue({
      code: 'custom',
      message: 'An opt-in needs a notice (noticeId and noticeVersion), a documentRef or an operator.',
      params: { code: 'no-evidence' },
    });
  }
});

/** A yes names its purposes; only a no may be about marketing as a whole or about everything (semantics 2.3). */
const namedInAYes = z.preprocess((given, context) => {
  if (given !== 'all' && given !== 'marketing') return given;
  context.addIssue({
    code: 'custom',
    message: `Only an opt-out can be about "${given}"; an opt-in names its purposes in a list.`,
    params: { code: 'wrong-type' },
  });
  return z.NEVER;
}, purposeList);

/** Purposes by name, or a word for a whole: a list may hold a purpose that is called like the word. */
const scope: z.ZodType<PurposeScope> = z.union([z.literal('all'), z.literal('marketing'), purposeList], {
  error: 'This must be a list of purposes, "marketing" or "all".',
});

/** A yes that the business reports. */
export const optIn = z.strictObject({
  user,
  purposes: namedInAYes,
  saidAt: instant,
  source: z.enum(reportedSources),
  by: z.enum(['data-subject', 'controller']).refine((by) => by === 'data-subject', {
    message: 'Only the person can opt in; the business by itself can only opt out.',
    params: { code: 'not-the-person' },
  }),
  evidence: proof,
  eventId: eventId.optional(),
});

/** A no that the business reports, or its own. */
export const optOut = z.strictObject({
  user,
  purposes: scope,
  saidAt: instant,
  source: z.enum([...reportedSources, 'policy']),
  by: z.enum(['data-subject', 'controller']),
  evidence: evidence.optional(),
  eventId: eventId.optional(),
});
