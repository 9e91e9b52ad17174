import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SigningSha256 } from '../../../../lambdas/adapters/dynamodb/table/signing-hash.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const digestOf = async (hash: SigningSha256) => Buffer.from(await hash.digest()).toString('hex');

describe('the hash of the signer', () => {
  it.each(['', 'a', 'grüße', 'x'.repeat(1000)])('is SHA-256 of %j, as text and as bytes', async (text) => {
    const expected = createHash('sha256').update(text).digest('hex');
    for (const data of [text, bytes(text), bytes(text).buffer, new DataView(bytes(text).buffer)]) {
      const hash = new SigningSha256();
      hash.update(data);
      expect(await digestOf(hash)).toBe(expected);
    }
  });

  it.each([1, 32, 64, 65, 200])('is the HMAC where there is a secret, here of %i bytes', async (length) => {
    const secret = 'k'.repeat(length);
    const expected = createHmac('sha256', secret).update('to sign').digest('hex');
    // A part of a larger buffer, as Node's pool gives them out.
    const part = bytes(`??${secret}??`).subarray(2, 2 + length);
    for (const each of [secret, bytes(secret), bytes(secret).buffer, part]) {
      const hash = new SigningSha256(each);
      hash.update('to ');
      hash.update(bytes('sign'));
      expect(await digestOf(hash)).toBe(expected);
    }
  });

  it('begins anew with the same secret when it is reset, and gives one answer', async () => {
    const hash = new SigningSha256(bytes('secret'));
    hash.update('something else');
    hash.reset();
    hash.update('text');
    expect(await digestOf(hash)).toBe(createHmac('sha256', 'secret').update('text').digest('hex'));
    await expect(hash.digest()).rejects.toThrow();
  });
});
