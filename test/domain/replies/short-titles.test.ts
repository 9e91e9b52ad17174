import { expect, test } from 'vitest';
import { shortTitles } from '../../../lambdas/domain/replies/short-titles.ts';

const titles = (names: readonly string[], longest = 20, taken: readonly string[] = []) =>
  shortTitles(names, longest, 'en', taken).map(({ title }) => title);

test.each([
  ['offers', 'Offers'],
  ['offers and discounts', 'Offers and discounts'],
  ['offers and discounts!', 'Offers and…'],
  ['news of shops, menus and more', 'News of shops…'],
  ['Donaudampfschifffahrtsgesellschaft', 'Donaudampfschifffah…'],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦…'],
  ['  many   blanks ', 'Many blanks'],
  ['été', 'Été'],
])('%s is called %s', (name, title) => {
  expect(titles([name])).toEqual([title]);
});

test('no two are alike, nor like what is there', () => {
  const long = 'updates about all of your orders';
  expect(titles([long, `${long} too`, 'No, thanks', 'OFFERS', 'offers'], 20, ['No, thanks'])).toEqual([
    'Updates about all…',
    'Updates about… (2)',
    'No, thanks (2)',
    'OFFERS',
    'Offers (2)',
  ]);
});

test('whatever the names are, titles fit and differ', () => {
  const names = Array.from({ length: 9 }, (_, n) => `${'x'.repeat(30)} ${n}`);
  for (const longest of [20, 24]) {
    const found = titles(names, longest);
    expect(new Set(found.map((title) => title.toLowerCase())).size).toBe(names.length);
    for (const title of found) expect(title.length).toBeLessThanOrEqual(longest);
  }
});
