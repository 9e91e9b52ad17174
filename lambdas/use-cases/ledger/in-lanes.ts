/** One item on its way. */
interface Waiting<Item> {
  readonly item: Item;
  readonly index: number;
  /** How many items before it in its lanes are not done. */
  before: number;
  /** Those that wait for it. */
  readonly next: Waiting<Item>[];
}

/**
 * Runs a step for each item. Items that share a lane go one after the other in their order, so that two acts of one person do not race;
 * an item may stand in several lanes, by each identifier of its person, or in none. `atOnce` steps run side by side.
 *
 * @returns in the order of the items; rejects with the first step that does
 */
export function inLanes<Item, Result>(
  items: readonly Item[],
  lanesOf: (item: Item) => readonly string[],
  step: (item: Item) => Promise<Result>,
  atOnce = 10,
): Promise<readonly Result[]> {
  const ready = lineUp(items, lanesOf);
  const results: Result[] = [];
  let left = items.length;
  let running = 0;
  return new Promise((resolve, reject) => {
    const go = (): void => {
      if (left === 0) resolve(results);
      while (running < atOnce) {
        const one = ready.shift();
        if (one === undefined) return;
        running += 1;
        run(one);
      }
    };
    const run = (one: Waiting<Item>): void => {
      step(one.item).then((result) => {
        results[one.index] = result;
        running -= 1;
        left -= 1;
        for (const next of one.next) {
          next.before -= 1;
          if (next.before === 0) ready.push(next);
        }
        go();
      }, reject);
    };
    go();
  });
}

/** Those that wait for nobody; behind each of them those that wait for it. */
function lineUp<Item>(items: readonly Item[], lanesOf: (item: Item) => readonly string[]): Waiting<Item>[] {
  const last = new Map<string, Waiting<Item>>();
  const all = items.map((item, index) => {
    const one: Waiting<Item> = { item, index, before: 0, next: [] };
    for (const lane of new Set(lanesOf(item))) {
      const ahead = last.get(lane);
      if (ahead !== undefined) one.before += 1;
      ahead?.next.push(one);
      last.set(lane, one);
    }
    return one;
  });
  return all.filter(({ before }) => before === 0);
}
