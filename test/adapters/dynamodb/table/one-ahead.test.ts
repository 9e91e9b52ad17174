import { expect, test } from 'vitest';
import { oneAhead } from '../../../../lambdas/adapters/dynamodb/table/one-ahead.ts';

/** Pages that note when they are asked for and when nobody wants more of them. */
function noted(count: number, failing?: number) {
  const asked: number[] = [];
  const ended: string[] = [];
  async function* pages() {
    try {
      for (let page = 1; page <= count; page += 1) {
        asked.push(page);
        await Promise.resolve();
        if (page === failing) throw new Error(`page ${page} cannot be read`);
        yield page;
      }
    } finally {
      ended.push('closed');
    }
  }
  return { pages: pages(), asked, ended };
}

/** Everything that waits for nothing but a promise has happened then. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('every page comes once, in order; the next is asked for while one is worked on, and never more than that', async () => {
  const { pages, asked } = noted(5);
  const seen: number[] = [];
  for await (const page of oneAhead(pages)) {
    await settled();
    // Held now: this page and the one ahead.
    expect(asked).toEqual(Array.from({ length: Math.min(page + 1, 5) }, (_, n) => n + 1));
    seen.push(page);
  }
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

test('nothing is asked for before somebody wants the first page, and of nothing comes nothing', async () => {
  const { pages, asked } = noted(0);
  const ahead = oneAhead(pages);
  await settled();
  expect(asked).toEqual([]);
  expect(await ahead.next()).toEqual({ done: true, value: undefined });
});

test('a page that cannot be read fails when its turn has come, after those before it', async () => {
  const { pages, ended } = noted(5, 3);
  const seen: number[] = [];
  const all = (async () => {
    for await (const page of oneAhead(pages)) {
      await settled();
      seen.push(page);
    }
  })();
  await expect(all).rejects.toThrow('page 3 cannot be read');
  expect([seen, ended]).toEqual([[1, 2], ['closed']]);
});

test('whoever gives up ends the reading too, also when the page ahead fails meanwhile', async () => {
  for (const failing of [undefined, 2]) {
    const { pages, asked, ended } = noted(5, failing);
    const all = (async () => {
      for await (const _page of oneAhead(pages)) throw new Error('the disk is full');
    })();
    await expect(all).rejects.toThrow('the disk is full');
    await settled();
    expect([asked, ended]).toEqual([[1, 2], ['closed']]);
  }
});
