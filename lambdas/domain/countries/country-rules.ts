/** What does not arrive in a country: templates of the category marketing, or anything that a business writes. */
export type Denied = 'marketing' | 'everything';

/** Where a rule stands, and when that copy of it was read. */
export interface RuleSource {
  readonly title: string;
  /** Month of the newest copy that was seen, `2026-03`; absent where the copy bears no date. */
  readonly seen?: string;
}

/** One dated rule of WhatsApp's about a country. Append only: a rule that ended keeps its row, with `until`. */
export interface CountryRule {
  /** Stable; never renamed. */
  readonly ruleId: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly denies: Denied;
  /** First day (UTC); absent = longer than anybody here knows. */
  readonly since?: string;
  /** The first day (UTC) on which it holds no more; absent = no end is known. */
  readonly until?: string;
  /** A plain English sentence. */
  readonly detail: string;
  readonly sources: readonly RuleSource[];
}

const unserved = [
  { title: 'Meta, WhatsApp Business Platform support page on countries', seen: '2026-03' },
  { title: 'Meta, Marketing Messages API, “Get started”', seen: '2026-03' },
];
const pause = [
  { title: 'Meta, “Per-user marketing template message limits”', seen: '2026-02' },
  { title: 'Twilio, error 63049' },
  { title: 'AWS End User Messaging, user guide, “WhatsApp message templates”' },
];

const notServed = (country: string, name: string): CountryRule => ({
  ruleId: `${country.toLowerCase()}-not-served`,
  country,
  denies: 'everything',
  detail: `WhatsApp does not carry messages of businesses to numbers of ${name}.`,
  sources: unserved,
});

const noMarketing = (country: string, where: string): CountryRule => ({
  ruleId: `${country.toLowerCase()}-marketing`,
  country,
  denies: 'marketing',
  since: '2025-04-01',
  detail: `WhatsApp has not delivered marketing templates to numbers of ${where} since 2025-04-01.`,
  sources: pause,
});

/**
 * The rules, by country (protocols of WhatsApp, read until 2026-11). Not here, because no number shows it: Crimea, Donetsk and Luhansk.
 * Nor what denies nobody: limits per person, prices, and where marketing is not optimised.
 */
export const countryRules: readonly CountryRule[] = [
  notServed('CU', 'Cuba'),
  notServed('IR', 'Iran'),
  notServed('KP', 'North Korea'),
  notServed('SY', 'Syria'),
  {
    ruleId: 'tr-not-served',
    country: 'TR',
    denies: 'everything',
    until: '2024-05-15',
    detail: 'WhatsApp did not carry messages of businesses to numbers of Turkey until 2024-05-15.',
    sources: [{ title: 'Meta, WhatsApp Business Platform support page on countries', seen: '2026-03' }],
  },
  noMarketing('US', 'the United States'),
  // "A US area code" may mean these or not: in doubt no (decision 0063).
  noMarketing('AS', 'American Samoa, whose area code is one of the United States,'),
  noMarketing('GU', 'Guam, whose area code is one of the United States,'),
  noMarketing('MP', 'the Northern Marianas, whose area code is one of the United States,'),
  noMarketing('PR', 'Puerto Rico, whose area codes are of the United States,'),
  noMarketing('VI', 'the US Virgin Islands, whose area code is one of the United States,'),
];
