import * as z from 'zod';
import { type LintDocument, type LocalLaw, localLaws } from '../lambdas/domain/notice/lint/lint-document.ts';
import { type WordingProfile, wordingProfiles } from '../lambdas/domain/notice/notice.ts';
import { UsageError } from './usage-error.ts';

const category = z.enum(['marketing', 'utility', 'authentication']);

const noticeText = z.strictObject({
  locale: z.string(),
  businessName: z.string(),
  heading: z.string(),
  agreement: z.string(),
  purposes: z.array(z.strictObject({ purposeId: z.string(), text: z.string() })),
  incentive: z.string().optional(),
  benefits: z.string().optional(),
  frequency: z.string().optional(),
  howToStop: z.string().optional(),
  privacy: z.strictObject({ text: z.string(), url: z.string() }).optional(),
});

/** What the API publishes, and what it answers when it shows a notice, may stand in the file. */
const measure = { profile: z.enum(wordingProfiles).optional(), laws: z.array(z.enum(localLaws)).optional() };

const schemas = {
  notice: z.strictObject({
    ...measure,
    kind: z.literal('notice').optional(),
    noticeId: z.string().optional(),
    texts: z.array(noticeText),
    purposes: z.array(z.object({ purposeId: z.string(), category })).optional(),
  }),
  form: z.strictObject({
    ...measure,
    kind: z.literal('form').optional(),
    text: z.string(),
    locale: z.string(),
    businessName: z.string().optional(),
    showsWhatsappMark: z.boolean(),
    numberEditable: z.boolean(),
    fields: z.array(
      z.strictObject({
        purposeId: z.string().optional(),
        label: z.string(),
        preTicked: z.boolean(),
        required: z.boolean().optional(),
      }),
    ),
  }),
  template: z.strictObject({
    ...measure,
    kind: z.literal('template').optional(),
    locale: z.string(),
    category,
    body: z.string(),
    footer: z.string().optional(),
    buttons: z.array(z.strictObject({ type: z.string(), text: z.string() })).optional(),
  }),
};

/** A document and, where the file says so, what it is to be measured by. */
export interface DocumentFile {
  readonly document: LintDocument;
  readonly profile: WordingProfile | undefined;
  readonly laws: readonly LocalLaw[] | undefined;
}

/**
 * A notice (the body that publishes it), a form or a template from JSON; the kind is `kind`, or seen by its fields.
 * Throws UsageError with every fault.
 */
export function readDocument(json: string): DocumentFile {
  const value = parsed(json.replace(/^\uFEFF/, ''));
  const kind = kindOf(value);
  if (kind === 'notice') {
    const { profile, laws, noticeId: _, ...notice } = valid(schemas.notice, value);
    return { profile, laws, document: { ...notice, kind } };
  }
  if (kind === 'form') {
    const { profile, laws, ...form } = valid(schemas.form, value);
    return { profile, laws, document: { ...form, kind } };
  }
  const { profile, laws, ...template } = valid(schemas.template, value);
  return { profile, laws, document: { ...template, kind } };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new UsageError(`it is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function kindOf(value: unknown): keyof typeof schemas {
  const seen: object = typeof value === 'object' && value !== null ? value : {};
  if ('kind' in seen && (seen.kind === 'notice' || seen.kind === 'form' || seen.kind === 'template')) return seen.kind;
  if ('texts' in seen) return 'notice';
  if ('fields' in seen) return 'form';
  if ('body' in seen) return 'template';
  throw new UsageError('it is no notice (texts), form (fields) or template (body).');
}

function valid<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `  /${path.join('/')}: ${message}`);
  throw new UsageError(`its form is wrong:\n${faults.join('\n')}`);
}
