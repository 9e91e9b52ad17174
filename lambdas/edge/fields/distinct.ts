import type * as z from 'zod';

/** No two of the list may agree in a field. */
export function distinct<Field extends string, Schema extends z.ZodType<readonly { readonly [F in Field]: string }[]>>(
  list: Schema,
  field: Field,
) {
  return list.superRefine((items, context) => {
    for (const [index, item] of items.entries()) {
      if (items.findIndex((other) => other[field] === item[field]) === index) continue;
      context.addIssue({
        code: 'custom',
        path: [index, field],
        message: 'This is in the list twice.',
        params: { code: 'twice' },
      });
    }
  });
}
