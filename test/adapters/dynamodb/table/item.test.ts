import { describe, expect, test } from 'vitest';
import {
  itemAs,
  MalformedItemError,
  type Shape,
  withoutKey,
} from '../../../../lambdas/adapters/dynamodb/table/item.ts';

interface Card {
  readonly name: string;
  readonly pages: number;
  readonly lent: boolean;
  readonly authors: readonly string[];
  readonly shelf: { readonly room: string };
  readonly note?: string;
  readonly apps: readonly string[] | '*';
}
const shape: Shape<Card> = {
  name: 'string',
  pages: 'number',
  lent: 'boolean',
  authors: 'list',
  shelf: 'map',
  apps: ['list', 'string'],
};
const item = { pk: 'CARDS', sk: '1', name: 'a', pages: 1, lent: false, authors: [], shelf: {}, apps: '*' };

describe('an item as what its shape says', () => {
  test('is taken with what it holds besides', () => {
    expect(itemAs(item, shape)).toBe(item);
    expect(itemAs({ ...item, apps: [], more: null }, shape)).toMatchObject({ apps: [] });
  });

  test.each([
    ['a missing attribute', { name: undefined }, 'name of CARDS 1 is undefined, not string.'],
    ['another kind', { pages: '1' }, 'pages of CARDS 1 is string, not number.'],
    ['a map where a list should be', { authors: {} }, 'authors of CARDS 1 is map, not list.'],
    ['a list where a map should be', { shelf: [] }, 'shelf of CARDS 1 is list, not map.'],
    ['null', { lent: null }, 'lent of CARDS 1 is object, not boolean.'],
    ['none of several kinds', { apps: 7 }, 'apps of CARDS 1 is number, not list or string.'],
  ])('%s is said with its key and without its value', (_, wrong, said) => {
    expect(() => itemAs({ ...item, ...wrong }, shape)).toThrow(new MalformedItemError(said));
  });
});

test('what an item says is without key and time of deletion', () => {
  expect(withoutKey({ pk: 'CARDS', sk: '1', ttl: 5, name: 'a' })).toEqual({ name: 'a' });
});
