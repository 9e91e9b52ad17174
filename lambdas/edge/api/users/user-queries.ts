import * as z from 'zod';
import { consentStates } from '../../../domain/consent/consent-state.ts';
import { sources } from '../../../domain/consent/statement.ts';
import { activities } from '../../../domain/window/activity.ts';
import { instant } from '../../fields/instant.ts';
import { text } from '../../fields/text.ts';
import { paging } from '../../http/list-query.ts';
import { parseCountry } from '../../numbers/country-of.ts';

const country = z.string().refine((code) => parseCountry(code) !== undefined, {
  message: 'This must be the code of a country in capital letters (ISO 3166-1), e.g. MX.',
  params: { code: 'not-a-country' },
});
const pointId = z.string().regex(/^pt_[a-z0-9]{16}$/, { error: 'This must be a pointId that this API gave.' });

/** Which users are listed. */
export const usersList = z.strictObject({
  ...paging,
  consent: z.enum(consentStates).optional(),
  purpose: text(60).optional(),
  window: z.enum(['open', 'closed']).optional(),
  activity: z.enum(activities).optional(),
  seenSince: instant.optional(),
  source: z.enum(sources).optional(),
  point: pointId.optional(),
  country: country.optional(),
  suppression: z.enum(['ambiguous-stop', 'administrative', 'erasure', 'quality']).optional(),
});

/** Whose withdrawals are listed. */
export const withdrawalsList = z.strictObject({ ...paging, since: instant });
