import type * as z from 'zod';
import { instant } from '../fields/instant.ts';
import { locale } from '../fields/locale.ts';
import { user } from '../fields/user.ts';
import { paging } from '../http/list-query.ts';

/** Words about a schema of a request that are not deployed with it: description, examples, and the form that a refinement checks. */
export type FieldNote = readonly [schema: z.ZodType, note: Note];

export interface Note {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
}

/** Notes on fields of an object. */
export function notesOn<Shape extends z.core.$ZodLooseShape>(
  { shape }: { readonly shape: Shape },
  notes: { readonly [Field in keyof Shape]?: Note },
): readonly FieldNote[] {
  return Object.entries(notes).map(([field, note]) => [shape[field] as z.ZodType, note as Note] as const);
}

/** Notes on fields that many requests have. */
export const sharedNotes: readonly FieldNote[] = [
  [
    instant,
    {
      description: 'RFC 3339 with an offset: Z or e.g. -06:00. From the year 2000 on.',
      format: 'date-time',
      examples: ['2026-11-20T10:00:00-06:00'],
    },
  ],
  [
    user,
    {
      description:
        'A person in any known form: phone, waId, bsuid or userId, or several at once, which are then one person.',
      examples: [{ phone: '+52 55 1234 5678' }, { waId: '5215512345678' }, { bsuid: 'MX.13491208655302741918' }],
    },
  ],
  [locale, { description: 'A language tag of BCP 47.', examples: ['es-MX'] }],
  [
    paging.limit,
    {
      description: 'How many items a page may have: 1 to 100; 50 when not given.',
      pattern: '^[0-9]{1,3}$',
      examples: ['50'],
    },
  ],
  [paging.cursor, { description: 'Where to go on: nextCursor of the page before. It belongs to its list and filter.' }],
];
