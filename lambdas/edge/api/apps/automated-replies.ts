import * as z from 'zod';
import {
  longestText,
  mostKeywordAnswers,
  mostTextsOfReply,
  mostWordsOfAnswer,
  weekdays,
} from '../../../domain/app/automated-replies.ts';
import { type ReplyFault, textFault, wordFault } from '../../../domain/automation/reply-faults.ts';
import { normalise } from '../../../domain/keywords/normalise.ts';
import { distinct } from '../../fields/distinct.ts';
import { canonicalLocale } from '../../fields/locale.ts';
import { text } from '../../fields/text.ts';

/** What is wrong with a word or text of the business, as a finding at the place where it stands. */
const sound = (fault: (given: string) => ReplyFault | undefined) => (given: string, context: z.RefinementCtx) => {
  const found = fault(given);
  if (found !== undefined) context.addIssue({ code: 'custom', message: found.detail, params: { code: found.code } });
};

/** A message, which may have lines. */
const message = z
  .string()
  .min(1)
  .max(longestText)
  .refine((given) => /\S/.test(given) && !/[^\P{Cc}\n]/u.test(given), {
    message: 'This must be readable text without control characters other than line breaks.',
    params: { code: 'unreadable-text' },
  })
  .superRefine(sound(textFault));

const texts = distinct(
  z
    .array(z.strictObject({ locale: canonicalLocale, text: message }))
    .min(1)
    .max(mostTextsOfReply),
  'locale',
);

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'This must be a time as 09:00.');
const end = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'This must be a time as 18:00, at most 24:00.');

const openingHours = z
  .array(
    z.strictObject({
      days: z.array(z.enum(weekdays)).min(1).max(weekdays.length),
      from: clock,
      to: end,
    }),
  )
  .min(1)
  .max(21);

const word = text(60).superRefine(sound(wordFault));

/** A word may be answered once only, however it is written. */
const keywords = z
  .array(z.strictObject({ words: z.array(word).min(1).max(mostWordsOfAnswer), texts }))
  .max(mostKeywordAnswers)
  .superRefine((answers, context) => {
    const known = new Set<string>();
    for (const [index, { words }] of answers.entries()) {
      for (const [at, each] of words.entries()) {
        const said = normalise(each);
        if (known.has(said)) {
          const path = [index, 'words', at];
          context.addIssue({
            code: 'custom',
            path,
            message: 'This word is answered already.',
            params: { code: 'twice' },
          });
        }
        known.add(said);
      }
    }
  });

/** What an app answers by itself. */
export const automatedReplies = z.strictObject({
  minimumSeconds: z.int().min(0).max(86_400).optional(),
  greeting: texts.optional(),
  away: z.strictObject({ texts, openingHours }).optional(),
  keywords: keywords.optional(),
  human: z.strictObject({ enabled: z.boolean() }).optional(),
});
