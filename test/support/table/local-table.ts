import { inject } from 'vitest';
import { runningOn } from '../../../dev/control.ts';
import { localTableName } from '../../../dev/stack/stack.ts';
import { localCredentials } from '../../../dev/storage/object-store.ts';
import { localRegion } from '../../../dev/template/template.ts';
import { type DocumentTable, documentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';

/** The table of the local mode of this run, for what no API would ever store. */
export function localTable(): DocumentTable {
  const { local } = inject('journey');
  if (local === undefined) throw new Error('Only a local mode lends its table.');
  const endpoint = runningOn(local.dataFolder).databaseEndpoint;
  return documentTable(localTableName, undefined, { endpoint, region: localRegion, credentials: localCredentials });
}
