import * as z from 'zod';
import { slug } from '../../fields/text.ts';
import { noticeName } from '../consent/statement.ts';

/** A name that stands in a path of Gupshup's: it gives its apps letters, digits, and few signs. */
const appName = z.string().refine((name) => /^[A-Za-z0-9][A-Za-z0-9 _.-]{0,99}$/.test(name), {
  message: 'This must be the name of an app at Gupshup: letters, digits, blanks, dots, hyphens and underscores.',
  params: { code: 'not-a-name' },
});

/** What programs made for Gupshup find here (docs/gupshup.md). */
export const gupshup = z.strictObject({
  appName: appName.optional(),
  bareOptIn: z
    .strictObject({
      purposes: z.array(slug(40)).min(1).max(50),
      noticeId: noticeName,
      noticeVersion: z.int().min(1).max(1_000_000),
    })
    .optional(),
});
