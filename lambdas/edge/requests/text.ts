import * as z from 'zod';

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

/** A name chosen by the caller: lower-case letters, digits and hyphens, starting with a letter. */
export function slug(longest: number) {
  return z.string().refine((value) => value.length <= longest && /^[a-z][a-z0-9-]+$/.test(value), {
    message: `This must be 2 to ${longest} lower-case letters, digits and hyphens, starting with a letter.`,
    params: { code: 'not-a-slug' },
  });
}

/** The caller's own id of an event. */
export const eventId = text(200);
