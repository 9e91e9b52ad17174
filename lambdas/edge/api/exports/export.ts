import * as z from 'zod';
import { text } from '../../fields/text.ts';

/** Which purpose is to be exported, and whether the files say until when windows are open. */
export const exportOrder = z.strictObject({
  purpose: text(60),
  windows: z.boolean().optional().meta({
    description:
      'false leaves windowOpenUntil out of the files, which makes a long export quicker and a tenth of the price.',
  }),
});
