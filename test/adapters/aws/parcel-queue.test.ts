import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startLoopbackServer } from '../../../dev/machine/loopback-server.ts';
import { type LocalQueue, openQueues } from '../../../dev/queues/queue-store.ts';
import { answerSqs } from '../../../dev/queues/sqs.ts';
import { sqsClient, sqsQueue } from '../../../lambdas/adapters/aws/parcel-queue.ts';
import type { Parcel } from '../../../lambdas/use-cases/relay/ports.ts';
import { type RecordingServer, startRecordingServer } from '../../support/recording-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const dead: LocalQueue = { id: 'dead', inOrder: false, visibilitySeconds: 30, retentionSeconds: 1000 };
const fifo: LocalQueue = { ...dead, id: 'fifo', inOrder: true };
const plain: LocalQueue = { ...dead, id: 'plain' };
const parcel = (key: string, body = key, group = `acme#L#${key}`): Parcel => ({ group, key, body });

function speakTo(url: string) {
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', url);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  return sqsClient();
}
afterEach(() => vi.unstubAllEnvs());

describe('on the queues of local mode', () => {
  async function local() {
    const store = openQueues(join(temporaryFolder(), 'queues.sqlite'), [fifo, plain], Date.now);
    let requests = 0;
    const answer = answerSqs(store);
    const server = await startLoopbackServer({ name: 'SQS', port: 0 }, async (request) => {
      requests += 1;
      return answer(request);
    });
    onTestFinished(async () => {
      await server.stop();
      store.close();
    });
    const client = speakTo(server.url);
    return { store, client, requests: () => requests };
  }
  const bodies = (found: readonly { readonly body: string }[]) => found.map(({ body }) => body);

  test('parcels arrive in their groups', async () => {
    const { store, client } = await local();
    const parcels = Array.from({ length: 25 }, (_, n) => parcel(`e${n}`));
    expect(await sqsQueue(client, 'fifo', true).send(parcels)).toEqual(parcels.map(() => ({ outcome: 'taken' })));
    const found = store.receive(fifo, 100);
    expect(found.map(({ group }) => group).sort()).toEqual(parcels.map(({ group }) => group).sort());
  });

  test('the same parcel twice is one, where there is an order', async () => {
    const { store, client } = await local();
    for (const [id, inOrder, count] of [
      ['fifo', true, 1],
      ['plain', false, 2],
    ] as const) {
      const queue = sqsQueue(client, id, inOrder);
      await queue.send([parcel('e')]);
      await queue.send([parcel('e')]);
      expect(store.count(id)).toBe(count);
    }
  });

  test('a body that SQS does not take is refused for ever, those beside it are taken', async () => {
    const { store, client } = await local();
    const answers = await sqsQueue(client, 'plain', false).send([parcel('1'), parcel('2', 'odd \uffff'), parcel('3')]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['taken', 'refused', 'taken']);
    expect(bodies(store.receive(plain, 9)).sort()).toEqual(['1', '3']);
  });

  test('what is too long for every queue is refused for ever, and not even sent', async () => {
    const { client, requests } = await local();
    const long = parcel('long', 'x'.repeat(1024 * 1024 + 1));
    const answers = await sqsQueue(client, 'plain', false).send([parcel('1'), long, parcel('3')]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['taken', 'refused', 'taken']);
    expect(requests()).toBe(2);
  });

  test.each(['ñ'.repeat(5), 'with a blank', 'x'.repeat(129), ''])(
    'a group called %j does not stop the others',
    async (name) => {
      const { store, client } = await local();
      const answers = await sqsQueue(client, 'fifo', true).send([parcel('1', '1', name), parcel(name, '2', 'b')]);
      expect(answers.map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
      expect(bodies(store.receive(fifo, 9)).sort()).toEqual(['1', '2']);
    },
  );

  test('a queue that is not there may be there another time', async () => {
    const { client } = await local();
    const answers = await sqsQueue(client, 'gone', false).send([parcel('1')]);
    expect(answers).toMatchObject([{ outcome: 'failed', error: { name: 'QueueDoesNotExist' } }]);
  });
});

describe('what may be otherwise another time fails, and is not refused', () => {
  let sqs: RecordingServer;
  beforeEach(async () => {
    sqs = await startRecordingServer();
  });
  afterEach(() => sqs.stop());

  test.each([
    ['a throttle', 400, 'RequestThrottled'],
    ['a missing right', 403, 'AccessDeniedException'],
    ['a parameter that the whole queue does not take', 400, 'InvalidParameterValue'],
    ['a key that is gone', 400, 'KmsDisabled'],
    ['an outage', 503, 'ServiceUnavailable'],
  ])('%s', async (_what, status, type) => {
    sqs.answer = { status, body: { __type: `com.amazonaws.sqs#${type}`, message: 'no' } };
    const [handover] = await sqsQueue(speakTo(sqs.url), 'https://queue', true).send([parcel('1')]);
    expect(handover?.outcome).toBe('failed');
  });

  test('a connection that is cut', async () => {
    sqs.answer = undefined;
    const [handover] = await sqsQueue(speakTo(sqs.url), 'https://queue', true).send([parcel('1')]);
    expect(handover?.outcome).toBe('failed');
  });
});

test('the queues of local mode refuse what SQS refuses', () => {
  const store = openQueues(join(temporaryFolder(), 'queues.sqlite'), [plain, fifo], Date.now);
  onTestFinished(store.close);
  const ask = (body: object) =>
    answerSqs(store)({ body: Buffer.from(JSON.stringify(body)) } as Parameters<ReturnType<typeof answerSqs>>[0]).status;
  const ids = { MessageGroupId: 'g', MessageDeduplicationId: 'd' };
  expect(ask({ QueueUrl: 'plain', MessageBody: 'x' })).toBe(200);
  expect(ask({ QueueUrl: 'fifo', MessageBody: 'x', ...ids })).toBe(200);
  const refused = [
    { QueueUrl: 'gone', MessageBody: 'x' },
    { QueueUrl: 'plain', MessageBody: '' },
    { QueueUrl: 'plain', MessageBody: 'x'.repeat(1024 * 1024 + 1) },
    { QueueUrl: 'fifo', MessageBody: 'x' },
    { QueueUrl: 'fifo', MessageBody: 'x', ...ids, MessageGroupId: 'with a blank' },
  ];
  for (const each of refused) expect(ask(each)).toBe(400);
});
