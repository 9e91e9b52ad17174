import { dataOf } from './data-of.ts';

/** A page of any list of the API. */
interface Page<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

interface Outcome<Row> {
  readonly data?: Page<Row>;
  readonly error?: unknown;
  readonly response: Response;
}

/** The part of a query that asks for the next page; empty for the first. */
export interface Cursor {
  readonly cursor?: string;
}

/**
 * All rows of a list, page by page as they are wanted:
 *
 * ```ts
 * const params = { path: { appId: 'acme' } };
 * for await (const user of eachOf((next) => client.GET('/v1/apps/{appId}/users', { params: { ...params, query: { ...next } } })))
 * ```
 *
 * @throws ProblemError when a page is refused
 */
export async function* eachOf<Row>(page: (next: Cursor) => Promise<Outcome<Row>>): AsyncGenerator<Row, void> {
  let next: Cursor = {};
  for (;;) {
    const { data, nextCursor } = await dataOf(page(next));
    yield* data;
    if (nextCursor === null) return;
    next = { cursor: nextCursor };
  }
}
