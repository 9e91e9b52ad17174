import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Invocation } from '../../../dev/functions/functions.ts';
import { startQueuePump } from '../../../dev/queues/queue-pump.ts';
import { type LocalQueue, openQueues } from '../../../dev/queues/queue-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const dead: LocalQueue = { id: 'Dead', inOrder: false, visibilitySeconds: 30, retentionSeconds: 1_209_600 };
const replies: LocalQueue = {
  ...dead,
  id: 'Replies',
  inOrder: true,
  visibilitySeconds: 90,
  deadLetters: { queue: 'Dead', tries: 5 },
};
const charges: LocalQueue = {
  ...dead,
  id: 'Charges',
  visibilitySeconds: 180,
  deadLetters: { queue: 'Dead', tries: 500 },
};
const hour = 3_600_000;

type Answer = (event: SQSEvent) => Invocation;
const all: Answer = () => ({ ok: true, payload: { batchItemFailures: [] } });
const down: Answer = () => ({ ok: false, error: { errorType: 'Error', errorMessage: 'no table' } });

/** Queues on a clock of the test's own, and functions that answer so. */
function pump(answers: { replies?: Answer; charges?: Answer } = {}) {
  const clock = { time: Date.parse('2026-11-20T12:00:00Z') };
  const given = { replies: all, charges: all, ...answers };
  const store = openQueues(join(temporaryFolder(), 'queues.sqlite'), [replies, charges, dead], () => clock.time);
  const seen: string[] = [];
  const letters: unknown[] = [];
  const started = startQueuePump(
    store,
    [replies, charges, dead],
    [
      { queueId: 'Replies', functionName: 'replies', batchSize: 10, windowMs: 0, reportsItemFailures: true },
      { queueId: 'Charges', functionName: 'charges', batchSize: 90, windowMs: 0, reportsItemFailures: true },
    ],
    async (name, event) => {
      const answer = given[name as 'replies' | 'charges'](event as SQSEvent);
      const failed = answer.ok
        ? (answer.payload as { batchItemFailures: { itemIdentifier: string }[] }).batchItemFailures
        : [];
      const isDone = (id: string) => answer.ok && !failed.some(({ itemIdentifier }) => itemIdentifier === id);
      for (const { body, messageId } of (event as SQSEvent).Records) if (isDone(messageId)) seen.push(body);
      return answer;
    },
    (_name, event) => letters.push((event as { body: string }).body),
  );
  onTestFinished(async () => {
    await started.stop();
    store.close();
  });
  return { ...started, store, clock, seen, letters, given };
}
const say = (store: ReturnType<typeof pump>['store'], group: string, body: string) =>
  store.send(replies, { body, group, deduplication: body });
const without =
  (body: string): Answer =>
  ({ Records }) => ({
    ok: true,
    payload: {
      batchItemFailures: Records.filter((each) => each.body === body).map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    },
  });

describe('the queue pump', () => {
  it('hands over what lies in a queue as Lambda does, and removes what was dealt with', async () => {
    const events: SQSEvent[] = [];
    const { store, drain } = pump({
      replies: (event) => {
        events.push(event);
        return all(event);
      },
    });
    say(store, 'ana', '1');
    await drain();
    expect(events[0]?.Records[0]).toMatchObject({
      body: '1',
      eventSource: 'aws:sqs',
      attributes: { MessageGroupId: 'ana', ApproximateReceiveCount: '1' },
    });
    expect(store.count('Replies')).toBe(0);
  });

  it('gives again what was given back, when its time has come, and not what was dealt with beside it', async () => {
    const { store, drain, clock, seen, given } = pump({ replies: without('2') });
    for (const [group, body] of [
      ['ana', '1'],
      ['eva', '2'],
      ['eva', '3'],
      ['ida', '4'],
    ] as const)
      say(store, group, body);
    // The function gives back what stands behind in the group itself; this one does not.
    await drain();
    expect(seen).toEqual(['1', '3', '4']);
    given.replies = all;
    await drain();
    expect(seen).toHaveLength(3);
    clock.time += 90_000;
    await drain();
    expect(seen).toEqual(['1', '3', '4', '2']);
  });

  it('gathers for the window of a mapping what is put in one after the other, and waits for no window to drain', async () => {
    const store = openQueues(join(temporaryFolder(), 'queues.sqlite'), [charges, dead], Date.now);
    const taken: string[][] = [];
    let tell: () => void = () => undefined;
    const first = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const startWith = (windowMs: number) =>
      startQueuePump(
        store,
        [charges, dead],
        [{ queueId: 'Charges', functionName: 'charges', batchSize: 90, windowMs, reportsItemFailures: true }],
        async (_name, event) => {
          taken.push((event as SQSEvent).Records.map(({ body }) => body));
          tell();
          return { ok: true, payload: { batchItemFailures: [] } };
        },
        () => undefined,
      );
    const gathering = startWith(400);
    onTestFinished(store.close);
    // It has looked once.
    await nextTurn();
    for (const body of ['1', '2', '3']) {
      store.send(charges, { body });
      await nextTurn();
    }
    await first;
    await gathering.stop();
    expect(taken).toEqual([['1', '2', '3']]);
    const slow = startWith(60_000);
    store.send(charges, { body: '4' });
    await slow.drain();
    await slow.stop();
    expect(taken).toEqual([['1', '2', '3'], ['4']]);
  });

  it('keeps nobody waiting behind a run that hangs, where nothing is in order', async () => {
    let letGo: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const store = openQueues(join(temporaryFolder(), 'queues.sqlite'), [charges, dead], Date.now);
    let tell: (body: string) => void = () => undefined;
    const delivered = new Promise<string>((resolve) => {
      tell = resolve;
    });
    const { drain, stop } = startQueuePump(
      store,
      [charges, dead],
      [{ queueId: 'Charges', functionName: 'charges', batchSize: 1, windowMs: 0, reportsItemFailures: true }],
      async (_name, event) => {
        const [record] = (event as SQSEvent).Records;
        if (record?.body === 'hangs') await hanging;
        else tell(record?.body ?? '');
        return { ok: true, payload: { batchItemFailures: [] } };
      },
      () => undefined,
    );
    onTestFinished(async () => {
      letGo();
      await stop();
      store.close();
    });
    await drain();
    // All of them wait now, and one is called for both.
    await new Promise((resolve) => setImmediate(resolve));
    store.send(charges, { body: 'hangs' });
    store.send(charges, { body: 'behind it' });
    // Nothing of this takes time: what does not come in a few turns of the loop does not come before somebody looks again.
    const turns = (async () => {
      for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      return 'nobody came';
    })();
    expect(await Promise.race([delivered, turns])).toBe('behind it');
  });

  it('writes down what is put into a queue that feeds nobody when it comes', async () => {
    const store = openQueues(join(temporaryFolder(), 'queues.sqlite'), [dead], Date.now);
    let tell: (event: unknown) => void = () => undefined;
    const written = new Promise<unknown>((resolve) => {
      tell = resolve;
    });
    const { stop } = startQueuePump(
      store,
      [dead],
      [],
      async () => ({ ok: true, payload: null }),
      (_name, event) => tell(event),
    );
    onTestFinished(async () => {
      await stop();
      store.close();
    });
    store.send(dead, { body: 'set aside' });
    expect(await written).toEqual({ body: 'set aside' });
  });

  it('takes an identifier that it does not know for the whole batch', async () => {
    const { store, drain } = pump({
      replies: () => ({ ok: true, payload: { batchItemFailures: [{ itemIdentifier: '' }] } }),
    });
    say(store, 'ana', '1');
    await drain();
    expect(store.count('Replies')).toBe(1);
  });

  it('writes down what was tried in vain, and what is put into a queue that feeds nobody', async () => {
    const { store, drain, clock, letters } = pump({ replies: without('poison') });
    say(store, 'ana', 'poison');
    say(store, 'ana', 'behind it');
    for (let tries = 0; tries < 6; tries += 1) {
      await drain();
      clock.time += 90_000;
    }
    await drain();
    store.send(dead, { body: 'set aside' });
    await drain();
    expect(letters).toEqual(['poison', 'set aside']);
  });

  it('delivers everything once after its consumer was down for a day, and the other consumer never waited', async () => {
    const { store, drain, clock, seen, given, letters } = pump({ charges: down });
    const sent: string[] = [];
    for (let passed = 0; passed < 24; passed += 1) {
      sent.push(`charge ${passed}`);
      store.send(charges, { body: `charge ${passed}` });
      say(store, 'ana', `reply ${passed}`);
      // As often in this hour as the queue shows them again.
      for (let minutes = 0; minutes < 60; minutes += 3) {
        await drain();
        clock.time += hour / 20;
      }
    }
    expect(seen).toEqual(Array.from({ length: 24 }, (_, n) => `reply ${n}`));
    given.charges = all;
    clock.time += hour / 20;
    await drain();
    expect(seen.slice(24).sort()).toEqual(sent.toSorted());
    expect([letters, store.count('Charges')]).toEqual([[], 0]);
  });
});
