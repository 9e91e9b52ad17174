import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type EventType, isClosing } from '../../lambdas/domain/events/event-types.ts';
import { replayRange } from '../../lambdas/use-cases/callbacks/replay.ts';
import { type CallbackBench, callbackBench, status, took } from '../support/callbacks/callback-bench.ts';

let bench: CallbackBench;
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  bench = await callbackBench();
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('runs that meet, fail and end at random never tell a yes after a later no, and lose no event', async () => {
  const endpoint = await bench.endpoint();
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 48_271) + 11) % 2_147_483_647;
    return Math.abs(state) / 2_147_483_647;
  };
  bench.receiver = () => (random() < 0.4 ? status(500) : took);
  const dying = () => ({
    ...bench.deps.lanes,
    settle: (...all: Parameters<typeof bench.deps.lanes.settle>) =>
      random() < 0.2 ? Promise.reject(new Error('It ended.')) : bench.deps.lanes.settle(...all),
  });
  const said: readonly EventType[] = [
    'user.opted_in',
    'user.opted_out',
    'user.opted_in',
    'user.suppressed',
    'user.released',
  ];
  const lanes = ['ana', 'bob', 'eva', 'max'];
  for (let turn = 0; turn < 24; turn += 1) {
    const lane = lanes[Math.floor(random() * 4)] ?? 'ana';
    await bench.owe(endpoint, lane, said[Math.floor(random() * 5)] ?? 'user.opted_in');
    const batch = bench.tokens.splice(0);
    const back = await Promise.all([1, 2, 3].map(() => bench.run(batch, { lanes: dying() })));
    bench.tokens.push(...back.flat());
    bench.pass(random() * 70_000);
    bench.tokens.push('sweep');
  }
  bench.receiver = () => took;
  // Until the last of what waits is due: what comes back from a run that ended is tried after its claim.
  for (let look = 0; look < 40; look += 1) {
    bench.pass(20 * 60_000);
    await bench.minutes(1);
  }
  for (const [place, one] of bench.arrived.entries()) {
    if (isClosing(one.type as EventType) || !['user.opted_in', 'user.released'].includes(one.type)) continue;
    const before = bench.arrived.slice(0, place).filter(({ userId }) => userId === one.userId);
    expect(
      before.filter(({ type, sequence = 0 }) => isClosing(type as EventType) && sequence > (one.sequence ?? 0)),
    ).toEqual([]);
  }
  const { data } = await bench.reader.list('acme', endpoint.endpointId, {}, 100, undefined);
  expect(data).toHaveLength(24);
  expect(data.filter((each) => !['delivered', 'superseded'].includes(each.state))).toEqual([]);
  expect(data.filter((each) => each.state === 'superseded' && isClosing(each.type))).toEqual([]);
});

test('a replay of a time takes what was owed in it, so many at a call', async () => {
  const endpoint = await bench.endpoint();
  const from = bench.now();
  for (let person = 0; person < 205; person += 1) {
    await bench.owe(endpoint, `p${person}`, 'user.opted_in');
    bench.pass(1);
  }
  await bench.drain();
  const to = bench.now();
  const first = await replayRange(bench.replaying(), endpoint, { from, to }, undefined);
  expect([first.replayed, first.refused]).toEqual([200, []]);
  const rest = await replayRange(bench.replaying(), endpoint, { from, to }, first.next);
  expect([rest.replayed, rest.next]).toEqual([5, undefined]);
  expect(await replayRange(bench.replaying(), endpoint, { from: to, to: to + 1 }, undefined)).toMatchObject({
    replayed: 0,
  });
  await bench.drain();
  expect(bench.arrived).toHaveLength(410);
});
