import type { HttpRequest } from './http-request.ts';
import type { JsonObject } from './parse-body.ts';

/**
 * The body of a single call with the header `Idempotency-Key` as its `eventId`; an `eventId` in the body wins. Bulk calls have one
 * per item and do not read the header.
 */
export function withEventId(request: HttpRequest): JsonObject {
  const key = request.headers['idempotency-key'];
  return key === undefined ? request.json() : { eventId: key, ...request.json() };
}
