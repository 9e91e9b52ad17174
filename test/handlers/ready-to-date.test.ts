import { expect, test } from 'vitest';
import { runMeasured } from '../../lambdas/edge/runtime/consumed.ts';
import { readyToDate } from '../../lambdas/handlers/deps/stage/ready-to-date.ts';

test('the calendars are loaded in INIT, and by no event for nothing', () => {
  expect(runMeasured('init', 3000, readyToDate)).toBe(true);
  expect(runMeasured('JKJaXmPLvHcESHA=', 3000, readyToDate)).toBe(false);
  expect(readyToDate()).toBe(false);
});
