import { networkOf } from '../../domain/source-network.ts';
import type { Clock } from '../../use-cases/ledger/ports.ts';

/** Wrong keys of one source that are simply refused, in a minute; beyond them the source is told to wait. */
const mostBadKeys = 10;
const period = 60_000;
/** So many sources are remembered at once; whoever comes with more begins anew. */
const mostSources = 10_000;

/** How often sources came with wrong keys lately. */
export interface BadKeys {
  /** Counts one. The seconds to wait when there were too many, otherwise undefined. */
  count(sourceIp: string): number | undefined;
}

/**
 * Counts in the memory of this running function: a key has 256 random bits, so this is no lock but a brake, and it must not cost a write
 * for every wrong key that somebody sends. Several running functions count each for themselves.
 */
export function badKeys(now: Clock): BadKeys {
  let counted = { ends: 0, bySource: new Map<string, number>() };
  return {
    count(sourceIp) {
      const time = now();
      if (time >= counted.ends || counted.bySource.size >= mostSources) {
        counted = { ends: time - (time % period) + period, bySource: new Map() };
      }
      const source = networkOf(sourceIp);
      const bad = (counted.bySource.get(source) ?? 0) + 1;
      counted.bySource.set(source, bad);
      return bad > mostBadKeys ? Math.ceil((counted.ends - time) / 1000) : undefined;
    },
  };
}
