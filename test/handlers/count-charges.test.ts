import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import { censusCounter } from '../../lambdas/adapters/dynamodb/collection/census-counter.ts';
import { chargeCounter } from '../../lambdas/adapters/dynamodb/collection/charge-counter.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { chargedKey } from '../../lambdas/adapters/dynamodb/table/app-keys.ts';
import { countCharges } from '../../lambdas/handlers/count-charges.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { relayed, sqsRecord, streamRecord } from '../support/ledger/parcels.ts';
import { testPoint, testToken } from '../support/pages/collection.ts';
import { failWrites } from '../support/table/refused-writes.ts';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  await pointStore(bench.table).create(testPoint(1));
});

const point = testPoint(1).pointId;
const optIn = { point, count: 'optIns' };
/** As the relay hands them on: the messages are `m1`, `m2`, …. */
const run = async (records: readonly DynamoDBRecord[]) => {
  const handler = countCharges({
    counter: chargeCounter(bench.table, bench.now),
    census: censusCounter(bench.table, bench.now),
    now: bench.now,
  });
  return handler(await relayed('charges', records), lambdaContext());
};
const counts = async () => (await pointStore(bench.table).findFresh(testToken(1)))?.counts;

function record(sequence: number, charges: unknown, more: object = {}): DynamoDBRecord {
  const item = {
    pk: 'acme#L#AbCdEfGhIjK',
    sk: `entry-${sequence}`,
    n: sequence,
    kind: 'statement',
    action: 'granted',
    at: noon,
    rec: noon,
    src: 'whatsapp-message',
    point,
    charges,
    charged: charges === undefined ? undefined : true,
  };
  return { ...streamRecord(item, sequence), ...more };
}

describe('count-charges', () => {
  test('counts what new ledger entries charge', async () => {
    const chat = { point, count: 'chats' };
    expect(await run([record(1, [optIn, chat]), record(2, [chat])])).toEqual({ batchItemFailures: [] });
    expect(await counts()).toMatchObject({ optIns: 1, chats: 2, requests: 0 });
  });

  test('counts what the stream itself still brings while a stage is upgraded', async () => {
    const handler = countCharges({
      counter: chargeCounter(bench.table, bench.now),
      census: censusCounter(bench.table, bench.now),
      now: bench.now,
    });
    const event = { Records: [record(1, [optIn]), record(2, undefined)] };
    expect(await handler(event, lambdaContext())).toEqual({ batchItemFailures: [] });
    expect((await counts())?.optIns).toBe(1);
  });

  test('counts a record once that comes twice, in one batch or later', async () => {
    await run([record(1, [optIn]), record(1, [optIn])]);
    await run([record(1, [optIn]), record(2, [optIn])]);
    expect((await counts())?.optIns).toBe(2);
  });

  test('counts the same entry key of two people twice', async () => {
    const [first, second] = [record(1, [optIn]), record(1, [optIn])];
    if (second.dynamodb?.NewImage) second.dynamodb.NewImage.pk = { S: 'acme#L#LmNoPqRsTuV' };
    await run([first, second]);
    expect((await counts())?.optIns).toBe(2);
  });

  test('counts nothing for records without charges, for changes and for deletions', async () => {
    const before = record(4, [optIn]);
    const removed = { ...before, eventName: 'REMOVE', dynamodb: { ...before.dynamodb, NewImage: undefined } };
    const others = [record(1, undefined), record(2, [optIn], { eventName: 'MODIFY' }), removed as DynamoDBRecord];
    expect(await run(others)).toEqual({ batchItemFailures: [] });
    expect((await counts())?.optIns).toBe(0);
  });

  test.each([
    ['charges that are no list', optIn],
    ['a charge without a point', [optIn, { count: 'optIns' }]],
    ['a count that there is not', [{ point, count: 'likes' }, optIn]],
    ['a count that visits alone raise', [{ point, count: 'scans' }]],
    ['a charge that is a string', ['optIns']],
  ])('reports %s, counts nothing of it, and counts the records around it', async (_what, charges) => {
    const batch = [record(1, [optIn]), record(2, charges), record(3, [optIn])];
    const reported = { batchItemFailures: [{ itemIdentifier: 'm2' }] };
    expect(await run(batch)).toEqual(reported);
    expect(await run(batch)).toEqual(reported);
    expect((await counts())?.optIns).toBe(2);
  });

  test('reports charges on an item that is no ledger entry', async () => {
    const foreign = record(1, [optIn]);
    if (foreign.dynamodb?.NewImage) foreign.dynamodb.NewImage.pk = { S: 'acme#Y#AbCdEfGhIjK' };
    expect(await run([foreign])).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  });

  test('reports what is no JSON, and what the table does not take, and counts the others', async () => {
    const { Records } = await relayed('charges', [record(1, [optIn]), record(2, [optIn])]);
    const odd = sqsRecord({ group: 'x', body: 'no {' }, 'odd');
    const none = sqsRecord({ group: 'x', body: 'null' }, 'none');
    const handler = countCharges({
      counter: chargeCounter(bench.table, bench.now),
      census: censusCounter(bench.table, bench.now),
      now: bench.now,
    });
    const failures = (ids: readonly string[]) => ({
      batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
    });
    expect(await handler({ Records: [odd, ...Records, none] }, lambdaContext())).toEqual(failures(['odd', 'none']));
    expect((await counts())?.optIns).toBe(2);
    failWrites(bench.table, () => true, 1);
    const more = await relayed('charges', [record(3, [optIn])]);
    expect(await handler(more, lambdaContext())).toEqual(failures(['m1']));
    expect(await handler(more, lambdaContext())).toEqual(failures([]));
    expect((await counts())?.optIns).toBe(3);
  });

  test('counts once what the stream itself told it before there was a relay', async () => {
    const records = [record(1, [optIn]), record(2, [optIn])];
    const handler = countCharges({
      counter: chargeCounter(bench.table, bench.now),
      census: censusCounter(bench.table, bench.now),
      now: bench.now,
    });
    expect(await handler({ Records: records }, lambdaContext())).toEqual({ batchItemFailures: [] });
    await run(records);
    expect((await counts())?.optIns).toBe(2);
  });

  test('knows by its marker what the version before counted, and charges it no second time', async () => {
    const { documents, tableName: TableName } = bench.table;
    const Item = { ...chargedKey(testToken(1), 'AbCdEfGhIjK#entry-1'), ttl: noon / 1000 + 86_400 };
    await documents.send(new PutCommand({ TableName, Item }));
    await run([record(1, [optIn]), record(2, [optIn])]);
    expect((await counts())?.optIns).toBe(1);
  });
});
