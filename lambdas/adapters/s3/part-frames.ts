import { gunzipSync, gzipSync } from 'node:zlib';
import { type AudienceRow, jsonLine } from '../../domain/export/audience-row.ts';
import { csvLine } from '../../domain/export/csv.ts';
import type { AudienceChunk } from '../../use-cases/export-ports.ts';

/**
 * A part is a row of frames: a line of JSON with the people's places, their count and two lengths, then as many bytes of CSV and
 * of JSONL. Both are gzip members of their own, and gzip members put one after the other are a gzip file (RFC 1952, 2.2): so the
 * close copies a frame's bytes into the files as they are, and opens only those in which somebody withdrew.
 * One object for both makes a part whole or absent.
 */
interface FrameHeader {
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly csv: number;
  readonly jsonl: number;
}

const newline = 0x0a;

/** Compresses some people as the files will have them. */
export function compress(rows: readonly AudienceRow[]): Pick<AudienceChunk, 'csv' | 'jsonl'> {
  return { csv: gzipSync(rows.map(csvLine).join('')), jsonl: gzipSync(rows.map(jsonLine).join('')) };
}

/** The people of a chunk. */
export function rowsOf(chunk: Pick<AudienceChunk, 'jsonl'>): readonly AudienceRow[] {
  const lines = gunzipSync(chunk.jsonl).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as AudienceRow);
}

export function toFrame({ first, last, count, csv, jsonl }: AudienceChunk): Uint8Array {
  const header: FrameHeader = { first, last, count, csv: csv.length, jsonl: jsonl.length };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), csv, jsonl]);
}

/** Reads the frames of a part; holds one frame at a time. Throws when the part ends within one. */
export async function* readFrames(part: AsyncIterable<Uint8Array>): AsyncGenerator<AudienceChunk, void> {
  const incoming = part[Symbol.asyncIterator]();
  const bytes = byteReader(incoming);
  try {
    for (let line = await bytes.line(); line !== undefined; line = await bytes.line()) {
      const { first, last, count, csv, jsonl } = JSON.parse(line) as FrameHeader;
      yield { first, last, count, csv: await bytes.take(csv), jsonl: await bytes.take(jsonl) };
    }
  } finally {
    // A reader that stops early closes the connection.
    await incoming.return?.();
  }
}

function byteReader(incoming: AsyncIterator<Uint8Array>) {
  let held: Buffer = Buffer.alloc(0);

  async function more(): Promise<boolean> {
    const next = await incoming.next();
    if (next.done) return false;
    held = Buffer.concat([held, next.value]);
    return true;
  }
  async function take(count: number): Promise<Buffer> {
    while (held.length < count) if (!(await more())) throw new Error('The part of an export is cut short.');
    const taken = held.subarray(0, count);
    held = held.subarray(count);
    return taken;
  }
  return {
    take,
    /** The text up to the next newline, which is taken too; undefined at the end. */
    async line(): Promise<string | undefined> {
      while (!held.includes(newline)) {
        if (await more()) continue;
        if (held.length === 0) return undefined;
        throw new Error('The part of an export is cut short.');
      }
      const text = (await take(held.indexOf(newline) + 1)).toString('utf8');
      return text.slice(0, -1);
    },
  };
}
