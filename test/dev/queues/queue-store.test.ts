import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type LocalQueue, openQueues } from '../../../dev/queues/queue-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const dead: LocalQueue = { id: 'dead', inOrder: false, visibilitySeconds: 30, retentionSeconds: 1_209_600 };
const plain: LocalQueue = { ...dead, id: 'plain', visibilitySeconds: 90, deadLetters: { queue: 'dead', tries: 3 } };
const fifo: LocalQueue = { ...plain, id: 'fifo', inOrder: true };
const second = 1000;

function open(path = join(temporaryFolder(), 'queues.sqlite')) {
  const clock = { time: Date.parse('2026-11-20T12:00:00Z') };
  const start = () => openQueues(path, [plain, fifo, dead], () => clock.time);
  const store = start();
  let isOpen = true;
  const close = () => {
    if (isOpen) store.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { store, clock, close, path };
}
const bodies = (found: readonly { readonly body: string }[]) => found.map(({ body }) => body);

describe('a queue', () => {
  it('gives what was put in, oldest first, and hides it for the visibility timeout', () => {
    const { store, clock } = open();
    for (const body of ['1', '2', '3']) store.send(plain, { body });
    expect(bodies(store.receive(plain, 2))).toEqual(['1', '2']);
    expect(bodies(store.receive(plain, 2))).toEqual(['3']);
    clock.time += 90 * second - 1;
    expect(store.receive(plain, 9)).toEqual([]);
    clock.time += 1;
    expect(store.receive(plain, 9).map(({ body, receives }) => [body, receives])).toEqual([
      ['1', 2],
      ['2', 2],
      ['3', 2],
    ]);
  });

  it('forgets what was removed', () => {
    const { store, clock } = open();
    store.send(plain, { body: '1' });
    store.remove(store.receive(plain, 1).map(({ id }) => id));
    clock.time += 3600 * second;
    expect([store.receive(plain, 1), store.count('plain')]).toEqual([[], 0]);
  });

  it('moves to the dead letters what was taken out three times, and does not keep it for longer than two weeks', () => {
    const { store, clock } = open();
    store.send(plain, { body: 'poison' });
    for (let tries = 0; tries < 3; tries += 1) {
      expect(bodies(store.receive(plain, 1))).toEqual(['poison']);
      clock.time += 90 * second;
    }
    expect([store.receive(plain, 1), store.count('plain'), store.count('dead')]).toEqual([[], 0, 1]);
    clock.time += 15 * 86_400 * second;
    expect(store.receive(dead, 1)).toEqual([]);
  });

  it('keeps everything through a restart, and gives out at once what somebody had taken', () => {
    const { store, close, path } = open();
    store.send(fifo, { body: '1', group: 'ana', deduplication: 'a' });
    store.send(fifo, { body: '2', group: 'ana', deduplication: 'b' });
    expect(bodies(store.receive(fifo, 1))).toEqual(['1']);
    close();
    expect(bodies(open(path).store.receive(fifo, 9))).toEqual(['1', '2']);
  });
});

describe('a FIFO queue', () => {
  const send = (store: ReturnType<typeof open>['store'], group: string, body: string) =>
    store.send(fifo, { body, group, deduplication: body });

  it('gives nothing of a group while something before it is not dealt with, and other groups meanwhile', () => {
    const { store, clock } = open();
    for (const [group, body] of [
      ['ana', '1'],
      ['ana', '2'],
      ['eva', '3'],
      ['ana', '4'],
    ] as const)
      send(store, group, body);
    const [first] = store.receive(fifo, 1);
    expect(bodies(store.receive(fifo, 9))).toEqual(['3']);
    expect(store.receive(fifo, 9)).toEqual([]);
    store.remove([first?.id ?? '']);
    expect(bodies(store.receive(fifo, 9))).toEqual(['2', '4']);
    clock.time += 90 * second;
    expect(bodies(store.receive(fifo, 9))).toEqual(['2', '3', '4']);
  });

  it('drops a repeat in its group for five minutes, also of what was dealt with, and none of another group', () => {
    const { store, clock } = open();
    const id = send(store, 'ana', 'a');
    store.remove([id]);
    expect(send(store, 'ana', 'a')).toBe(id);
    expect(send(store, 'eva', 'a')).not.toBe(id);
    expect(store.count('fifo')).toBe(1);
    clock.time += 300 * second;
    expect(send(store, 'ana', 'a')).not.toBe(id);
    expect(store.count('fifo')).toBe(2);
  });
});
