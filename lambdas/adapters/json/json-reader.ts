/** No payload of a provider nests deeper; deeper JSON is an attack or a fault. */
const deepest = 64;

/**
 * Reads bytes as JSON of unknown shape: UTF-8, at most 64 levels deep. Never throws.
 * `__proto__` arrives as an ordinary own property; read members only through the functions below, which look at own ones.
 */
export function readJson(bytes: Uint8Array): { readonly json: unknown } | { readonly fault: string } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: 'not-utf8' };
  }
  let json: unknown;
  try {
    json = JSON.parse(text) as unknown;
  } catch {
    return { fault: 'not-json' };
  }
  return isDeeper(json, deepest) ? { fault: 'too-deep' } : { json };
}

/**
 * Whether a value nests deeper. Walked after parsing: V8 parses any depth without recursion of ours, and only signed bodies come here;
 * a look at the text beforehand cost as much as parsing it.
 */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (isDeeper(item, levels - 1)) return true;
    return false;
  }
  for (const name in value) if (isDeeper((value as Record<string, unknown>)[name], levels - 1)) return true;
  return false;
}

/** The own member of an object, or undefined when there is no such member or no object. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as { readonly [name: string]: unknown })[name];
}

/** The member if it is a list. */
export function listOf(value: unknown, name: string): readonly unknown[] | undefined {
  const member = memberOf(value, name);
  return Array.isArray(member) ? member : undefined;
}

/** The member as text: a string that is not empty, or a number written out (providers write ids both ways). */
export function textOf(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  if (typeof member === 'number' && Number.isFinite(member)) return String(member);
  return typeof member === 'string' && member !== '' ? member : undefined;
}
