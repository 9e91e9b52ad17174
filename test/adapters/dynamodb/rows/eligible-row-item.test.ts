import { expect, test } from 'vitest';
import {
  fromEligibleRowItem,
  readOfRow,
  readRowItem,
  toEligibleRowItem,
} from '../../../../lambdas/adapters/dynamodb/rows/eligible-row-item.ts';
import { toAttributes } from '../../../../lambdas/adapters/dynamodb/table/attributes.ts';
import type { EligibleRow } from '../../../../lambdas/domain/eligibility/eligible-row.ts';

const fewest: EligibleRow = {
  subjectId: 'AbCdEfGhIj1',
  userId: 'usr_PlacePlacePlacePlace22AbCdEfGhIj1',
  phone: '14155550132',
  grant: { at: 1_764_000_000, level: 2, ref: 'AbCdEfGhIj1.1', source: 'import' },
};
const whole: EligibleRow = {
  ...fewest,
  bsuid: 'US.13491208655302741918',
  grant: { ...fewest.grant, level: 3, notice: 'welcome@2', from: 1_764_000_100 },
  marketingFrom: 0,
  platformStoppedAt: 1_764_000_200_001,
  ambiguousStopSince: 1_764_000_200_002,
  suppressedSince: 1_764_000_200_003,
  marketingStoppedAt: 1_764_000_200_004,
};
const itemOf = (row: EligibleRow) => toEligibleRowItem('acme', 'offers', 'PlacePlacePlacePlace22', row);

test.each([
  ['with the fewest attributes', fewest],
  ['with every attribute', whole],
])('a row %s is read as it was written', (_, row) => {
  expect(fromEligibleRowItem(readRowItem(toAttributes(itemOf(row))))).toEqual(row);
});

test('an export reads every attribute of a row but the name of its partition', () => {
  expect(['pk', ...readOfRow].sort()).toEqual(Object.keys(toAttributes(itemOf(whole))).sort());
});
