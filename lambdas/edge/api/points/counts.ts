import * as z from 'zod';
import { mostDays } from '../../../domain/collection/funnel.ts';
import { addDays, type Day, dayOf, daysBetween } from '../../../domain/day.ts';
import { InvalidInputError } from '../../../domain/errors.ts';
import { day } from '../../fields/day.ts';

/** The days of which counts are wanted. */
export const countsQuery = z.strictObject({ from: day.optional(), to: day.optional() });

/** So many days are told of when nobody says how many. */
export const usualDays = 30;

/**
 * The days that are asked for, one after the other: until today, and thirty of them, where nothing else is said.
 *
 * @throws InvalidInputError when they are in the wrong order, or too many
 */
export function wantedDays(
  { from, to }: z.output<typeof countsQuery>,
  timeZone: string,
  now: number,
): readonly [Day, ...Day[]] {
  const last = to ?? dayOf(timeZone, now);
  const days = daysBetween(from ?? addDays(last, 1 - usualDays), last);
  const [first, ...others] = days;
  if (first === undefined) throw refused('not-in-order', 'The last day is before the first.');
  if (days.length > mostDays) throw refused('too-many-days', `Ask for at most ${mostDays} days at once.`);
  return [first, ...others];
}

function refused(code: string, detail: string): InvalidInputError {
  return new InvalidInputError([{ pointer: 'from', code, detail }]);
}
