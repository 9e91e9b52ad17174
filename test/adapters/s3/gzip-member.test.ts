import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { constants, crc32, createInflateRaw, gunzipSync, inflateRawSync, unzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { combineCrc32 } from '../../../lambdas/adapters/s3/combine-crc32.ts';
import { deflateText, gzipFile, inflateText, trailer } from '../../../lambdas/adapters/s3/gzip-member.ts';
import { objectUpload } from '../../../lambdas/adapters/s3/object-upload.ts';
import type { DeflatedText } from '../../../lambdas/use-cases/exports/ports.ts';
import { type TestBucket, testBucket } from '../../support/exports/export-bucket.ts';

let bucket: TestBucket;
beforeAll(async () => {
  bucket = await testBucket();
});
afterAll(() => bucket.stop());

async function written(key: string, stretches: readonly DeflatedText[]): Promise<Buffer> {
  const file = gzipFile(objectUpload(bucket.client, bucket.bucket, key, 'application/gzip'));
  for (const stretch of stretches) await file.write(stretch);
  const { bytes } = await file.close();
  const stored = await bucket.bytes(key);
  expect(stored.length).toBe(bytes);
  return stored;
}

/** What a browser does: the first member, and an error for anything after it. */
async function decompressed(bytes: Buffer): Promise<Buffer> {
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return Buffer.from(await new Response(stream).arrayBuffer());
}

/** Where the deflate stream of the first member ends, by an inflater that knows nothing of gzip. */
async function endOfFirstMember(bytes: Buffer): Promise<number> {
  const inflate = createInflateRaw();
  await buffer(Readable.from([bytes.subarray(10)]).pipe(inflate));
  return 10 + inflate.bytesWritten + 8;
}

const texts: readonly (readonly [string, readonly string[]])[] = [
  ['nothing', []],
  ['one text', ['a,b\r\n']],
  ['an empty one among others', ['a', '', 'b']],
  ['texts that repeat each other', Array.from({ length: 40 }, () => 'usr_1,525512345671,offers\r\n'.repeat(500))],
  ['letters of several bytes, and the end of one', ['línea\n"dos"', '🦤'.repeat(9000), 'ñ']],
  [
    'text that does not compress',
    [Array.from({ length: 70_000 }, (_, at) => String.fromCodePoint(33 + ((at * at * 7919 + at) % 20_000))).join('')],
  ],
];

describe('a gzip file put together from stretches', () => {
  test.each(texts)('of %s is one member, whole for every reader', async (name, all) => {
    const bytes = await written(`gzip/${name}`, all.map(deflateText));
    const whole = Buffer.from(all.join(''));
    expect(await decompressed(bytes)).toEqual(whole);
    expect(gunzipSync(bytes)).toEqual(whole);
    expect(unzipSync(bytes)).toEqual(whole);
    // A reader that stops at the end of the first member has everything, and nothing is left over.
    expect(await endOfFirstMember(bytes)).toBe(bytes.length);
    expect(bytes.subarray(-8)).toEqual(Buffer.from(trailer(crc32(whole), whole.length)));
  });

  test('a stretch cut short is an error for every reader, never a shorter list', async () => {
    const bytes = await written('gzip/cut', [deflateText('a'.repeat(2000)), deflateText('b'.repeat(2000))]);
    for (const end of [bytes.length - 1, bytes.length - 9, 40]) {
      expect(() => gunzipSync(bytes.subarray(0, end))).toThrow();
      await expect(decompressed(bytes.subarray(0, end))).rejects.toThrow();
    }
  });

  test('the same stretches in another order, or one left out, have another checksum', () => {
    const [a = deflateText(''), b = a, c = b] = ['first', 'second', 'third'].map(deflateText);
    const of = (...stretches: DeflatedText[]) =>
      stretches.reduce((sum, each) => combineCrc32(sum, each.crc32, each.length), 0);
    expect(new Set([of(a, b, c), of(b, a, c), of(a, c), of(a, b)]).size).toBe(4);
    expect(of(a, b, c)).toBe(crc32('firstsecondthird'));
  });

  test('a stretch holds no last block and ends on a whole byte with the flush', () => {
    const { deflated } = deflateText('some people');
    expect([...deflated.subarray(-4)]).toEqual([0, 0, 0xff, 0xff]);
    expect(() => inflateRawSync(deflated)).toThrow();
    expect(inflateRawSync(deflated, { finishFlush: constants.Z_SYNC_FLUSH }).toString()).toBe('some people');
    expect(inflateText(deflateText('some people'))).toBe('some people');
  });
});

describe('checksums of texts one after the other', () => {
  test('are those of the whole, wherever it is cut', () => {
    const whole = Buffer.from('The quick brown fox jumps over the lazy dog. '.repeat(30));
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const [first, second] = [whole.subarray(0, cut), whole.subarray(cut)];
      expect(combineCrc32(crc32(first), crc32(second), second.length)).toBe(crc32(whole));
    }
  });

  test('are right beyond 4 GiB, where the length in the file starts again at 0', () => {
    // Python 3: zlib.crc32 over that many bytes "a", in pieces.
    const aMebibyte = { crc32: crc32('a'.repeat(2 ** 20)), length: 2 ** 20 };
    const pieces = Array.from({ length: 4097 }, () => aMebibyte);
    const crc = pieces.reduce((sum, each) => combineCrc32(sum, each.crc32, each.length), 0);
    expect(crc).toBe(0x566b6305);
    const half = pieces.slice(0, 1).reduce((sum, each) => combineCrc32(sum, each.crc32, each.length), 0);
    const rest = pieces.slice(1).reduce((sum, each) => combineCrc32(sum, each.crc32, each.length), 0);
    expect(combineCrc32(half, rest, 4096 * 2 ** 20)).toBe(crc);
    expect([...trailer(crc, 4097 * 2 ** 20).subarray(4)]).toEqual([0, 0, 0x10, 0]);
  });
});
