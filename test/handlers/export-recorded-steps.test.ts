import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFrames, rowsOf } from '../../lambdas/adapters/s3/part-frames.ts';
import { exportFinish } from '../../lambdas/handlers/export-finish.ts';
import { exportPlan } from '../../lambdas/handlers/export-plan.ts';
import { exportShard } from '../../lambdas/handlers/export-shard.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { type TestBucket, testBucket } from '../support/exports/export-bucket.ts';
import { exportApp, exportSteps, testTable } from '../support/exports/export-steps.ts';
import { freshTable } from '../support/table/table.ts';

/*
 * A deployment changes one function after another, so an export that runs meanwhile is handed on between two versions. What is recorded
 * here is what the version before hands on: this one takes it, and hands on all of it. A file is recorded anew only with the version
 * after the one that could read both.
 */
const recorded = JSON.parse(
  readFileSync(new URL('../fixtures/recorded-export-steps.json', import.meta.url), 'utf8'),
) as Record<'plan' | 'tick' | 'shard' | 'finish' | 'failed', { event: never; answer: object }> & {
  frame: { base64: string; rows: object[] };
};
const context = lambdaContext();
let bucket: TestBucket;
let steps: ReturnType<typeof exportSteps>;

beforeAll(async () => {
  bucket = await testBucket();
  steps = exportSteps(testTable(await freshTable()).table, bucket);
  await steps.deps.apps.create(exportApp('acme'));
});
afterAll(() => bucket.stop());

/** What each member is, of objects and of the first of a list. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]));
}

test('an export that the version before began is taken to its end, step by step', async () => {
  const planned = await exportPlan(steps.deps)(recorded.plan.event, context);
  expect(shapeOf(planned)).toMatchObject(shapeOf(recorded.plan.answer) as object);
  const part = await exportShard(steps.deps)(recorded.shard.event, context);
  expect(shapeOf(part)).toMatchObject(shapeOf({ ...recorded.shard.answer, excluded: {} }) as object);
  for (const shard of planned.shards.slice(1)) await exportShard(steps.deps)(shard, context);
  expect(await exportFinish(steps.deps)(recorded.finish.event, context)).toMatchObject(recorded.finish.answer);
});

test('so is the failure of one, and the tick of a schedule that is not there any more', async () => {
  expect(await exportFinish(steps.deps)(recorded.failed.event, context)).toMatchObject(recorded.failed.answer);
  await expect(exportPlan(steps.deps)(recorded.tick.event, context)).rejects.toMatchObject({
    name: 'ExportRefusedError',
  });
});

test('a part that the version before wrote is read', async () => {
  async function* part() {
    yield Buffer.from(recorded.frame.base64, 'base64');
  }
  const rows: object[] = [];
  for await (const chunk of readFrames(part())) rows.push(...rowsOf(chunk));
  expect(rows).toEqual(recorded.frame.rows);
});
