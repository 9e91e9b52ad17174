import type { DateFormat } from '../../lambdas/domain/import/date-format.ts';

/** What a row of another system says of somebody. */
export interface Told {
  /** Where it stands: `line 7` of a table, `/users/6` of JSON. */
  readonly place: string;
  /** As the import will read it. */
  readonly phone: string;
  readonly said: 'yes' | 'no';
  /** As it is written there; empty = the system does not tell. */
  readonly date: string;
  /** What the system knows of how it came about: evidence beside the attestation. */
  readonly documentRef: string;
}

/** A row that says nothing that could be moved. */
export interface LeftOut {
  readonly place: string;
  /** A plain sentence, without the number. */
  readonly reason: string;
}

/** What a file of another system says, row by row, and how it writes dates and numbers. */
export interface MovedFile {
  readonly rows: AsyncIterable<Told | LeftOut> | Iterable<Told | LeftOut>;
  readonly date: { readonly format: DateFormat; readonly timeZone?: string | undefined };
  /** ISO 3166-1 alpha-2, of numbers without a country code. */
  readonly country?: string | undefined;
  /** @default 'as-written' */
  readonly numbers?: 'as-written' | 'digits' | undefined;
}

export const isLeftOut = (row: Told | LeftOut): row is LeftOut => 'reason' in row;
