import type { Cursors } from '../../http/cursor.ts';
import type { HttpRequest, HttpResponse } from '../../http/http-request.ts';
import { plainList } from '../../http/list-query.ts';
import { positions } from '../../http/positions.ts';
import { validateQuery } from '../../http/validate.ts';

/**
 * One page of a list of an app's exports or schedules.
 *
 * @param list name of the list; its cursors are good for it and this app only
 * @param load reads up to `limit` items after a place
 * @throws InvalidInputError (limit), UnreadableInputError (cursor)
 */
export async function exportList<Item>(
  cursors: Cursors,
  { path: { appId }, rawQuery: query }: Pick<HttpRequest<'appId'>, 'path' | 'rawQuery'>,
  list: 'exports' | 'schedules',
  load: (limit: number, after?: string) => Promise<{ readonly data: readonly Item[]; readonly next?: string }>,
  view: (item: Item) => object,
): Promise<HttpResponse> {
  const { limit, cursor } = validateQuery(plainList, query);
  const { data, next } = await load(limit, await cursors.open([list, appId], cursor, positions[list]));
  const nextCursor = next === undefined ? null : await cursors.seal([list, appId], next);
  return { status: 200, body: { data: data.map(view), nextCursor } };
}
