import type { PersonRef } from '../../../domain/identity/person.ts';
import { user } from '../../fields/user.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import { validate } from '../../http/validate.ts';

/** Whom a search is for. Throws InvalidInputError with all faults. */
export function parseUserSearch(body: JsonObject): PersonRef {
  return validate(user, body).person;
}
