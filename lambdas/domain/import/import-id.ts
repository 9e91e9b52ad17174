import type { Milliseconds } from '../time.ts';

/** `imp_`, the time in base 36 so that ids sort by it (nine characters last past the year 5000), and what makes it unique. */
export function importIdAt(at: Milliseconds, unique: string): string {
  return `imp_${at.toString(36).padStart(9, '0')}${unique}`;
}

/** Whether this can be the id of an import. Whatever else stands in a URL is not there. */
export function isImportId(id: string): boolean {
  return /^imp_[0-9a-z]{1,60}$/.test(id);
}
