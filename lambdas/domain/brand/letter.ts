/** Code points that a letter may have: the longest emoji has ten, and nothing that people read as one sign has more. */
const longest = 12;

/** Scripts whose capital letters people know; elsewhere a letter has one form, or its capital is in no font. */
const hasCapitals = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;

/**
 * The letter that stands for a business where it has no logo: the first sign of its name that is a letter, a digit or an emoji, whole as
 * people see it (with its accents and vowel signs; a flag, a family), as a capital where there are any. Signs of direction and of
 * punctuation before it are passed over; a name of nothing else gives its first sign.
 *
 * @param locale BCP 47, for its capitals
 */
export function letterOf(name: string, locale: string): string {
  const signs = signsOf(name);
  const found = signs.find((sign) => /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(sign));
  const sign = Array.from(found ?? signs.find((each) => /[^\s\p{C}]/u.test(each)) ?? '·')
    .slice(0, longest)
    .join('');
  return hasCapitals.test(sign) ? capital(sign, locale) : sign;
}

/** What people see as one letter or picture each. Source: UAX #29 (grapheme clusters). */
function signsOf(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}

/** `ß` would become two letters, and stays as it is. */
function capital(sign: string, locale: string): string {
  const upper = sign.toLocaleUpperCase(safeLocale(locale));
  return signsOf(upper).length === 1 ? upper : sign;
}

function safeLocale(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

/**
 * Where the letter is served as a picture, on its colour: the address says all of it, and nothing is stored.
 *
 * @param accent `#rrggbb`
 */
export function letterPath(letter: string, accent: string): string {
  const points = Array.from(letter, (each) => (each.codePointAt(0) ?? 0).toString(16));
  return `/logo/${accent.slice(1)}-${points.join('-')}`;
}

/** What the last part of such an address says; undefined when it is no such address. */
export function parseLetter(name: string): { readonly letter: string; readonly accent: string } | undefined {
  const [, colour, points] = /^([\da-f]{6})((?:-[\da-f]{1,6}){1,12})$/.exec(name) ?? [];
  const codes =
    points
      ?.slice(1)
      .split('-')
      .map((each) => Number.parseInt(each, 16)) ?? [];
  if (colour === undefined || codes.some((code) => code > 0x10_ff_ff)) return undefined;
  const letter = String.fromCodePoint(...codes);
  // Only what we make ourselves, so that nobody can have words of theirs on an address of ours.
  return letter.isWellFormed() && letterOf(letter, 'en') === letter ? { letter, accent: `#${colour}` } : undefined;
}
