import { expect, it } from 'vitest';
import { runMeasured } from '../../lambdas/edge/runtime/consumed.ts';
import { readyToHear } from '../../lambdas/handlers/deps/hearing/ready-to-hear.ts';

it('hears a message of no meaning in INIT, and nothing in an event', () => {
  expect(runMeasured('init', 3000, readyToHear)).toBe(true);
  expect(runMeasured('JKJaXmPLvHcESHA=', 3000, readyToHear)).toBe(false);
  expect(readyToHear()).toBe(false);
});
