import type { App, Purpose } from '../app/app.ts';
import type { Portfolios } from '../app/portfolios.ts';
import type { Milliseconds } from '../time.ts';

/** Who asked: an API key, or a schedule whose time had come. */
export interface ExportRequest {
  readonly exportId: string;
  readonly appId: string;
  readonly purposeId: string;
  /** When it was asked for; of a tick, the scheduled time. */
  readonly requestedAt: Milliseconds;
  /** The API key that asked. */
  readonly keyId?: string;
  readonly scheduleId?: string;
  /** The files say nothing of windows, and none is read. Decides about nobody: for templates a window changes nothing. */
  readonly windows?: false;
}

/** Everything that the decisions of one export depend on, frozen when it was planned. */
export interface ExportPlan {
  readonly plannedAt: Milliseconds;
  readonly purpose: Purpose;
  /** Which BSUIDs are good, and since when windows are of the number of the app. */
  readonly portfolios?: Pick<Portfolios, 'now'>;
  readonly numberSince?: Milliseconds;
  /** What the app says of countries. The table of country rules is of the code, and decided at the time of each row. */
  readonly countryRules?: App['countryRules'];
  /** `App.version` from which the purpose was taken. */
  readonly settingsVersion: number;
  /** `eligibilityRule` of the code that planned it. */
  readonly rule: string;
}

/** People left out, by the code of the reason that decided. */
export type ExcludedCounts = { readonly [code: string]: number };

/** One finished file as it lies in the bucket. */
export interface AudienceFile {
  readonly key: string;
  readonly bytes: number;
  /** Of the bytes as they lie there, compressed; lower-case hex. */
  readonly sha256: string;
}

export interface AudienceFiles {
  readonly csv: AudienceFile;
  readonly jsonl: AudienceFile;
}

export interface ExportResult {
  /** Nobody whose withdrawal was acknowledged before this is in the files (semantics 8). */
  readonly closedAt: Milliseconds;
  readonly rows: number;
  readonly excluded: ExcludedCounts;
  readonly files: AudienceFiles & { readonly manifest: AudienceFile };
}

export interface ExportFailure {
  readonly failedAt: Milliseconds;
  /** A sentence for the person who reads the list of exports. */
  readonly cause: string;
}

/** One export: asked for, being written, in the bucket, or failed. */
export type Export = ExportRequest &
  (
    | { readonly status: 'queued' }
    | { readonly status: 'running'; readonly plan: ExportPlan }
    | { readonly status: 'completed'; readonly plan: ExportPlan; readonly result: ExportResult }
    | { readonly status: 'failed'; readonly plan?: ExportPlan; readonly failure: ExportFailure }
  );

/** Names the rules by which rows are decided (docs of semantics); it changes when `eligibility()` would decide a row differently. */
export const eligibilityRule = 'semantics-5';

/** The reason under which the close counts people who withdrew while the export ran. */
export const withdrawnDuringExport = 'withdrawn-during-export';

/**
 * How far before the plan the close looks for withdrawals. A writer may have stamped its row before the plan and stored it
 * after the shard was read; it lives at most fifteen minutes (Lambda's limit).
 */
export const closeOverlap: Milliseconds = 15 * 60 * 1000;

/** The sum of several counts by reason. */
export function addCounts(...all: readonly ExcludedCounts[]): ExcludedCounts {
  const sum: Record<string, number> = {};
  for (const counts of all) for (const [code, count] of Object.entries(counts)) sum[code] = (sum[code] ?? 0) + count;
  return sum;
}
