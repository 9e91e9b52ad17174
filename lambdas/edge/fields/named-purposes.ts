import type { NamedPurpose } from '../../domain/app/unknown-purposes.ts';
import type { JsonObject } from '../http/parse-body.ts';

// The purposes that bodies name, before these are known to be right.

/** `purpose`. */
export function namedPurpose(body: unknown): readonly NamedPurpose[] {
  const { purpose } = (body ?? {}) as JsonObject;
  return named('/purpose', purpose);
}

/** `purposes`, where it is a list. */
export function namedPurposes(body: unknown): readonly NamedPurpose[] {
  const { purposes } = (body ?? {}) as JsonObject;
  return listOf(purposes).flatMap((purpose, index) => named(`/purposes/${index}`, purpose));
}

/**
 * The purposes in the texts of a notice.
 *
 * @param pointer where the texts are in the body
 */
export function purposesOfTexts(texts: unknown, pointer: string): readonly NamedPurpose[] {
  return listOf(texts).flatMap((text, index) =>
    listOf((text as JsonObject | null | undefined)?.purposes).flatMap((purpose, at) =>
      named(`${pointer}/${index}/purposes/${at}/purposeId`, (purpose as JsonObject | null | undefined)?.purposeId),
    ),
  );
}

function named(pointer: string, purposeId: unknown): readonly NamedPurpose[] {
  return typeof purposeId === 'string' ? [{ pointer, purposeId }] : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
