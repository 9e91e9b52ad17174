import { readIdentifierKey } from '../../../adapters/aws/secrets.ts';
import { mustBeKeyOfTable } from '../../../adapters/dynamodb/directory/key-check.ts';
import { type DocumentTable, documentTable } from '../../../adapters/dynamodb/table/document-table.ts';
import { environment } from '../../../contract/environment.ts';
import { metrics } from '../../../contract/metrics.ts';
import { WrongIdentifierKeyError } from '../../../domain/errors.ts';
import { noteConsumed, patience } from '../../../edge/runtime/consumed.ts';
import { countMetric } from '../../../edge/runtime/count-metric.ts';
import { logger } from '../../../edge/runtime/logger.ts';
import { requireEnv } from '../../../edge/runtime/require-env.ts';
import { systemClock } from '../../../edge/runtime/system-clock.ts';

/**
 * How long one request may take, in milliseconds: a connection that died while the function was frozen is given up for a new one well
 * before the patience of the run ends.
 */
const requestHandler = { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true };

/** The table of the stage, every request to it measured and given up in time. */
export function openTable(): DocumentTable {
  return documentTable(requireEnv(environment.tableName), noteConsumed, { requestHandler }, patience);
}

/**
 * The key of the identifier hashes, for functions that find people: read, and compared with the one with which the table was made,
 * which is asked meanwhile. It is the first read of the table, and opens the connection.
 *
 * @param keeps false for functions that only read the table: another one leaves the check value in a new table
 * @throws WrongIdentifierKeyError, which is counted: somebody is woken
 */
export async function identifierKey(table: DocumentTable, { keeps } = { keeps: true }): Promise<string> {
  const key = readIdentifierKey(requireEnv(environment.identifierKeySecret));
  try {
    await mustBeKeyOfTable(table, key, { keeps });
  } catch (error) {
    if (error instanceof WrongIdentifierKeyError) {
      countMetric(metrics.wrongIdentifierKey, 1, systemClock());
      logger.failure('the identifier key is not the one of the table', error);
    }
    throw error;
  }
  return key;
}
