import { DomainError } from '../errors.ts';

/**
 * What a key may ask in a second, in units. A call counts one, and a call in bulk one for each item: a check of a hundred people reads what
 * a hundred checks read. A statement counts five: it writes 4 to 10 units of the table where a check reads one.
 */
export interface CallCost {
  readonly units: number;
  /** Whether the call says no for somebody. */
  readonly isNo: boolean;
}

/** Units of one statement. */
export const statementUnits = 5;

/** Units a second of a key that has no rate of its own, where the stage says nothing else: 1,000 checks or 200 statements. */
export const defaultRate = 1000;
/** The largest call in bulk fits into a second of every key. */
export const leastRate = 500;
export const mostRate = 100_000;

/** A key asked for more in this second than it may. Nothing was done. */
export class TooManyCallsError extends DomainError {
  readonly code = 'too-many-calls';
  /** The next second begins anew. */
  readonly retryAfterSeconds = 1;
  constructor(perSecond: number) {
    super(`This key may ask ${perSecond} units a second, and this second has had them. Nothing was done by this call.`);
  }
}
