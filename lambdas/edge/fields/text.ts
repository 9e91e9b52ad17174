import * as z from 'zod';
import { isInherited } from '../../domain/inherited-names.ts';

/** Text of one to `longest` characters, without control characters, not only blanks. */
export function text(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .check((context) => {
      const wrong = /\p{Cc}/u.test(context.value) || /^\s+$/.test(context.value);
      if (!wrong) return;
      context.issues.push({
        code: 'custom',
        input: context.value,
        message: 'This must be readable text without control characters.',
        params: { code: 'unreadable-text' },
      });
    });
}

/** A name chosen by the caller: lower-case letters, digits and hyphens, starting with a letter; none that every object has. */
export function slug(longest: number) {
  return slugOrInherited(longest).refine((value) => !isInherited(value), {
    message: 'This name means something in every programming language that reads our answers. Choose another one.',
    params: { code: 'reserved' },
  });
}

/** The same for names that are there already, which may be any. */
export function slugOrInherited(longest: number) {
  return z.string().refine((value) => value.length <= longest && /^[a-z][a-z0-9-]+$/.test(value), {
    message: `This must be 2 to ${longest} lower-case letters, digits and hyphens, starting with a letter.`,
    params: { code: 'not-a-slug' },
  });
}

/** The caller's own id of an event. */
export const eventId = text(200);
