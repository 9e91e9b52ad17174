import type { EligibleRow } from '../../domain/eligibility/eligible-row.ts';
import type { AudienceRow } from '../../domain/export/audience-row.ts';
import type {
  AudienceFile,
  AudienceFiles,
  Export,
  ExportFailure,
  ExportPlan,
  ExportRequest,
  ExportResult,
} from '../../domain/export/export.ts';
import type { ExportSchedule } from '../../domain/export/export-schedule.ts';
import type { Manifest } from '../../domain/export/manifest.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { WindowTimes } from '../../domain/window/customer-service-window.ts';

export interface Page<Item> {
  readonly data: readonly Item[];
  /** Where the next page starts; undefined = this was the last one. */
  readonly next?: string;
}

/** The exports of every app. Reads are strong. */
export interface ExportStore {
  /** Notes that an export was asked for. */
  enqueue(request: ExportRequest): Promise<void>;
  /**
   * Starts the export for one execution, with its plan. The same execution gets the plan that it wrote first.
   * `undefined` = another execution has it.
   */
  begin(request: ExportRequest, executionId: string, plan: ExportPlan): Promise<ExportPlan | undefined>;
  /** Closes it; a second closing changes nothing. Answers what stands. */
  complete(appId: string, exportId: string, result: ExportResult): Promise<ExportResult>;
  /** Marks it as failed, unless it is completed or another execution has it. */
  fail(request: ExportRequest, executionId: string | undefined, failure: ExportFailure): Promise<void>;
  find(appId: string, exportId: string): Promise<Export | undefined>;
  /** Newest first; `after` is an exportId. */
  list(appId: string, limit: number, after?: string): Promise<Page<Export>>;
}

/** The export schedules of every app. Reads are strong. */
export interface ScheduleStore {
  /** Writes a new one, or in the place of `before`. Throws AlreadyExistsError when that is not what stands there. */
  put(schedule: ExportSchedule, before?: ExportSchedule): Promise<void>;
  /** Notes that the Scheduler carries out what is written; false = it was changed or removed since, nothing is noted. */
  confirm(schedule: ExportSchedule): Promise<boolean>;
  remove(appId: string, scheduleId: string): Promise<void>;
  find(appId: string, scheduleId: string): Promise<ExportSchedule | undefined>;
  list(appId: string, limit: number, after?: string): Promise<Page<ExportSchedule>>;
}

/** Who carries out the schedules. */
export interface Scheduler {
  /** Creates it or changes it to this. Throws InvalidInputError when it refuses the expression. */
  put(schedule: ExportSchedule): Promise<void>;
  /** Removes it; it need not be there. */
  remove(scheduleId: string): Promise<void>;
}

/** Who runs the steps of an export. */
export interface ExportStarter {
  /** Starts one execution; the same export is started once, however often it is asked. */
  start(request: { readonly appId: string; readonly purposeId: string; readonly exportId: string }): Promise<void>;
}

/** A person of a shard with their place in the shard's order. */
export interface PlacedRow {
  readonly position: string;
  readonly row: EligibleRow;
  readonly window: WindowTimes;
}

/** Somebody who lost an eligible row, with the place that it had. */
export interface Leaver {
  readonly position: string;
  readonly subjectId: string;
}

/** The people who may get a purpose as far as consent goes, and those who no longer do. */
export interface EligibleRows {
  /**
   * The rows of a shard in order, in pages of at most 1,000; the next page is fetched while this one is worked on, and no more.
   * Eventually consistent.
   *
   * @param also whether the windows that are kept are read too; nine tenths of the price where one in five has one
   */
  pages(
    appId: string,
    purposeId: string,
    shard: number,
    also: { readonly windows: boolean },
  ): AsyncIterable<readonly PlacedRow[]>;
  /**
   * Who of the shard lost the purpose since then, in the shard's order. A strong read without an end, so that a writer whose
   * clock runs ahead hides nobody.
   */
  withdrawnSince(appId: string, purposeId: string, shard: number, since: Milliseconds): Promise<readonly Leaver[]>;
}

/** A text compressed as a stretch of a longer one: such stretches, one after the other, are one compressed text. */
export interface DeflatedText {
  readonly deflated: Uint8Array;
  /** Of the text itself: bytes in UTF-8, and checksum (RFC 1952). */
  readonly length: number;
  readonly crc32: number;
}

/** Some consecutive people of a shard, compressed as the files will have them. */
export interface AudienceChunk {
  /** Positions of the first and the last person. */
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly csv: DeflatedText;
  readonly jsonl: DeflatedText;
}

export interface PartWriter {
  add(first: string, last: string, rows: readonly AudienceRow[]): Promise<void>;
  close(): Promise<void>;
  /** Leaves nothing behind. */
  abort(): Promise<void>;
}

export interface AudienceWriter {
  /** Writes a chunk as it is. */
  copy(chunk: AudienceChunk): Promise<void>;
  add(rows: readonly AudienceRow[]): Promise<void>;
  close(): Promise<AudienceFiles>;
  abort(): Promise<void>;
}

/** Where the files of an export lie. Nothing in it holds a whole file in memory. */
export interface AudienceStore {
  writePart(appId: string, exportId: string, shard: number): PartWriter;
  readPart(appId: string, exportId: string, shard: number): AsyncIterable<AudienceChunk>;
  rowsOf(chunk: AudienceChunk): readonly AudienceRow[];
  removeParts(appId: string, exportId: string): Promise<void>;
  /** Each close has files of its own, so that an attempt that was given up cannot change the files of another. */
  writeAudience(appId: string, exportId: string, closedAt: Milliseconds): AudienceWriter;
  writeManifest(manifest: Manifest, closedAt: Milliseconds): Promise<AudienceFile>;
}

/** Links that open a file without a key, for a while. */
export interface FileLinks {
  /** `name` is what a browser saves the file as. */
  sign(file: AudienceFile, name: string): Promise<string>;
}
