import * as z from 'zod';
import { consentStates } from '../../../domain/consent/consent-state.ts';
import { sources } from '../../../domain/consent/statement.ts';
import { instant } from '../../fields/instant.ts';
import { text } from '../../fields/text.ts';
import { paging } from '../../http/list-query.ts';

/** Which users are listed. */
export const usersList = z.strictObject({
  ...paging,
  consent: z.enum(consentStates).optional(),
  purpose: text(60).optional(),
  window: z.enum(['open', 'closed']).optional(),
  source: z.enum(sources).optional(),
});

/** Whose withdrawals are listed. */
export const withdrawalsList = z.strictObject({ ...paging, since: instant });
