import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { keyRate } from '../adapters/dynamodb/admin/key-rate.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { templateStore } from '../adapters/dynamodb/templates/template-store.ts';
import { countryRuleRoutes } from '../edge/api/country-rules/country-rule-routes.ts';
import { type EligibilityDeps, eligibilityRoutes } from '../edge/api/eligibility/eligibility-routes.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';

/** May I message this person now, and why? And what does not arrive in which country. */
export const eligibility = (deps: EligibilityDeps & Gate) =>
  httpEndpoint({ ...eligibilityRoutes(deps), ...countryRuleRoutes(deps) }, undefined, deps);

export const handler = httpStart(async () => {
  const table = openTable();
  const key = await identifierKey(table, { keeps: false });
  return {
    rate: keyRate(table, systemClock),
    apps: appStore(table, systemClock),
    people: people(table, key),
    templates: templateStore(table),
    now: systemClock,
  };
}, eligibility);
