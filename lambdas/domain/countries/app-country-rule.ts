import type { Milliseconds } from '../time.ts';
import type { Denied } from './country-rules.ts';

/** What denials there are by country, for an app to choose from. */
export const deniable = ['nothing', 'marketing', 'everything'] as const satisfies readonly (Denied | 'nothing')[];

/** What an app says of a country in place of the table: it lets through what the table denies, or denies what the table does not. */
export interface AppCountryRule {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly denies: (typeof deniable)[number];
  /** Why, and who says so. */
  readonly note: string;
  /** Since when the app says so. */
  readonly since: Milliseconds;
}

/** As somebody sets it. */
export type GivenCountryRule = Omit<AppCountryRule, 'since'>;

/** What an app says from now on. What it said before as well keeps its time; another note alone changes nothing. */
export function datedRules(
  before: readonly AppCountryRule[] | undefined,
  said: readonly GivenCountryRule[],
  now: Milliseconds,
): readonly AppCountryRule[] {
  return said.map(({ country, denies, note }) => {
    const had = before?.find((rule) => rule.country === country && rule.denies === denies);
    return { country, denies, note, since: had?.since ?? now };
  });
}
