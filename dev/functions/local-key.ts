import { keyStore } from '../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { scopes } from '../../lambdas/contract/routes.ts';
import { keptFile } from '../machine/kept-file.ts';
import { localCredentials } from '../storage/object-store.ts';
import { localRegion } from '../template/template.ts';

/**
 * An API key of this machine: kept in the data folder, so that printed commands work after a restart, and made anew when
 * the table does not know it (a first start, or another database) or when there are scopes that it does not have.
 */
export async function localApiKey(file: string, name: string, tableName: string, endpoint: string): Promise<string> {
  const table = documentTable(tableName, undefined, { endpoint, region: localRegion, credentials: localCredentials });
  try {
    const keys = keyStore(table);
    const kept = keptFile<{ readonly token: string } | undefined>(file, undefined);
    const found = kept.read();
    const known = found === undefined ? undefined : await keys.authenticate(found.token, Date.now());
    if (found !== undefined && scopes.every((scope) => known?.scopes.includes(scope))) return found.token;
    const { token } = await keys.create({ name, scopes, apps: '*' }, Date.now());
    kept.write({ token });
    return token;
  } finally {
    table.documents.destroy();
  }
}
