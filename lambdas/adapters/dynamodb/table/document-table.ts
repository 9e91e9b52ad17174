import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TryAgainError } from '../../../domain/errors.ts';
import { marshallOptions } from './attributes.ts';
import { leanClient } from './lean-client.ts';
import type { Pause } from './pause.ts';
import { asRefusal } from './store-refusal.ts';

/** What one request to the table consumed, as DynamoDB itself reports it. Refused writes report nothing, though AWS charges them. */
export interface Consumed {
  /** `Query`, `TransactWriteItems`, … */
  readonly operation: string;
  /** Read request units; the unit of on-demand billing. */
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** The one table, and the client that speaks to it. */
export interface DocumentTable {
  readonly tableName: string;
  readonly documents: DynamoDBDocumentClient;
  /** Waits before something is asked for again; absent = real time, see `pause.ts`. */
  readonly pause?: Pause;
}

/** How long requests may take, in milliseconds; see `edge/runtime/consumed.ts`. */
export interface Patience {
  left(): number;
  /** A request begins. */
  asked?(): void;
  /** The table answered, whatever it said. */
  answered(isWrite: boolean): void;
  /** The table throttled it, as often as the SDK asked. */
  throttled?(isWrite: boolean): void;
  /** A request has ended, however it did. */
  ended?(): void;
}

const endless: Patience = { left: () => Number.POSITIVE_INFINITY, answered: () => undefined };

interface CapacityReport {
  readonly CapacityUnits?: number;
}

const reads = /^(Get|BatchGet|Query|Scan|TransactGet)/;

/**
 * Opens the table. Every request asks for its consumed capacity and tells `onConsumed`, so no operation is unmeasured.
 * Throttles are retried by the SDK (five attempts, exponential backoff with jitter), as long as there is patience: then nothing more is
 * sent, and the request ends with TryAgainError.
 */
export function documentTable(
  tableName: string,
  onConsumed: (consumed: Consumed) => void = () => undefined,
  config: DynamoDBClientConfig = {},
  patience: Patience = endless,
): DocumentTable {
  const client = leanClient({ maxAttempts: 5, ...config });
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw asRefusal(error) ?? error;
      }
    },
    { step: 'initialize', name: 'nameRefusals', priority: 'high' },
  );
  client.middlewareStack.add(
    (next, context) => (args) => withinPatience(patience, !reads.test(String(context.commandName)), () => next(args)),
    { step: 'initialize', name: 'endInTime', priority: 'low' },
  );
  // Once for each attempt: what waits to be tried again when the time is over is not sent any more.
  client.middlewareStack.add(
    (next) => async (args) => {
      mustHaveTime(patience);
      return next(args);
    },
    { step: 'finalizeRequest', name: 'sendInTime', priority: 'low' },
  );
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const operation = String(context.commandName ?? '').replace(/Command$/, '');
      const input = { ReturnConsumedCapacity: 'TOTAL', ...(args.input as object) };
      let units = 0;
      try {
        const result = await next({ ...args, input: input as typeof args.input });
        units = unitsOf((result.output as { ConsumedCapacity?: CapacityReport | CapacityReport[] }).ConsumedCapacity);
        return result;
      } finally {
        const isRead = reads.test(operation);
        onConsumed({ operation, readUnits: isRead ? units : 0, writeUnits: isRead ? 0 : units });
      }
    },
    { step: 'initialize', name: 'meterCapacity', priority: 'low' },
  );
  return {
    tableName,
    // A copy: it writes into what it is given.
    documents: DynamoDBDocumentClient.from(client, { marshallOptions: { ...marshallOptions } }),
  };
}

/** Waits for an answer, and no longer than there is patience; other answers meanwhile give more. */
async function withinPatience<Answer>(
  patience: Patience,
  isWrite: boolean,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  patience.asked?.();
  try {
    mustHaveTime(patience);
    const answer = await beforeItEnds(patience, ask);
    patience.answered(isWrite);
    return answer;
  } catch (error) {
    if (isAnswer(error)) patience.answered(isWrite);
    else patience.throttled?.(isWrite);
    throw error;
  } finally {
    patience.ended?.();
  }
}

async function beforeItEnds<Answer>(patience: Patience, ask: () => Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const look = (): void => {
      const left = patience.left();
      if (left <= 0) reject(outOfTime());
      else if (left < Number.POSITIVE_INFINITY) timer = setTimeout(look, left);
    };
    look();
  });
  try {
    return await Promise.race([ask(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function mustHaveTime(patience: Patience): void {
  if (patience.left() <= 0) throw outOfTime();
}

function outOfTime(): TryAgainError {
  return new TryAgainError('The table does not answer in time. What was not acknowledged may be repeated.', 2);
}

const throttles: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

const throttledReasons: ReadonlySet<string> = new Set(['ThrottlingError', 'ProvisionedThroughputExceeded']);

interface Refusal {
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
}

/** A refusal is an answer; a throttle, a failure of the service or of the network is none. */
function isAnswer(error: unknown): boolean {
  if (!(error instanceof Error) || throttles.has(error.name)) return false;
  const { $metadata, CancellationReasons = [] } = error as Refusal;
  if (CancellationReasons.some(({ Code }) => Code !== undefined && throttledReasons.has(Code))) return false;
  return ($metadata?.httpStatusCode ?? 500) < 500;
}

function unitsOf(reported: CapacityReport | CapacityReport[] | undefined): number {
  const all = reported === undefined ? [] : Array.isArray(reported) ? reported : [reported];
  return all.reduce((sum, each) => sum + (each.CapacityUnits ?? 0), 0);
}
