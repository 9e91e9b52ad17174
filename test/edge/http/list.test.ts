import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { listAnswer, pageOf } from '../../../lambdas/edge/http/list.ts';
import { testCursors } from '../../support/api/cursors.ts';

const items = ['a', 'b', 'c', 'd', 'e'];
const read = async (limit: number, from?: string) => {
  const rest = items.slice(from === undefined ? 0 : items.indexOf(from) + 1);
  return pageOf(rest.slice(0, limit), limit, (item) => item);
};
const list = { name: ['letters', 'acme'], position: z.string(), read, view: (item: string) => ({ item }) };

async function walk(limit: number) {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const { body } = await listAnswer(testCursors, { limit, cursor }, list);
    pages.push(body.data.map(({ item }) => item));
    cursor = body.nextCursor ?? undefined;
  } while (cursor !== undefined && pages.length < 10);
  return pages;
}

describe('a list', () => {
  it('shows everything once, page by page, whatever the length of a page', async () => {
    expect(await walk(2)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(await walk(6)).toEqual([items]);
    for (const limit of [1, 2, 3, 4, 5, 6]) expect((await walk(limit)).flat()).toEqual(items);
  });

  it('does not know of a full page whether it is the last', async () => {
    expect(await walk(5)).toEqual([items, []]);
  });

  it('takes the cursor of no other list', async () => {
    const { body } = await listAnswer(testCursors, { limit: 2 }, list);
    const others = [['letters', 'other'], ['letters'], ['words', 'acme'], ['letters', 'acme', 'filter']];
    for (const name of others) {
      const next = listAnswer(testCursors, { limit: 2, cursor: body.nextCursor ?? '' }, { ...list, name });
      await expect(next).rejects.toMatchObject({ code: 'unreadable-input', pointer: 'cursor' });
    }
  });
});
