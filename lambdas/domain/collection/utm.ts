/** How many campaign parameters are kept, and how many characters of each. */
export const mostNames = 5;
export const mostCharacters = 100;

/**
 * The `utm_…` parameters with which a page was opened, as evidence keeps them. Whatever else is in the address is dropped; of a name
 * that comes twice, the first counts. Undefined when there are none.
 */
export function readUtm(
  parameters: Iterable<readonly [string, string]>,
): { readonly [name: string]: string } | undefined {
  const kept = new Map<string, string>();
  for (const [name, value] of parameters) {
    const text = value
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, mostCharacters)
      .toWellFormed();
    if (!/^utm_[a-z0-9_]{1,30}$/.test(name) || kept.has(name) || text === '') continue;
    kept.set(name, text);
    if (kept.size === mostNames) break;
  }
  return kept.size === 0 ? undefined : Object.fromEntries(kept);
}
