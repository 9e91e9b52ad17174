import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tokenOf } from '../../lambdas/adapters/dynamodb/events/event-outbox.ts';
import { eventKey } from '../../lambdas/adapters/dynamodb/table/keys.ts';
import type { OutboundEvent } from '../../lambdas/domain/events/event.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import type { StatementCommand } from '../../lambdas/use-cases/ledger/ports.ts';
import { type EventBench, endpoint, eventBench } from '../support/events/event-bench.ts';
import { noon } from '../support/ledger/ledger-bench.ts';
import { keepWritten } from '../support/table/keep-written.ts';
import { rowsWhere } from '../support/table/rows.ts';

let bench: EventBench;
let written = '';
beforeEach(async () => {
  written = '';
  keepWritten((chunk) => {
    written += chunk;
  });
  bench = await eventBench();
  bench.setNow(noon + hour);
});
afterEach(() => vi.restoreAllMocks());

const second = 1000;
const hour = 3_600_000;
const ana = { phone: '14165550132' };
const eva = { phone: '14165550199' };
const at = (seconds: number, more: Partial<StatementCommand> = {}): Partial<StatementCommand> => ({
  saidAt: noon + seconds * second,
  eventId: `said-${seconds}`,
  ...more,
});
const yes = (seconds: number, purpose = 'offers') => at(seconds, { purposes: [purpose] });
const stop = (seconds: number) => at(seconds, { action: 'revoked', purposes: 'all', level: 3, provider: true });
const brief = ({ type, sequence }: OutboundEvent) => `${type} ${sequence}`;
const failed = { outcome: 'failed', error: new Error('no answer') } as const;
const taken = { outcome: 'taken' } as const;

describe('an act', () => {
  test('is on the bus and owed to who listens, with an id of its own, its place in the ledger, and no number', async () => {
    bench.endpoints.push(endpoint('ep_all'), endpoint('ep_noes', ['user.opted_out']));
    const { userId } = await bench.say(ana, yes(1));
    await bench.say(ana, stop(2));
    await bench.publishAll();
    expect(bench.onBus).toEqual([
      {
        id: expect.stringMatching(/^evt_[\w-]{22}$/),
        type: 'user.opted_in',
        version: 1,
        timestamp: '2026-11-20T13:00:00.000Z',
        appId: 'acme',
        userId,
        sequence: 1,
        data: {
          statementId: expect.stringMatching(/^stm_[\w-]{11}\.1$/),
          saidAt: '2026-11-20T12:00:01.000Z',
          source: 'paper',
          purposes: ['offers'],
          level: 2,
          cause: 'granted',
        },
      },
      expect.objectContaining({
        type: 'user.opted_out',
        sequence: 2,
        data: expect.objectContaining({ scope: 'all', purposes: ['offers'], ended: ['offers'], level: 3 }),
      }),
    ]);
    expect(JSON.stringify(bench.onBus)).not.toContain('4165550132');
    expect(bench.owed.map(({ endpointId, events }) => [endpointId, events.map(({ order }) => order)])).toEqual([
      ['ep_all', [1, 2]],
      ['ep_noes', [2]],
    ]);
  });

  test('names the person where the app wants it, as they are known when it is published', async () => {
    bench.app = { ...bench.app, events: { identifiers: true } };
    await bench.say({ ...ana, bsuid: 'CA.13491208655302741918' }, { ...yes(1), provider: true, level: 3 });
    await bench.publishAll();
    expect(bench.onBus.at(-1)?.data).toMatchObject({
      user: { phone: '+14165550132', bsuid: 'CA.13491208655302741918' },
    });
  });

  test('that changes nothing is told to nobody: a yes against an own no, a no that a later yes overrules, a chat', async () => {
    await bench.say(ana, stop(5));
    await bench.say(ana, yes(6));
    await bench.say(eva, yes(5));
    await bench.say(eva, at(2, { action: 'revoked', purposes: ['offers'] }));
    await bench.ledger.recordChat(bench.app, { person: eva, at: noon, eventId: 'chat', evidence: {} });
    await bench.publishAll();
    expect(bench.onBus.map(brief).sort()).toEqual(['user.opted_in 1', 'user.opted_out 1']);
  });

  test('START tells what it gives back, and nothing else', async () => {
    await bench.say(ana, yes(1));
    await bench.say(ana, yes(2, 'news'));
    await bench.say(ana, at(3, { action: 'revoked', purposes: ['news'] }));
    await bench.say(ana, stop(4));
    await bench.say(ana, { ...stop(5), action: 'resumed' });
    await bench.say(eva, { ...stop(6), action: 'resumed' });
    await bench.publishAll();
    const back = bench.onBus.filter(({ data }) => (data as { cause?: string }).cause === 'resumed');
    expect(back.map(({ sequence, data }) => [sequence, (data as { purposes?: unknown }).purposes])).toEqual([
      [5, ['offers']],
    ]);
  });

  test('a no that stands under another identifier too is that user’s own withdrawal, and names the first', async () => {
    const form = { phone: '5491155550132' };
    const { userId } = await bench.say(form, { ...stop(1), level: 2, provider: false });
    await bench.publishAll();
    const [first, copy] = bench.onBus;
    expect(bench.onBus).toHaveLength(2);
    expect([first?.userId, copy?.userId === userId]).toEqual([userId, false]);
    expect(copy?.data).toMatchObject({ copyOf: (first?.data as { statementId?: string } | undefined)?.statementId });
  });

  describe('two people who turn out to be one', () => {
    const bsuid = 'CA.13491208655302741918';
    const laneOf = (lane: string | undefined) =>
      bench.owed.filter((each) => each.lane === lane).flatMap(({ events }) => events.map(({ event }) => event));
    const subjectOf = (userId = '') => userId.slice(-11);
    const merged = async (...said: readonly (() => Promise<unknown>)[]) => {
      bench.endpoints.push(endpoint('ep_all'));
      for (const say of said) await say();
      await bench.publishAll();
      const before = bench.onBus.length;
      await bench.hear({ ...ana, bsuid }, noon + 10 * second);
      await bench.publishAll();
      return bench.onBus.slice(before).filter(({ type }) => type !== 'window.opened');
    };

    test('a yes that ends by it is told as a no to whom it ended for, and who they were', async () => {
      for (const [first, second] of [
        [ana, { bsuid }],
        [{ bsuid }, ana],
      ] as const) {
        bench = await eventBench();
        bench.setNow(noon + hour);
        const ids: string[] = [];
        const told = await merged(
          async () => ids.push((await bench.say(first, { ...yes(1), level: 3, provider: true })).userId),
          async () => ids.push((await bench.say(second, stop(2))).userId),
        );
        const noes = told.filter(({ type, userId }) => type === 'user.opted_out' && userId === ids[0]);
        expect(new Set(noes.map(({ id }) => id)).size).toBe(1);
        expect(noes.slice(-1).map(({ data }) => data)).toMatchObject([
          { cause: 'merged', ended: ['offers'], purposes: ['offers'], scope: 'purposes' },
        ]);
        const naming = told.filter(({ data }) => 'mergedUserId' in data);
        expect(naming.map(({ userId, data }) => [userId, 'mergedUserId' in data && data.mergedUserId].sort())).toEqual(
          naming.map(() => ids.toSorted()),
        );
        expect(naming.length).toBeGreaterThan(0);
      }
    });

    const brake = (person: PersonRef) =>
      bench.ledger.recordSuppression(bench.app, {
        ...{ person, at: noon + 2 * second, eventId: 'brake', evidence: {}, reason: 'administrative', lift: false },
        source: 'api',
      });
    const platformStop = (person: PersonRef) =>
      bench.ledger.recordPlatformPreference(bench.app, {
        ...{ person, at: noon + 3 * second, eventId: 'platform', evidence: {}, value: 'stop' },
      });

    test.each([
      ['a brake', 'user.suppressed', { reason: 'administrative', scope: 'all' }, [brake]],
      ['WhatsApp’s own stop', 'platform.stopped', {}, [platformStop]],
      ['both', 'user.suppressed', { platformStopped: true }, [brake, platformStop]],
    ] as const)('%s that one gets by it is told as that', async (_what, type, data, acts) => {
      for (const [first, second] of [
        [ana, { bsuid }],
        [{ bsuid }, ana],
      ] as const) {
        bench = await eventBench();
        bench.setNow(noon + hour);
        const ids: string[] = [];
        const told = await merged(
          async () => ids.push((await bench.say(first, { ...yes(1), level: 3, provider: true })).userId),
          async () => ids.push((await bench.say(second, { ...yes(1), level: 3, provider: true })).userId),
          ...acts.map((act) => () => act(second)),
        );
        const own = told.filter(({ userId }) => userId === ids[0]);
        expect(own.map((event) => event.type)).toContain(type);
        expect(own.find((event) => event.type === type)?.data).toMatchObject(data);
        // Who had it before gets no second one: a receiver learns there who they are now.
        expect(told.filter(({ userId }) => userId === ids[1]).every((each) => each.type === 'user.merged')).toBe(true);
      }
    });

    test('a no that ends a yes names what came with it', async () => {
      const told = await merged(
        () => bench.say(ana, { ...yes(1), level: 3, provider: true }),
        () => bench.say({ bsuid }, stop(2)),
        () => brake({ bsuid }),
        () => platformStop({ bsuid }),
      );
      expect(told.find(({ type }) => type === 'user.opted_out')?.data).toMatchObject({
        cause: 'merged',
        ended: ['offers'],
        braked: 'all',
        platformStopped: true,
      });
    });

    test('the lane of who is the other from now on is closed, behind it comes no yes', async () => {
      const ids: string[] = [];
      const told = await merged(
        async () => ids.push((await bench.say(ana, yes(1))).userId),
        async () => ids.push((await bench.say({ bsuid }, yes(2))).userId),
      );
      expect(told.map(({ type }) => type)).toEqual(['user.merged', 'user.merged']);
      expect(new Set(told.map((event) => JSON.stringify(event))).size).toBe(1);
      for (const id of ids)
        expect(
          laneOf(subjectOf(id))
            .map(({ type }) => type)
            .at(-1),
        ).toBe('user.merged');
    });

    test('overtake other people, as a no does: behind it the noes of the one come in the lane of the other', async () => {
      const own = (await bench.say(ana, yes(1))).userId;
      const other = (await bench.say({ bsuid }, yes(2))).userId;
      await bench.say(eva, yes(3));
      await bench.relayAll();
      await bench.hear({ ...ana, bsuid }, noon + 10 * second);
      await bench.relayAll();
      await bench.publish('withdrawals');
      const told = bench.onBus.map(({ type, userId }) => `${type} ${userId}`);
      expect(told).toHaveLength(4);
      for (const type of ['user.opted_in', 'user.merged']) expect(told).toContain(`${type} ${own}`);
      expect(told).toContain(`user.opted_in ${other}`);
    });
  });

  test('a brake and its lifting, WhatsApp’s own stop and resume, a handover: each when it changes something', async () => {
    await bench.say(ana, yes(1));
    const event = (n: number) => ({ person: ana, at: noon + n * second, eventId: `event-${n}`, evidence: {} });
    const preference = (n: number, value: 'stop' | 'resume') =>
      bench.ledger.recordPlatformPreference(bench.app, { ...event(n), value });
    await preference(2, 'stop');
    await preference(3, 'stop');
    await preference(4, 'resume');
    const brake = { reason: 'ambiguous-stop', source: 'whatsapp-message' } as const;
    await bench.ledger.recordSuppression(bench.app, { ...event(5), ...brake, lift: false });
    await bench.ledger.recordSuppression(bench.app, { ...event(6), ...brake, lift: true });
    await bench.publishAll();
    expect(bench.onBus.map(brief)).toEqual([
      'user.opted_in 1',
      'platform.stopped 2',
      'platform.resumed 4',
      'user.suppressed 5',
      'user.released 6',
    ]);
    expect(bench.onBus[3]?.data).toMatchObject({ reason: 'ambiguous-stop', scope: 'marketing' });
  });
});

describe('order and repeats', () => {
  test('a withdrawal overtakes other people, and publishes what its own person said before it', async () => {
    await bench.say(eva, yes(1));
    await bench.say(ana, yes(2));
    await bench.say(ana, stop(3));
    await bench.relayAll();
    await bench.publish('withdrawals');
    expect(bench.onBus.map(brief)).toEqual(['user.opted_in 1', 'user.opted_out 2']);
    await bench.publish('events');
    expect(bench.onBus).toHaveLength(3);
  });

  test('records that the stream brings again put no row again, and publish nothing again', async () => {
    await bench.say(ana, yes(1));
    await bench.say(ana, stop(2));
    await bench.publishAll();
    const before = await rowsWhere(bench.table, /#V#/);
    bench.setNow(noon + 2 * hour);
    expect(await bench.relayAll('again')).toEqual({ batchItemFailures: [] });
    await bench.publish('withdrawals', 'events');
    expect(await rowsWhere(bench.table, /#V#/)).toEqual(before);
    expect(bench.onBus).toHaveLength(2);
  });

  test('a token that was not taken comes again with its record, and the row is the same', async () => {
    bench.queueSays = () => failed;
    await bench.say(ana, yes(1));
    expect((await bench.relayAll()).batchItemFailures).toHaveLength(1);
    expect(bench.waiting.events).toEqual([]);
    bench.queueSays = () => taken;
    await bench.publishAll();
    expect(bench.onBus.map(brief)).toEqual(['user.opted_in 1']);
  });

  test('a bus that is down for a day loses nothing and mixes nothing up; endpoints were served meanwhile', async () => {
    bench.endpoints.push(endpoint('ep_1'));
    bench.busSays = () => failed;
    await bench.say(ana, yes(1));
    await bench.say(ana, stop(2));
    await bench.relayAll();
    for (let tries = 0; tries < 3; tries += 1)
      expect((await bench.publish('withdrawals', 'events')).batchItemFailures).toHaveLength(2);
    expect(bench.onBus).toEqual([]);
    // Handed to the endpoint once, whatever the bus does.
    expect(bench.owed.flatMap(({ events }) => events.map(({ order }) => order))).toEqual([1, 2]);
    bench.setNow(noon + 25 * hour);
    bench.busSays = () => taken;
    expect(await bench.publish('events', 'withdrawals')).toEqual({ batchItemFailures: [] });
    expect(bench.onBus.map(brief)).toEqual(['user.opted_in 1', 'user.opted_out 2']);
    expect(bench.owed).toHaveLength(1);
  });

  test('tokens that were lost: the next of the person publishes all that is left, in order', async () => {
    await bench.say(ana, yes(1));
    await bench.say(ana, yes(2, 'news'));
    await bench.relayAll();
    bench.waiting.events.splice(0);
    await bench.say(ana, stop(3));
    await bench.publishAll();
    expect(bench.onBus.map(brief)).toEqual(['user.opted_in 1', 'user.opted_in 2', 'user.opted_out 3']);
  });

  test('endpoints that cannot be written hold up no bus, and get theirs when it comes again', async () => {
    bench.endpoints.push(endpoint('ep_1'));
    const { deliveries } = bench.deps;
    vi.spyOn(deliveries, 'owe').mockRejectedValueOnce(new Error('throttled'));
    await bench.say(ana, stop(1));
    await bench.relayAll();
    expect((await bench.publish('withdrawals')).batchItemFailures).toHaveLength(1);
    expect(bench.onBus).toHaveLength(1);
    await bench.publish('withdrawals');
    expect([bench.onBus.length, bench.owed.length]).toEqual([1, 1]);
  });

  test('none of a lane passes one that failed on the bus, and no other lane waits', async () => {
    bench.busSays = ({ type, userId }) => (type === 'user.opted_in' && userId === own ? failed : taken);
    const { userId: own } = await bench.say(ana, yes(1));
    await bench.say(ana, stop(2));
    await bench.say(eva, yes(3));
    await bench.relayAll();
    const { batchItemFailures } = await bench.publish('withdrawals', 'events');
    expect(batchItemFailures).toHaveLength(2);
    expect(bench.onBus.map(({ userId, type }) => [userId === own, type])).toEqual([[false, 'user.opted_in']]);
  });

  test('many people go in one call to the bus', async () => {
    for (let n = 0; n < 7; n += 1) await bench.say({ phone: `1416555010${n}` }, yes(n));
    await bench.publishAll();
    expect(bench.puts).toEqual([7]);
  });

  test('a lane that is long is read from its end', async () => {
    for (let n = 1; n <= 30; n += 1) await bench.say(ana, yes(n));
    await bench.publishAll();
    await bench.say(ana, stop(40));
    await bench.relayAll();
    const units = await bench.measure(() => bench.publish('withdrawals'));
    expect(units).toEqual({ requests: 2, rru: 1, wru: 1 });
  });
});

describe('what cannot be read', () => {
  const poison = async (u: string, order: number, more: object = {}) =>
    bench.table.documents.send(
      new PutCommand({
        TableName: bench.table.tableName,
        Item: { ...eventKey('acme', u, order), type: 'user.opted_in', rec: noon, entry: '{"pk":{"S":"?"}}', ...more },
      }),
    );
  const subjectOf = (userId: string) => userId.slice(-11);

  test('is set aside, said and counted, and holds up no later no of the same person', async () => {
    const { userId } = await bench.say(ana, yes(1));
    await bench.publishAll();
    await poison(subjectOf(userId), 2);
    // The same place in the order is taken, so the no is the third.
    await bench.say(ana, at(2, { action: 'revoked', purposes: ['news'] }));
    await bench.say(ana, stop(3));
    await bench.publishAll();
    expect(bench.onBus.map(brief)).toEqual(['user.opted_in 1', 'user.opted_out 3']);
    expect(bench.aside.map(({ body }) => JSON.parse(body))).toEqual([eventKey('acme', subjectOf(userId), 2)]);
    expect(written).toContain('"EntryUnread":1');
    expect(written).not.toContain('4165550132');
  });

  test('is set aside for each person, at whatever place in their ledger: dead letters drop what has the same key', async () => {
    for (const u of ['AbCdEfGhIjK', 'LmNoPqRsTuV']) {
      await poison(u, 1);
      bench.waiting.events.push(tokenOf(eventKey('acme', u, 1)));
    }
    await bench.publish('events');
    expect(new Set(bench.aside.map(({ key }) => key)).size).toBe(2);
  });

  test('is published when it can be read and is sent back, but never as a yes behind a later no', async () => {
    const { userId } = await bench.say(ana, yes(1));
    await bench.relayAll();
    const [row] = await rowsWhere(bench.table, /#V#/);
    const u = subjectOf(userId);
    const mended = [{ type: 'user.opted_in' }, { type: 'user.opted_out' }, { type: 'user.merged' }];
    for (const [turn, rest] of mended.entries()) {
      bench.waiting.events.splice(0);
      await poison(u, 1, rest);
      bench.waiting.events.push({
        group: `acme#V#${u}`,
        key: '000000000001',
        body: JSON.stringify(eventKey('acme', u, 1)),
      });
      await bench.publish('events');
      await bench.say(ana, stop(2 + turn));
      await bench.publishAll();
      const asides = await rowsWhere(bench.table, new RegExp(`#V#${u}`));
      const x = asides[0]?.x;
      await bench.table.documents.send(
        new PutCommand({ TableName: bench.table.tableName, Item: { ...row, ...rest, x } }),
      );
      const token = bench.aside.pop();
      if (token !== undefined) bench.waiting.events.push(token);
      expect(await bench.publish('events')).toEqual({ batchItemFailures: [] });
    }
    // The yes was dropped, because a no had been published, and counted; as anything else it was published.
    expect(bench.onBus.map(brief)).toEqual([
      ...['user.opted_out 2', 'user.opted_out 3', 'user.opted_in 1'],
      ...['user.opted_out 4', 'user.opted_in 1'],
    ]);
    expect(written.match(/"EventSuperseded":1/g)).toHaveLength(1);
    expect(written).toContain('event superseded by a later no');
  });

  test('a message that is no token is given back, and the others of its batch are published', async () => {
    await bench.say(ana, stop(1));
    await bench.relayAll();
    bench.waiting.withdrawals.push({ group: 'x', key: 'y', body: 'no token' });
    expect((await bench.publish('withdrawals')).batchItemFailures).toEqual([{ itemIdentifier: 'm1' }]);
    expect(bench.onBus).toHaveLength(1);
  });

  test('what the bus will never take holds up nothing, and is counted', async () => {
    bench.busSays = ({ type }) =>
      type === 'user.opted_in' ? { outcome: 'refused', error: new Error('MalformedDetail') } : taken;
    await bench.say(ana, yes(1));
    await bench.say(ana, stop(2));
    await bench.publishAll();
    expect(bench.onBus.map(brief)).toEqual(['user.opted_out 2']);
    expect([bench.waiting.events, bench.waiting.withdrawals]).toEqual([[], []]);
    expect(written).toContain('"EventRefused":1');
  });
});

describe('time', () => {
  test('how long a no took from its record to the bus is measured, once each, and of nothing else', async () => {
    await bench.say(ana, yes(1));
    await bench.say(ana, stop(2));
    bench.setNow(noon + hour + 340);
    await bench.publishAll();
    expect(written.match(/"PublishedAfter":\[[^\]]*\]/g)).toEqual(['"PublishedAfter":[340]']);
  });

  test.each(['2028-02-28T23:59:59.900Z', '2028-02-29T23:59:59.900Z', '2027-02-28T23:59:59.999Z'])(
    'a clock at %s: time, order and lifetime are as on any other day',
    async (when) => {
      bench.setNow(Date.parse(when));
      await bench.say(ana, { ...yes(1), saidAt: bench.now() });
      bench.setNow(Date.parse(when) + 200);
      await bench.say(ana, { ...stop(2), saidAt: bench.now() });
      await bench.publishAll();
      expect(bench.onBus.map(brief)).toEqual(['user.opted_in 1', 'user.opted_out 2']);
      expect(bench.onBus.map(({ timestamp }) => timestamp)).toEqual([
        when,
        new Date(Date.parse(when) + 200).toISOString(),
      ]);
      const [row] = await rowsWhere(bench.table, /#V#/);
      expect(Number(row?.ttl) - Math.floor(bench.now() / 1000)).toBe(30 * 24 * 60 * 60);
    },
  );
});

describe('GET withdrawals agrees', () => {
  test('every opt-out, brake and platform stop in the list of withdrawals was told, of the same user at the same place', async () => {
    await bench.say(ana, yes(1));
    await bench.say(eva, yes(2));
    await bench.ledger.recordPlatformPreference(bench.app, {
      person: eva,
      at: noon + 3 * second,
      eventId: 'p',
      value: 'stop',
      evidence: {},
    });
    await bench.say(ana, stop(4));
    await bench.say(eva, at(5, { action: 'revoked', purposes: ['offers'] }));
    await bench.publishAll();
    const withdrawals = (await rowsWhere(bench.table, /#R#/)).map(({ sk }) => sk.split('#').slice(1).join('.')).sort();
    const told = bench.onBus
      .filter(({ type }) => type === 'user.opted_out' || type === 'platform.stopped')
      .map(({ userId = '', sequence }) => `${subjectId(userId)}.${sequence}`)
      .sort();
    expect(withdrawals).toHaveLength(3);
    expect(told).toEqual(withdrawals);
  });
  const subjectId = (userId: string) => userId.slice(-11);
});
