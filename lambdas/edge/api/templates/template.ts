import * as z from 'zod';
import { templateStatuses } from '../../../domain/templates/template.ts';
import { text } from '../../fields/text.ts';
import { paging } from '../../http/list-query.ts';

/** Which templates a list has. `purpose=none` are those that serve none. */
export const templatesQuery = z.strictObject({
  ...paging,
  status: z.enum(templateStatuses).optional(),
  category: z.enum(['marketing', 'utility', 'authentication', 'unclear']).optional(),
  purpose: text(60).optional(),
});

/** Where a reading goes on. */
export const refreshQuery = z.strictObject({ cursor: paging.cursor });

/** What of a template is the business's to say: the one purpose that it serves; null = none. */
export const templateChange = z.strictObject({ purpose: text(60).nullable() });
