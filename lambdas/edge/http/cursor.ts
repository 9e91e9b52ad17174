import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type * as z from 'zod';
import { UnreadableInputError } from '../../domain/errors.ts';

/** Where lists go on, as callers carry it. */
export interface Cursors {
  /**
   * @param list what the cursor belongs to: name, app and filter
   * @param position what the store needs to go on, as JSON
   */
  seal(list: readonly unknown[], position: unknown): Promise<string>;
  /**
   * The position in a cursor; undefined without one. Throws UnreadableInputError (400) for a cursor that we did not give, that belongs to
   * another list, or whose position is not of this form.
   */
  open<Position>(
    list: readonly unknown[],
    cursor: string | undefined,
    form: z.ZodType<Position>,
  ): Promise<Position | undefined>;
}

const cipher = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;
/** Positions are filled up to a multiple of this many bytes, so that the length of an id cannot be read from the outside. */
const block = 64;

/**
 * Cursors under a key: AES-256-GCM, bound to their list. A caller can neither make one nor read in one where the list stands, which
 * may be at somebody that the caller does not see. The IV is random; 2^32 cursors a key are safe (NIST SP 800-38D, 8.3).
 *
 * @param secret at least 32 characters; asked for when the first cursor is sealed or opened
 */
export function cursors(secret: () => Promise<string>): Cursors {
  let known: Promise<Buffer> | undefined;
  const key = () => {
    known ??= secret().then((text) => Buffer.from(hkdfSync('sha256', text, '', 'optledger cursor v1', 32)));
    // A secret that could not be read is asked for again.
    known.catch(() => {
      known = undefined;
    });
    return known;
  };

  return {
    async seal(list, position) {
      const iv = randomBytes(ivLength);
      const sealing = createCipheriv(cipher, await key(), iv).setAAD(nameOf(list));
      const text = Buffer.from(JSON.stringify(position));
      const filled = Buffer.concat([text, Buffer.alloc(block - (text.length % block), ' ')]);
      return Buffer.concat([iv, sealing.update(filled), sealing.final(), sealing.getAuthTag()]).toString('base64url');
    },
    async open(list, cursor, form) {
      if (cursor === undefined) return undefined;
      const found = form.safeParse(unsealed(await key(), list, cursor));
      if (found.success) return found.data;
      throw new UnreadableInputError('The cursor does not belong to this list. Start again without it.', 'cursor');
    },
  };
}

/** Undefined = not sealed under this key for this list; no position is. */
function unsealed(key: Buffer, list: readonly unknown[], cursor: string): unknown {
  const bytes = Buffer.from(cursor, 'base64url');
  // The decoder passes over what is not base64url and over spare bits; a cursor has one spelling.
  if (bytes.toString('base64url') !== cursor || bytes.length <= ivLength + tagLength) return undefined;
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivLength), { authTagLength: tagLength })
    .setAAD(nameOf(list))
    .setAuthTag(bytes.subarray(-tagLength));
  try {
    const text = Buffer.concat([opening.update(bytes.subarray(ivLength, -tagLength)), opening.final()]).toString();
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const nameOf = (list: readonly unknown[]): Buffer => Buffer.from(JSON.stringify(list));
