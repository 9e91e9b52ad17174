import type { JsonObject } from '../http/parse-body.ts';

/** The purpose that a body names, before it is known to be right. */
export function namedPurpose(body: unknown): readonly string[] {
  const { purpose } = (body ?? {}) as JsonObject;
  return typeof purpose === 'string' ? [purpose] : [];
}
