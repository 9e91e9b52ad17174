import { readIdentifierKey } from '../../adapters/aws/secrets.ts';
import { type DocumentTable, documentTable } from '../../adapters/dynamodb/table/document-table.ts';
import { environment } from '../../contract/environment.ts';
import { noteConsumed, patience } from '../../edge/runtime/consumed.ts';
import { requireEnv } from '../../edge/runtime/require-env.ts';

/**
 * How long one request may take, in milliseconds: a connection that died while the function was frozen is given up for a new one well
 * before the patience of the run ends.
 */
const requestHandler = { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true };

/** The table of the stage, every request to it measured and given up in time. */
export function openTable(): DocumentTable {
  return documentTable(requireEnv(environment.tableName), noteConsumed, { requestHandler }, patience);
}

/** The key of the identifier hashes, for functions that find people. */
export function identifierKey(): Promise<string> {
  return readIdentifierKey(requireEnv(environment.identifierKeySecret));
}
