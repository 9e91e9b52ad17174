import { beforeEach, expect, test, vi } from 'vitest';
import { type CallbackBench, callbackBench, status, took } from '../../../support/callbacks/callback-bench.ts';

/** What callbacks cost, to the unit (docs/table.md). Events of less than a kilobyte. */
let bench: CallbackBench;
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  bench = await callbackBench();
});

const spent = async (act: () => Promise<unknown>): Promise<string> => {
  bench.consumed.splice(0);
  await act();
  const sum = (name: 'readUnits' | 'writeUnits') => bench.consumed.reduce((all, each) => all + each[name], 0);
  return `${bench.consumed.length} requests, ${sum('readUnits')} read, ${sum('writeUnits')} written`;
};

test('an event that is owed and delivered', async () => {
  const endpoint = await bench.endpoint();
  expect(await spent(() => bench.owe(endpoint, 'ana', 'user.opted_out'))).toBe('1 requests, 0 read, 2 written');
  expect(await spent(() => bench.drain())).toBe('5 requests, 3 read, 2 written');
  expect(await spent(() => bench.listening.listening('acme', 'user.opted_out'))).toBe('1 requests, 1 read, 0 written');
});

test('a no that an endpoint does not take marks its lane', async () => {
  const endpoint = await bench.endpoint({ types: ['user.opted_in'] });
  expect(await spent(() => bench.owe(endpoint, 'ana', 'user.opted_out'))).toBe('1 requests, 0 read, 1 written');
  expect(bench.tokens).toEqual([]);
});

test('one that fails, its wait, and the look of each minute', async () => {
  const endpoint = await bench.endpoint();
  bench.receiver = () => status(500);
  await bench.owe(endpoint, 'ana', 'user.opted_out');
  expect(await spent(() => bench.drain())).toBe('7 requests, 3 read, 4 written');
  bench.receiver = () => took;
  bench.pass(30_000);
  expect(await spent(() => bench.run(['sweep']))).toBe('3 requests, 2.5 read, 0 written');
});

test('an endpoint that is held back, or off: a token is a note', async () => {
  const endpoint = await bench.endpoint();
  await bench.endpoints.change('acme', endpoint.endpointId, { state: 'off' }, bench.now());
  await bench.owe(endpoint, 'ana', 'user.opted_out');
  expect(await spent(() => bench.drain())).toBe('2 requests, 1 read, 1 written');
});
