import type { Values } from '../../kit/form.tsx';
import { linesOf } from '../../kit/values.ts';
import { sureOf } from '../file/encoding.ts';
import type { Mapping } from '../imports.ts';
import type { ImportKind } from '../kinds.ts';

/** Columns that a row may have besides whom it is about and when. */
export const otherColumns = ['status', 'purposes', 'documentRef', 'operator', 'source', 'locale', 'reason'] as const;
export type OtherColumn = (typeof otherColumns)[number];

/** Where the form has what a column is. The API names these so, too. */
export const columnAt = (field: 'phone' | 'bsuid' | OtherColumn | 'date'): string =>
  field === 'date' || field === 'status' ? `/columns/${field}/column` : `/columns/${field}`;

export const at = {
  kind: '/kind',
  format: '/columns/date/format',
  otherFormat: 'other-format',
  date: '/date',
  country: '/country',
  numbers: '/numbers',
  purposes: '/purposes',
  noTo: 'no-to',
  source: '/source',
  notice: '/notice/noticeId',
  version: '/notice/noticeVersion',
  lift: '/lift',
  scope: '/scope',
  reason: '/reason',
} as const;

/** Where the form has what a word of the status column means. */
export const meaningAt = (word: string): string => `status:${word}`;

/** Columns that a kind of file has a use for. */
export const columnsOf = (kind: ImportKind): readonly OtherColumn[] =>
  kind === 'opt-ins'
    ? ['status', 'purposes', 'documentRef', 'operator', 'source', 'locale']
    : kind === 'opt-outs'
      ? ['purposes', 'documentRef', 'operator', 'source']
      : ['reason', 'documentRef', 'operator'];

const given = (values: Values, pointer: string): string | undefined => values[pointer]?.trim() || undefined;

/** The format of the dates, as it was chosen. */
export const formatOf = (values: Values): string | undefined =>
  values[at.format] === 'other' ? given(values, at.otherFormat) : given(values, at.format);

export interface ReadAs {
  readonly delimiter: Mapping['delimiter'];
  readonly encoding: Mapping['encoding'];
}

/**
 * What was filled in, as the API takes it.
 *
 * @param momentOf what one date for the whole file is, as a time
 */
export function mappingOf(
  values: Values,
  kind: ImportKind,
  { delimiter, encoding }: ReadAs,
  momentOf: (day: string) => string,
) {
  const column = (field: Parameters<typeof columnAt>[0]) => given(values, columnAt(field));
  const dateColumn = column('date');
  const used = new Set<string>(columnsOf(kind));
  const plain = (
    ['phone', 'bsuid', 'purposes', 'documentRef', 'operator', 'source', 'locale', 'reason'] as const
  ).filter((field) => field === 'phone' || field === 'bsuid' || used.has(field));
  const status = used.has('status') ? column('status') : undefined;
  const words = (meaning: string): string[] =>
    Object.entries(values).flatMap(([pointer, each]) =>
      pointer.startsWith('status:') && each === meaning ? [pointer.slice('status:'.length)] : [],
    );
  const [date, noticeId] = [given(values, at.date), given(values, at.notice)];
  const noTo = values[at.noTo];
  const mapping = {
    delimiter,
    encoding: sureOf(encoding),
    columns: {
      ...Object.fromEntries(plain.flatMap((field) => (column(field) === undefined ? [] : [[field, column(field)]]))),
      ...(dateColumn !== undefined && { date: { column: dateColumn, format: formatOf(values) } }),
      ...(status !== undefined && { status: { column: status, optedIn: words('yes'), optedOut: words('no') } }),
    },
    ...(given(values, at.country) !== undefined && { country: given(values, at.country) }),
    ...(values[at.numbers] === 'yes' && { numbers: 'digits' }),
    ...(date !== undefined && { date: momentOf(date) }),
    ...(kind === 'opt-ins' && linesOf(values[at.purposes]).length > 0 && { purposes: linesOf(values[at.purposes]) }),
    ...(kind === 'opt-outs' && { purposes: noTo === 'some' ? linesOf(values[at.purposes]) : (noTo ?? 'all') }),
    ...(kind === 'opt-ins' &&
      noticeId !== undefined && { notice: { noticeId, noticeVersion: Number(values[at.version] ?? 1) } }),
    ...(kind !== 'suppressions' && { source: given(values, at.source) ?? 'import' }),
    ...(kind === 'suppressions' && {
      ...(values[at.lift] === 'lift'
        ? { lift: true }
        : { scope: values[at.scope] === 'marketing' ? 'marketing' : 'all' }),
      ...(given(values, at.reason) !== undefined && { reason: given(values, at.reason) }),
    }),
  };
  return mapping as unknown as Mapping;
}
