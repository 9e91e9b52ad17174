import * as z from 'zod';
import { templateQualities, templateStatuses } from '../../../domain/templates/template.ts';
import { time } from '../../declarations/answer-fields.ts';

const category = z.enum(['marketing', 'utility', 'authentication']);
const status = z.enum(templateStatuses).meta({
  description:
    'Only `approved` is sent. `unclear`: Meta said something that is not understood here; `gone`: its list has it no more.',
});
const quality = z.enum(templateQualities);
const words = z
  .object({
    header: z.string().optional(),
    body: z.string().optional(),
    footer: z.string().optional(),
    buttons: z.array(z.object({ kind: z.string(), text: z.string() })),
  })
  .meta({ description: 'What the template says, as far as Meta told.' });
const coming = z.object({ category, from: time.optional() });

/** A template: what Meta says of it, and which purpose it serves in the app. */
export const templateAnswer = z.object({
  templateId: z.string().meta({ pattern: '^tpl_[0-9a-f]{24}$', examples: ['tpl_3f0c2d1e9a3b4c6d5f0c2d1e'] }),
  name: z.string().meta({ examples: ['order_update'] }),
  language: z.string().meta({ examples: ['en_US'] }),
  metaId: z.string().optional().meta({ description: 'Meta’s own id of it, where it is known.' }),
  status: status.optional().meta({ description: 'Absent while Meta has not told it.' }),
  statusSince: time.optional(),
  reason: z
    .string()
    .optional()
    .meta({ description: 'Meta’s word for why it has this status.', examples: ['FIRST_PAUSE'] }),
  category: z.enum(['marketing', 'utility', 'authentication', 'unclear']).optional().meta({
    description:
      'The category that counts now; `unclear` when Meta named one that is not known here. Absent while nobody named one.',
  }),
  categorySince: time.optional(),
  comingChange: coming
    .optional()
    .meta({ description: 'A change of category that Meta told of in advance. It counts from `from` on.' }),
  quality: quality.optional(),
  purpose: z
    .string()
    .optional()
    .meta({ description: 'The one purpose that it serves in this app; absent = none, so nobody may get it.' }),
  sendable: z
    .enum(['yes', 'no'])
    .meta({ description: 'Whether anybody may get it: approved, with a purpose that its category fits.' }),
  why: z
    .enum(['status', 'without-purpose', 'marketing-for-another-purpose'])
    .optional()
    .meta({ description: 'Why not.' }),
});

/** The same with its words and what was said of it, latest first. */
export const templateWithHistoryAnswer = templateAnswer.extend({
  words: words.optional(),
  history: z.array(
    z.object({
      at: time.meta({ description: 'When it happened.' }),
      heardAt: time,
      from: z.enum(['event', 'reading', 'person']).meta({
        description: 'An event of Meta’s, a reading of its list, or somebody of the business.',
      }),
      status: status.optional(),
      reason: z.string().optional(),
      flagged: z.literal(true).optional().meta({ description: 'People complain of it; it is still sent.' }),
      category: z.string().optional(),
      previousCategory: category.optional(),
      comingChange: coming.optional(),
      quality: quality.optional(),
      words: words.optional(),
      purpose: z
        .string()
        .nullable()
        .optional()
        .meta({ description: 'The purpose that it serves from then on; null = none.' }),
      changedNothing: z.literal(true).optional().meta({ description: 'It was known already, or something later was.' }),
    }),
  ),
});

/** What a reading of Meta's list came to. */
export const refreshedAnswer = z.object({
  readAt: time,
  read: z.int().meta({ description: 'How many templates of Meta’s list were read.' }),
  changed: z.int().meta({ description: 'How many are new here, or not as they were.' }),
  gone: z.int().meta({ description: 'How many Meta’s list does not have any more.' }),
  unreadable: z.int().meta({ description: 'How many could not be read. Nothing is taken for gone then.' }),
  nextCursor: z
    .string()
    .nullable()
    .meta({ description: 'There is more: the same call with this `cursor` goes on. null = that was all.' }),
});
