import type { Day } from '../../../domain/day.ts';
import type { Charge } from '../../../domain/ledger/charges.ts';

/** What an item says of what it counts; the relay hands on what has them when it is new. */
export interface ChargedAttributes {
  /** What it counts at collection points. */
  readonly charges: readonly Charge[];
  /** The table stream is filtered on it. */
  readonly charged: true;
  /** On which it counts, in the time zone that the app had then. */
  readonly day: Day;
}

/** Nothing on an item that counts nothing. */
export function chargedAttributes(charges: readonly Charge[], day: Day): ChargedAttributes | undefined {
  return charges.length === 0 ? undefined : { charges, charged: true, day };
}
