import type { Milliseconds } from '../../domain/consent/statement.ts';
import { textOf } from '../json/json-reader.ts';

/** WhatsApp did not exist before; nothing lies after. */
const earliest = Date.UTC(2009, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/**
 * A time of Meta's: seconds since 1970, as text in messages and as number in preferences; above 1e11 it is milliseconds.
 * Undefined when it is absent or absurd: an act without its time cannot be put in order.
 */
export function timeOf(item: unknown, name: string): Milliseconds | undefined {
  const text = textOf(item, name);
  if (text === undefined || !/^\d{1,15}$/.test(text)) return undefined;
  const number = Number(text);
  const milliseconds = number > 1e11 ? number : number * 1000;
  return milliseconds >= earliest && milliseconds < latest ? milliseconds : undefined;
}
