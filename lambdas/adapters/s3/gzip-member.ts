import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { DeflatedText } from '../../use-cases/exports/ports.ts';
import { combineCrc32 } from './combine-crc32.ts';
import type { ObjectUpload } from './object-upload.ts';

/** RFC 1952, 2.3: deflate, no flags, no time, no hint about the effort, unknown operating system. */
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
/** RFC 1951, 3.2.3: an empty block that says that it is the last one. */
const lastBlock = Uint8Array.of(0x03, 0x00);

/**
 * Compresses a text on its own, as a stretch of a deflate stream: no block of it is the last one, none looks back behind its
 * beginning, and a flush brings its end to a whole byte (RFC 1951; zlib manual, `Z_SYNC_FLUSH`). So stretches that were made apart
 * from each other are one stream when their bytes are put one after the other.
 */
export function deflateText(text: string): DeflatedText {
  const bytes = Buffer.from(text);
  const deflated = deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  return { deflated, length: bytes.length, crc32: crc32(bytes) };
}

/** The text of a stretch. Throws when it is not the one that was compressed. */
export function inflateText({ deflated, length, crc32: expected }: DeflatedText): string {
  const bytes = inflateRawSync(deflated, { finishFlush: constants.Z_SYNC_FLUSH });
  if (bytes.length !== length || crc32(bytes) !== expected) throw new Error('A stretch of an export is damaged.');
  return bytes.toString('utf8');
}

/** A gzip file that is put together from stretches. */
export interface GzipFile {
  write(stretch: DeflatedText): Promise<void>;
  close(): ReturnType<ObjectUpload['close']>;
  abort(): Promise<void>;
}

/**
 * Writes a gzip file of exactly one member (decision 0027): many readers stop after the first one, or take a second one for an error.
 * Nothing is compressed here: the bytes are copied, and checksum and length are computed from those of the stretches.
 */
export function gzipFile(upload: ObjectUpload): GzipFile {
  let length = 0;
  let crc = 0;
  let begun = false;
  const begin = async () => {
    if (begun) return;
    begun = true;
    await upload.write(header);
  };
  return {
    async write(stretch) {
      await begin();
      crc = combineCrc32(crc, stretch.crc32, stretch.length);
      length += stretch.length;
      await upload.write(stretch.deflated);
    },
    async close() {
      await begin();
      await upload.write(Buffer.concat([lastBlock, trailer(crc, length)]));
      return upload.close();
    },
    abort: upload.abort,
  };
}

/** Checksum and length of the whole text, the latter modulo 2^32 (RFC 1952, 2.3.1). */
export function trailer(crc: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(crc, 0);
  bytes.writeUInt32LE(length % 2 ** 32, 4);
  return bytes;
}
