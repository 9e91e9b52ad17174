import type { Milliseconds } from '../time.ts';
import type { AppCountryRule } from './app-country-rule.ts';
import { type CountryRule, countryRules, type Denied } from './country-rules.ts';

/** Why something does not arrive in a country. */
export interface CountryDenial {
  /** Of the table; absent where the app says so itself. */
  readonly ruleId?: string;
  readonly country: string;
  readonly since?: Milliseconds;
  readonly detail: string;
}

export interface CountryDenials {
  readonly denials: readonly CountryDenial[];
  /** When a rule begins or ends that may make it another answer; undefined = no such day is known. */
  readonly changesAt?: Milliseconds;
}

/** Whether a rule is in force. */
export function holdsAt({ since, until }: Pick<CountryRule, 'since' | 'until'>, now: Milliseconds): boolean {
  return (since === undefined || beginOf(since) <= now) && (until === undefined || now < beginOf(until));
}

/**
 * What keeps a message out of the countries that it may go to. A rule of the app for a country stands in place of the table's.
 *
 * @param countries of the recipient (`countriesOf`); several where the number does not tell, and then one that denies is enough
 * @param isMarketing whether it is a template of the category marketing
 * @param ofApp what the app says of countries (`App.countryRules`)
 * @param now by which rules begin and end, never when something was recorded
 */
export function countryDenials(
  countries: readonly string[],
  isMarketing: boolean,
  ofApp: readonly AppCountryRule[],
  now: Milliseconds,
  table: readonly CountryRule[] = countryRules,
): CountryDenials {
  const denies = (denied: Denied | 'nothing') => denied === 'everything' || (denied === 'marketing' && isMarketing);
  const own = ofApp.filter(({ country, denies: denied }) => countries.includes(country) && denies(denied));
  const isTold = (country: string) => ofApp.some((rule) => rule.country === country);
  const rules = table.filter(
    ({ country, denies: denied }) => denies(denied) && countries.includes(country) && !isTold(country),
  );
  const days = rules.flatMap(({ since, until }) => [since, until]).filter((day) => day !== undefined);
  const coming = days.map(beginOf).filter((time) => time > now);
  return {
    denials: [...own.map(ofOwnRule), ...rules.filter((rule) => holdsAt(rule, now)).map(ofRule)],
    ...(coming.length > 0 && { changesAt: Math.min(...coming) }),
  };
}

/** The first country that keeps a message out; undefined = none does. Parameters as above. */
export function denyingCountry(...of: Parameters<typeof countryDenials>): string | undefined {
  return countryDenials(...of).denials[0]?.country;
}

function ofRule({ ruleId, country, since, detail }: CountryRule): CountryDenial {
  return { ruleId, country, detail, ...(since !== undefined && { since: beginOf(since) }) };
}

function ofOwnRule({ country, denies, since }: AppCountryRule): CountryDenial {
  const what = denies === 'everything' ? 'nothing' : 'no marketing template';
  const day = new Date(since).toISOString().slice(0, 10);
  return {
    country,
    since,
    detail: `The app's own settings say since ${day} that ${what} is sent to numbers of ${country}.`,
  };
}

/** Days are those of UTC. */
function beginOf(day: string): Milliseconds {
  return Date.parse(`${day}T00:00:00Z`);
}
