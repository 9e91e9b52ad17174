/** What request headers say of the device (names in lower case). */
type Headers = { readonly [name: string]: string | undefined };

/**
 * Whether a browser runs on a telephone, where WhatsApp opens beside it. In doubt it does not: a desk that is sent into the chat has lost
 * the code to scan, while a phone that stays has one button more to press.
 *
 * Chromium says so itself (`Sec-CH-UA-Mobile`, User-Agent Client Hints), also that it is none: a tablet, or a phone whose owner asked for
 * the desktop site. Of the others Android writes "Mobile" on telephones alone, and an iPad names itself a Macintosh (MDN, "Browser
 * detection using the user agent").
 */
export function isPhone(headers: Headers): boolean {
  const hint = headers['sec-ch-ua-mobile'];
  if (hint !== undefined) return hint.trim() === '?1';
  const userAgent = headers['user-agent']?.slice(0, 1000) ?? '';
  return (
    /\((?:iPhone|iPod)\b/.test(userAgent) || (/\bAndroid\b/.test(userAgent) && /\bMobile\b(?! VR)/.test(userAgent))
  );
}
