import * as z from 'zod';
import { UsageError } from '../usage-error.ts';
import { readJson } from './read-json.ts';
import type { LeftOut, MovedFile, Told } from './told.ts';

/** How `phoneCode` of the list is written: seen as the whole number and as the national part. */
export const phoneCodes = ['whole', 'national'] as const;
export type PhoneCode = (typeof phoneCodes)[number];

/** A number whole or not at all: digits out of `4915112345678.0` or `… x12` would be somebody else's. */
const digits = z
  .union([z.string().regex(/^\s*\+?[\d\s()-]*$/), z.int()])
  .transform((value) => String(value).replace(/\D/g, ''));

/** Milliseconds: whatever is later is no time of a yes. */
const latest = Date.UTC(9999, 0, 1);

const user = z.object({
  countryCode: digits.optional().catch(undefined),
  phoneCode: digits,
  optinStatus: z.string(),
  // What cannot be read of these costs no no.
  optinSource: z.string().optional().nullable().catch(null),
  // Gupshup's spelling. Milliseconds.
  optinTimeStamp: z.coerce.number().positive().max(latest).optional().nullable().catch(null),
});

/**
 * The answer of `GET /sm/api/v1/users/{app}`. It knows no purpose and no notice, and of who opted out only that they did: the one time
 * of an entry is that of the opt-in.
 *
 * @throws UsageError for what is no such answer
 */
export function readGupshup(json: string, phoneCode: PhoneCode): MovedFile {
  const answer = readJson(json);
  const users = Array.isArray(answer)
    ? answer
    : z.object({ users: z.array(z.unknown()) }).safeParse(answer).data?.users;
  if (users === undefined) throw new UsageError('This is no list of users of Gupshup: it has no array "users".');
  return { rows: users.map((each, index) => rowOf(each, `/users/${index}`, phoneCode)), date: { format: 'iso' } };
}

function rowOf(given: unknown, place: string, phoneCode: PhoneCode): Told | LeftOut {
  const entry = user.safeParse(given).data;
  if (entry === undefined) return { place, reason: 'It has no phoneCode that is a number, or no optinStatus.' };
  const { countryCode = '', phoneCode: written, optinStatus, optinSource, optinTimeStamp } = entry;
  if (written === '') return { place, reason: 'Its phoneCode is empty.' };
  if (countryCode === '') return { place, reason: 'It has no countryCode, so the number may be of any country.' };
  if (phoneCode === 'whole' && !written.startsWith(countryCode)) {
    return { place, reason: 'Its phoneCode does not begin with its countryCode: it is no whole number.' };
  }
  const phone = `+${phoneCode === 'whole' ? written : countryCode + written}`;
  const source = optinSource ? ` by ${optinSource}` : '';
  if (optinStatus === 'OPT_OUT') {
    return { place, phone, said: 'no', date: '', documentRef: 'Gupshup users list: OPT_OUT' };
  }
  if (optinStatus !== 'OPT_IN') return { place, reason: 'Its optinStatus is neither OPT_IN nor OPT_OUT.' };
  const date = optinTimeStamp ? new Date(optinTimeStamp).toISOString() : '';
  return { place, phone, said: 'yes', date, documentRef: `Gupshup users list: OPT_IN${source}` };
}
