import { readIdentifierKey } from '../../adapters/aws/secrets.ts';
import { type DocumentTable, documentTable } from '../../adapters/dynamodb/table/document-table.ts';
import { environment } from '../../contract/environment.ts';
import { noteConsumed, patience } from '../../edge/runtime/consumed.ts';
import { requireEnv } from '../../edge/runtime/require-env.ts';

/** The table of the stage, every request to it measured and given up in time. */
export function openTable(): DocumentTable {
  return documentTable(requireEnv(environment.tableName), noteConsumed, {}, patience);
}

/** The key of the identifier hashes, for functions that find people. */
export function identifierKey(): Promise<string> {
  return readIdentifierKey(requireEnv(environment.identifierKeySecret));
}
