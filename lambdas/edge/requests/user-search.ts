import type { PersonRef } from '../../domain/identity/person.ts';
import type { JsonObject } from '../parse-body.ts';
import { validate } from '../validate.ts';
import { user } from './user.ts';

/** Whom a search is for. Throws InvalidInputError with all faults. */
export function parseUserSearch(body: JsonObject): PersonRef {
  return validate(user, body).person;
}
