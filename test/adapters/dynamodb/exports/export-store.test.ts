import { beforeAll, expect, test } from 'vitest';
import { exportStore } from '../../../../lambdas/adapters/dynamodb/exports/export-store.ts';
import { scheduleStore } from '../../../../lambdas/adapters/dynamodb/exports/schedule-store.ts';
import type { ExportPlan, ExportRequest, ExportResult } from '../../../../lambdas/domain/export/export.ts';
import { exportIdAt } from '../../../../lambdas/domain/export/export-id.ts';
import type { ExportStore } from '../../../../lambdas/use-cases/exports/ports.ts';
import { testTable } from '../../../support/exports/export-steps.ts';
import { freshTable } from '../../../support/table/table.ts';

let table: ReturnType<typeof testTable>['table'];
let exports: ExportStore;
beforeAll(async () => {
  ({ table } = testTable(await freshTable()));
  exports = exportStore(table);
});

const start = Date.UTC(2026, 10, 21);
const request = (appId: string, index: number): ExportRequest => ({
  exportId: exportIdAt(start + index, 'ab12'),
  appId,
  purposeId: 'offers',
  requestedAt: start + index,
  keyId: 'key_1',
});
const plan: ExportPlan = {
  plannedAt: start + 100,
  purpose: { purposeId: 'offers', name: 'Offers', category: 'marketing' },
  settingsVersion: 3,
  rule: 'semantics-4',
};
const file = { key: 'k', bytes: 1, sha256: 'ab' };
const result: ExportResult = {
  closedAt: start + 200,
  rows: 1,
  excluded: {},
  files: { csv: file, jsonl: file, manifest: file },
};

test('an export that was asked for keeps who asked and when, through planning and completion', async () => {
  const asked = request('keeps', 0);
  await exports.enqueue(asked);
  expect(await exports.find('keeps', asked.exportId)).toEqual({ ...asked, status: 'queued' });
  const { keyId: _keyId, ...fromStep } = asked;
  await exports.begin({ ...fromStep, requestedAt: start + 999 }, 'execution-1', plan);
  expect(await exports.find('keeps', asked.exportId)).toEqual({ ...asked, status: 'running', plan });
  await exports.complete('keeps', asked.exportId, result);
  expect(await exports.find('keeps', asked.exportId)).toEqual({ ...asked, status: 'completed', plan, result });
});

test('a second completion changes nothing and answers what stands', async () => {
  const asked = request('second', 0);
  await exports.begin(asked, 'execution-1', plan);
  expect(await exports.complete('second', asked.exportId, result)).toEqual(result);
  expect(await exports.complete('second', asked.exportId, { ...result, rows: 2 })).toEqual(result);
});

test('an export that is not planned cannot be completed, and an id is enqueued once', async () => {
  const asked = request('once', 0);
  await exports.enqueue(asked);
  await expect(exports.enqueue(asked)).rejects.toThrow();
  await exports.complete('once', asked.exportId, result);
  expect(await exports.find('once', asked.exportId)).toMatchObject({ status: 'queued' });
});

test('lists are newest first, in pages that stay stable while exports are added, and of one app', async () => {
  for (let index = 0; index < 5; index += 1) await exports.enqueue(request('lists', index));
  await exports.enqueue(request('lists-other', 9));
  const first = await exports.list('lists', 2);
  await exports.enqueue(request('lists', 5));
  const second = await exports.list('lists', 2, first.next);
  const third = await exports.list('lists', 2, second.next);
  const times = [first, second, third].map((page) => page.data.map((each) => each.requestedAt - start));
  expect(times).toEqual([[4, 3], [2, 1], [0]]);
  expect(third.next).toBeUndefined();
});

test('schedules are listed by app in pages', async () => {
  const schedules = scheduleStore(table);
  const schedule = (scheduleId: string) => ({
    scheduleId,
    appId: 'pages',
    purposeId: 'offers',
    name: 'Every night',
    expression: 'rate(1 day)',
    timeZone: 'UTC',
    paused: false,
    pending: false,
    keyId: 'key_1',
    createdAt: start,
    updatedAt: start,
  });
  for (const id of ['sch_1', 'sch_2', 'sch_3']) await schedules.put(schedule(id));
  const first = await schedules.list('pages', 2);
  expect(first.data).toEqual([schedule('sch_1'), schedule('sch_2')]);
  expect(await schedules.list('pages', 2, first.next)).toEqual({ data: [schedule('sch_3')] });
  expect(await schedules.find('other', 'sch_1')).toBeUndefined();
});
