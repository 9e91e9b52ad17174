import { describe, expect, test } from 'vitest';
import type { AppCountryRule } from '../../../lambdas/domain/countries/app-country-rule.ts';
import { datedRules } from '../../../lambdas/domain/countries/app-country-rule.ts';
import { countries } from '../../../lambdas/domain/countries/calling-codes.ts';
import { countryDenials, holdsAt } from '../../../lambdas/domain/countries/country-denials.ts';
import { type CountryRule, countryRules } from '../../../lambdas/domain/countries/country-rules.ts';
import { pick, seededRandom } from '../../model/random-history.ts';

const now = Date.parse('2026-11-26T12:00:00Z');
const at = (time: string) => Date.parse(time);
const says = (country: string, denies: AppCountryRule['denies']): AppCountryRule => {
  return { country, denies, note: 'Ana', since: now };
};
const ruled = (country: string, isMarketing: boolean, own: readonly AppCountryRule[] = [], time = now) =>
  countryDenials([country], isMarketing, own, time).denials.map(({ ruleId }) => ruleId ?? 'own');

describe('the table', () => {
  test.each(['CU', 'IR', 'KP', 'SY'])('%s gets nothing', (country) => {
    expect([ruled(country, true), ruled(country, false)].flat()).toHaveLength(2);
  });
  test.each(['US', 'PR', 'GU', 'VI', 'MP', 'AS'])('%s gets no marketing, and everything else', (country) => {
    expect(ruled(country, true)).toEqual([`${country.toLowerCase()}-marketing`]);
    expect(ruled(country, false)).toEqual([]);
  });
  test.each(['CA', 'JM', 'DO', 'BS', 'MX', 'TR', 'UA', 'RU', 'CN', 'AE'])('%s gets everything', (country) => {
    expect([...ruled(country, true), ...ruled(country, false)]).toEqual([]);
  });
  test('a rule begins with the first moment of its day (UTC)', () => {
    expect(ruled('US', true, [], at('2025-03-31T23:59:59.999Z'))).toEqual([]);
    expect(ruled('US', true, [], at('2025-04-01T00:00:00Z'))).toEqual(['us-marketing']);
  });
  test('and ends before the first moment of its last one', () => {
    expect(ruled('TR', false, [], at('2024-05-14T23:59:59.999Z'))).toEqual(['tr-not-served']);
    expect(ruled('TR', false, [], at('2024-05-15T00:00:00Z'))).toEqual([]);
  });
  test('names every rule once, countries that numbers have, days that exist, and where it stands', () => {
    expect(new Set(countryRules.map(({ ruleId }) => ruleId)).size).toBe(countryRules.length);
    for (const { country, since, until, detail, sources } of countryRules) {
      expect(countries.has(country)).toBe(true);
      for (const day of [since, until])
        if (day !== undefined) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      expect(detail).toMatch(/^[A-Z].*\.$/);
      if (since !== undefined) expect(detail).toContain(since);
      expect(sources.length).toBeGreaterThan(0);
      for (const { seen } of sources) expect(seen ?? '2026-01').toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
    }
  });
});

describe('what the app says', () => {
  test('lets through what the table denies, for that country alone', () => {
    expect(ruled('US', true, [says('US', 'nothing')])).toEqual([]);
    expect(ruled('PR', true, [says('US', 'nothing')])).toEqual(['pr-marketing']);
    expect(ruled('CU', true, [says('CU', 'nothing')])).toEqual([]);
  });
  test('may let everything but marketing through', () => {
    expect(ruled('CU', false, [says('CU', 'marketing')])).toEqual([]);
    expect(ruled('CU', true, [says('CU', 'marketing')])).toEqual(['own']);
  });
  test('denies what the table does not', () => {
    expect(ruled('CA', true, [says('CA', 'marketing')])).toEqual(['own']);
    expect(ruled('CA', false, [says('CA', 'marketing')])).toEqual([]);
    expect(ruled('CA', false, [says('CA', 'everything')])).toEqual(['own']);
  });
  test('is said with its day', () => {
    const [denial] = countryDenials(['CA'], true, [says('CA', 'marketing')], now).denials;
    expect(denial).toEqual({
      country: 'CA',
      since: now,
      detail: "The app's own settings say since 2026-11-26 that no marketing template is sent to numbers of CA.",
    });
  });
  test('keeps its time while it says the same, and has another when it says something else', () => {
    const before = datedRules(undefined, [{ country: 'US', denies: 'nothing', note: 'Ana' }], now);
    const same = datedRules(before, [{ country: 'US', denies: 'nothing', note: 'Ben' }], now + 1);
    expect(same).toEqual([{ country: 'US', denies: 'nothing', note: 'Ben', since: now }]);
    expect(datedRules(same, [{ country: 'US', denies: 'everything', note: 'Ben' }], now + 2)[0]?.since).toBe(now + 2);
  });
});

describe('several countries', () => {
  test('one that denies is enough: when in doubt the answer is no', () => {
    const own = [says('GG', 'everything')];
    expect(countryDenials(['GB', 'GG'], false, own, now).denials).toHaveLength(1);
    expect(countryDenials(['GB'], false, own, now).denials).toEqual([]);
    const guernsey: CountryRule = { ruleId: 'gg', country: 'GG', denies: 'everything', detail: 'A.', sources: [] };
    expect(countryDenials(['GB', 'GG'], false, [], now, [guernsey]).denials).toHaveLength(1);
    expect(countryDenials(['GB', 'GG'], false, [says('GB', 'nothing')], now, [guernsey]).denials).toHaveLength(1);
  });
  test('no country: nothing denies', () =>
    expect(countryDenials([], true, [says('US', 'everything')], now).denials).toEqual([]));
});

const table: readonly CountryRule[] = [
  {
    ruleId: 'a',
    country: 'MX',
    denies: 'marketing',
    since: '2027-01-01',
    until: '2027-02-01',
    detail: 'A.',
    sources: [],
  },
  { ruleId: 'b', country: 'MX', denies: 'everything', since: '2027-03-01', detail: 'B.', sources: [] },
];
const next = (isMarketing: boolean, time: string, own: readonly AppCountryRule[] = []) =>
  countryDenials(['MX'], isMarketing, own, at(time), table).changesAt;

describe('what is coming', () => {
  test('is the next beginning or end of a rule of this country that could deny this', () => {
    expect(next(true, '2026-11-26')).toBe(at('2027-01-01'));
    expect(next(false, '2026-11-26')).toBe(at('2027-03-01'));
    expect(next(true, '2027-01-01')).toBe(at('2027-02-01'));
    expect(next(true, '2027-02-01')).toBe(at('2027-03-01'));
    expect(next(true, '2027-03-01')).toBeUndefined();
  });
  test('nothing, where the app speaks for the country', () => {
    expect(next(true, '2026-11-26', [says('MX', 'nothing')])).toBeUndefined();
  });

  test('between two changes the answer stays as it is (1,000 random tables)', () => {
    const random = seededRandom(20261126);
    const day = () => new Date(at('2026-01-01') + Math.floor(random() * 400) * 86_400_000).toISOString().slice(0, 10);
    let changed = 0;
    for (let round = 0; round < 1000; round += 1) {
      const rules = Array.from({ length: 4 }, (_, index): CountryRule => {
        const [since, until] = [day(), day()].sort();
        const ends = random() < 0.5 ? {} : { until };
        return {
          ...{
            ruleId: `r${index}`,
            country: pick(random, ['MX', 'US']),
            denies: pick(random, ['marketing', 'everything']),
          },
          ...{ ...(random() < 0.7 && { since }), ...ends, detail: 'A.', sources: [] },
        };
      });
      const isMarketing = random() < 0.5;
      const ask = (time: number) => countryDenials(['MX'], isMarketing, [], time, rules);
      const time = at('2026-01-01') + Math.floor(random() * 400 * 86_400_000);
      const found = ask(time);
      const until = found.changesAt ?? time + 500 * 86_400_000;
      const between = time + Math.floor(random() * (until - time));
      expect(ask(between).denials).toEqual(found.denials);
      expect(ask(until - 1).denials).toEqual(found.denials);
      const holding = rules.filter(
        (rule) => rule.country === 'MX' && (isMarketing || rule.denies === 'everything') && holdsAt(rule, time),
      );
      expect(found.denials.map(({ ruleId }) => ruleId)).toEqual(holding.map(({ ruleId }) => ruleId));
      if (found.changesAt !== undefined && ask(until).denials.length !== found.denials.length) changed += 1;
    }
    expect(changed).toBeGreaterThan(100);
  });
});
