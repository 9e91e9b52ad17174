import type { PurposeScope, Source } from '../consent/statement.ts';
import type { Milliseconds } from '../time.ts';
import type { DateFormat } from './date-format.ts';

export const delimiters = [',', ';', 'tab', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export const encodings = ['utf-8', 'utf-16', 'windows-1252'] as const;
export type FileEncoding = (typeof encodings)[number];

/** The columns of a file by their names in its header. */
export interface MappedColumns {
  readonly phone?: string | undefined;
  readonly bsuid?: string | undefined;
  readonly date?:
    | {
        readonly column: string;
        readonly format: DateFormat;
        /** IANA; of formats that say no offset. Absent = the app's. */
        readonly timeZone?: string | undefined;
      }
    | undefined;
  /** Purposes by their ids, with `;`, `,` or `|` between them. */
  readonly purposes?: string | undefined;
  readonly status?:
    | { readonly column: string; readonly optedIn: readonly string[]; readonly optedOut: readonly string[] }
    | undefined;
  readonly documentRef?: string | undefined;
  readonly operator?: string | undefined;
  /** One of the reported sources. */
  readonly source?: string | undefined;
  /** BCP 47: which of the texts of the notice was shown. */
  readonly locale?: string | undefined;
  /** Of suppressions: why. */
  readonly reason?: string | undefined;
}

/** How a file is read. Nothing in it is guessed but the encoding and the delimiter, which the file itself tells. */
export interface ImportMapping {
  readonly delimiter?: Delimiter | undefined;
  readonly encoding?: FileEncoding | undefined;
  readonly columns: MappedColumns;
  /** ISO 3166-1 alpha-2, of numbers without a country code. */
  readonly country?: string | undefined;
  /** `digits` = with the country code and without a plus. */
  readonly numbers?: 'as-written' | 'digits' | undefined;
  /** One moment for every row without a date of its own. */
  readonly date?: Milliseconds | undefined;
  /** Of rows without purposes of their own; a file of opt-outs may say `all` or `marketing`. */
  readonly purposes?: PurposeScope | undefined;
  readonly notice?: { readonly noticeId: string; readonly noticeVersion: number } | undefined;
  readonly source: Source;
  /** Of suppressions. */
  readonly scope?: 'all' | 'marketing' | undefined;
  readonly reason?: string | undefined;
  /** The file says whose suppressions end. */
  readonly lift?: boolean | undefined;
}
