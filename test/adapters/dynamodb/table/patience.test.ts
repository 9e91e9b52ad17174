import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { documentTable } from '../../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { getItem } from '../../../../lambdas/adapters/dynamodb/table/query.ts';
import { put, transact, untilSettled } from '../../../../lambdas/adapters/dynamodb/table/transaction.ts';
import { TryAgainError } from '../../../../lambdas/domain/errors.ts';
import { startRecordingServer } from '../../../support/recording-server.ts';

/** A table that is a server of ours: what it answers is set, and each request that it gets takes as long as the test says. */
const server = await startRecordingServer();
afterAll(() => server.stop());

const error = (name: string, more: object = {}) => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'no', ...more },
});
const throttled = error('ThrottlingException');
const cancelled = (Code: string) => error('TransactionCanceledException', { CancellationReasons: [{ Code }] });

/** The time that is left, by a clock of requests: each that was sent took a thousand seconds, so that real time never ends it. */
let [left, answers] = [0, 0];
const patience = {
  left: () => left - 1_000_000 * server.requests.length,
  answered: () => {
    answers += 1;
  },
};
const client = { endpoint: server.url, region: 'local', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };
const table = documentTable('table', () => undefined, client, patience);
const write = () => transact(table, [put(table, { pk: 'a', sk: 'b' })]);

beforeEach(() => {
  server.requests.length = 0;
  [left, answers] = [2_000_000, 0];
});

describe('a table that answers nothing but throttles', () => {
  test('is asked until the time is over, and then it is said that the call may be repeated', async () => {
    server.answer = throttled;
    await expect(untilSettled(() => getItem(table, { pk: 'a', sk: 'b' }))).rejects.toThrow(TryAgainError);
    expect(server.requests).toHaveLength(2);
    expect(answers).toBe(0);
  });

  test('writes too, also where the throttle is a reason of a cancelled transaction', async () => {
    server.answer = cancelled('ThrottlingError');
    await expect(untilSettled(write)).rejects.toThrow(TryAgainError);
    expect(server.requests).toHaveLength(2);
    expect(answers).toBe(0);
  });

  test('a throttle is no answer, however often it comes', async () => {
    const once = documentTable('table', () => undefined, { ...client, maxAttempts: 1 }, patience);
    left = 60_000_000;
    server.answer = throttled;
    await expect(getItem(once, { pk: 'a', sk: 'b' })).rejects.toThrow('no');
    expect([server.requests.length, answers]).toEqual([1, 0]);
  });

  test('nothing is sent once the time is over', async () => {
    left = 0;
    server.answer = { status: 200, body: {} };
    await expect(getItem(table, { pk: 'a', sk: 'b' })).rejects.toThrow(TryAgainError);
    await expect(write()).rejects.toThrow(TryAgainError);
    expect(server.requests).toEqual([]);
  });
});

describe('a table that answers', () => {
  test.each([
    ['with an item', { status: 200, body: { Item: { pk: { S: 'a' } } } }, 1],
    ['with a refusal', error('ValidationException'), 1],
    ['that a condition failed', error('ConditionalCheckFailedException'), 1],
  ])('%s is waited for anew', async (_, answer, count) => {
    server.answer = answer;
    await getItem(table, { pk: 'a', sk: 'b' }).catch(() => undefined);
    expect(answers).toBe(count);
  });

  test('that somebody else wrote is waited for anew', async () => {
    server.answer = cancelled('ConditionalCheckFailed');
    await write().catch(() => undefined);
    expect(answers).toBe(1);
  });
});

test('a table that does not answer at all is given up when the time is over, without a request more', async () => {
  // The connection stays open: only the time ends it.
  const silent = documentTable('table', () => undefined, client, {
    left: () => (server.requests.length > 0 ? 0 : 1),
    answered: () => undefined,
  });
  server.answer = 'never';
  const asked = getItem(silent, { pk: 'a', sk: 'b' }).catch((failure: unknown) => failure);
  const stillWaits = wait(5000, 'it is still waited for', { ref: false });
  expect(await Promise.race([asked, stillWaits])).toBeInstanceOf(TryAgainError);
});
