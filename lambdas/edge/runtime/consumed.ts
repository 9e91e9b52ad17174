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
  /** When the table answered last, or when the run began; and when the run must end. By `performance.now()`. */
  answeredAt: number;
  readonly endsAt: number;
}

/** How long a run waits for a table that answers nothing at all, in milliseconds; then it says so and does no more. */
export const longestSilence = 5000;
/** What is left at the end of a run to answer in, in milliseconds. */
const toAnswerIn = 1000;

const invocations = new AsyncLocalStorage<Invocation>();

/**
 * Runs one invocation; what it consumes is added up in it, also when several run at once in one process.
 *
 * @param timeLeft until Lambda ends it, in milliseconds
 */
export function runMeasured<Result>(
  requestId: string,
  timeLeft: number,
  run: (invocation: Invocation) => Result,
): Result {
  const now = performance.now();
  const endsAt = now + timeLeft - toAnswerIn;
  const invocation: Invocation = { requestId, requests: 0, readUnits: 0, writeUnits: 0, answeredAt: now, endsAt };
  return invocations.run(invocation, () => run(invocation));
}

/** The invocation that is running, if one is. */
export function currentInvocation(): Invocation | undefined {
  return invocations.getStore();
}

/**
 * How long the table may take: until it was silent for five seconds, and never beyond the end of the run. A run that goes on after it
 * was answered would write later, with the time of then (AWS resumes what was frozen).
 */
export const patience = {
  /** Milliseconds; 0 and less = no more. Outside of a run there is no end. */
  left: (): number => {
    const invocation = invocations.getStore();
    if (invocation === undefined) return Number.POSITIVE_INFINITY;
    return Math.min(invocation.answeredAt + longestSilence, invocation.endsAt) - performance.now();
  },
  /** The table answered, whatever it said. */
  answered: (): void => {
    const invocation = invocations.getStore();
    if (invocation !== undefined) invocation.answeredAt = performance.now();
  },
};

/** Milliseconds until the run must end; what takes longer is better left for the next one. Outside of a run there is no end. */
export function timeLeft(): number {
  const invocation = invocations.getStore();
  return invocation === undefined ? Number.POSITIVE_INFINITY : invocation.endsAt - performance.now();
}

/** Give this to `documentTable` as `onConsumed`. */
export function noteConsumed(consumed: ConsumedCapacity): void {
  const invocation = invocations.getStore();
  if (invocation === undefined) return;
  invocation.requests += 1;
  invocation.readUnits += consumed.readUnits;
  invocation.writeUnits += consumed.writeUnits;
}
