import type { Milliseconds } from '../../domain/time.ts';

/** WhatsApp did not exist before; nothing lies after. */
const earliest = Date.UTC(2009, 0, 1);
const latest = Date.UTC(2100, 0, 1);

const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/** A moment as RFC 3339 writes it, if it is a believable one; undefined for everything else. */
export function instantOf(text: string): Milliseconds | undefined {
  return rfc3339.test(text) ? believable(Date.parse(text)) : undefined;
}

/** The moment, unless it lies before 2009 or after 2099: an act without its time cannot be put in order. */
export function believable(time: Milliseconds): Milliseconds | undefined {
  return time >= earliest && time < latest ? time : undefined;
}
