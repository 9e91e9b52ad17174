import { expect, test } from 'vitest';
import { classesIn, groups, rowClasses } from '../../../../console/src/imports/outcome/classes.ts';
import { firstRowsIn } from '../../../../console/src/imports/outcome/report.ts';
import { importsWords } from '../../../../console/src/imports/words/imports-words.ts';
import { rowClasses as known, rowFaults } from '../../../../lambdas/domain/import/row-class.ts';

test('every class of a row has its place and its words', () => {
  expect([...rowClasses].sort()).toEqual([...known].sort());
  const counts = Object.fromEntries(rowClasses.map((each) => [each, 1]));
  expect(groups.flatMap((group) => classesIn(group, counts)).sort()).toEqual([...known].sort());
});

test('every fault of a row has a sentence', () => {
  const { whys } = importsWords.en;
  expect(rowFaults.filter((each) => !(each in whys))).toEqual([]);
});

test('of a group the classes with most rows come first, and those without rows not at all', () => {
  expect(classesIn('unusable', { 'unusable-row': 2, 'unusable-number': 7, 'future-date': 0 })).toEqual([
    'unusable-number',
    'unusable-row',
  ]);
});

test('the first rows of each class are read out of the report', () => {
  const rows = Array.from({ length: 9 }, (_, n) => `${n + 2},new,true,`);
  const found = firstRowsIn(['line,class,recorded,why', ...rows, '11,unusable-row,false,no-date', ''].join('\r\n'));
  expect(found.get('new')?.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
  expect(found.get('unusable-row')).toEqual([{ line: 11, why: 'no-date' }]);
});
