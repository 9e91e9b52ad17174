import { type App, findPurpose } from '../../../domain/app/app.ts';
import { countriesOf } from '../../../domain/countries/countries-of.ts';
import { denyingCountry } from '../../../domain/countries/country-denials.ts';
import { countryName } from '../../../domain/countries/country-name.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { fill, type PageTexts } from '../texts/page-texts.ts';

/** What is said of a number in whose country nothing arrives; undefined = messages may arrive. */
export type ServedFault = (digits: string, texts: PageTexts) => string | undefined;

/** The country rules as a form asks them: whoever types a number must not be promised what cannot come. */
export function servedFault(app: Pick<App, 'countryRules'>, now: Milliseconds): ServedFault {
  return (digits, texts) => {
    const country = denyingCountry(countriesOf({ phone: digits }), false, app.countryRules ?? [], now);
    return country && fill(texts.fault.notServed, { country: countryName(country, texts.locale) });
  };
}

/** The country of a number in which the marketing of a choice does not arrive, where there is some in it. */
export function countryWithoutAdvertising(
  app: Pick<App, 'countryRules' | 'purposes'>,
  purposes: readonly string[],
  numbers: readonly string[],
  now: Milliseconds,
): string | undefined {
  if (!purposes.some((purposeId) => findPurpose(app, purposeId)?.category === 'marketing')) return undefined;
  return denyingCountry(
    numbers.flatMap((phone) => countriesOf({ phone })),
    true,
    app.countryRules ?? [],
    now,
  );
}
