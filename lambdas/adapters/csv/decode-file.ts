import { FileRefusedError } from '../../domain/import/file-refused-error.ts';
import type { FileEncoding } from '../../domain/import/mapping.ts';

/** Bytes by which a file says what it is. */
const longestMark = 4;

/** The file is not UTF-8, and nobody said that it is: it may be read as what spreadsheets write elsewhere. */
export class NotUtf8Error extends Error {
  override readonly name = 'NotUtf8Error';
}

/**
 * The text of a file, as its bytes come. A byte order mark decides, and is left out; without one the encoding that was named, or UTF-8.
 *
 * @throws NotUtf8Error where no encoding was named, FileRefusedError where another one was, or for what is no text
 */
export async function* decodeFile(
  bytes: AsyncIterable<Uint8Array>,
  named: FileEncoding | undefined,
): AsyncGenerator<string, void> {
  let decoder: TextDecoder | undefined;
  let lines = 1;
  for await (const chunk of fromTheMark(bytes)) {
    if (decoder === undefined) {
      mustBeText(chunk);
      decoder = decoderFor(chunk, named);
    }
    const text = decoded(decoder, chunk, named, lines);
    if (text.includes('\0')) {
      throw new FileRefusedError('not-a-table', 'The file has bytes that are no text. Save it as CSV.', lines);
    }
    lines += countLines(text);
    if (text !== '') yield text;
  }
  if (decoder !== undefined) yield decoded(decoder, undefined, named, lines);
}

/** The bytes, the first of them together: a mark may come in two pieces. */
async function* fromTheMark(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let first: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of bytes) {
    if (first === undefined) yield chunk;
    else {
      first = Buffer.concat([first, chunk]);
      if (first.length < longestMark) continue;
      yield first;
      first = undefined;
    }
  }
  if (first !== undefined && first.length > 0) yield first;
}

function decoded(
  decoder: TextDecoder,
  chunk: Uint8Array | undefined,
  named: FileEncoding | undefined,
  line: number,
): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    if (named === undefined && decoder.encoding === 'utf-8') throw new NotUtf8Error();
    const detail = `The file is not ${decoder.encoding.toUpperCase()}: from here on it cannot be read.`;
    throw new FileRefusedError('wrong-encoding', detail, line);
  }
}

function decoderFor(first: Uint8Array, named: FileEncoding | undefined): TextDecoder {
  const [a, b] = first;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  // Without a mark the half of a Latin letter that is nothing tells which comes first.
  const isBig = (a === 0xfe && b === 0xff) || (named === 'utf-16' && a === 0 && b !== 0);
  if (isBig) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder(named === 'utf-16' ? 'utf-16le' : (named ?? 'utf-8'), { fatal: true });
}

/** Workbooks and archives begin with `PK`, older workbooks with the mark of OLE, PDF with its own. */
function mustBeText(first: Uint8Array): void {
  const mark = Buffer.from(first.subarray(0, 4)).toString('latin1');
  if (mark === 'PK\x03\x04' || mark === '\xd0\xcf\x11\xe0' || mark === '%PDF') {
    const detail = 'This is a workbook, an archive or a document, no text: save the table as CSV.';
    throw new FileRefusedError('not-a-table', detail, 1);
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
