import * as z from 'zod';

/** The query of `qr.png`. */
export const qrPngQuery = z.strictObject({
  size: z
    .string()
    .default('512')
    .refine((digits) => /^[1-9]\d{2,3}$/.test(digits) && Number(digits) >= 128 && Number(digits) <= 2048, {
      message: 'This must be a number of pixels from 128 to 2048.',
      params: { code: 'not-a-size' },
    })
    .transform(Number),
});

/** The query of `poster.svg`, which goes on with it to the page that took its place. */
export const posterQuery = z.strictObject({
  paper: z.enum(['a4', 'letter', 'a6']).optional(),
  lang: z.string().max(35).optional(),
});

/** A route whose query says nothing. */
export const noQuery = z.strictObject({});
