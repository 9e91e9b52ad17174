import * as z from 'zod';
import { actor, time } from '../../declarations/answer-fields.ts';

const profile = z.enum(['meta-minimum', 'strict']).meta({ description: 'What the words are measured by.' });

/** The words of a notice in one language. */
export const noticeTextAnswer = z.object({
  locale: z.string().meta({ description: 'BCP 47.', examples: ['es'] }),
  businessName: z.string(),
  heading: z.string(),
  agreement: z.string().meta({ description: 'The sentence that ticking and confirming says.' }),
  purposes: z.array(z.object({ purposeId: z.string(), text: z.string() })),
  incentive: z.string().optional().meta({ description: 'What is given for an opt-in, once.' }),
  benefits: z.string().optional(),
  frequency: z.string().optional(),
  howToStop: z.string().optional(),
  privacy: z.object({ text: z.string(), url: z.string() }).optional(),
});

/** One thing that the linter found. */
export const findingAnswer = z.object({
  rule: z.string().meta({ description: 'Its name; never renamed.', examples: ['names-whatsapp'] }),
  severity: z.enum(['error', 'warning']),
  pointer: z.string().meta({ description: 'RFC 6901 pointer into the document.' }),
  detail: z.string(),
  fix: z.string().meta({ description: 'How to mend it.' }),
});

/** One version of a notice, whole. */
export const noticeAnswer = z.object({
  noticeId: z.string(),
  version: z.int(),
  profile,
  texts: z.array(noticeTextAnswer),
  hashes: z.record(z.string(), z.string()).meta({ description: 'SHA-256 of each text, by its locale; base64url.' }),
  warnings: z.array(findingAnswer),
  publishedAt: time,
  publishedBy: actor,
});

/** The latest version of a notice, with the numbers of all. */
export const latestNoticeAnswer = noticeAnswer.extend({ versions: z.array(z.int()) });

/** A notice in a list, without its words. */
export const listedNoticeAnswer = z.object({
  noticeId: z.string(),
  latestVersion: z.int(),
  profile,
  locales: z.array(z.string()),
  publishedAt: time,
  publishedBy: actor,
});

/** What the linter found. */
export const lintAnswer = z.object({
  passes: z.boolean().meta({ description: 'Whether there is no error.' }),
  findings: z.array(findingAnswer),
});

/** A notice of ours to begin with, as it can be sent to be published. */
export const starterAnswer = z.object({ noticeId: z.string(), profile, texts: z.array(noticeTextAnswer) });

/** Words for the way out in a marketing template. */
export const templateTextsAnswer = z.object({
  locale: z.string(),
  footer: z.string(),
  optOutButton: z.string(),
});
