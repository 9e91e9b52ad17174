import { createHash, createHmac, createSecretKey, type Hash, type Hmac } from 'node:crypto';

type Data = string | ArrayBuffer | ArrayBufferView;

/**
 * SHA-256 as the SDK's signer asks for it: made, fed and read once for each part of a signature; with a secret it is an HMAC. The SDK's
 * own hands the bytes of the signing key to `createHmac` as they are, for which Node takes six times as long as for a key object.
 */
export class SigningSha256 {
  readonly #secret: Data | undefined;
  #hash: Hash | Hmac;
  #isRead = false;

  constructor(secret?: Data) {
    this.#secret = secret;
    this.#hash = hashOf(secret);
  }

  update(data: Data): void {
    this.#hash.update(typeof data === 'string' ? data : bytesOf(data));
  }

  /** Once: what is asked again rejects. */
  async digest(): Promise<Uint8Array> {
    // Node itself would answer with nothing at all, of an HMAC.
    if (this.#isRead) throw new Error('This hash was read already.');
    this.#isRead = true;
    return this.#hash.digest();
  }

  reset(): void {
    this.#hash = hashOf(this.#secret);
    this.#isRead = false;
  }
}

function hashOf(secret: Data | undefined): Hash | Hmac {
  // An empty secret is none, as in the SDK's own.
  if (secret === undefined || secret === '') return createHash('sha256');
  return createHmac('sha256', typeof secret === 'string' ? secret : createSecretKey(bytesOf(secret)));
}

function bytesOf(data: Exclude<Data, string>): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
