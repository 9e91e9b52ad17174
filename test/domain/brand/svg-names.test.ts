import { expect, it } from 'vitest';
import { safeValue } from '../../../lambdas/domain/brand/svg-names.ts';

it.each(['javascript:alert', 'a/b', 'a\\62', '@import', 'a;b', '<b>', 'a&b', 'a{b}', 'a\u0000', 'é'])(
  'a value with more than looks in it is left out: %j',
  (value) => {
    expect(safeValue(value)).toBeUndefined();
  },
);

it.each(['var(--x)', 'expression(1)', 'image(a)', 'attr(x)', 'url(a)', 'url(#a', 'env (x)', 'rgb(1) src(a)', '(1)'])(
  'a value that calls what is no function of drawings is left out: %s',
  (value) => {
    expect(safeValue(value)).toBeUndefined();
  },
);

it.each([
  ['rgb(1, 2, 3)', 'rgb(1, 2, 3)'],
  ["url( '#a' ) none", 'url(#a) none'],
  [' translate (1 -2)\n rotate(30) ', 'translate (1 -2) rotate(30)'],
  ['"Noto Sans"', 'Noto Sans'],
  ['M0-1.5e3,2z', 'M0-1.5e3,2z'],
  ['#fff !important', '#fff'],
])('a value that only looks is kept: %j', (given, kept) => {
  expect(safeValue(given)).toBe(kept);
});
