import { join } from 'node:path';
import { runningOn } from '../dev/control.ts';
import { localSecrets } from '../dev/functions/local-secrets.ts';
import { localTableName } from '../dev/stack/stack.ts';
import { dataFolder } from '../dev/storage/data-folder.ts';
import { localCredentials } from '../dev/storage/object-store.ts';
import { localRegion } from '../dev/template/template.ts';
import { readIdentifierKey } from '../lambdas/adapters/aws/secrets.ts';
import { mustBeKeyOfTable } from '../lambdas/adapters/dynamodb/directory/key-check.ts';
import { type DocumentTable, documentTable } from '../lambdas/adapters/dynamodb/table/document-table.ts';
import { UsageError } from './usage-error.ts';

/** The table of a deployed stage by its name; without one, that of the running local mode. */
export function openTable(name: string | undefined): DocumentTable {
  if (name !== undefined) return documentTable(name);
  return documentTable(localTableName, undefined, {
    endpoint: process.env.DYNAMODB_ENDPOINT ?? runningOn(dataFolder()).databaseEndpoint,
    region: localRegion,
    credentials: localCredentials,
  });
}

/**
 * The identifier key of the same stage, once it is certain that the table was made with it.
 *
 * @throws UsageError with `usage` when a deployed stage has none named; WrongIdentifierKeyError
 */
export async function identifierKeyOf(
  table: DocumentTable,
  named: { readonly table: string | undefined; readonly secret: string | undefined },
  usage: string,
): Promise<string> {
  const key = await keyNamed(named, usage);
  await mustBeKeyOfTable(table, key, { keeps: false });
  return key;
}

async function keyNamed(
  { table, secret }: { readonly table: string | undefined; readonly secret: string | undefined },
  usage: string,
): Promise<string> {
  if (secret !== undefined) return readIdentifierKey(secret);
  if (table !== undefined) throw new UsageError(`A deployed stage needs --identifier-key-secret.\n\n${usage}`);
  return localSecrets(join(dataFolder(), 'secrets.json')).identifierKey;
}

/** An error by its name: its message may quote what people wrote. */
export function nameOf(failure: unknown): string {
  if (!(failure instanceof Error)) return typeof failure;
  // Our own errors are told by their class.
  return failure.name === 'Error' ? failure.constructor.name : failure.name;
}
