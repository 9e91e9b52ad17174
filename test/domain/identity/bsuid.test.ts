import { expect, test } from 'vitest';
import { parseBsuid } from '../../../lambdas/domain/identity/bsuid.ts';

test.each(['US.13491208655302741918', 'MX.a', 'US.ENT.11815799212886844830', `BR.${'9'.repeat(128)}`, 'US.ENT'])(
  '%s is a BSUID',
  (value) => {
    expect(parseBsuid(value)).toBe(value);
  },
);

test.each([
  ['nothing', ''],
  ['a junk id', 'foo_bar'],
  ['a phone number', '525512345678'],
  ['small letters', 'us.13491208655302741918'],
  ['three letters of country', 'USA.1349'],
  ['no point', 'US13491208655302741918'],
  ['nothing after the point', 'US.'],
  ['nothing after ENT', 'US.ENT.'],
  ['another infix', 'US.FOO.1349'],
  ['129 characters', `US.${'9'.repeat(129)}`],
  ['a line break', 'US.1349\n'],
  ['a blank', ' US.1349'],
  ['a user name', '@maria'],
  ['digits of another script', 'US.١٢٣'],
])('%s is none', (_, value) => {
  expect(parseBsuid(value)).toBeUndefined();
});
