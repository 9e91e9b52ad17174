import type { Milliseconds } from '../time.ts';
import type { ImportMapping } from './mapping.ts';
import type { RowClass } from './row-class.ts';

/** What the rows of a file are: what people said yes (or no) to, whom they said no, who is not to be contacted. */
export const importKinds = ['opt-ins', 'opt-outs', 'suppressions'] as const;
export type ImportKind = (typeof importKinds)[number];

/**
 * - `awaiting-file`: nothing was read yet
 * - `reading`: the dry run is on its way
 * - `previewed`: every row has its class; nothing was applied
 * - `applying`, `applied`
 * - `undoing`, `undone`: grants of the batch never counted
 * - `refused`: the file cannot be used (`refusal`); nothing was applied, another file or mapping may be tried
 * - `failed`: a step gave up (`failure`); the same call again continues where it stopped
 */
export const importStates = [
  'awaiting-file',
  'reading',
  'previewed',
  'applying',
  'applied',
  'undoing',
  'undone',
  'refused',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];

/** What an execution of the state machine does. */
export const importModes = ['preview', 'apply', 'undo'] as const;
export type ImportMode = (typeof importModes)[number];

/** Bytes of a file. */
export const mostBytes = 250_000_000;
/** Rows below the header. */
export const mostRows = 2_000_000;
/** Bytes of a file in the body of a call: what API Gateway and Lambda let through together, in base64. */
export const mostBytesByApi = 4 * 1024 * 1024;
/** Rows that are decided or recorded by one step; a step that fails does them again. */
export const rowsAtOnce = 5_000;

/** Why a file cannot be used. */
export const refusalCodes = [
  'no-file',
  'empty',
  'too-large',
  'too-many-rows',
  'not-a-table',
  'wrong-encoding',
  'missing-column',
  'file-changed',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** A plain sentence. */
  readonly detail: string;
  /** Line of the file, counted from 1, where there is one. */
  readonly line?: number | undefined;
}

/** Who answers for the file: kept as evidence of every row. */
export interface Attestation {
  readonly operator: string;
  readonly documentRef: string;
  /** The dry run that was looked at, and the SHA-256 of its report. Absent = of a time when nobody said so. */
  readonly dryRun?: number | undefined;
  readonly report?: string | undefined;
  readonly at: Milliseconds;
  /** The key or the person who called. */
  readonly keyId: string;
}

/** Rows by class. */
export type RowCounts = { readonly [Class in RowClass]?: number };

/** The file as it was read: everything later holds to it. */
export interface ReadFile {
  readonly bytes: number;
  /** SHA-256 in lower-case hex. */
  readonly sha256: string;
  readonly etag: string;
  readonly rows: number;
  readonly parts: number;
  readonly encoding: string;
  readonly delimiter: string;
}

/** One file and what became of it. */
export interface Import {
  readonly importId: string;
  readonly appId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  /** Bytes as they were announced. */
  readonly size: number;
  readonly state: ImportState;
  readonly createdAt: Milliseconds;
  readonly updatedAt: Milliseconds;
  readonly keyId: string;
  /** Counts dry runs: each has parts and a report of its own. */
  readonly run: number;
  /** Counts executions: each has a name of its own. */
  readonly tries: number;
  readonly mode?: ImportMode | undefined;
  readonly mapping?: ImportMapping | undefined;
  readonly file?: ReadFile | undefined;
  /** Of the step that is on its way or was the last: how many rows there are, and how many are done. */
  readonly progress?: { readonly rows: number; readonly done: number } | undefined;
  /** By class, as the dry run saw them. */
  readonly counts?: RowCounts | undefined;
  /** Of the rows, those that applying records. */
  readonly toRecord?: number | undefined;
  /** What applying came to. */
  readonly applied?: AppliedCounts | undefined;
  /** Grants that the undo took back. */
  readonly annulled?: number | undefined;
  readonly report?: { readonly key: string; readonly bytes: number; readonly sha256: string } | undefined;
  /** What applying came to, row by row. */
  readonly appliedReport?: { readonly key: string; readonly bytes: number; readonly sha256: string } | undefined;
  readonly attestation?: Attestation | undefined;
  readonly undo?: { readonly operator: string; readonly reason: string; readonly at: Milliseconds } | undefined;
  readonly refusal?: Refusal | undefined;
  readonly failure?: { readonly failedAt: Milliseconds; readonly detail: string } | undefined;
  readonly previewedAt?: Milliseconds | undefined;
  readonly appliedAt?: Milliseconds | undefined;
  readonly undoneAt?: Milliseconds | undefined;
}

/** What applying a row came to: it counts, something overrules it, or it was refused at the last moment. */
export interface AppliedOutcome {
  /** Line of the file in which the row ends, counted from 1. */
  readonly row: number;
  readonly came: 'counted' | 'overruled' | 'refused';
  /** A stable code: what overrules it, or why it was refused. */
  readonly why?: string | undefined;
}

/** Rows that were recorded: `counted` as the answer of the single call says it, `overruled` by something else, `refused` at the last moment. */
export interface AppliedCounts {
  readonly recorded: number;
  readonly counted: number;
  readonly overruled: number;
  readonly refused: number;
}
