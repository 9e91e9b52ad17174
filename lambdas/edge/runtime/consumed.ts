import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request to the table consumed, as the table reports it. */
export interface ConsumedCapacity {
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** One run of a function: its request id, and the requests made to the table with the units that they consumed. */
export interface Invocation {
  readonly requestId: string;
  requests: number;
  readUnits: number;
  writeUnits: number;
  /** Code of the problem that it was answered with. */
  code?: string;
}

const invocations = new AsyncLocalStorage<Invocation>();

/** Runs one invocation; what it consumes is added up in it, also when several run at once in one process. */
export function runMeasured<Result>(requestId: string, run: (invocation: Invocation) => Result): Result {
  const invocation: Invocation = { requestId, requests: 0, readUnits: 0, writeUnits: 0 };
  return invocations.run(invocation, () => run(invocation));
}

/** The invocation that is running, if one is. */
export function currentInvocation(): Invocation | undefined {
  return invocations.getStore();
}

/** Give this to `documentTable` as `onConsumed`. */
export function noteConsumed(consumed: ConsumedCapacity): void {
  const invocation = invocations.getStore();
  if (invocation === undefined) return;
  invocation.requests += 1;
  invocation.readUnits += consumed.readUnits;
  invocation.writeUnits += consumed.writeUnits;
}
