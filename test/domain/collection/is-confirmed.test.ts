import { expect, test } from 'vitest';
import { isConfirmed } from '../../../lambdas/domain/collection/is-confirmed.ts';
import { testChoice } from '../../support/pages/collection.ts';

const ana = '525512345678';

test.each([
  ['nobody has', {}, false],
  ['nobody has yet, of its number', { numbers: [ana] }, false],
  ['anybody has, where no number was named', { confirmedBy: ['bsuid:MX.1'] }, true],
  ['its number has', { numbers: [ana], confirmedBy: [`phone:${ana}`] }, true],
  [
    'its number has, in the older form of the same line',
    { numbers: [ana], confirmedBy: ['phone:5215512345678'] },
    true,
  ],
  ['one of its numbers has', { numbers: ['525500000009', ana], confirmedBy: [`phone:${ana}`] }, true],
  ['another number has', { numbers: [ana], confirmedBy: ['phone:525500000009'] }, false],
  ['somebody without a number has', { numbers: [ana], confirmedBy: ['bsuid:MX.1'] }, false],
])('a choice when %s', (_, more, confirmed) => {
  expect(isConfirmed(testChoice(1, more))).toBe(confirmed);
});
