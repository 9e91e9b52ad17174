import { shards } from '../../../contract/table.ts';
import type { PagePosition } from '../../../use-cases/people/ports.ts';

/** Partitions, and some that take more than one answer. */
const mostQueries = 4 * shards;

/** Queries partition after partition until `limit` items are there. */
export async function acrossShards<Item extends object>(
  query: (
    shard: number,
    after: string | undefined,
    limit: number,
  ) => Promise<{ items: readonly Item[]; last: string | undefined }>,
  limit: number,
  from: PagePosition = { shard: 0 },
): Promise<{ items: Item[]; next: PagePosition | undefined }> {
  const items: Item[] = [];
  let { shard, after } = from;
  // Every partition ends, and each answer goes on behind the one before; the bound is for what is not as it should be.
  for (let asked = 0; asked < mostQueries && shard < shards; asked += 1) {
    const page = await query(shard, after, limit - items.length);
    items.push(...page.items);
    if (page.last !== undefined) after = page.last;
    else [shard, after] = [shard + 1, undefined];
    if (items.length >= limit) break;
  }
  return { items, next: shard < shards ? { shard, after } : undefined };
}
