import type { Day } from '../../../domain/day.ts';
import type { Charge, Flips } from '../../../domain/ledger/charges.ts';

/** What an item says of what it counts; the relay hands on what has them when it is new. */
export interface ChargedAttributes {
  /** What it counts at collection points. */
  readonly charges?: readonly Charge[];
  /** Purposes that were won and lost by it: what it counts of the app. */
  readonly won?: readonly string[];
  readonly lost?: readonly string[];
  /** The table stream is filtered on it. */
  readonly charged: true;
  /** On which it counts, in the time zone that the app had then. */
  readonly day: Day;
}

/** Nothing on an item that counts nothing. */
export function chargedAttributes(
  charges: readonly Charge[],
  day: Day,
  { won, lost }: Flips = { won: [], lost: [] },
): ChargedAttributes | undefined {
  if (charges.length + won.length + lost.length === 0) return undefined;
  return {
    ...(charges.length > 0 && { charges }),
    ...(won.length > 0 && { won }),
    ...(lost.length > 0 && { lost }),
    charged: true,
    day,
  };
}
