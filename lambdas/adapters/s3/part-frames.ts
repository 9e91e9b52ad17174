import { type AudienceRow, jsonLine } from '../../domain/export/audience-row.ts';
import { csvLine } from '../../domain/export/csv.ts';
import type { AudienceChunk, DeflatedText } from '../../use-cases/exports/ports.ts';
import { deflateText, inflateText } from './gzip-member.ts';

/**
 * A part is a row of frames: a line of JSON with the people's places, their count and what is known of two texts, then as many bytes
 * of CSV and of JSONL. Both are stretches of a deflate stream (`gzip-member.ts`): so the close copies a frame's bytes into the files
 * as they are, and opens only those in which somebody withdrew. One object for both makes a part whole or absent.
 */
interface FrameHeader {
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly csv: TextHeader;
  readonly jsonl: TextHeader;
}

/** A text without its bytes: how many they are, and length and checksum of the text. */
interface TextHeader {
  readonly bytes: number;
  readonly length: number;
  readonly crc32: number;
}

const newline = 0x0a;

/** Compresses some people as the files will have them. */
export function compress(rows: readonly AudienceRow[]): Pick<AudienceChunk, 'csv' | 'jsonl'> {
  return { csv: deflateText(rows.map(csvLine).join('')), jsonl: deflateText(rows.map(jsonLine).join('')) };
}

/** The people of a chunk. */
export function rowsOf(chunk: Pick<AudienceChunk, 'jsonl'>): readonly AudienceRow[] {
  const lines = inflateText(chunk.jsonl).split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as AudienceRow);
}

export function toFrame({ first, last, count, csv, jsonl }: AudienceChunk): Uint8Array {
  const header: FrameHeader = { first, last, count, csv: textHeader(csv), jsonl: textHeader(jsonl) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), csv.deflated, jsonl.deflated]);
}

const textHeader = ({ deflated, length, crc32 }: DeflatedText): TextHeader => ({
  bytes: deflated.length,
  length,
  crc32,
});

/** Reads the frames of a part; holds one frame at a time. Throws when the part ends within one. */
export async function* readFrames(part: AsyncIterable<Uint8Array>): AsyncGenerator<AudienceChunk, void> {
  const incoming = part[Symbol.asyncIterator]();
  const bytes = byteReader(incoming);
  try {
    for (let line = await bytes.line(); line !== undefined; line = await bytes.line()) {
      const { first, last, count, csv, jsonl } = JSON.parse(line) as FrameHeader;
      yield { first, last, count, csv: await text(bytes, csv), jsonl: await text(bytes, jsonl) };
    }
  } finally {
    // A reader that stops early closes the connection.
    await incoming.return?.();
  }
}

async function text(
  from: { readonly take: (count: number) => Promise<Uint8Array> },
  { bytes, length, crc32 }: TextHeader,
): Promise<DeflatedText> {
  // A part of an earlier version, written while this one was deployed, has no checksums: the export fails and is asked for again.
  if (![bytes, length, crc32].every(Number.isSafeInteger)) throw new Error('The part of an export cannot be read.');
  return { deflated: await from.take(bytes), length, crc32 };
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
