/** What a trial says of a row; the API names them so. */
export const rowClasses = [
  'new',
  'already-out',
  'older-than-opt-out',
  'older-than-opt-in',
  'against-own-no',
  'suppressed',
  'known',
  'duplicate',
  'same-line',
  'no-evidence',
  'unusable-number',
  'unusable-row',
  'future-date',
] as const;
export type RowClass = (typeof rowClasses)[number];

/** What becomes of rows, by what they come to for a person: what counts, what is kept as proof, what is left out, what nobody can use. */
export const groups = ['counts', 'kept', 'out', 'unusable'] as const;
export type Group = (typeof groups)[number];

const groupOf: { readonly [C in RowClass]: Group } = {
  new: 'counts',
  'already-out': 'kept',
  'older-than-opt-out': 'kept',
  'older-than-opt-in': 'kept',
  'against-own-no': 'kept',
  suppressed: 'kept',
  known: 'out',
  duplicate: 'out',
  'same-line': 'out',
  'no-evidence': 'unusable',
  'unusable-number': 'unusable',
  'unusable-row': 'unusable',
  'future-date': 'unusable',
};

/** The classes of a group that have rows, those with most first. */
export const classesIn = (group: Group, counts: { readonly [name: string]: number | undefined }): readonly RowClass[] =>
  rowClasses
    .filter((each) => groupOf[each] === group && (counts[each] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
