import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deliveryIdOf } from '../../lambdas/adapters/dynamodb/callbacks/delivery-id.ts';
import { deliveryKey } from '../../lambdas/adapters/dynamodb/table/app-keys.ts';
import type { CallbackEndpoint } from '../../lambdas/domain/callbacks/endpoint.ts';
import type { EventType } from '../../lambdas/domain/events/event-types.ts';
import { replayNamed, sendTest } from '../../lambdas/use-cases/callbacks/replay.ts';
import { type CallbackBench, callbackBench, noon, status, took } from '../support/callbacks/callback-bench.ts';
import { rowsWhere } from '../support/table/rows.ts';

let bench: CallbackBench;
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  bench = await callbackBench();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const types = () => bench.arrived.map(({ type }) => type.split('.')[1]);
const hangs = { kind: 'timed-out' } as const;

describe('an event', () => {
  test('goes out at once, once, and is listed with what came of it', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.drain();
    await bench.minutes(3);
    expect(types()).toEqual(['opted_in']);
    const { data } = await bench.reader.list('acme', endpoint.endpointId, {}, 10, undefined);
    expect(data).toMatchObject([
      { state: 'delivered', attempts: 1, tries: [{ at: noon, outcome: 'delivered', code: 200 }], userId: 'usr_ana' },
    ]);
  });

  test('that is owed twice, as by a publisher that ended in between, goes out once', async () => {
    const endpoint = await bench.endpoint();
    const events = [{ order: 1, event: bench.eventOf('ana', 1, 'user.opted_in') }];
    await bench.owed.owe(endpoint, 'ana', events);
    bench.tokens.splice(0);
    await bench.owed.owe(endpoint, 'ana', events);
    await bench.drain();
    await bench.owed.owe(endpoint, 'ana', events);
    await bench.drain();
    expect(types()).toEqual(['opted_in']);
  });

  test('that is too large is named, dead from the beginning, and holds up nobody', async () => {
    const endpoint = await bench.endpoint();
    const large = bench.eventOf('ana', 900, 'message.received', { data: { text: 'ñ'.repeat(32 * 1024) } });
    await bench.owed.owe(endpoint, 'ana', [{ order: 900, event: large }]);
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.drain();
    const { data } = await bench.reader.list('acme', endpoint.endpointId, { state: 'dead' }, 10, undefined);
    expect(data).toMatchObject([{ eventId: large.id, deathReason: 'too-large', attempts: 0 }]);
    expect(data[0]?.body).toBeUndefined();
    expect([bench.dead, types()]).toEqual([[large.id], ['opted_in']]);
  });

  test('goes to those alone who want its type, in the form that they asked for', async () => {
    const out = await bench.endpoint({ types: ['user.opted_out'] });
    const gupshup = await bench.endpoint({ format: 'gupshup-v2' });
    const wants = async (type: EventType) => (await bench.listening.listening('acme', type)).length;
    expect([await wants('user.opted_in'), await wants('user.opted_out')]).toEqual([1, 2]);
    for (const each of [out, gupshup]) await bench.owe(each, 'ana', 'user.opted_in', 'user.opted_out');
    expect([await bench.states(out), await bench.states(gupshup)]).toEqual([
      ['opted_out owed 0'],
      ['opted_out owed 0'],
    ]);
    const [sent] = (await bench.reader.list('acme', gupshup.endpointId, {}, 1, undefined)).data;
    expect(sent?.body).toMatch(/^{"gupshup":"evt_ana_/);
  });

  test.each<[EventType, boolean]>([
    ['user.opted_out', true],
    ['platform.stopped', true],
    ['user.suppressed', true],
    ['user.merged', true],
    ['user.opted_in', false],
  ])('%s overtakes what is owed to other people: %s', async (type, overtakes) => {
    await bench.owe(await bench.endpoint(), 'ana', type);
    expect(bench.tokens).toMatchObject([overtakes ? { lane: 'ana', isNo: true } : { lane: 'ana' }]);
    expect(bench.tokens.some((token) => token !== 'sweep' && token.isNo === true)).toBe(overtakes);
  });

  test.each<[string, Partial<CallbackEndpoint>, EventType]>([
    ['that takes yeses alone', { types: ['user.opted_in'] }, 'user.opted_out'],
    ['that takes another no', { types: ['user.opted_in', 'user.opted_out'] }, 'platform.stopped'],
    ['whose form has no word for it', { format: 'gupshup-v2' }, 'user.merged'],
  ])('a yes that failed is never sent after a later no to an endpoint %s', async (_which, more, no) => {
    const endpoint = await bench.endpoint(more);
    bench.receiver = () => status(500);
    // The first place of the lane is that of the yes. Gupshup's form of the bench has no word for it, so it is put there as it is.
    await bench.owe(endpoint, 'ana', 'window.opened');
    const yes = bench.eventOf('ana', 1, 'user.opted_in');
    await bench.deps.lanes.add(endpoint, 'ana', yes, JSON.stringify(yes), bench.now());
    bench.tokens.push({ appId: 'acme', endpointId: endpoint.endpointId, lane: 'ana' });
    await bench.drain();
    bench.receiver = () => took;
    await bench.owe(endpoint, 'ana', no);
    await bench.minutes(10);
    expect(types()).toEqual(['opted_in']);
    const { data } = await bench.reader.list('acme', endpoint.endpointId, {}, 10, undefined);
    expect(data).toMatchObject([{ state: 'superseded', supersededBy: expect.stringContaining('evt_ana_') }]);
    const [{ deliveryId = '' } = {}] = data;
    expect(await replayNamed(bench.replaying(), endpoint, [deliveryId])).toMatchObject({
      refused: [{ code: 'superseded' }],
    });
  });

  test('nor to one that has stopped taking either, and what no list shows cannot be looked at or replayed', async () => {
    const endpoint = await bench.endpoint({ types: ['user.opted_in'] });
    bench.receiver = () => status(500);
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.drain();
    bench.receiver = () => took;
    await bench.endpoints.change('acme', endpoint.endpointId, { types: ['export.completed'] }, bench.now());
    const [changed, ...others] = await bench.listening.listening('acme', 'user.opted_out');
    expect([changed?.endpointId, others]).toEqual([endpoint.endpointId, []]);
    const event = bench.eventOf('ana', 900, 'user.opted_out');
    if (changed !== undefined) await bench.owed.owe(changed, 'ana', [{ order: 900, event }]);
    await bench.minutes(10);
    expect(types()).toEqual(['opted_in']);
    const mark = deliveryIdOf('ana', 900);
    expect(await bench.reader.find('acme', endpoint.endpointId, mark)).toBeUndefined();
    expect(await replayNamed(bench.replaying(), endpoint, [mark])).toMatchObject({ refused: [{ code: 'not-found' }] });
  });

  test('a message is forgotten once it was delivered, and is not told again', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, '~m', 'message.received');
    await bench.drain();
    const [sent] = (await bench.reader.list('acme', endpoint.endpointId, {}, 1, undefined)).data;
    expect(sent).toMatchObject({ state: 'delivered', body: undefined });
    expect(await replayNamed(bench.replaying(), endpoint, [sent?.deliveryId ?? ''])).toMatchObject({
      refused: [{ code: 'forgotten' }],
    });
  });
});

describe('a receiver that fails', () => {
  test('gets the same id and body at each try, ten in more than 72 hours; then it is dead, and said to be', async () => {
    const endpoint = await bench.endpoint();
    bench.receiver = () => status(500);
    await bench.owe(endpoint, 'ana', 'user.opted_out');
    await bench.drain();
    for (const minutes of [1, 5, 30, 120, 300, 600, 840, 1200, 1440]) {
      bench.pass((minutes - 1) * 60_000);
      await bench.minutes(1);
      // It is tried out five minutes later at most.
      if (bench.arrived.length < 10) await bench.minutes(0);
    }
    expect(bench.arrived).toHaveLength(10);
    expect(new Set(bench.arrived.map(({ id }) => id)).size).toBe(1);
    expect((bench.arrived.at(-1)?.at ?? 0) - noon).toBeGreaterThanOrEqual(72 * 3_600_000);
    expect(await bench.states(endpoint)).toEqual(['opted_out dead 10']);
    expect(bench.dead).toEqual([bench.arrived[0]?.id]);
    await bench.minutes(2);
    expect(bench.arrived).toHaveLength(10);
  });

  test('for one person holds up nobody else, and that person is told in order', async () => {
    const endpoint = await bench.endpoint();
    bench.receiver = ({ userId }) => (userId === 'usr_ana' && bench.now() < noon + 90_000 ? status(500) : took);
    await bench.owe(endpoint, 'ana', 'user.opted_in', 'user.number_changed');
    await bench.owe(endpoint, 'bob', 'user.opted_in');
    await bench.drain();
    expect(await bench.states(endpoint)).toEqual([
      'opted_in waiting 1',
      'number_changed owed 0',
      'opted_in delivered 1',
    ]);
    await bench.minutes(7);
    expect(bench.arrived.filter(({ userId }) => userId === 'usr_ana').map(({ type }) => type)).toEqual([
      ...['user.opted_in', 'user.opted_in', 'user.opted_in'],
      'user.number_changed',
    ]);
  });

  test('is told of a no at once, and never again of the yes that failed: that is superseded, and listed', async () => {
    const endpoint = await bench.endpoint();
    bench.receiver = ({ type }) => (type === 'user.opted_in' ? status(503) : took);
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.drain();
    await bench.owe(endpoint, 'ana', 'user.opted_out');
    await bench.drain();
    await bench.minutes(10);
    expect(types()).toEqual(['opted_in', 'opted_out']);
    const { data } = await bench.reader.list('acme', endpoint.endpointId, { state: 'superseded' }, 10, undefined);
    expect(data).toMatchObject([{ type: 'user.opted_in', supersededBy: expect.stringContaining('evt_ana_') }]);
  });

  test('a yes that can be delivered goes before the no', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in', 'user.opted_out', 'user.opted_in');
    await bench.drain();
    expect(types()).toEqual(['opted_in', 'opted_out', 'opted_in']);
  });

  test('that asks for time is left alone for so long', async () => {
    const endpoint = await bench.endpoint();
    bench.receiver = () => status(429, { 'retry-after': '600' });
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.drain();
    await bench.minutes(9);
    expect(bench.arrived).toHaveLength(1);
    await bench.minutes(1);
    expect(bench.arrived).toHaveLength(2);
  });
});

describe('a run that ends in the middle', () => {
  test('after the POST and before it was noted: the same id goes out again once its claim is over, and never two at once', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    const ended = { ...bench.deps.lanes, settle: () => Promise.reject(new Error('It ended.')) };
    const back = await bench.run(bench.tokens.splice(0), { lanes: ended });
    expect(back).toHaveLength(1);
    bench.pass(44_999);
    await bench.run(back);
    expect(bench.arrived).toHaveLength(1);
    bench.pass(1);
    await bench.run(back);
    expect(bench.arrived.map(({ id }) => id)).toEqual([bench.arrived[0]?.id, bench.arrived[0]?.id]);
    const [sent] = (await bench.reader.list('acme', endpoint.endpointId, {}, 1, undefined)).data;
    expect(sent).toMatchObject({ state: 'delivered', tries: [{ outcome: 'unknown' }, { outcome: 'delivered' }] });
  });

  /** A receiver whose answer no run survives. */
  const killing = () => ({ send: () => Promise.reject(new Error('It ended.')) });
  const alsoLooked = async (deps: ReturnType<typeof killing>) => {
    bench.pass(60_000);
    bench.tokens.push('sweep');
    while (bench.tokens.length > 0) {
      const back = await bench.run(bench.tokens.splice(0), deps);
      // A run that dies gives nothing back by itself: what it had comes again after the claim is over.
      if (back.length > 0) return void bench.tokens.push(...back);
    }
  };

  test('counts against the endpoint: one that no run survives is held back, given up, and switched off', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.owe(endpoint, 'bob', 'user.opted_out');
    const deps = killing();
    for (let look = 0; look < 3; look += 1) await alsoLooked(deps);
    expect(await bench.endpoints.find('acme', endpoint.endpointId)).toMatchObject({
      lastFailure: { outcome: 'unknown' },
      failures: expect.toSatisfy((count: number) => count > 0),
    });
    for (let look = 0; look < 200 && bench.dead.length < 2; look += 1) await alsoLooked(deps);
    expect(await bench.states(endpoint)).toEqual(['opted_in dead 10', 'opted_out dead 10']);
    bench.pass(5 * 24 * 3_600_000);
    await bench.owe(endpoint, 'eva', 'user.opted_in');
    for (let look = 0; look < 20 && bench.off.length === 0; look += 1) await alsoLooked(deps);
    expect(bench.off).toEqual([endpoint.endpointId]);
  });

  test('counts once, also where whoever finds it gets no further', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    const back = await bench.run(bench.tokens.splice(0), killing());
    bench.pass(45_000);
    const throttled = { ...bench.deps.lanes, claim: () => Promise.reject(new Error('Throttled.')) };
    expect(await bench.run(back, { lanes: throttled })).toEqual(back);
    const failures = async () => (await bench.endpoints.find('acme', endpoint.endpointId))?.failures;
    expect(await failures()).toBe(1);
    // Held back by now: a look works on it.
    bench.pass(60_000);
    bench.tokens.push(...back);
    while (bench.tokens.length > 0) await bench.run(bench.tokens.splice(0), killing());
    await alsoLooked(killing());
    expect(await failures()).toBe(1);
    const [sent] = (await bench.reader.list('acme', endpoint.endpointId, {}, 1, undefined)).data;
    expect(sent).toMatchObject({ attempts: 2, tries: [{ outcome: 'unknown' }] });
  });

  test('counts no longer once something is delivered', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await alsoLooked(killing());
    bench.pass(60_000);
    await bench.drain();
    expect(types()).toEqual(['opted_in']);
    expect(await bench.endpoints.find('acme', endpoint.endpointId)).toMatchObject({ failures: 0 });
  });

  test('and a no that came meanwhile goes out, and the yes not again', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    const ended = { ...bench.deps.lanes, settle: () => Promise.reject(new Error('It ended.')) };
    const back = await bench.run(bench.tokens.splice(0), { lanes: ended });
    await bench.owe(endpoint, 'ana', 'user.opted_out');
    await bench.drain();
    bench.pass(45_000);
    await bench.run(back);
    expect(types()).toEqual(['opted_in', 'opted_out']);
    expect(await bench.states(endpoint)).toEqual(['opted_in superseded 1', 'opted_out delivered 1']);
  });

  test('a table that throttles: what was to be done comes again', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    const throttled = { ...bench.deps.lanes, read: () => Promise.reject(new Error('Throttled.')) };
    const back = await bench.run(bench.tokens.splice(0), { lanes: throttled });
    await bench.run(back);
    expect(types()).toEqual(['opted_in']);
  });
});

test('twenty runs at one lane send each event once, in order', async () => {
  const endpoint = await bench.endpoint();
  await bench.owe(endpoint, 'ana', 'user.opted_in', 'user.opted_out', 'user.number_changed', 'user.opted_in');
  const [token] = bench.tokens.splice(0);
  if (token === undefined) throw new Error('Nothing was owed.');
  await Promise.all(Array.from({ length: 20 }, () => bench.run([token])));
  await bench.run([token]);
  expect(types()).toEqual(['opted_in', 'opted_out', 'number_changed', 'opted_in']);
});

describe('an endpoint that hangs', () => {
  test('takes one try of its own, and those of other apps and endpoints go out in the same run', async () => {
    const [slow, good] = [await bench.endpoint({ url: 'https://slow.example/' }), await bench.endpoint()];
    let release: (posted: typeof hangs) => void = () => undefined;
    const hanging = new Promise<typeof hangs>((resolve) => {
      release = resolve;
    });
    bench.receiver = ({ url }) => (url.includes('slow') ? hanging : took);
    for (const lane of ['ana', 'bob', 'eva']) {
      await bench.owe(slow, lane, 'user.opted_out');
      await bench.owe(good, lane, 'user.opted_out');
    }
    const running = bench.run(bench.tokens.splice(0));
    // It hangs, and everybody else was served.
    await vi.waitFor(async () =>
      expect(await bench.states(good)).toEqual([
        'opted_out delivered 1',
        'opted_out delivered 1',
        'opted_out delivered 1',
      ]),
    );
    release(hangs);
    await running;
    const before = bench.arrived.length;
    // From now on whatever is told of it only notes that: no run waits.
    for (let more = 0; more < 20; more += 1) await bench.owe(slow, `more${more}`, 'user.opted_out');
    await bench.drain();
    expect(bench.arrived).toHaveLength(before);
  });

  test('is tried out by one delivery a minute, and gets all that waited once it answers', async () => {
    const endpoint = await bench.endpoint();
    bench.receiver = () => hangs;
    for (let person = 0; person < 30; person += 1) {
      await bench.owe(endpoint, `p${person}`, 'user.opted_in');
      await bench.drain();
    }
    expect(bench.arrived).toHaveLength(1);
    await bench.minutes(4);
    expect(bench.arrived).toHaveLength(5);
    bench.receiver = () => took;
    await bench.minutes(6);
    expect((await bench.states(endpoint)).filter((each) => each.includes('delivered'))).toHaveLength(30);
  });

  test('or is slow goes by one run, ten lanes at once, until it is quick again', async () => {
    const endpoint = await bench.endpoint();
    await bench.deps.endpoints.note(endpoint, { failures: 0, isSlow: true });
    for (let person = 0; person < 12; person += 1) await bench.owe(endpoint, `p${person}`, 'user.opted_in');
    await bench.drain();
    expect(bench.arrived).toHaveLength(0);
    await bench.minutes(1);
    expect(bench.arrived).toHaveLength(12);
    await bench.owe(endpoint, 'late', 'user.opted_in');
    await bench.drain();
    expect(bench.arrived).toHaveLength(13);
  });
});

describe('switching off', () => {
  const eventRows = () => rowsWhere(bench.table, /#V#~/);

  test('410 does at once, with one event; what waits goes out, in order, when it is on again', async () => {
    const endpoint = await bench.endpoint();
    bench.receiver = () => status(410);
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.owe(endpoint, 'bob', 'user.opted_in');
    await bench.drain();
    expect(bench.off).toEqual([endpoint.endpointId]);
    expect(await bench.endpoints.find('acme', endpoint.endpointId)).toMatchObject({
      state: 'off',
      off: { why: 'gone', at: noon },
    });
    const [told, ...more] = await eventRows();
    expect(more).toEqual([]);
    expect(JSON.parse(String((told as { whole?: string }).whole))).toMatchObject({
      type: 'callback.switched_off',
      data: { endpointId: endpoint.endpointId, why: 'gone' },
    });
    const before = bench.arrived.length;
    // It goes on being owed, and nothing is sent.
    await bench.owe(endpoint, 'ana', 'user.opted_out');
    await bench.minutes(3);
    expect(bench.arrived).toHaveLength(before);
    bench.receiver = () => took;
    await bench.endpoints.change('acme', endpoint.endpointId, { state: 'on' }, bench.now());
    await bench.minutes(2);
    expect(
      bench.arrived
        .slice(before)
        .map(({ userId, type }) => `${userId} ${type}`)
        .toSorted(),
    ).toEqual(['usr_ana user.opted_out', 'usr_bob user.opted_in']);
  });

  test('five days of nothing but failures do, and say since when', async () => {
    const endpoint = await bench.endpoint();
    bench.receiver = () => status(500);
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.drain();
    bench.pass(5 * 24 * 3_600_000 - 60_000 - 1);
    await bench.minutes(1);
    expect(bench.off).toEqual([]);
    bench.pass(30 * 60_000);
    await bench.minutes(1);
    expect(bench.off).toEqual([endpoint.endpointId]);
    expect(await bench.endpoints.find('acme', endpoint.endpointId)).toMatchObject({
      off: { why: 'failing' },
      failingSince: noon,
    });
  });

  test('by hand keeps what happens meanwhile, too', async () => {
    const endpoint = await bench.endpoint();
    await bench.endpoints.change('acme', endpoint.endpointId, { state: 'off' }, bench.now());
    await bench.endpoints.change('acme', endpoint.endpointId, { state: 'off' }, bench.now() + 1);
    expect(await eventRows()).toHaveLength(1);
    await bench.owe(endpoint, 'ana', 'user.opted_in', 'user.opted_out');
    await bench.minutes(2);
    expect(bench.arrived).toEqual([]);
    await bench.endpoints.change('acme', endpoint.endpointId, { state: 'on' }, bench.now());
    await bench.minutes(1);
    expect(types()).toEqual(['opted_in', 'opted_out']);
  });

  test('one that is deleted gets nothing more, and nobody stumbles over what it was owed', async () => {
    const endpoint = await bench.endpoint();
    bench.receiver = () => status(500);
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.drain();
    await bench.endpoints.remove('acme', endpoint.endpointId);
    await bench.owe(endpoint, 'ana', 'user.opted_out');
    await bench.drain();
    await bench.minutes(10);
    expect([bench.arrived.length, bench.tokens]).toEqual([1, []]);
  });

  test('a changed URL gets what is owed, at once and as if nothing had failed', async () => {
    const endpoint = await bench.endpoint();
    bench.receiver = ({ url }) => (url.includes('new') ? took : hangs);
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.drain();
    const change = { url: 'https://new.example/', types: ['user.opted_out' as const] };
    expect(await bench.endpoints.change('acme', endpoint.endpointId, change, bench.now())).toMatchObject({
      failures: 0,
    });
    await bench.minutes(2);
    expect(bench.arrived.map(({ url }) => url)).toEqual(['https://receiver.example/hook', 'https://new.example/']);
  });
});

test('what the URL before said while it was changed says nothing of the new one', async () => {
  const endpoint = await bench.endpoint();
  const change = { url: 'https://new.example/' };
  for (const [lane, answer] of [
    ['ana', status(410)],
    ['bob', status(500)],
  ] as const) {
    await bench.endpoints.change('acme', endpoint.endpointId, { url: endpoint.url }, bench.now());
    bench.receiver = async ({ url }) => {
      if (url === change.url) return took;
      await bench.endpoints.change('acme', endpoint.endpointId, change, bench.now());
      return answer;
    };
    await bench.owe(endpoint, lane, 'user.opted_in');
    await bench.drain();
    expect(await bench.endpoints.find('acme', endpoint.endpointId)).toMatchObject({ state: 'on', failures: 0 });
  }
  await bench.minutes(2);
  expect(bench.off).toEqual([]);
  expect(new Set(bench.arrived.filter(({ url }) => url === change.url).map(({ userId }) => userId))).toEqual(
    new Set(['usr_ana', 'usr_bob']),
  );
});

describe('a replay', () => {
  test('sends the same again, with the same id, and refuses a yes that a later no has overtaken', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in', 'user.opted_out');
    await bench.owe(endpoint, 'bob', 'user.opted_in');
    await bench.drain();
    const { data } = await bench.reader.list('acme', endpoint.endpointId, {}, 10, undefined);
    const ids = data.map(({ deliveryId }) => deliveryId);
    const yes = data.find(({ userId, type }) => userId === 'usr_ana' && type === 'user.opted_in');
    const first = [...bench.arrived];
    expect(await replayNamed(bench.replaying(), endpoint, [...ids, 'dlv_none', ids[0] ?? ''])).toEqual({
      replayed: 2,
      refused: [
        { deliveryId: yes?.deliveryId, code: 'superseded' },
        { deliveryId: 'dlv_none', code: 'not-found' },
      ],
    });
    expect(await replayNamed(bench.replaying(), endpoint, ids)).toMatchObject({ replayed: 0 });
    await bench.drain();
    const again = bench.arrived.slice(first.length).map(({ id }) => id);
    expect(again.toSorted()).toEqual(
      first
        .filter(({ id }) => id !== yes?.eventId)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test('of a yes that is over is refused, also when the table forgot the later no first', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.drain();
    bench.pass(60_000);
    await bench.owe(endpoint, 'ana', 'user.opted_out');
    await bench.drain();
    bench.pass(30 * 24 * 3_600_000);
    const { data } = await bench.reader.list('acme', endpoint.endpointId, {}, 10, undefined);
    const [no, yes] = data;
    await bench.table.documents.send(
      new DeleteCommand({
        TableName: bench.table.tableName,
        Key: { ...deliveryKey('acme', endpoint.endpointId, 'ana', no?.order ?? 0) },
      }),
    );
    expect(await replayNamed(bench.replaying(), endpoint, [yes?.deliveryId ?? ''])).toMatchObject({
      refused: [{ code: 'not-found' }],
    });
    await bench.drain();
    expect(types()).toEqual(['opted_in', 'opted_out']);
  });

  test('of a yes is dropped when a no comes before it goes out', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.drain();
    const [{ deliveryId = '' } = {}] = (await bench.reader.list('acme', endpoint.endpointId, {}, 1, undefined)).data;
    await replayNamed(bench.replaying(), endpoint, [deliveryId]);
    const held = bench.tokens.splice(0);
    bench.receiver = ({ type }) => (type === 'user.opted_in' ? status(500) : took);
    await bench.owe(endpoint, 'ana', 'user.opted_out');
    await bench.drain();
    await bench.run(held);
    await bench.minutes(10);
    expect(types().slice(1)).toEqual(['opted_in', 'opted_out']);
  });

  test('of what nobody was told of is found by the next look', async () => {
    const endpoint = await bench.endpoint();
    await bench.owe(endpoint, 'ana', 'user.opted_in');
    await bench.drain();
    const [{ deliveryId = '' } = {}] = (await bench.reader.list('acme', endpoint.endpointId, {}, 1, undefined)).data;
    await replayNamed(bench.replaying(), endpoint, [deliveryId]);
    bench.tokens.splice(0);
    await bench.minutes(1);
    expect(bench.arrived).toHaveLength(2);
  });
});

test('a no goes out before what other people wait for, at an endpoint that was off and at one that hung', async () => {
  for (const isOff of [true, false]) {
    bench = await callbackBench();
    const endpoint = await bench.endpoint();
    bench.receiver = () => hangs;
    if (isOff) await bench.endpoints.change('acme', endpoint.endpointId, { state: 'off' }, bench.now());
    else {
      await bench.owe(endpoint, 'first', 'user.opted_in');
      await bench.drain();
    }
    for (let n = 0; n < 30; n += 1) await bench.owe(endpoint, `p${n}`, 'user.opted_in');
    await bench.drain();
    bench.pass(1000);
    await bench.owe(endpoint, 'zoe', 'user.opted_out');
    await bench.drain();
    bench.receiver = () => took;
    const from = bench.arrived.length;
    if (isOff) await bench.endpoints.change('acme', endpoint.endpointId, { state: 'on' }, bench.now());
    await bench.minutes(2);
    const said = bench.arrived.slice(from).map(({ userId }) => userId);
    expect(said.length).toBeGreaterThanOrEqual(31);
    expect(said.slice(0, 10)).toContain('usr_zoe');
  }
});

test.each(['that was tried in vain', 'that is told again'])(
  'a no %s has its turn before what other people have waited for longer',
  async (which) => {
    const endpoint = await bench.endpoint();
    const hold = () =>
      bench.deps.endpoints.note(endpoint, {
        failures: 9,
        lastFailure: { at: bench.now(), outcome: 'timed-out' },
        probeAt: bench.now(),
      });
    await bench.owe(endpoint, 'zoe', 'user.opted_out');
    if (which === 'that is told again') await bench.drain();
    for (let n = 0; n < 30; n += 1) await bench.owe(endpoint, `p${n}`, 'user.opted_in');
    await hold();
    bench.receiver = ({ type }) => (type === 'user.opted_out' ? hangs : took);
    if (which === 'that is told again') {
      await bench.drain();
      bench.pass(1000);
      const { data } = await bench.reader.list('acme', endpoint.endpointId, { state: 'delivered' }, 1, undefined);
      await replayNamed(
        bench.replaying(),
        endpoint,
        data.map(({ deliveryId }) => deliveryId),
      );
    }
    await bench.drain();
    const from = bench.arrived.length;
    await bench.minutes(2);
    bench.receiver = () => took;
    await bench.minutes(10);
    const said = bench.arrived.slice(from).map(({ type }) => type);
    // Twice it was due with all of them, and twice it went first.
    expect(said.slice(0, 3)).toEqual(['user.opted_out', 'user.opted_out', 'user.opted_in']);
    expect(said.filter((type) => type === 'user.opted_in')).toHaveLength(30);
  },
);

test('a replay whose call ends before it told anybody goes out, whoever looked in between', async () => {
  const endpoint = await bench.endpoint();
  await bench.owe(endpoint, 'ana', 'user.opted_in');
  await bench.drain();
  const [{ deliveryId = '' } = {}] = (await bench.reader.list('acme', endpoint.endpointId, {}, 1, undefined)).data;
  const replaying = bench.replaying();
  const lanes: typeof replaying.lanes = {
    ...replaying.lanes,
    again: async (...given) => {
      bench.tokens.push('sweep');
      await bench.drain();
      await replaying.lanes.again(...given);
      throw new Error('The run ended.');
    },
  };
  await expect(replayNamed({ ...replaying, lanes }, endpoint, [deliveryId])).rejects.toThrow();
  expect(bench.arrived).toHaveLength(1);
  await bench.minutes(2);
  expect(bench.arrived).toHaveLength(2);
});

test('a test event goes out also to an endpoint that is held back, and says that it is one', async () => {
  const endpoint = await bench.endpoint({ types: ['user.opted_out'] });
  await bench.deps.endpoints.note(endpoint, {
    failures: 9,
    failingSince: noon,
    lastFailure: { at: noon, outcome: 'timed-out' },
    probeAt: noon + 1e9,
  });
  const owed = await sendTest(bench.replaying(), endpoint, 'user.opted_in');
  expect(JSON.parse(owed.body ?? '')).toMatchObject({ type: 'user.opted_in', data: { test: true } });
  await bench.drain();
  expect(bench.arrived.map(({ id }) => id)).toEqual(['evt_testtest1']);
  expect(await bench.endpoints.find('acme', endpoint.endpointId)).toMatchObject({ failures: 0 });
});
