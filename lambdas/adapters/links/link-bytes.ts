import { pointIdOf, tokenOf } from '../../domain/collection/collection-point.ts';
import { type LinkedPerson, type PersonalLink, personalLinkKinds } from '../../domain/collection/personal-link.ts';

const tokenLength = 16;
const headLength = 1 + tokenLength + 4 + 4;
/** How a link names the API key: its letters as the digits of one number, in so many bytes. */
export interface KeyLayout {
  readonly letters: string;
  readonly bytes: number;
}

/** Of links of today. */
const keysNow: KeyLayout = { letters: 'abcdefghijklmnopqrstuvwxyz0123456789', bytes: 11 };
/** By the version of a link; links of the first did not name the key, and the keys of the second had no digits but 2 to 7. */
export const keyLayouts: Readonly<Record<1 | 2 | 3, KeyLayout | undefined>> = {
  1: undefined,
  2: { letters: 'abcdefghijklmnopqrstuvwxyz234567', bytes: 10 },
  3: keysNow,
};
const personKinds = ['phone', 'bsuid', 'userId'] as const;
/** Set beside the kind of person in links that somebody made who signed in, and no key. */
const byPerson = 8;

/**
 * A link in few bytes, because it travels in SMS: one for the kinds of link and person, 16 of the point's token, four each for the
 * seconds of making and expiry, eleven of the API key, then the person (a number takes eight).
 */
export function toLinkBytes(link: PersonalLink): Buffer {
  const person = personBytes(link.person);
  const head = Buffer.alloc(headLength);
  const maker = link.keyId?.startsWith('person_') === true ? byPerson : 0;
  head.writeUInt8(personalLinkKinds.indexOf(link.kind) * 16 + maker + personKinds.indexOf(person.kind));
  head.write(tokenOf(link.pointId), 1, tokenLength, 'latin1');
  head.writeUInt32BE(Math.floor(link.madeAt / 1000), 1 + tokenLength);
  head.writeUInt32BE(Math.floor(link.expiresAt / 1000), 1 + tokenLength + 4);
  return Buffer.concat([head, keyBytes(link.keyId), person.bytes]);
}

/**
 * The link that these bytes say; undefined when they say none.
 *
 * @param keys how they name the API key; undefined = they do not
 */
export function fromLinkBytes(bytes: Buffer, keys: KeyLayout | undefined): PersonalLink | undefined {
  const start = headLength + (keys?.bytes ?? 0);
  if (bytes.length <= start) return undefined;
  const kinds = bytes.readUInt8(0);
  const kind = personalLinkKinds[kinds >> 4];
  const person = personOf(personKinds[kinds & 15 & ~byPerson], bytes.subarray(start));
  if (kind === undefined || person === undefined) return undefined;
  return {
    kind,
    pointId: pointIdOf(bytes.toString('latin1', 1, 1 + tokenLength)),
    person,
    ...(keys && { keyId: keyOf(bytes.subarray(headLength, start), keys, (kinds & byPerson) !== 0) }),
    madeAt: bytes.readUInt32BE(1 + tokenLength) * 1000,
    expiresAt: bytes.readUInt32BE(1 + tokenLength + 4) * 1000,
  };
}

const keyName = 16;

/** The 16 letters behind `key_` or `person_`. */
function keyBytes(keyId: string | undefined): Buffer {
  const { letters, bytes } = keysNow;
  const [, name = ''] = /^(?:key|person)_([a-z0-9]{16})$/.exec(keyId ?? '') ?? [];
  if (name === '') throw new Error('A link names the key by which it is made.');
  const number = [...name].reduce((sum, each) => sum * BigInt(letters.length) + BigInt(letters.indexOf(each)), 0n);
  return Buffer.from(number.toString(16).padStart(2 * bytes, '0'), 'hex');
}

function keyOf(bytes: Buffer, { letters }: KeyLayout, isPerson: boolean): string {
  let [number, name] = [BigInt(`0x${bytes.toString('hex')}`), ''];
  for (let at = 0; at < keyName; at += 1) {
    name = letters.charAt(Number(number % BigInt(letters.length))) + name;
    number /= BigInt(letters.length);
  }
  return `${isPerson ? 'person' : 'key'}_${name}`;
}

function personBytes(person: LinkedPerson): { readonly kind: (typeof personKinds)[number]; readonly bytes: Buffer } {
  if ('phone' in person) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt(person.phone));
    return { kind: 'phone', bytes };
  }
  if ('bsuid' in person) return { kind: 'bsuid', bytes: Buffer.from(person.bsuid, 'latin1') };
  // Behind `usr_` stand 33 characters of base64url; with three more they are whole bytes.
  return { kind: 'userId', bytes: Buffer.from(`${person.userId.slice('usr_'.length)}AAA`, 'base64url') };
}

function personOf(kind: (typeof personKinds)[number] | undefined, bytes: Buffer): LinkedPerson | undefined {
  switch (kind) {
    case 'phone':
      return bytes.length === 8 ? { phone: bytes.readBigUInt64BE().toString() } : undefined;
    case 'bsuid':
      return { bsuid: bytes.toString('latin1') };
    case 'userId':
      return { userId: `usr_${bytes.toString('base64url').slice(0, -3)}` };
    case undefined:
      return undefined;
  }
}
