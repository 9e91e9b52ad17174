import type { Milliseconds } from '../../../domain/time.ts';
import { textOf } from '../../json/json-reader.ts';
import { believable, instantOf } from '../../time/instant-of.ts';

/**
 * A time of Meta's: seconds since 1970, as text in messages and as number in preferences; above 1e11 it is milliseconds; or RFC 3339.
 * Undefined when it is absent or absurd.
 */
export function timeOf(item: unknown, name: string): Milliseconds | undefined {
  const text = textOf(item, name) ?? '';
  if (!/^\d{1,15}$/.test(text)) return instantOf(text);
  const number = Number(text);
  return believable(number > 1e11 ? number : number * 1000);
}
