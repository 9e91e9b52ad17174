import type { AudienceFile } from '../../domain/export/export.ts';
import type {
  AppliedCounts,
  AppliedOutcome,
  Attestation,
  Import,
  ImportMode,
  ReadFile,
  Refusal,
  RowCounts,
} from '../../domain/import/import.ts';
import type { Delimiter, FileEncoding, ImportMapping } from '../../domain/import/mapping.ts';
import type { ReadRow } from '../../domain/import/read-row.ts';
import type { ClassifiedRow } from '../../domain/import/row-class.ts';
import type { LedgerEntry } from '../../domain/ledger/ledger-entry.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Page } from '../exports/ports.ts';

/** One execution of the state machine. */
export interface ImportRun {
  readonly appId: string;
  readonly importId: string;
  readonly mode: ImportMode;
  /** Which dry run. */
  readonly run: number;
  /** Which execution. */
  readonly attempt: number;
}

/** What one part came to; counted once, however often it is done. */
export interface PartResult {
  readonly rows: number;
  readonly counts?: RowCounts;
  readonly toRecord?: number;
  readonly applied?: NonNullable<Import['applied']>;
  readonly annulled?: number;
}

/** The imports of every app. Reads are strong. */
export interface ImportStore {
  create(created: Import): Promise<void>;
  find(appId: string, importId: string): Promise<Import | undefined>;
  /** Newest first; `after` is an importId. */
  list(appId: string, limit: number, after?: string): Promise<Page<Import>>;
  /**
   * Begins an execution: the import as it is then. `undefined` = somebody changed it since `before` was read.
   *
   * @param anew counts from zero; else an execution that stopped is continued
   */
  begin(before: Import, change: BeginChange, at: Milliseconds): Promise<Import | undefined>;
  /** Notes how the file was read. False = this run is not the import's any more. */
  noteFile(run: ImportRun, file: ReadFile): Promise<boolean>;
  /** Notes how many rows are read so far. */
  noteReading(run: ImportRun, rows: number): Promise<void>;
  /** Marks that a part is begun, so that an undo knows that rows of it may be recorded. Nothing is marked once the import does something else. */
  beginPart(run: Omit<ImportRun, 'attempt'>, part: number): Promise<void>;
  /** The parts that are marked so, whether they are done or not. */
  partsBegun(run: Omit<ImportRun, 'attempt'>): Promise<ReadonlySet<number>>;
  /** Whether a part is noted. */
  isPartDone(run: Omit<ImportRun, 'attempt'>, part: number): Promise<boolean>;
  /** Notes a part and adds what it came to, once. */
  notePart(run: Omit<ImportRun, 'attempt'>, part: number, result: PartResult): Promise<void>;
  /** The parts that are noted. */
  partsDone(run: Omit<ImportRun, 'attempt'>): Promise<ReadonlySet<number>>;
  /** Ends a dry run well. A second time changes nothing. */
  preview(run: ImportRun, at: Milliseconds, report: AudienceFile): Promise<void>;
  /**
   * Ends the run of an import that was applied or undone, and leaves the event that says so with the same write. A second time changes
   * nothing, and tells nothing.
   *
   * @param applied of one that was applied: what its report says
   */
  complete(
    run: ImportRun & { readonly mode: 'apply' | 'undo' },
    at: Milliseconds,
    counts: { readonly [code: string]: number },
    applied?: { readonly applied: AppliedCounts; readonly appliedReport: AudienceFile },
  ): Promise<void>;
  /** The file cannot be used. Nothing changes where the import went on since `seen` was read: what is being applied is never refused. */
  refuse(seen: SeenImport, refusal: Refusal, at: Milliseconds): Promise<void>;
  fail(run: ImportRun, detail: string, at: Milliseconds): Promise<void>;
}

/** An import as somebody read it. */
export type SeenImport = Pick<Import, 'appId' | 'importId' | 'state' | 'run' | 'tries'>;

/** What begins with an execution. */
export type BeginChange =
  | { readonly mode: 'preview'; readonly mapping: ImportMapping }
  | { readonly mode: 'apply'; readonly attestation: Attestation }
  | { readonly mode: 'undo'; readonly undo: NonNullable<Import['undo']> };

/** Who runs the steps. */
export interface ImportStarter {
  /** Starts an execution, or finds it on its way. False = it has ended, and starts no more: the next one has a number of its own. */
  start(run: ImportRun): Promise<boolean>;
}

/** A table as it is read: one row at a time. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: AsyncGenerator<{ readonly cells: readonly string[]; readonly row: number }, void>;
  readonly encoding: FileEncoding;
  readonly delimiter: Delimiter;
}

/** Reads files of text as tables. */
export interface TableReader {
  /** @throws FileRefusedError @param open the bytes from their beginning, each time */
  read(
    open: () => AsyncIterable<Uint8Array>,
    how: { readonly encoding?: FileEncoding | undefined; readonly delimiter?: Delimiter | undefined },
  ): Promise<Table>;
  /** Whether the rows ended because the file is not UTF-8, though nobody named an encoding: it is to be read again as Windows-1252. */
  isAnotherEncoding(error: unknown): boolean;
}

/** What applying a row came to, and to whom it gave what an undo takes back. */
export interface AppliedRow extends AppliedOutcome {
  readonly userId?: string | undefined;
  readonly purposes?: readonly string[] | undefined;
}

/** What is known of a file without reading it. */
export interface FileHead {
  readonly bytes: number;
  readonly etag: string;
  /** When it came, by the store's clock. */
  readonly cameAt: Milliseconds;
}

/** The file of an import and what is made of it. Nothing in it holds a whole file in memory. */
export interface ImportFiles {
  /** Where a caller may send the file for a while. */
  uploadTo(
    of: Pick<Import, 'appId' | 'importId' | 'size'>,
  ): Promise<{ readonly url: string; readonly headers: { readonly [name: string]: string }; readonly seconds: number }>;
  put(of: Pick<Import, 'appId' | 'importId'>, bytes: Uint8Array): Promise<void>;
  head(of: Pick<Import, 'appId' | 'importId'>): Promise<FileHead | undefined>;
  /** The bytes of this version of the file. @throws FileRefusedError `file-changed` */
  read(of: Pick<Import, 'appId' | 'importId'>, etag: string): AsyncIterable<Uint8Array>;
  writePart(of: PartOf, rows: readonly ReadRow[]): Promise<void>;
  readPart(of: PartOf): Promise<readonly ReadRow[]>;
  writeClasses(of: PartOf, rows: readonly ClassifiedRow[]): Promise<void>;
  readClasses(of: PartOf): Promise<readonly ClassifiedRow[]>;
  writeApplied(of: PartOf, rows: readonly AppliedRow[]): Promise<void>;
  readApplied(of: PartOf): Promise<readonly AppliedRow[]>;
  /** Puts the classes of all parts together. */
  writeReport(of: Omit<PartOf, 'part'>, parts: AsyncIterable<readonly ClassifiedRow[]>): Promise<AudienceFile>;
  /** Puts together what applying came to. */
  writeAppliedReport(of: Omit<PartOf, 'part'>, parts: AsyncIterable<readonly AppliedOutcome[]>): Promise<AudienceFile>;
}

export interface PartOf {
  readonly appId: string;
  readonly importId: string;
  readonly run: number;
  readonly part: number;
}

/** Everything that was recorded of somebody, for the rare decision that their state does not tell. */
export type History = (appId: string, subjectIds: readonly string[]) => Promise<readonly LedgerEntry[]>;

/** SHA-256 of bytes that come one after the other. */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  hex(): string;
}
