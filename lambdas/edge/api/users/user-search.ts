import * as z from 'zod';
import type { App } from '../../../domain/app/app.ts';
import { type Fault, InvalidInputError } from '../../../domain/errors.ts';
import { parseBsuid } from '../../../domain/identity/bsuid.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import { parseWaId } from '../../../domain/identity/phone.ts';
import { text } from '../../fields/text.ts';
import { user } from '../../fields/user.ts';
import { validate } from '../../http/validate.ts';
import { countryOf, parseCountry } from '../../numbers/country-of.ts';
import { phoneFaults } from '../../numbers/phone-faults.ts';
import { readPhone } from '../../numbers/read-phone.ts';

const identifier = text(160).optional();

/** Whom to look for: by identifiers as everywhere, or by what somebody typed into a search box. */
export const userSearch = z.strictObject({
  phone: identifier,
  waId: identifier,
  bsuid: identifier,
  userId: identifier,
  query: identifier,
});

/**
 * Whom a search means, the likeliest first: the first of them that is somebody is the answer.
 *
 * @throws InvalidInputError nobody can be called so
 */
export function searchedPeople({ query, ...named }: z.output<typeof userSearch>, app: App): readonly PersonRef[] {
  if (query === undefined) return [validate(user, named).person];
  if (Object.values(named).some((value) => value !== undefined)) {
    const detail = 'Give a query, or the identifiers one by one.';
    throw new InvalidInputError([{ pointer: '/query', code: 'query-alone', detail }]);
  }
  const read = readQuery(query.trim(), app);
  if ('code' in read) throw new InvalidInputError([read]);
  return read;
}

/** A userId, a BSUID, or a number in any form: as inside the country of the app, abroad, or as a WhatsApp id. */
function readQuery(query: string, app: App): readonly PersonRef[] | Fault {
  if (/^usr_[A-Za-z0-9_-]{10,80}$/.test(query)) return [{ userId: query }];
  const bsuid = parseBsuid(query) ?? parseBsuid(query.toUpperCase());
  if (bsuid !== undefined) return [{ bsuid }];
  if (/^@|^[^\d\p{Nd}]*$/u.test(query)) {
    const detail =
      'A name finds nobody: user names of WhatsApp change and are not kept. Search by number, BSUID or userId.';
    return { pointer: '/query', code: 'a-name', detail };
  }
  const own = readPhone(query, countryOfApp(app));
  const asWaId = parseWaId(query) === undefined ? undefined : readPhone(`+${query}`);
  const digits = [own, asWaId].flatMap((read) => (read === undefined || 'fault' in read ? [] : [read.digits]));
  if (digits.length > 0) return [...new Set(digits)].map((phone) => ({ phone }));
  const fault = 'fault' in own ? own.fault : 'not-a-number';
  return { pointer: '/query', code: fault, detail: phoneFaults[fault] };
}

/** Where the number of the app is; without one, where its language is spoken. */
function countryOfApp({ whatsapp, locale }: App) {
  const ofNumber = whatsapp === undefined ? undefined : countryOf(whatsapp.phone.replace(/^\+/, ''));
  return parseCountry(ofNumber ?? new Intl.Locale(locale).region ?? '');
}
