/**
 * What counts as one source: an IPv4 address, also when it is written as IPv6, or a network of 48 bits, which is what one customer of
 * IPv6 gets (RFC 6177, 2).
 */
export function networkOf(sourceIp: string): string {
  const address = sourceIp.toLowerCase().split('%')[0] ?? '';
  const [, mapped] = /^(?:0*:)*:?ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  // The last group of an address may be written as IPv4, which stands for two.
  const written = first.length + last.length + ([...first, ...last].at(-1)?.includes('.') ? 1 : 0);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - written);
  const groups = [...first, ...Array.from({ length: missing }, () => '0'), ...last];
  return groups
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
