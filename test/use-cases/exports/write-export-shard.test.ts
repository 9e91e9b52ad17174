import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toWindowItem } from '../../../lambdas/adapters/dynamodb/places/window-item.ts';
import { shards } from '../../../lambdas/contract/table.ts';
import type { AudienceRow } from '../../../lambdas/domain/export/audience-row.ts';
import { addCounts } from '../../../lambdas/domain/export/export.ts';
import type { Manifest } from '../../../lambdas/domain/export/manifest.ts';
import { writeExportShard } from '../../../lambdas/use-cases/exports/write-export-shard.ts';
import { type TestBucket, testBucket } from '../../support/exports/export-bucket.ts';
import { exportApp, exportSteps, testTable } from '../../support/exports/export-steps.ts';
import { eligiblePerson, testHome, testSubject, writeAll, writeEligible } from '../../support/table/eligible-people.ts';
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

test('after a change of portfolio whoever is known by a former BSUID alone is left out, and nobody’s former BSUID is shown', async () => {
  const { table } = testTable(await freshTable());
  const steps = exportSteps(table, bucket);
  const appId = 'moved';
  const known = [
    { portfolioId: '10001', wabaIds: ['501'] },
    { portfolioId: '10002', wabaIds: ['502'] },
  ];
  const numberSince = steps.clock.now - 1000;
  await steps.deps.apps.create({ ...exportApp(appId), portfolios: { now: 1, known }, numberSince });
  const people = [
    eligiblePerson(1, { bsuid: 'MX.1001' }),
    eligiblePerson(2, { bsuid: 'MX.2002~1' }),
    eligiblePerson(3, { phone: undefined, bsuid: 'MX.1003' }),
    eligiblePerson(4, { phone: undefined, bsuid: 'MX.2004~1' }),
    eligiblePerson(5),
  ];
  await writeEligible(table, appId, 'offers', people);
  // Two wrote a moment ago, one of them to the number of before.
  const windows = [1, 2].map((index) => {
    const times = { lastInboundAt: index === 1 ? numberSince - 1 : numberSince };
    return toWindowItem(appId, testHome(index), testSubject(index), times, {});
  });
  await writeAll(table.documents, table.tableName, windows);
  const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001moved' });
  const result = await steps.finish(appId, exportId, await steps.writeShards(appId, exportId));
  expect([result.rows, result.excluded]).toEqual([4, { 'former-portfolio': 1 }]);
  const text = gunzipSync(await bucket.bytes(result.files.jsonl.key)).toString();
  const rows = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as AudienceRow)
    .sort((a, b) => (a.userId < b.userId ? -1 : 1));
  expect(rows.map(({ bsuid, windowOpenUntil }) => [bsuid, windowOpenUntil !== undefined])).toEqual([
    [undefined, false],
    ['MX.2002', true],
    ['MX.2004', false],
    [undefined, false],
  ]);
});

test('of an export without windows the files say of nobody until when one is open, the manifest says why, and the same people are in it', async () => {
  const { table, consumed } = testTable(await freshTable());
  const steps = exportSteps(table, bucket);
  const appId = 'plain';
  await steps.deps.apps.create(exportApp(appId));
  const people = Array.from({ length: 40 }, (_, index) => eligiblePerson(index));
  await writeEligible(table, appId, 'offers', people);
  const times = { lastInboundAt: steps.clock.now - 1000 };
  const windows = people.map((_, index) => toWindowItem(appId, testHome(index), testSubject(index), times, {}));
  await writeAll(table.documents, table.tableName, windows);

  const written = [];
  for (const [exportId, without] of [
    ['exp_000000001windows', false],
    ['exp_000000001without', true],
  ] as const) {
    const request = { exportId, appId, purposeId: 'offers', requestedAt: steps.clock.now, keyId: 'key_1' };
    await steps.deps.exports.enqueue(without ? { ...request, windows: false } : request);
    // The execution is told only which export it is.
    await steps.plan({ appId, purposeId: 'offers', exportId });
    consumed.length = 0;
    const parts = await steps.writeShards(appId, exportId);
    const batches = consumed.filter(({ operation }) => operation === 'BatchGetItem').length;
    const result = await steps.finish(appId, exportId, parts);
    const rows = gunzipSync(await bucket.bytes(result.files.jsonl.key))
      .toString()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as AudienceRow);
    const manifest = JSON.parse((await bucket.bytes(result.files.manifest.key)).toString()) as Manifest;
    written.push({ rows, batches, windows: manifest.windows });
  }
  const [whole, without] = written;
  // They lie in 13 of the 16 shards.
  expect(whole).toMatchObject({ windows: undefined, batches: 13 });
  expect(without).toMatchObject({ windows: false, batches: 0 });
  expect(whole?.rows.every(({ windowOpenUntil }) => windowOpenUntil !== undefined)).toBe(true);
  expect(without?.rows).toEqual(whole?.rows.map(({ windowOpenUntil: _until, ...row }) => row));
  expect(without?.rows).toHaveLength(40);
});
