/**
 * Where Meta does not offer In-App Signup, neither to businesses with a number of these countries nor to people there (Meta, "In-App
 * Signup", geographic availability, page of 2026-07-03): the European Economic Area, the United Kingdom, Brazil, Japan, South Korea,
 * Nigeria, South Africa, Turkey. By calling code, as Meta goes by numbers; none of them begins another one's.
 */
const notOffered: ReadonlyMap<string, string> = new Map([
  // The Union.
  ...([
    ['43', 'AT'],
    ['32', 'BE'],
    ['359', 'BG'],
    ['357', 'CY'],
    ['420', 'CZ'],
    ['49', 'DE'],
    ['45', 'DK'],
    ['372', 'EE'],
    ['34', 'ES'],
    ['358', 'FI'],
    ['33', 'FR'],
    ['30', 'GR'],
    ['385', 'HR'],
    ['36', 'HU'],
    ['353', 'IE'],
    ['39', 'IT'],
    ['370', 'LT'],
    ['352', 'LU'],
    ['371', 'LV'],
    ['356', 'MT'],
    ['31', 'NL'],
    ['48', 'PL'],
    ['351', 'PT'],
    ['40', 'RO'],
    ['46', 'SE'],
    ['386', 'SI'],
    ['421', 'SK'],
  ] as const),
  // The rest of the Economic Area.
  ['354', 'IS'],
  ['423', 'LI'],
  ['47', 'NO'],
  ['44', 'GB'],
  ['55', 'BR'],
  ['81', 'JP'],
  ['82', 'KR'],
  ['234', 'NG'],
  ['27', 'ZA'],
  ['90', 'TR'],
]);

/** The country of a number where Meta offers no In-App Signup (ISO 3166-1); undefined = it is offered. @param phone E.164 */
export function countryWithoutSignups(phone: string): string | undefined {
  const digits = phone.replace(/\D/g, '');
  return [2, 3].map((length) => notOffered.get(digits.slice(0, length))).find((country) => country !== undefined);
}
