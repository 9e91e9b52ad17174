import { readIdentifierKey } from '../adapters/aws/secrets.ts';
import { appStore } from '../adapters/dynamodb/app-store.ts';
import { documentTable } from '../adapters/dynamodb/document-table.ts';
import { people } from '../adapters/dynamodb/people.ts';
import { userDirectory } from '../adapters/dynamodb/user-directory.ts';
import { environment } from '../contract/environment.ts';
import { coldStart } from '../edge/cold-start.ts';
import { noteConsumed } from '../edge/consumed.ts';
import { cursors } from '../edge/cursor.ts';
import { httpEndpoint } from '../edge/http-endpoint.ts';
import { requireEnv } from '../edge/require-env.ts';
import { type UserDeps, userRoutes } from '../edge/routes/user-routes.ts';
import { systemClock } from '../edge/system-clock.ts';

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
