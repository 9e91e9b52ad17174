import { readIdentifierKey } from '../adapters/aws/secrets.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { documentTable } from '../adapters/dynamodb/table/document-table.ts';
import { environment } from '../contract/environment.ts';
import { type EligibilityDeps, eligibilityRoutes } from '../edge/api/eligibility/eligibility-routes.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { noteConsumed } from '../edge/runtime/consumed.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';

/** May I message this person now, and why? */
export const eligibility = (deps: EligibilityDeps) => httpEndpoint(eligibilityRoutes(deps));

export const handler = coldStart(async () => {
  const table = documentTable(requireEnv(environment.tableName), noteConsumed);
  const identifierKey = await readIdentifierKey(requireEnv(environment.identifierKeySecret));
  return { apps: appStore(table, systemClock), people: people(table, identifierKey), now: systemClock };
}, eligibility);
