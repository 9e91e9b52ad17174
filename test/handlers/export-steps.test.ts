import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import type { ShardAnswer } from '../../lambdas/contract/export-steps.ts';
import { shards } from '../../lambdas/contract/table.ts';
import { exportFinish, handler as finishHandler } from '../../lambdas/handlers/export-finish.ts';
import { exportPlan, handler as planHandler } from '../../lambdas/handlers/export-plan.ts';
import { exportShard, handler as shardHandler } from '../../lambdas/handlers/export-shard.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { type TestBucket, testBucket } from '../support/exports/export-bucket.ts';
import { exportApp, exportSteps, testTable } from '../support/exports/export-steps.ts';
import { eligiblePerson, withdraw, writeEligible } from '../support/table/eligible-people.ts';
import { freshTable } from '../support/table/table.ts';

const context = lambdaContext();
let bucket: TestBucket;
let table: DocumentTable;
let steps: ReturnType<typeof exportSteps>;

beforeAll(async () => {
  bucket = await testBucket();
  ({ table } = testTable(await freshTable()));
  steps = exportSteps(table, bucket);
});
afterAll(() => bucket.stop());

test('the three steps, passing on what the state machine passes on', async () => {
  await steps.deps.apps.create(exportApp('acme'));
  await writeEligible(
    table,
    'acme',
    'offers',
    Array.from({ length: 100 }, (_, index) => eligiblePerson(index)),
  );
  const input = { appId: 'acme', purposeId: 'offers', exportId: 'exp_000000001steps' };

  const planned = await exportPlan(steps.deps)({ input, executionId: 'arn:execution:1' }, context);
  expect(planned).toMatchObject({ ...input, duplicate: false });
  expect(planned.shards).toHaveLength(shards);
  const parts: ShardAnswer[] = [];
  for (const shard of planned.shards) parts.push(await exportShard(steps.deps)(shard, context));
  expect(parts.map((part) => part.shard)).toEqual(planned.shards.map((each) => each.shard));
  expect(parts.reduce((sum, part) => sum + part.rows, 0)).toBe(100);
  await withdraw(table, 'acme', 4, steps.clock.now, ['offers']);

  const finished = await exportFinish(steps.deps)({ ...input, parts }, context);
  expect(finished).toEqual({ status: 'completed', exportId: input.exportId, rows: 99 });
  // What Step Functions carries from step to step stays far below its 256 KiB.
  expect(JSON.stringify({ ...planned, parts }).length).toBeLessThan(20_000);
});

test('a duplicate has no shards', async () => {
  await steps.deps.apps.create(exportApp('twice'));
  const input = { appId: 'twice', purposeId: 'offers', exportId: 'exp_000000001dup' };
  await exportPlan(steps.deps)({ input, executionId: 'arn:execution:1' }, context);
  const again = await exportPlan(steps.deps)({ input, executionId: 'arn:execution:2' }, context);
  expect(again).toEqual({ ...input, duplicate: true, shards: [] });
});

test('a shard of an export that was never planned fails, by a name that Step Functions sees', async () => {
  const event = { appId: 'acme', purposeId: 'offers', exportId: 'exp_000000001none', shard: 0 };
  await expect(exportShard(steps.deps)(event, context)).rejects.toMatchObject({ name: 'ExportRefusedError' });
  await expect(exportFinish(steps.deps)({ ...event, parts: [] }, context)).rejects.toMatchObject({
    name: 'ExportRefusedError',
  });
});

test('a failed execution is noted: our own refusals in their words, other errors by their name only', async () => {
  const fail = async (exportId: string, error: { Error: string; Cause?: string }) => {
    const input = { appId: 'failed', purposeId: 'offers', exportId };
    const answer = await exportFinish(steps.deps)(
      { failed: { input, executionId: 'arn:execution:1', error } },
      context,
    );
    expect(answer).toEqual({ status: 'failed' });
    const found = await steps.deps.exports.find('failed', exportId);
    return found?.status === 'failed' ? found.failure.cause : undefined;
  };
  const refusal = { errorType: 'ExportRefusedError', errorMessage: 'The schedule sch_1 is paused.', trace: [] };
  expect(await fail('exp_1', { Error: 'ExportRefusedError', Cause: JSON.stringify(refusal) })).toBe(
    'The schedule sch_1 is paused.',
  );
  const other = { errorType: 'SyntaxError', errorMessage: 'Unexpected token in "525512345678"', trace: [] };
  expect(await fail('exp_2', { Error: 'SyntaxError', Cause: JSON.stringify(other) })).toBe(
    'A step failed (SyntaxError).',
  );
  expect(await fail('exp_3', { Error: 'States.Timeout' })).toBe('A step failed (States.Timeout).');
  expect(await fail('exp_4', { Error: 'Lambda.Unknown', Cause: 'The cause could not be determined' })).toBe(
    'A step failed (Lambda.Unknown).',
  );
});

test.each([planHandler, shardHandler, finishHandler])(
  'without its environment a step says which variable is missing',
  async (handler) => {
    await expect(handler({} as never, context)).rejects.toThrow('TABLE_NAME');
  },
);
