import { UsageError } from '../usage-error.ts';

/**
 * JSON from a file. A byte order mark is left out.
 *
 * @throws UsageError
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError('The file is not JSON.');
  }
}
