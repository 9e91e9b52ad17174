import { afterAll, beforeAll, expect, test } from 'vitest';
import { shards } from '../../../lambdas/contract/table.ts';
import { addCounts } from '../../../lambdas/domain/export/export.ts';
import { writeExportShard } from '../../../lambdas/use-cases/exports/write-export-shard.ts';
import { type TestBucket, testBucket } from '../../support/exports/export-bucket.ts';
import { exportApp, exportSteps, testTable } from '../../support/exports/export-steps.ts';
import { eligiblePerson, writeEligible } from '../../support/table/eligible-people.ts';
import { freshTable } from '../../support/table/table.ts';

const day = 24 * 60 * 60 * 1000;
let bucket: TestBucket;
beforeAll(async () => {
  bucket = await testBucket();
});
afterAll(() => bucket.stop());

/** One person with a consent of 365 days, planned a day before it ends and read at `readAt`. */
async function exportOne(appId: string, readAt: (end: number) => number) {
  const { table } = testTable(await freshTable());
  const steps = exportSteps(table, bucket);
  await steps.deps.apps.create(exportApp(appId));
  const person = eligiblePerson(1);
  await writeEligible(table, appId, 'offers', [person]);
  const end = person.grant.at * 1000 + 365 * day;
  steps.clock.now = end - day;
  const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001expiry' });
  steps.clock.now = readAt(end);
  const written = [];
  for (let shard = 0; shard < shards; shard += 1)
    written.push(await writeExportShard(steps.deps, { appId, exportId, shard }));
  return addCounts({ rows: 0 }, ...written.map(({ rows, excluded }) => ({ rows, ...excluded })));
}

test('consent that ends between the plan and the reading of its row is not in the export', async () => {
  expect(await exportOne('ended', (end) => end)).toEqual({ rows: 0, expired: 1 });
});

test('a millisecond before its end it is', async () => {
  expect(await exportOne('ending', (end) => end - 1)).toEqual({ rows: 1 });
});
