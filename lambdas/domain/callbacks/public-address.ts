/**
 * Whether an IP address belongs to a host on the public internet, as IANA's registries of special-purpose addresses say (IPv4 and IPv6,
 * RFC 6890). Of IPv6 only 2000::/3 is given out; in it what is reserved, and what leads to IPv4 by another way (6to4, Teredo), is not.
 *
 * @param address as a resolver writes it; anything else is not public
 */
export function isPublicAddress(address: string): boolean {
  const four = ipv4Of(address);
  if (four !== undefined) return !blocked4.some(([from, bits]) => isIn(BigInt(four), BigInt(from), bits, 32));
  const six = ipv6Of(address);
  if (six === undefined || !isIn(six, global6, 3, 128)) return false;
  return !blocked6.some(([from, bits]) => isIn(six, from, bits, 128));
}

const isIn = (address: bigint, from: bigint, bits: number, width: number): boolean =>
  address >> BigInt(width - bits) === from >> BigInt(width - bits);

/** Four decimal numbers without leading zeros, as a resolver writes them; other spellings are none. */
function ipv4Of(text: string): number | undefined {
  const [, ...parts] = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text) ?? [];
  if (parts.length !== 4 || parts.some((part) => Number(part) > 255 || /^0\d/.test(part))) return undefined;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Without a zone: what has one is local to a machine. */
function ipv6Of(text: string): bigint | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const four = tail === null ? undefined : ipv4Of(tail[2] ?? '');
  if (tail !== null && four === undefined) return undefined;
  const plain = four === undefined ? text : `${tail?.[1]}${(four >>> 16).toString(16)}:${(four & 0xffff).toString(16)}`;
  const halves = plain.split('::');
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - rest.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...rest];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(Number.parseInt(group, 16)), 0n);
}

const four = (text: string): number => ipv4Of(text) ?? 0;
const six = (text: string): bigint => ipv6Of(text) ?? 0n;

const blocked4: readonly (readonly [from: number, bits: number])[] = [
  [four('0.0.0.0'), 8],
  [four('10.0.0.0'), 8],
  [four('100.64.0.0'), 10],
  [four('127.0.0.0'), 8],
  [four('169.254.0.0'), 16],
  [four('172.16.0.0'), 12],
  [four('192.0.0.0'), 24],
  [four('192.0.2.0'), 24],
  [four('192.31.196.0'), 24],
  [four('192.52.193.0'), 24],
  [four('192.88.99.0'), 24],
  [four('192.168.0.0'), 16],
  [four('192.175.48.0'), 24],
  [four('198.18.0.0'), 15],
  [four('198.51.100.0'), 24],
  [four('203.0.113.0'), 24],
  [four('224.0.0.0'), 4],
  [four('240.0.0.0'), 4],
];
const global6 = six('2000::');
const blocked6: readonly (readonly [from: bigint, bits: number])[] = [
  [six('2001::'), 23],
  [six('2001:db8::'), 32],
  [six('2002::'), 16],
  [six('2620:4f:8000::'), 48],
  [six('3fff::'), 20],
];
