import type * as z from 'zod';
import type { Cursors } from './cursor.ts';

/** One list: what its cursors belong to, how a page of it is read, and how an item is shown. */
export interface List<Item, Position, Shown> {
  /** Name, app and filter. */
  readonly name: readonly unknown[];
  readonly position: z.ZodType<Position>;
  /** Up to `limit` items from a place; `next` is where the list goes on, undefined = nowhere. */
  readonly read: (
    limit: number,
    from: Position | undefined,
  ) => Promise<{ readonly data: readonly Item[]; readonly next?: Position | undefined }>;
  readonly view: (item: Item) => Shown;
}

/**
 * One page of a list, as every list answers it.
 *
 * @throws UnreadableInputError the cursor is not of this list
 */
export async function listAnswer<Item, Position, Shown>(
  cursors: Cursors,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  { name, position, read, view }: List<Item, Position, Shown>,
) {
  const { data, next } = await read(limit, await cursors.open(name, cursor, position));
  const nextCursor = next === undefined ? null : await cursors.seal(name, next);
  return { status: 200, body: { data: data.map(view), nextCursor } } as const;
}

/** A page of a store that tells items only: a full one goes on behind its last item. */
export function pageOf<Item, Position>(data: readonly Item[], limit: number, positionOf: (item: Item) => Position) {
  const last = data.length < limit ? undefined : data.at(-1);
  return { data, next: last === undefined ? undefined : positionOf(last) };
}
