/** `npm run create-key`: makes an API key directly in a table, so that there is a first one. The key is shown once. */
import { parseArgs } from 'node:util';
import { keyStore } from '../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { scopes } from '../../lambdas/contract/routes.ts';
import { runningOn } from '../control.ts';
import { localTableName } from '../stack/stack.ts';
import { dataFolder } from '../storage/data-folder.ts';
import { localCredentials } from '../storage/object-store.ts';
import { localRegion } from '../template/template.ts';

const usage = `npm run create-key -- --name NAME (--all | --scopes SCOPE,SCOPE) [--apps APP,APP] [--rate UNITS] [--table TABLE]

  --name    what the key is for, as it is listed
  --all     every scope
  --scopes  some of: ${scopes.join(', ')}
  --apps    only these apps; without it all apps, also later ones
  --rate    units that it may ask in a second, instead of what the stage gives to every key
  --table   the table of a deployed stack (its output TableName), with the usual AWS_… variables;
            without it the running local mode (npm start), or DYNAMODB_ENDPOINT`;

try {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      all: { type: 'boolean', default: false },
      scopes: { type: 'string' },
      apps: { type: 'string' },
      rate: { type: 'string' },
      table: { type: 'string' },
    },
  });
  const wanted = values.all ? [...scopes] : (values.scopes ?? '').split(',').filter((scope) => scope !== '');
  const unknown = wanted.filter((scope) => !(scopes as readonly string[]).includes(scope));
  if (unknown.length > 0) throw new Error(`There is no scope ${unknown.join(', ')}.\n\n${usage}`);
  if (values.name === undefined || wanted.length === 0) throw new Error(usage);

  const ratePerSecond = values.rate === undefined ? undefined : Number(values.rate);
  if (ratePerSecond !== undefined && !(Number.isInteger(ratePerSecond) && ratePerSecond >= 500)) throw new Error(usage);
  const local = () => ({
    endpoint: process.env.DYNAMODB_ENDPOINT ?? runningOn(dataFolder()).databaseEndpoint,
    region: localRegion,
    credentials: localCredentials,
  });
  const table = documentTable(values.table ?? localTableName, undefined, values.table === undefined ? local() : {});
  const apps = values.apps === undefined ? '*' : values.apps.split(',');
  const { key, token } = await keyStore(table).create(
    { name: values.name, scopes: wanted, apps, ratePerSecond },
    Date.now(),
  );
  console.log(
    `${token}\n\nThis is shown once. ${key.keyId} may: ${wanted.join(', ')}; apps: ${apps === '*' ? 'all' : apps.join(', ')}.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
