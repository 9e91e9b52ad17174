/** What an authorizer said, for as long as it holds. */
export interface KeptVerdicts<Verdict> {
  find(key: string): Verdict | undefined;
  keep(key: string, verdict: Verdict, forMs: number): void;
  /** How many are kept, also of those that hold no more. */
  count(): number;
}

/** Who calls with ever new keys is remembered no longer than so many others. */
const most = 1000;

/** @param now epoch milliseconds */
export function keptVerdicts<Verdict>(now: () => number): KeptVerdicts<Verdict> {
  const kept = new Map<string, { readonly verdict: Verdict; readonly until: number }>();
  return {
    find(key) {
      const found = kept.get(key);
      if (found === undefined || now() < found.until) return found?.verdict;
      kept.delete(key);
      return undefined;
    },
    keep(key, verdict, forMs) {
      kept.delete(key);
      kept.set(key, { verdict, until: now() + forMs });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    count: () => kept.size,
  };
}
