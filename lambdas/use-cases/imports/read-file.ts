import type { App } from '../../domain/app/app.ts';
import { FileRefusedError } from '../../domain/import/file-refused-error.ts';
import { type Import, mostBytes, mostRows, type ReadFile } from '../../domain/import/import.ts';
import type { FileEncoding, ImportMapping } from '../../domain/import/mapping.ts';
import { type NumberReader, type ReadRow, rowReader } from '../../domain/import/read-row.ts';
import type { Clock } from '../ledger/ports.ts';
import type { FileHead, ImportFiles, ImportRun, RunningHash, TableReader } from './ports.ts';

export interface ReadFileDeps {
  readonly importFiles: ImportFiles;
  readonly tables: TableReader;
  /** Reads numbers as the mapping says that the file writes them. */
  readonly numbersOf: (mapping: ImportMapping) => NumberReader;
  readonly newHash: () => RunningHash;
  /** Rows of one part: `rowsAtOnce`, and few of them in tests. */
  readonly rowsInPart: number;
  readonly now: Clock;
}

/**
 * Reads the file of an import from its beginning and writes what was understood in parts of 5,000 rows. One stream; memory holds one
 * part, and of the rows before it a few numbers each. A repeat writes the same parts again: to continue in the middle would need to
 * know all lines that were read before, and reading is quick.
 *
 * @param told is told of each part how many rows are read
 * @throws FileRefusedError
 */
export async function readFile(
  deps: ReadFileDeps,
  { run }: Pick<ImportRun, 'run'>,
  app: App,
  known: Import & { readonly mapping: ImportMapping },
  told: (rows: number) => Promise<void>,
): Promise<ReadFile> {
  const { importFiles, tables } = deps;
  const head = await importFiles.head(known);
  if (head === undefined) throw new FileRefusedError('no-file', 'The file has not come.');
  if (head.bytes === 0) throw new FileRefusedError('empty', 'There is nothing in the file.');
  if (head.bytes > mostBytes) throw new FileRefusedError('too-large', 'The file has more than 250 MB.');
  const read = (encoding: FileEncoding | undefined) => readOnce(deps, run, app, known, { ...head, encoding }, told);
  const file = await read(known.mapping.encoding).catch((error) => {
    if (!tables.isAnotherEncoding(error)) throw error;
    return read('windows-1252');
  });
  const after = await importFiles.head(known);
  if (after?.etag !== head.etag) throw new FileRefusedError('file-changed', 'The file was changed while it was read.');
  return file;
}

async function readOnce(
  { importFiles, tables, numbersOf, newHash, rowsInPart, now }: ReadFileDeps,
  run: number,
  app: App,
  known: Import & { readonly mapping: ImportMapping },
  { bytes, etag, cameAt, encoding }: FileHead & { readonly encoding: FileEncoding | undefined },
  told: (rows: number) => Promise<void>,
): Promise<ReadFile> {
  const { appId, importId, mapping, kind } = known;
  let hash = newHash();
  async function* hashed(): AsyncGenerator<Uint8Array, void> {
    hash = newHash();
    for await (const chunk of importFiles.read(known, etag)) {
      hash.update(chunk);
      yield chunk;
    }
  }
  const table = await tables.read(hashed, { encoding, delimiter: mapping.delimiter });
  const readNumber = numbersOf(mapping);
  // A file may come long after its import was begun, and noes without a time may be as late as it.
  const came = Math.max(known.createdAt, Math.min(cameAt, now()));
  const reading = { kind, mapping, app, header: table.header, readNumber, now: now(), cameAt: came };
  const understand = rowReader(reading);
  let rows = 0;
  let parts = 0;
  let part: ReadRow[] = [];
  const writePart = async () => {
    if (part.length === 0) return;
    parts += 1;
    await importFiles.writePart({ appId, importId, run, part: parts }, part);
    part = [];
    await told(rows);
  };
  for await (const { cells, row } of table.rows) {
    rows += 1;
    if (rows > mostRows) throw new FileRefusedError('too-many-rows', 'The file has more than 2,000,000 rows.', row);
    part.push(understand(cells, row));
    if (part.length === rowsInPart) await writePart();
  }
  await writePart();
  if (rows === 0) throw new FileRefusedError('empty', 'There is no row below the header.');
  return { bytes, etag, sha256: hash.hex(), rows, parts, encoding: table.encoding, delimiter: table.delimiter };
}
