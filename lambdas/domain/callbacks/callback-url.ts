/** What is wrong with a callback URL, or undefined: only https on the usual port, to a public name. */
export function callbackUrlFault(text: string): string | undefined {
  if (!URL.canParse(text)) return 'This is not a URL.';
  const url = new URL(text);
  if (url.protocol !== 'https:') return 'The URL must begin with https://.';
  if (url.port !== '') return 'The URL may not name a port.';
  if (url.username !== '' || url.password !== '') return 'The URL may not hold a user or a password.';
  if (url.hash !== '') return 'The URL may not hold a fragment.';
  return isPublicName(url.hostname) ? undefined : 'The host must be a public name, not an address or a local name.';
}

/** Names that never leave a machine or a private network (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal). */
const localEndings = [
  'localhost',
  'local',
  'internal',
  'lan',
  'intranet',
  'corp',
  'home',
  'home.arpa',
  'private',
  'test',
  'invalid',
];

/**
 * Every address literal is refused, also the public ones. `URL` has already written decimal, octal and hexadecimal forms of
 * IPv4 as four numbers and full-width characters as plain ones.
 */
function isPublicName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.+$/, '');
  if (name.startsWith('[') || /^[\d.]+$/.test(name)) return false;
  if (!name.includes('.')) return false;
  return !localEndings.some((ending) => name.endsWith(`.${ending}`));
}
