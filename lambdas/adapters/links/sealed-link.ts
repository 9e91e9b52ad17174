import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { PersonalLinkSeal } from '../../use-cases/personal-links/ports.ts';
import { fromLinkBytes, type KeyLayout, keyLayouts, toLinkBytes } from './link-bytes.ts';

/** First byte of every sealed link; another layout (`keyLayouts`) or key derivation gets another one. */
const version = 3;
const versions = [1, 2, version] as const;
const cipher = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;
/** The longest link names a BSUID of 131 characters; whatever is longer is not ours. */
const mostCharacters = 300;

/**
 * Seals personal links: AES-256-GCM under a key that HKDF-SHA256 derives from the key of the identifier hashes for this use alone.
 * Version, IV, ciphertext and tag as base64url. The IV is random, which is safe up to 2^32 links a key (NIST SP 800-38D, 8.3).
 *
 * @param identifierKey at least 32 characters; never rotated, so links live until they expire
 */
export function personalLinkSeal(identifierKey: string): PersonalLinkSeal {
  if (identifierKey.length < 32) throw new Error('The key of the identifier hashes is shorter than 32 characters.');
  const keyOf = (each: number) =>
    Buffer.from(hkdfSync('sha256', identifierKey, '', `optledger personal link v${each}`, 32));
  const sealingKey = keyOf(version);
  const known = new Map<number | undefined, { key: Buffer; keyLayout: KeyLayout | undefined }>(
    versions.map((each) => [each, { key: keyOf(each), keyLayout: keyLayouts[each] }]),
  );

  return {
    seal(link) {
      const iv = randomBytes(ivLength);
      const head = Buffer.from([version]);
      const sealing = createCipheriv(cipher, sealingKey, iv).setAAD(head);
      const sealed = Buffer.concat([sealing.update(toLinkBytes(link)), sealing.final()]);
      return Buffer.concat([head, iv, sealed, sealing.getAuthTag()]).toString('base64url');
    },
    open(sealed) {
      if (sealed.length > mostCharacters) return undefined;
      const bytes = Buffer.from(sealed, 'base64url');
      // The decoder passes over what is not base64url and over spare bits; a link has one spelling.
      if (bytes.toString('base64url') !== sealed) return undefined;
      const layout = known.get(bytes[0]);
      if (layout === undefined || bytes.length <= 1 + ivLength + tagLength) return undefined;
      const opening = createDecipheriv(cipher, layout.key, bytes.subarray(1, 1 + ivLength), {
        authTagLength: tagLength,
      })
        .setAAD(bytes.subarray(0, 1))
        .setAuthTag(bytes.subarray(-tagLength));
      try {
        const body = bytes.subarray(1 + ivLength, -tagLength);
        return fromLinkBytes(Buffer.concat([opening.update(body), opening.final()]), layout.keyLayout);
      } catch {
        return undefined;
      }
    },
  };
}
