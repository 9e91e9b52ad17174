/**
 * Where Meta offers no signup in WhatsApp, by calling code and country (lambdas/domain/collection/signup-countries.ts; a test holds the
 * two together).
 */
const notOffered: ReadonlyMap<string, string> = new Map(
  (
    '43 AT,32 BE,359 BG,357 CY,420 CZ,49 DE,45 DK,372 EE,34 ES,358 FI,33 FR,30 GR,385 HR,36 HU,353 IE,39 IT,370 LT,352 LU,371 LV,' +
    '356 MT,31 NL,48 PL,351 PT,40 RO,46 SE,386 SI,421 SK,354 IS,423 LI,47 NO,44 GB,55 BR,81 JP,82 KR,234 NG,27 ZA,90 TR'
  )
    .split(',')
    .map((each): [string, string] => [each.split(' ')[0] ?? '', each.split(' ')[1] ?? '']),
);

/** The country of a number where Meta offers none; undefined = it does. @param phone E.164 */
export function countryWithoutSignups(phone: string): string | undefined {
  const digits = phone.replace(/\D/g, '');
  return notOffered.get(digits.slice(0, 2)) ?? notOffered.get(digits.slice(0, 3));
}
