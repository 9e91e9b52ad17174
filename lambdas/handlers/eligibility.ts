import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { type EligibilityDeps, eligibilityRoutes } from '../edge/api/eligibility/eligibility-routes.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { identifierKey, openTable } from './deps/open-table.ts';

/** May I message this person now, and why? */
export const eligibility = (deps: EligibilityDeps) => httpEndpoint(eligibilityRoutes(deps));

export const handler = httpStart(async () => {
  const table = openTable();
  const key = await identifierKey(table, { keeps: false });
  return { apps: appStore(table, systemClock), people: people(table, key), now: systemClock };
}, eligibility);
