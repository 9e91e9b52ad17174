import { pointIdOf, tokenOf } from '../../domain/collection/collection-point.ts';
import { type LinkedPerson, type PersonalLink, personalLinkKinds } from '../../domain/collection/personal-link.ts';

const tokenLength = 16;
const headLength = 1 + tokenLength + 4 + 4;
const keyLength = 10;
const keyLetters = 'abcdefghijklmnopqrstuvwxyz234567';
const personKinds = ['phone', 'bsuid', 'userId'] as const;

/**
 * A link in few bytes, because it travels in SMS: one for the kinds of link and person, 16 of the point's token, four each for the
 * seconds of making and expiry, ten of the API key, then the person (a number takes eight).
 */
export function toLinkBytes(link: PersonalLink): Buffer {
  const person = personBytes(link.person);
  const head = Buffer.alloc(headLength);
  head.writeUInt8(personalLinkKinds.indexOf(link.kind) * 16 + personKinds.indexOf(person.kind));
  head.write(tokenOf(link.pointId), 1, tokenLength, 'latin1');
  head.writeUInt32BE(Math.floor(link.madeAt / 1000), 1 + tokenLength);
  head.writeUInt32BE(Math.floor(link.expiresAt / 1000), 1 + tokenLength + 4);
  return Buffer.concat([head, keyBytes(link.keyId), person.bytes]);
}

/**
 * The link that these bytes say; undefined when they say none.
 *
 * @param hasKey whether they name the API key; links of the first layout do not
 */
export function fromLinkBytes(bytes: Buffer, hasKey: boolean): PersonalLink | undefined {
  const start = headLength + (hasKey ? keyLength : 0);
  if (bytes.length <= start) return undefined;
  const kinds = bytes.readUInt8(0);
  const kind = personalLinkKinds[kinds >> 4];
  const person = personOf(personKinds[kinds & 15], bytes.subarray(start));
  if (kind === undefined || person === undefined) return undefined;
  return {
    kind,
    pointId: pointIdOf(bytes.toString('latin1', 1, 1 + tokenLength)),
    person,
    ...(hasKey && { keyId: keyOf(bytes.subarray(headLength, start)) }),
    madeAt: bytes.readUInt32BE(1 + tokenLength) * 1000,
    expiresAt: bytes.readUInt32BE(1 + tokenLength + 4) * 1000,
  };
}

/** The 16 letters behind `key_`, five bits each. */
function keyBytes(keyId: string | undefined): Buffer {
  const [, name = ''] = /^key_([a-z2-7]{16})$/.exec(keyId ?? '') ?? [];
  if (name === '') throw new Error('A link names the key by which it is made.');
  const number = [...name].reduce((sum, letter) => sum * 32n + BigInt(keyLetters.indexOf(letter)), 0n);
  return Buffer.from(number.toString(16).padStart(2 * keyLength, '0'), 'hex');
}

function keyOf(bytes: Buffer): string {
  const number = BigInt(`0x${bytes.toString('hex')}`);
  const name = Array.from({ length: 16 }, (_, at) => keyLetters[Number((number >> BigInt(75 - 5 * at)) & 31n)]);
  return `key_${name.join('')}`;
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
