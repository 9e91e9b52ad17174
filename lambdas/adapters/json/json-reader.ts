/** No payload of a provider nests deeper; deeper JSON is an attack or a fault. */
const deepest = 64;

/** What could be read of some bytes, and what is wrong with them; a fault may leave something that can be read. */
export type ReadJson =
  | { readonly json: unknown; readonly fault?: 'not-utf8' | 'too-deep' }
  | { readonly json?: undefined; readonly fault: 'not-utf8' | 'not-json' };

/**
 * Reads bytes as JSON of unknown shape. Never throws. Bytes that are no UTF-8 become U+FFFD, and what nests deeper than 64 levels is
 * read all the same: the fault says so, and whoever reads must not walk into it.
 * `__proto__` arrives as an ordinary own property; read members only through the functions below, which look at own ones.
 */
export function readJson(bytes: Uint8Array): ReadJson {
  const { text, isUtf8 } = decode(bytes);
  let json: unknown;
  try {
    json = JSON.parse(text) as unknown;
  } catch {
    return { fault: isUtf8 ? 'not-json' : 'not-utf8' };
  }
  if (!isUtf8) return { json, fault: 'not-utf8' };
  return isTooDeep(json) ? { json, fault: 'too-deep' } : { json };
}

const [strict, mending] = [new TextDecoder('utf-8', { fatal: true }), new TextDecoder('utf-8')];

function decode(bytes: Uint8Array): { readonly text: string; readonly isUtf8: boolean } {
  try {
    return { text: strict.decode(bytes), isUtf8: true };
  } catch {
    return { text: mending.decode(bytes), isUtf8: false };
  }
}

/** Whether a value nests deeper than any payload of a provider. */
export function isTooDeep(value: unknown): boolean {
  return isDeeper(value, deepest);
}

/**
 * Whether a value nests deeper. Walked after parsing: V8 parses any depth without recursion of ours, and only signed bodies come here;
 * a look at the text beforehand cost as much as parsing it.
 */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && isDeeper(item, levels - 1)) return true;
    return false;
  }
  for (const name in value) {
    const member = (value as Record<string, unknown>)[name];
    if (typeof member === 'object' && isDeeper(member, levels - 1)) return true;
  }
  return false;
}

/** The own member of an object, or undefined when there is no such member or no object. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  // Most members that are asked for are absent, and need no second look.
  const member = (value as { readonly [name: string]: unknown })[name];
  return member !== undefined && Object.hasOwn(value, name) ? member : undefined;
}

/** Whether the member says anything: some senders write `null` or an empty text for what is not there. */
export function isSaid(value: unknown, name: string): boolean {
  const member = memberOf(value, name);
  return member !== undefined && member !== null && member !== '';
}

/** The member if it is a list. */
export function listOf(value: unknown, name: string): readonly unknown[] | undefined {
  const member = memberOf(value, name);
  return Array.isArray(member) ? member : undefined;
}

/**
 * The member as text: a string that is not empty, or a number written out (providers write ids both ways). Halves of characters are
 * mended (U+FFFD), here for all that providers send: the table refuses them.
 */
export function textOf(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  if (typeof member === 'number' && Number.isFinite(member)) return String(member);
  return typeof member === 'string' && member !== '' ? member.toWellFormed() : undefined;
}

/** What a person wrote: the text, and if it had halves of characters, how it came, in the escapes of JSON. */
export interface Words {
  readonly text: string;
  readonly received?: string;
}

/** The member as somebody's words: undefined when there are none, `'unreadable'` when something else stands where they should. */
export function wordsOf(value: unknown, name: string): Words | 'unreadable' | undefined {
  const member = memberOf(value, name) ?? '';
  if (typeof member !== 'string') return 'unreadable';
  if (member === '') return undefined;
  return member.isWellFormed() ? { text: member } : { text: member.toWellFormed(), received: JSON.stringify(member) };
}
