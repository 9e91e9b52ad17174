import { createHmac, createSecretKey, hash } from 'node:crypto';
import { referenceFrom } from '../../../domain/collection/reference.ts';
import type { Identifier } from '../../../domain/identity/person.ts';

/** Hashes that nobody without the key can compute: names of places, ledger entries, random ids made from a seed. */
export interface KeyedHash {
  /** Where an identifier is looked up: 22 characters that reveal nothing of it. */
  place(identifier: Identifier): string;
  /** The key of a ledger entry, from its source's event id or from its content. */
  entry(text: string): string;
  /** Whom a message went to. */
  recipient(text: string): string;
  /** A subject id of 11 characters from a unique seed. */
  subjectId(seed: string): string;
  /** A salt of 22 characters from a unique seed. */
  salt(seed: string): string;
  /** The code of the choice that confirms a statement of this reference. */
  choiceCode(ref: string): string;
  /** By which a table knows the key with which it was made. */
  readonly checkValue: string;
}

/** SHA-256 in base64url, for chains and bodies. */
export const sha256 = (text: string): string => hash('sha256', text, 'base64url');

/** @param key at least 32 characters; never rotated, because every place is named by it */
export function keyedHash(key: string): KeyedHash {
  if (key.length < 32) throw new Error('The key of the identifier hashes is shorter than 32 characters.');
  const secret = createSecretKey(key, 'utf8');
  const keyed = (domain: string, text: string) =>
    createHmac('sha256', secret).update(`${domain}\n${text}`).digest('base64url').slice(0, 22);
  return {
    place: ({ kind, value }) => keyed('place', `${kind}:${value}`),
    entry: (text) => keyed('entry', text),
    recipient: (text) => keyed('recipient', text),
    subjectId: (seed) => keyed('subject', seed).slice(0, 11),
    salt: (seed) => keyed('salt', seed),
    choiceCode: (ref) => referenceFrom('choice', createHmac('sha256', secret).update(`choice\n${ref}`).digest()),
    checkValue: keyed('check', 'the identifier key of this table'),
  };
}
