import * as z from 'zod';
import { UnreadableInputError } from '../../domain/errors.ts';
import { logger } from '../runtime/logger.ts';
import { type Problem, problemOf } from './error-response.ts';
import type { HttpRequest } from './http-request.ts';
import type { JsonObject } from './parse-body.ts';
import { validate } from './validate.ts';

export const mostItems = 100;
const bulk = z.strictObject({ items: z.array(z.unknown()).min(1).max(mostItems) });

/** The answer to one item: what the single call would have answered. */
interface ItemAnswer<Body> {
  readonly status: number;
  readonly body: Body | Problem;
  readonly replayed?: true | undefined;
}

/** What the single call answers. */
interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers?: { readonly 'idempotency-replayed'?: string | undefined } | undefined;
}

/** The items of a bulk call, 1 to 100. An item that is no object is refused by itself, when it is parsed. */
export function bulkItems(request: Pick<HttpRequest, 'json'>): readonly unknown[] {
  return validate(bulk, request.json()).items;
}

/** One item as an object. Throws UnreadableInputError. */
export function itemObject(item: unknown): JsonObject {
  if (typeof item === 'object' && item !== null && !Array.isArray(item)) return item as JsonObject;
  throw new UnreadableInputError('An item must be a JSON object.');
}

/** 200 with one answer per item, in the order of the items; what fails is an answer too. */
export function bulkAnswer<Body>(
  { requestId }: Pick<HttpRequest, 'requestId'>,
  results: readonly (Answer<Body> | Error)[],
) {
  return { status: 200, body: { data: results.map((result) => itemAnswer(requestId, result)) } } as const;
}

function itemAnswer<Body>(requestId: string, result: Answer<Body> | Error): ItemAnswer<Body> {
  if (!(result instanceof Error)) {
    const replayed = result.headers?.['idempotency-replayed'] === 'true' || undefined;
    return { status: result.status, body: result.body, replayed };
  }
  const problem = problemOf(result, requestId);
  if (problem.status === 500) logger.failure('item failed', result);
  return { status: problem.status, body: problem };
}

/** What a step gives, or the error that it throws. */
export async function settled<Result>(step: () => Result | Promise<Result>): Promise<Result | Error> {
  try {
    return await step();
  } catch (error) {
    return error instanceof Error ? error : new Error('Something that is no error was thrown.');
  }
}
