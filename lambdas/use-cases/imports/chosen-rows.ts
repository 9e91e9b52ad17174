import type { ReadRow } from '../../domain/import/read-row.ts';
import type { ImportFiles, PartOf } from './ports.ts';

/** The rows of a part, and those that the dry run found worth recording. */
export async function chosenRows(
  files: Pick<ImportFiles, 'readPart' | 'readClasses'>,
  place: PartOf,
): Promise<{ readonly rows: readonly ReadRow[]; readonly chosen: readonly ReadRow[] }> {
  const [rows, classes] = await Promise.all([files.readPart(place), files.readClasses(place)]);
  const recorded = new Set(classes.filter((each) => each.recorded).map(({ row }) => row));
  return { rows, chosen: rows.filter(({ row }) => recorded.has(row)) };
}
