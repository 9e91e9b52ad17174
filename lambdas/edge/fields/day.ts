import * as z from 'zod';
import type { Day } from '../../domain/day.ts';

/** The first day that is read: before it nothing can have been said (semantics 6). */
const firstDay = '2009-01-01';

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < firstDay) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
};

/** A calendar day that there is, `2026-11-26`. */
export const day: z.ZodType<Day, string> = z.string().refine(isDay, {
  message: 'This must be a day of the calendar, e.g. 2026-11-26.',
  params: { code: 'not-a-day' },
});
