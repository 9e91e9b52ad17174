import type { Milliseconds } from '../../../domain/time.ts';
import { textOf } from '../../json/json-reader.ts';
import { believable, instantOf } from '../../time/instant-of.ts';

/** The time of a callback: a whole number of milliseconds, or RFC 3339 (semantics 6). Undefined when it is absent or absurd. */
export function timeOf(item: unknown, name: string): Milliseconds | undefined {
  const text = textOf(item, name) ?? '';
  return /^\d{1,15}$/.test(text) ? believable(Number(text)) : instantOf(text);
}

/** The same where Meta's seconds stand beside milliseconds: above 1e11 it is the latter. */
export function timeOfStatus(item: unknown): Milliseconds | undefined {
  const text = textOf(item, 'timestamp') ?? '';
  if (!/^\d{1,15}$/.test(text)) return instantOf(text);
  const number = Number(text);
  return believable(number > 1e11 ? number : number * 1000);
}
