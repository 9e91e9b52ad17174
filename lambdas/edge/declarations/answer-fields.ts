import * as z from 'zod';
import { consentStates } from '../../domain/consent/consent-state.ts';
import { sources } from '../../domain/consent/statement.ts';

// Fields that several answers have. Nothing of it is deployed: code that runs imports answers as types only.

/** A time as the API writes it. */
export const time = z.string().meta({
  format: 'date-time',
  description: 'UTC with milliseconds, RFC 3339.',
  examples: ['2026-11-21T10:00:00.120Z'],
});

/** A calendar day. */
export const day = z.string().meta({ format: 'date', examples: ['2026-11-26'] });

/** A number of the business or of a person. */
export const e164 = z.string().meta({
  pattern: '^\\+[1-9]\\d{4,14}$',
  description: 'E.164: a plus, the country code and the number, without blanks.',
  examples: ['+525500000001'],
});

export const userId = z.string().meta({
  pattern: '^usr_[A-Za-z0-9_-]{10,80}$',
  description: 'Our name of a person in this app.',
  examples: ['usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co'],
});

export const statementId = z.string().meta({
  pattern: '^stm_[A-Za-z0-9_-]+\\.\\d+$',
  description: 'Our name of one entry in the ledger of a person.',
  examples: ['stm_PYkV2P4d7co.1'],
});

export const keyId = z.string().meta({
  pattern: '^key_[a-z0-9]+$',
  description: 'The public name of an API key; not secret.',
  examples: ['key_gvriosehyvvdca2f'],
});

/** Who did something: a key, or somebody who signed in. */
export const actor = z.string().meta({
  pattern: '^(key|person)_[a-z0-9]+$',
  description: 'The API key (`key_…`), or the person who signed in (`person_…`).',
  examples: ['key_gvriosehyvvdca2f'],
});

export const personId = z.string().meta({
  pattern: '^person_[a-z0-9]{16}$',
  description: 'Our name of somebody of the business who signs in; not secret.',
  examples: ['person_k3v9m2x7q4w8r5t1'],
});

export const source = z.enum(sources).meta({ description: 'Where it happened.' });
export const consentState = z.enum(consentStates);
export const category = z.enum(['marketing', 'utility', 'authentication']).meta({
  description: "WhatsApp's own category of messages.",
});

/** A page of a list. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({
      description:
        'Send it as `cursor` to go on with this list; null = this was the last page. A page may be short and yet have one.',
    }),
  });
}

/** The answers to the items of a bulk call, each as the single call would give it. */
export function bulkOf<Body extends z.ZodType>(body: Body) {
  return z.object({
    data: z.array(
      z.object({
        status: z.int().meta({ description: 'What the single call would have answered.', examples: [201] }),
        body: z.union([body, problem]),
        replayed: z.literal(true).optional().meta({ description: 'A retry: the body is the first answer again.' }),
      }),
    ),
  });
}

/** RFC 9457. */
export const problem = z.object({
  type: z.string().meta({ format: 'uri-reference', description: 'The page that explains this code.' }),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: 'For people; may change.' }),
  code: z.string().meta({ description: 'Stable.', examples: ['invalid-input'] }),
  errors: z
    .array(
      z.object({
        pointer: z.string().meta({
          description: 'RFC 6901 pointer into the body, or the name of a query or path parameter.',
        }),
        code: z.string(),
        detail: z.string(),
      }),
    )
    .optional()
    .meta({ description: 'All faults of the input at once.' }),
  userIds: z.array(userId).optional().meta({ description: 'The people whom the identifiers belong to.' }),
  dryRun: z.int().optional().meta({ description: 'The last dry run of the import.' }),
  requestId: z.string().meta({ description: 'Also in the header X-Request-Id and in our log.' }),
});
