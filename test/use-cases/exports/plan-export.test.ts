import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportsPartition } from '../../../lambdas/adapters/dynamodb/table/app-keys.ts';
import type { DocumentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import type { ExportSchedule } from '../../../lambdas/domain/export/export-schedule.ts';
import { failExport } from '../../../lambdas/use-cases/exports/finish-export.ts';
import { type TestBucket, testBucket } from '../../support/exports/export-bucket.ts';
import { exportApp, exportSteps, testTable } from '../../support/exports/export-steps.ts';
import { freshTable } from '../../support/table/table.ts';

let bucket: TestBucket;
let table: DocumentTable;
let steps: ReturnType<typeof exportSteps>;

beforeAll(async () => {
  bucket = await testBucket();
  ({ table } = testTable(await freshTable()));
});
afterAll(() => bucket.stop());

async function newApp(appId: string): Promise<ExportSchedule> {
  steps = exportSteps(table, bucket);
  await steps.deps.apps.create(exportApp(appId));
  const schedule: ExportSchedule = {
    scheduleId: 'sch_0011223344556677',
    appId,
    purposeId: 'offers',
    name: 'Every night',
    expression: 'cron(0 2 * * ? *)',
    timeZone: 'UTC',
    paused: false,
    pending: false,
    keyId: 'key_1',
    createdAt: Date.UTC(2026, 10, 1),
    updatedAt: Date.UTC(2026, 10, 1),
  };
  await steps.deps.schedules.put(schedule);
  return schedule;
}

async function exportItems(appId: string) {
  const { Items = [] } = await table.documents.send(
    new QueryCommand({
      TableName: table.tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': exportsPartition(appId) },
    }),
  );
  return Items;
}

const tick = (appId: string, scheduledTime = '2026-11-21T02:00:00Z') => ({
  appId,
  purposeId: 'offers',
  scheduleId: 'sch_0011223344556677',
  scheduledTime,
});

test('a tick is planned with the settings of the moment, frozen', async () => {
  await newApp('tick');
  const app = await steps.deps.apps.findFresh('tick');
  const { exportId, duplicate } = await steps.plan(tick('tick'));
  expect(duplicate).toBe(false);
  if (app !== undefined)
    await steps.deps.apps.replace(app, {
      ...app,
      version: 4,
      purposes: app.purposes.map((each) => ({ ...each, validForDays: 1 })),
    });
  expect(await steps.deps.exports.find('tick', exportId)).toEqual({
    exportId,
    appId: 'tick',
    purposeId: 'offers',
    requestedAt: Date.UTC(2026, 10, 21, 2),
    scheduleId: 'sch_0011223344556677',
    status: 'running',
    plan: {
      plannedAt: steps.clock.now,
      purpose: exportApp('tick').purposes[0],
      settingsVersion: 3,
      rule: 'semantics-5',
    },
  });
});

test('the same tick in another execution is a duplicate and writes nothing; the next tick is not', async () => {
  await newApp('duplicate');
  const first = await steps.plan(tick('duplicate'), 'execution-1');
  const items = await exportItems('duplicate');
  steps.clock.now += 60_000;
  expect(await steps.plan(tick('duplicate'), 'execution-2')).toEqual({ ...first, duplicate: true });
  expect(await steps.plan(tick('duplicate', '2026-11-21T02:00:00.000Z'), 'execution-3')).toEqual({
    ...first,
    duplicate: true,
  });
  expect(await exportItems('duplicate')).toEqual(items);
  expect(await steps.plan(tick('duplicate', '2026-11-22T02:00:00Z'), 'execution-4')).toMatchObject({
    duplicate: false,
  });
});

test('of twenty executions of one tick at once, one runs', async () => {
  await newApp('race');
  const plans = await Promise.all(
    Array.from({ length: 20 }, (_, index) => steps.plan(tick('race'), `execution-${index}`)),
  );
  expect(plans.filter((plan) => !plan.duplicate)).toHaveLength(1);
});

test('a retry in the same execution continues with the first plan, also after a failure was noted', async () => {
  await newApp('retry');
  const first = await steps.plan(tick('retry'), 'execution-1');
  const planned = await steps.deps.exports.find('retry', first.exportId);
  steps.clock.now += 60_000;
  expect(await steps.plan(tick('retry'), 'execution-1')).toEqual(first);
  expect(await steps.deps.exports.find('retry', first.exportId)).toEqual(planned);
  await failExport(steps.deps, tick('retry'), 'execution-1', 'A step failed (Error).');
  expect(await steps.plan(tick('retry'), 'execution-1')).toEqual(first);
  expect(await steps.plan(tick('retry'), 'execution-2')).toEqual({ ...first, duplicate: true });
});

test('the tick of a paused, deleted or foreign schedule is refused with a cause, and nothing is planned', async () => {
  const schedule = await newApp('refused');
  await steps.deps.schedules.put({ ...schedule, paused: true, updatedAt: schedule.updatedAt + 1 }, schedule);
  await expect(steps.plan(tick('refused'))).rejects.toThrow('The schedule sch_0011223344556677 is paused.');
  await steps.deps.schedules.remove('refused', schedule.scheduleId);
  await expect(steps.plan(tick('refused'))).rejects.toThrow('it may have been deleted');
  await newApp('other');
  await expect(steps.plan(tick('refused'))).rejects.toThrow('is not known');
  expect(await exportItems('refused')).toEqual([]);
});

test('a refused tick is listed as failed, with its cause', async () => {
  await newApp('listed');
  await failExport(steps.deps, tick('listed'), 'execution-1', 'The schedule sch_0011223344556677 is paused.');
  const { data } = await steps.deps.exports.list('listed', 10);
  expect(data).toMatchObject([
    {
      status: 'failed',
      scheduleId: 'sch_0011223344556677',
      failure: { cause: 'The schedule sch_0011223344556677 is paused.' },
    },
  ]);
});

test('a purpose or app that does not exist, and an order that names neither export nor tick, are refused', async () => {
  await newApp('unknown');
  await expect(steps.plan({ appId: 'unknown', purposeId: 'offres', exportId: 'exp_1' })).rejects.toThrow(
    'has no purpose offres',
  );
  await expect(steps.plan({ appId: 'nowhere', purposeId: 'offers', exportId: 'exp_1' })).rejects.toThrow(
    'has no purpose',
  );
  await expect(steps.plan({ appId: 'unknown', purposeId: 'offers' })).rejects.toThrow('neither');
  await expect(steps.plan(tick('unknown', 'tomorrow'))).rejects.toThrow('neither');
});
