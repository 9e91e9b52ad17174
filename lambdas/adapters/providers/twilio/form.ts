/**
 * The fields of `application/x-www-form-urlencoded` bytes in the order in which they came, each byte of a name or value as one character
 * (latin1): what a signature is over are bytes, whether or not they are UTF-8. Nothing is trimmed or left out.
 */
export function formPairs(body: Uint8Array): readonly (readonly [name: string, value: string])[] {
  const text = Buffer.from(body).toString('latin1');
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const end = pair.indexOf('=');
      return end < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, end)), decoded(pair.slice(end + 1))];
    });
}

function decoded(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
