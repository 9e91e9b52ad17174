import * as z from 'zod';
import { replyKinds } from '../../../domain/ledger/reply-kind.ts';
import { codeMeanings, providers } from '../../../domain/sends/provider-codes.ts';
import { handoverCauses } from '../../../domain/window/handover.ts';
import { attentionKinds } from '../../../use-cases/people/attention.ts';
import { listOf, source, statementId, time, userId } from '../../declarations/answer-fields.ts';
import { by, holder, outcomeAnswer, purposeScope } from '../consent/answers.ts';
import { consentAnswer, windowAnswer } from '../eligibility/answers.ts';
import { noticeTextAnswer } from '../notices/answers.ts';
import { signupText } from '../signups/answers.ts';
import { suppressionAnswer, suppressionReason } from '../suppressions/answers.ts';

/** One user of an app. */
export const userAnswer = z.object({
  userId,
  phone: z
    .string()
    .optional()
    .meta({ description: 'E.164.', examples: ['+525512345678'] }),
  bsuid: z
    .string()
    .optional()
    .meta({ description: "WhatsApp's business-scoped user id.", examples: ['MX.13491208655302741918'] }),
  holder,
  optedIn: z.boolean().meta({ description: 'Whether any purpose is opted in.' }),
  activity: z.enum(['active', 'inactive', 'never']).meta({
    description: 'Whether the customer service window is open; if not, whether the person ever wrote or called.',
  }),
  window: windowAnswer,
  consent: z.record(z.string(), consentAnswer).meta({ description: 'By purpose of the app.' }),
  firstContactAt: time.optional(),
  suppressions: z.array(suppressionAnswer).meta({ description: 'Brakes beside consent, which override it.' }),
  platformStop: z
    .object({ stopped: z.boolean(), stoppedAt: time.optional(), resumedAt: time.optional() })
    .meta({ description: "WhatsApp's own stop of marketing messages." }),
  withHuman: z
    .object({ since: time, cause: z.enum(handoverCauses), until: time })
    .optional()
    .meta({ description: 'They were handed over to a human: what the app says by itself is silent.' }),
  firstKnownAt: time,
});

/** A page of users, with how far the list has come. */
export const usersAnswer = listOf(userAnswer).extend({
  looked: z.int().meta({ description: 'How many people were looked at for this page, at most 1,000.' }),
  progress: z.number().min(0).max(1).meta({
    description: 'How much of the list is behind this page: 1 = all of it. A share, for nobody counts people.',
  }),
});

/** What proves an act, as it was received. */
export const evidenceAnswer = z.object({
  noticeId: z.string().optional(),
  noticeVersion: z.number().optional(),
  noticeHash: z.string().optional(),
  noticeLocale: z.string().optional(),
  pointId: z.string().optional(),
  campaign: z.string().optional(),
  documentRef: z.string().optional(),
  operator: z.string().optional(),
  text: z.string().optional(),
  textCutFrom: z
    .number()
    .optional()
    .meta({ description: 'The text was longer than is kept: its whole length in bytes.' }),
  textReceived: z.string().optional(),
  textLeftOut: z.literal(true).optional(),
  messageId: z.string().optional(),
  identifiers: z
    .object({
      phone: z.string().optional(),
      waId: z.string().optional(),
      bsuid: z.string().optional(),
      parentBsuid: z.string().optional(),
    })
    .optional(),
  ip: z.string().optional(),
  userAgent: z.string().optional(),
  origin: z.string().optional(),
  utm: z.record(z.string(), z.string()).optional(),
  linkMadeBy: z.string().optional(),
  linkMadeAt: z.string().optional(),
  tickedAt: z.string().optional(),
  claimedSaidAt: z.string().optional(),
  receivedBy: z.string().optional(),
  callId: z.string().optional().meta({ description: 'The telephone provider’s id of the call.' }),
  digits: z.string().optional().meta({ description: 'The keys that the person pressed.' }),
  spokenText: z.string().optional().meta({ description: 'What was said to the person before they pressed.' }),
  referral: z
    .object({
      sourceType: z.string().optional().meta({ description: '`ad` or `post`.' }),
      sourceId: z.string().optional(),
      sourceUrl: z.string().optional(),
      headline: z.string().optional(),
      body: z.string().optional(),
      clickId: z.string().optional(),
      mediaType: z.string().optional(),
    })
    .optional()
    .meta({ description: 'What Meta says of the ad or post by which the chat began.' }),
  signupId: z.string().optional().meta({ description: 'The In-App Signup of Meta’s.' }),
  signupText: signupText
    .optional()
    .meta({ description: 'What it said at the time of the act; noticeHash is its hash.' }),
  signupTextSince: time.optional(),
  batch: z.string().optional().meta({ description: 'The import by which it came.' }),
  fileHash: z.string().optional().meta({ description: 'SHA-256 of the file that was imported.' }),
  row: z.number().optional().meta({ description: 'The line of the file.' }),
});

/** An entry of one kind, with what every entry tells. */
function entry<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({
    statementId,
    ...shape,
    saidAt: time,
    recordedAt: time,
    source,
    rule: z.string().optional().meta({ description: 'The rule of the keyword that matched.' }),
    notice: z.string().optional().meta({ description: 'The notice that was shown, with its version.' }),
    pointId: z.string().optional().meta({ description: 'The collection point where it happened.' }),
    evidence: evidenceAnswer.optional(),
    outcomes: z.array(outcomeAnswer).optional().meta({ description: 'What it came to when it was recorded.' }),
    verdict: z.array(outcomeAnswer).optional().meta({ description: 'What it comes to today.' }),
  });
}

/** An entry of any kind. */
function entryWith<More extends z.ZodRawShape>(more: More) {
  return z.discriminatedUnion('kind', [
    entry({
      kind: z.literal('statement'),
      action: z.enum(['requested', 'granted', 'refused', 'revoked', 'resumed', 'annulled', 'erased']),
      purposes: purposeScope,
      by,
      firstHand: z.boolean().meta({ description: 'The person themself, through a channel that proves it.' }),
      importId: z
        .string()
        .optional()
        .meta({ description: 'The import by which it came; of annulled the one whose opt-ins never counted.' }),
      ...more,
    }),
    entry({
      kind: z.literal('suppression'),
      reason: suppressionReason,
      lifted: z.boolean(),
      scope: z.enum(['all', 'marketing']).optional().meta({ description: 'Of an administrative one that is set.' }),
      ...more,
    }),
    entry({ kind: z.literal('platform-preference'), value: z.enum(['stop', 'resume']), ...more }),
    entry({ kind: z.literal('chat'), ...more }),
    entry({ kind: z.literal('call'), ...more }),
    entry({ kind: z.literal('foreign-opt-in'), ...more }),
    entry({
      kind: z.literal('handover'),
      handed: z.enum(['over', 'back']).meta({ description: 'To a human, or back.' }),
      cause: z.enum(handoverCauses).meta({ description: 'A button, words of the person, or the business.' }),
      ...more,
    }),
    entry({
      kind: z.literal('identity'),
      change: z.enum(['linked', 'merged', 'absorbed', 'number-changed', 'released', 'cut', 'split']),
      ...more,
    }),
  ]);
}

/** One entry of a user's ledger. */
export const ledgerEntryAnswer = entryWith({});

/** What we answered to an act, or did not. */
const replyAnswer = z.object({
  kind: z.enum(replyKinds),
  came: z.enum(['sent', 'refused', 'unknown', 'too-late', 'not-sent', 'failed', 'not-known']).meta({
    description:
      'refused: the provider did not take it, codes say why. unknown: it did not say; it may have gone out, and is not tried again. failed: one of the two, as former versions noted it. not-known: not dealt with yet, or longer than 45 days ago.',
  }),
  at: time.optional(),
  codes: z.array(z.string()).optional().meta({ description: 'Why it was not sent.' }),
  text: z.string().optional().meta({ description: 'The words that went out.' }),
});

/** One entry of a timeline. */
export const timelineEntryAnswer = entryWith({
  decides: z.array(z.string()).meta({ description: 'The purposes whose state today rests on this entry.' }),
  inForce: z.boolean().optional().meta({
    description: "Of a suppression or of WhatsApp's own stop: whether it is the one that holds today.",
  }),
  wording: noticeTextAnswer.optional().meta({ description: 'The words that were shown, of a notice of this app.' }),
  reply: replyAnswer.optional(),
});

/** A message of ours, and what came of it. */
export const sendAnswer = z.object({
  kind: z.enum(replyKinds).meta({ description: 'What it was for.' }),
  statementId: statementId
    .optional()
    .meta({ description: 'The entry that asked for it; absent where no act of the person did.' }),
  at: time.meta({ description: 'When it went out, or did not.' }),
  provider: z.enum(providers).optional().meta({ description: 'Who was asked to send it; absent = nobody.' }),
  came: z.enum(['sent', 'refused', 'unknown', 'too-late', 'not-sent']).meta({
    description:
      'sent: the provider took it. refused: it did not, or said so later. unknown: it did not say; it may have gone out, and is not tried again. not-sent, too-late: nobody was asked.',
  }),
  codes: z
    .array(z.string())
    .optional()
    .meta({ description: 'The provider’s own code of a refusal; reasons of ours where nobody was asked.' }),
  means: z.enum(codeMeanings).optional().meta({
    description:
      'What the code means. platform-stop and sms-stop are recorded in the ledger; none of the others changes consent.',
  }),
  refusedAt: time.optional().meta({ description: 'When the provider refused what it had taken.' }),
  text: z.string().optional().meta({ description: 'The words that went out.' }),
  messageId: z.string().optional().meta({ description: 'The provider’s own id of it.' }),
});

/** Somebody who was asked whether they meant stop, and has not answered. */
export const unclearStopAnswer = z.object({
  userId,
  phone: z.string().optional(),
  bsuid: z.string().optional(),
  saidAt: time,
  statementId,
  source: source.optional(),
  text: z.string().optional().meta({
    description: 'Their words; absent where they were said under another identifier: the timeline has them.',
  }),
  optedIn: z.array(z.string()).meta({
    description: 'Purposes that are opted in. None: a no has been recorded since, and nothing is left to be asked.',
  }),
});

/** One thing that somebody should look at. */
export const attentionAnswer = z.object({
  kind: z.enum(attentionKinds),
  since: time.optional().meta({ description: 'Of a point that expires soon: when it does.' }),
  count: z.int(),
  atLeast: z.boolean().meta({ description: 'Counting stopped at count: there may be more.' }),
  id: z
    .string()
    .optional()
    .meta({ description: 'What to open: an exportId, a pointId, or a notice with its version.' }),
});

/** Somebody who could be sent to before and cannot, or not there, since. */
export const withdrawalAnswer = z.object({
  userId,
  recordedAt: time,
  purposes: z.array(z.string()),
  why: z.enum(['opt-out', 'platform-stop', 'suppression', 'merge', 'number-change', 'import-undone']),
  statementId: statementId.optional(),
});
