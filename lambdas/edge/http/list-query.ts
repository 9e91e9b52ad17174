import * as z from 'zod';

/** `limit` and `cursor` of every list. */
export const paging = {
  limit: z
    .string()
    .default('50')
    .refine((digits) => /^\d{1,3}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 100, {
      message: 'This must be a number from 1 to 100.',
      params: { code: 'not-a-limit' },
    })
    .transform(Number),
  cursor: z.string().max(2000).optional(),
};

/** A list without filters. */
export const plainList = z.strictObject(paging);
