/**
 * Where Meta does not offer In-App Signup, neither to businesses with a number of these countries nor to people there (Meta, "In-App
 * Signup", geographic availability, page of 2026-07-03): the European Economic Area, the United Kingdom, Brazil, Japan, South Korea,
 * Nigeria, South Africa, Turkey. ISO 3166-1.
 */
const notOffered: ReadonlySet<string> = new Set(
  (
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK ' +
    // Of the European Free Trade Association, and Åland, which is of Finland.
    'IS LI NO AX GB BR JP KR NG ZA TR'
  ).split(' '),
);

/** @param country ISO 3166-1; undefined = a number of no country, which Meta may judge */
export function offersSignups(country: string | undefined): boolean {
  return country === undefined || !notOffered.has(country);
}
