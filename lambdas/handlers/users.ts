import { readIdentifierKey } from '../adapters/aws/secrets.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { userDirectory } from '../adapters/dynamodb/directory/user-directory.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { documentTable } from '../adapters/dynamodb/table/document-table.ts';
import { environment } from '../contract/environment.ts';
import { type UserDeps, userRoutes } from '../edge/api/users/user-routes.ts';
import { cursors } from '../edge/http/cursor.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { noteConsumed } from '../edge/runtime/consumed.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';

/** The users of an app, their statements, and who withdrew. */
export const users = (deps: UserDeps) => httpEndpoint(userRoutes(deps));

export const handler = coldStart(async () => {
  const table = documentTable(requireEnv(environment.tableName), noteConsumed);
  const identifierKey = await readIdentifierKey(requireEnv(environment.identifierKeySecret));
  return {
    apps: appStore(table, systemClock),
    people: people(table, identifierKey),
    directory: userDirectory(table),
    cursors: cursors(async () => identifierKey),
    now: systemClock,
  };
}, users);
