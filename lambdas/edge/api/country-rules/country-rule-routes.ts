import { holdsAt } from '../../../domain/countries/country-denials.ts';
import { type CountryRule, countryRules } from '../../../domain/countries/country-rules.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { RoutesOf, View } from '../../http/operation.ts';
import type { countryRuleAnswer } from './answers.ts';
import type { countryRuleOperations } from './operations.ts';

/** What WhatsApp does not deliver in which country: the table of the code, nothing is read. */
export function countryRuleRoutes({ now }: { readonly now: Clock }): RoutesOf<typeof countryRuleOperations> {
  return {
    'GET /v1/country-rules': () => {
      const at = now();
      return { status: 200, body: { data: countryRules.map((rule) => ruleView(rule, at)), nextCursor: null } };
    },
  };
}

function ruleView(rule: CountryRule, now: Milliseconds): View<typeof countryRuleAnswer> {
  const { ruleId, country, denies, since, until, detail, sources } = rule;
  return {
    ruleId,
    country,
    denies,
    since,
    until,
    inForce: holdsAt(rule, now),
    detail,
    sources: sources.map(({ title, seen }) => ({ title, seen })),
  };
}
