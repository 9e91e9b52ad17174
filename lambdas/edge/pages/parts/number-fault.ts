import { countryName } from '../../../domain/countries/country-name.ts';
import { fill, type PageTexts } from '../texts/page-texts.ts';
import { type CountryCode, exampleNumber, internationalExample } from './countries.ts';
import { namesCountry } from './read-number.ts';

/**
 * What is said beside the field of a number that cannot be read: what to enter, with a number of the country as its people write it.
 *
 * @param typed empty = nothing was entered
 * @param country in which the number is read; absent where it has to begin with its country code
 */
export function numberFault(typed: string, country: CountryCode | undefined, { fault, locale }: PageTexts): string {
  const abroad = isolated(internationalExample(country));
  const example = country && exampleNumber(country);
  if (country === undefined || example === undefined || namesCountry(typed)) {
    return fill(typed === '' ? fault.numberMissing : fault.numberWithCode, { example: abroad });
  }
  const values = { example: isolated(example), country: countryName(country, locale) };
  return fill(typed === '' ? fault.numberMissing : fault.numberInvalid, values);
}

/** A number keeps its order between words that run the other way. */
const isolated = (number: string): string => `\u2066${number}\u2069`;
