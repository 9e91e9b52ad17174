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
  /** When the table answered last, or when the run began; and when the run must end, or that it is over. By `performance.now()`. */
  answeredAt: number;
  endsAt: number;
  /** Requests to the table that are under way. */
  open: number;
  /** A write was throttled, and none was answered since: reads that are answered do not help. */
  cannotWrite: boolean;
  /** The same for whatever was asked. */
  isSilent: boolean;
}

/** How long a run waits for a table that answers nothing at all, in milliseconds; then it says so and does no more. */
export const longestSilence = 5000;
/** What is left at the end of a run to answer in, in milliseconds. */
export const toAnswerIn = 1000;

const invocations = new AsyncLocalStorage<Invocation>();

/**
 * Runs one invocation; what it consumes is added up in it, also when several run at once in one process. When it is answered it is over:
 * work that goes on gets no more of the table, now or when AWS wakes it an hour later.
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
  const invocation: Invocation = {
    ...{ requestId, requests: 0, readUnits: 0, writeUnits: 0 },
    ...{ answeredAt: now, endsAt, open: 0, cannotWrite: false, isSilent: false },
  };
  const isOver = (): void => {
    invocation.endsAt = Number.NEGATIVE_INFINITY;
  };
  const result = invocations.run(invocation, () => run(invocation));
  if (result instanceof Promise) result.then(isOver, isOver);
  else isOver();
  return result;
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
  /** A request begins: silence is what follows a question, not what a run does meanwhile. */
  asked: (): void => {
    const invocation = invocations.getStore();
    if (invocation === undefined) return;
    if (invocation.open === 0 && !invocation.isSilent) invocation.answeredAt = performance.now();
    invocation.open += 1;
  },
  /** The table answered, whatever it said. */
  answered: (isWrite = true): void => {
    const invocation = invocations.getStore();
    if (invocation === undefined) return;
    if (isWrite) invocation.cannotWrite = false;
    if (invocation.cannotWrite) return;
    invocation.isSilent = false;
    invocation.answeredAt = performance.now();
  },
  /** The table throttled it, as often as the SDK asked. */
  throttled: (isWrite: boolean): void => {
    const invocation = invocations.getStore();
    if (invocation === undefined) return;
    invocation.isSilent = true;
    if (isWrite) invocation.cannotWrite = true;
  },
  /** A request has ended, however it did. */
  ended: (): void => {
    const invocation = invocations.getStore();
    if (invocation !== undefined) invocation.open -= 1;
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
