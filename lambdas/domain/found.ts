import { NotFoundError } from './errors.ts';

/**
 * What was looked for.
 *
 * @param what the thing, as in "There is no such app."
 * @throws NotFoundError for undefined
 */
export function found<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing === undefined) throw new NotFoundError(`There is no such ${what}.`);
  return thing;
}
