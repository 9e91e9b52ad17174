import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
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

interface CapacityReport {
  readonly CapacityUnits?: number;
}

const reads = /^(Get|BatchGet|Query|Scan|TransactGet)/;

/**
 * Opens the table. Every request asks for its consumed capacity and tells `onConsumed`, so no operation is unmeasured.
 * Throttles are retried by the SDK (five attempts, exponential backoff with jitter).
 */
export function documentTable(
  tableName: string,
  onConsumed: (consumed: Consumed) => void = () => undefined,
  config: DynamoDBClientConfig = {},
): DocumentTable {
  const client = new DynamoDBClient({ maxAttempts: 5, ...config });
  // It copies and redacts input and output of every call for a logger that is not there, and must never be.
  client.middlewareStack.remove('loggerMiddleware');
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
    documents: DynamoDBDocumentClient.from(client, {
      // An object whose own key is `constructor` (a purpose may be stored under that name) looks like an instance of a class.
      marshallOptions: { removeUndefinedValues: true, convertClassInstanceToMap: true },
    }),
  };
}

function unitsOf(reported: CapacityReport | CapacityReport[] | undefined): number {
  const all = reported === undefined ? [] : Array.isArray(reported) ? reported : [reported];
  return all.reduce((sum, each) => sum + (each.CapacityUnits ?? 0), 0);
}
