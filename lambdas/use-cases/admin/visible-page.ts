/** A page of a list that holds more than one caller may see. */
export interface VisiblePage<Item> {
  readonly data: readonly Item[];
  /** Id behind which the list goes on; undefined = nothing more is visible. */
  readonly next: string | undefined;
}

/** A call reads this many pages of the whole list at most; then its page is short. */
const mostReads = 20;
const readSize = 100;

/**
 * The next items that somebody may see. Reads on until the page is full of them and one more is found, so that neither the length of a
 * page nor the presence of a cursor tells of the others.
 *
 * @param read items of the whole list by id, after an id
 */
export async function visiblePage<Item>(
  read: (limit: number, after?: string) => Promise<{ readonly data: readonly Item[]; readonly next?: string }>,
  isVisible: (item: Item) => boolean,
  idOf: (item: Item) => string,
  limit: number,
  after: string | undefined,
): Promise<VisiblePage<Item>> {
  const found: Item[] = [];
  let from = after;
  for (let reads = 0; reads < mostReads; reads += 1) {
    const page = await read(readSize, from);
    found.push(...page.data.filter(isVisible));
    const last = found[limit - 1];
    if (last !== undefined && found.length > limit) return { data: found.slice(0, limit), next: idOf(last) };
    if (page.next === undefined) return { data: found, next: undefined };
    from = page.next;
  }
  return { data: found, next: from };
}
