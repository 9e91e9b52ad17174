import { expect, it } from 'vitest';
import { lastNo, lastYes } from '../../../lambdas/domain/consent/last-word.ts';
import type { Mark, Registers } from '../../../lambdas/domain/consent/registers.ts';

const mark = (at: number): Mark => ({ at, ref: `u.${at}`, source: 'paper' });
const registers: Registers = {
  offers: { G2: mark(10), G3: mark(20), R2: mark(15) },
  orders: { Q: mark(30), E: mark(12) },
  '*': { R3: mark(25), G3: mark(22) },
};

it('nobody who said nothing has a last word', () => {
  expect([lastYes({}), lastNo({})]).toEqual([undefined, undefined]);
});

it('the last yes is the latest grant, START or request, of whatever purpose', () => {
  expect(lastYes(registers)?.at).toBe(30);
});

it('of some purposes it is theirs, or a START, which is about all', () => {
  expect(lastYes(registers, ['offers'])?.at).toBe(22);
  expect(lastYes(registers, ['orders'])?.at).toBe(30);
  expect(lastYes({ ...registers, '*': {} }, ['offers'])?.at).toBe(20);
});

it('the last no is the latest revoke or erasure, also of everything', () => {
  expect(lastNo(registers)?.at).toBe(25);
  expect(lastNo({ orders: { E: mark(12) } })?.at).toBe(12);
});
