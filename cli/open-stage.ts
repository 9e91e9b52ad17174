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

/** Which stage is meant: a deployed one by its table, else the local mode on a data folder. */
interface StageNamed {
  readonly table?: string | undefined;
  readonly data?: string | undefined;
}

/** The table of a deployed stage by its name; without one, that of the running local mode. */
export function openTable({ table, data }: StageNamed): DocumentTable {
  if (table !== undefined) return documentTable(table);
  return documentTable(localTableName, undefined, {
    endpoint: process.env.DYNAMODB_ENDPOINT ?? runningOn(dataFolder(data)).databaseEndpoint,
    region: localRegion,
    credentials: localCredentials,
  });
}

/**
 * The identifier key of the same stage, once it is certain that the table was made with it.
 *
 * @throws UsageError when a deployed stage has none named; WrongIdentifierKeyError
 */
export async function identifierKeyOf(
  table: DocumentTable,
  named: StageNamed & { readonly secret: string | undefined },
): Promise<string> {
  const key = await keyNamed(named);
  await mustBeKeyOfTable(table, key, { keeps: false });
  return key;
}

async function keyNamed({
  table,
  data,
  secret,
}: StageNamed & { readonly secret: string | undefined }): Promise<string> {
  if (secret !== undefined) return readIdentifierKey(secret);
  if (table !== undefined)
    throw new UsageError('A deployed stage needs --identifier-key-secret, its secret with the identifier key.');
  return localSecrets(join(dataFolder(data), 'secrets.json')).identifierKey;
}

/** An error by its name: its message may quote what people wrote. */
export function nameOf(failure: unknown): string {
  if (!(failure instanceof Error)) return typeof failure;
  // Our own errors are told by their class.
  return failure.name === 'Error' ? failure.constructor.name : failure.name;
}
