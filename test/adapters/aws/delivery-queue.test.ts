import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { startLoopbackServer } from '../../../dev/machine/loopback-server.ts';
import { type LocalQueue, openQueues } from '../../../dev/queues/queue-store.ts';
import { answerSqs } from '../../../dev/queues/sqs.ts';
import { deliveryQueue, readToken } from '../../../lambdas/adapters/aws/delivery-queue.ts';
import { sqsClient } from '../../../lambdas/adapters/aws/parcel-queue.ts';
import type { DeliveryToken } from '../../../lambdas/use-cases/callbacks/ports.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const queue = { inOrder: false, visibilitySeconds: 30, retentionSeconds: 1000 };
const all: LocalQueue = { ...queue, id: 'deliveries' };
const noes: LocalQueue = { ...queue, id: 'noes' };
afterEach(() => vi.unstubAllEnvs());

test('a no, and work on what is due, do not wait behind the events of a campaign', async () => {
  const store = openQueues(join(temporaryFolder(), 'queues.sqlite'), [all, noes], Date.now);
  const answer = answerSqs(store);
  const server = await startLoopbackServer({ name: 'SQS', port: 0 }, async (request) => answer(request));
  onTestFinished(async () => {
    await server.stop();
    store.close();
  });
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', server.url);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  const name = { appId: 'acme', endpointId: 'ep_1' };
  const campaign: DeliveryToken = { ...name, lane: 'ana' };
  const [no, work]: DeliveryToken[] = [{ ...name, lane: 'bob', isNo: true }, name];
  await deliveryQueue(sqsClient(), { url: all.id, noesUrl: noes.id }).send([campaign, no ?? name, work ?? name]);
  const waiting = (of: LocalQueue) => store.receive(of, 10).map(({ body }) => readToken(body));
  expect(waiting(all)).toEqual([campaign]);
  const urgent = waiting(noes);
  expect(urgent).toHaveLength(2);
  expect(urgent).toEqual(expect.arrayContaining([no, work]));
});
