import { createHash } from 'node:crypto';
import { crc32, gunzipSync } from 'node:zlib';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toWindowItem } from '../../../lambdas/adapters/dynamodb/places/window-item.ts';
import type { Consumed, DocumentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { eligibleKey, shardOf } from '../../../lambdas/adapters/dynamodb/table/keys.ts';
import type { AudienceRow } from '../../../lambdas/domain/export/audience-row.ts';
import type { ExportResult } from '../../../lambdas/domain/export/export.ts';
import type { Manifest } from '../../../lambdas/domain/export/manifest.ts';
import { failExport, finishExport } from '../../../lambdas/use-cases/exports/finish-export.ts';
import { type TestBucket, testBucket } from '../../support/exports/export-bucket.ts';
import { exportApp, exportSteps, testTable } from '../../support/exports/export-steps.ts';
import { promised, theNumber } from '../../support/promised.ts';
import {
  eligiblePerson,
  testHome,
  testSubject,
  testUserId,
  withdraw,
  writeAll,
  writeEligible,
} from '../../support/table/eligible-people.ts';
import { freshTable } from '../../support/table/table.ts';

const minute = 60_000;
let bucket: TestBucket;
let table: DocumentTable;
let consumed: Consumed[];
let steps: ReturnType<typeof exportSteps>;

beforeAll(async () => {
  bucket = await testBucket();
  ({ table, consumed } = testTable(await freshTable()));
});
afterAll(() => bucket.stop());

/** Each test has an app of its own. */
async function newApp(appId: string): Promise<string> {
  steps = exportSteps(table, bucket);
  await steps.deps.apps.create(exportApp(appId));
  return appId;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

async function jsonlOf(result: ExportResult): Promise<AudienceRow[]> {
  const text = gunzipSync(await bucket.bytes(result.files.jsonl.key)).toString();
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/** The first gzip member, and an error when anything is behind it: what browsers and most streaming readers do. */
async function firstMember(bytes: Buffer): Promise<Buffer> {
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return Buffer.from(await new Response(stream).arrayBuffer());
}

async function csvUserIds(result: ExportResult): Promise<string[]> {
  const text = gunzipSync(await bucket.bytes(result.files.csv.key)).toString();
  return text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[0] ?? '');
}

describe('the true close', () => {
  test('2,000 people, 60 withdrawals stored between the read and the close: none of the 60 is in the files, everybody else is', async () => {
    const appId = await newApp('close');
    await writeEligible(
      table,
      appId,
      'offers',
      range(0, 2000).map((index) => eligiblePerson(index)),
    );
    const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001close' });
    const parts = await steps.writeShards(appId, exportId);

    const gone = range(0, 60).map((index) => index * 33);
    const whys = ['opt-out', 'merge', 'number-change', 'platform-stop', 'suppression'] as const;
    for (const [place, index] of gone.entries()) {
      // Writers' clocks differ: some stamped before the plan, some are ahead of the close.
      const stamped = steps.clock.now + (place % 3 === 0 ? -14 * minute : place % 3 === 1 ? minute : 10 * minute);
      await withdraw(table, appId, index, stamped, ['offers'], whys[place % whys.length]);
    }
    steps.clock.now += 5 * minute;
    const result = await steps.finish(appId, exportId, parts);

    const expected = range(0, 2000)
      .filter((index) => !gone.includes(index))
      .map(testUserId)
      .sort();
    expect((await jsonlOf(result)).map((row) => row.userId).sort()).toEqual(expected);
    expect((await csvUserIds(result)).sort()).toEqual(expected);
    expect(result.rows).toBe(1940);
    expect(result.excluded).toEqual({ 'withdrawn-during-export': 60 });
  });

  test('a withdrawal of another purpose, or older than any running writer, drops nobody; who came back meanwhile waits', async () => {
    const appId = await newApp('close-others');
    await writeEligible(
      table,
      appId,
      'offers',
      range(0, 4).map((index) => eligiblePerson(index)),
    );
    await withdraw(table, appId, 0, steps.clock.now + minute, ['order-updates']);
    await withdraw(table, appId, 1, steps.clock.now - 15 * minute - 1, ['offers']);
    const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001others' });
    const parts = await steps.writeShards(appId, exportId);
    await withdraw(table, appId, 2, steps.clock.now, ['order-updates', 'offers']);
    await writeEligible(table, appId, 'offers', [eligiblePerson(2)]);
    const result = await steps.finish(appId, exportId, parts);
    expect((await jsonlOf(result)).map((row) => row.userId).sort()).toEqual([0, 1, 3].map(testUserId));
  });

  test('the time of the close is taken before the first withdrawal is read, and every shard is read after it, strongly', async () => {
    const appId = await newApp('close-order');
    const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001order' });
    const parts = await steps.writeShards(appId, exportId);
    consumed.length = 0;
    const readBefore: number[] = [];
    const queries = () => consumed.filter((each) => each.operation === 'Query');
    const now = () => {
      readBefore.push(queries().length);
      return steps.clock.now;
    };
    await finishExport({ ...steps.deps, now }, { appId, exportId, parts });
    expect(readBefore).toEqual([0]);
    // An empty strong read costs twice what an eventually consistent one costs.
    expect(queries().map((each) => each.readUnits)).toEqual(parts.map(() => 1));
  });

  test('somebody who withdrew and was not in the part changes nothing', async () => {
    const appId = await newApp('close-absent');
    await writeEligible(
      table,
      appId,
      'offers',
      range(0, 50).map((index) => eligiblePerson(index)),
    );
    await table.documents.send(
      new DeleteCommand({ TableName: table.tableName, Key: eligibleKey(appId, 'offers', testSubject(7)) }),
    );
    await withdraw(table, appId, 7, steps.clock.now, ['offers']);
    const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001absent' });
    const result = await steps.finish(appId, exportId, await steps.writeShards(appId, exportId));
    expect(result).toMatchObject({ rows: 49, excluded: {} });
  });
});

describe('the files', () => {
  test('of 3,000 people in chunks, some of them opened and one emptied, are read whole by a reader of one member', async () => {
    const appId = await newApp('one-member');
    await writeEligible(
      table,
      appId,
      'offers',
      range(0, 3000).map((index) => eligiblePerson(index)),
    );
    const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001member' });
    const parts = await steps.writeShards(appId, exportId);
    const slots = new Set(range(0, 3000).map((index) => shardOf(testSubject(index))));
    const emptied = range(0, 3000).filter((index) => shardOf(testSubject(index)) === [...slots][3]);
    const gone = new Set([...emptied, 5, 700, 2999]);
    for (const index of gone) await withdraw(table, appId, index, steps.clock.now, ['offers']);
    const result = await steps.finish(appId, exportId, parts);

    const [csv, jsonl] = [await bucket.bytes(result.files.csv.key), await bucket.bytes(result.files.jsonl.key)];
    expect(result.rows).toBe(3000 - gone.size);
    expect((await firstMember(csv)).toString().split('\r\n')).toHaveLength(result.rows + 2);
    const lines = (await firstMember(jsonl)).toString().split('\n').slice(0, -1);
    const expected = range(0, 3000).filter((index) => !gone.has(index));
    expect(lines.map((line) => JSON.parse(line).userId).sort()).toEqual(expected.map(testUserId).sort());
    for (const bytes of [csv, jsonl]) {
      const text = gunzipSync(bytes);
      expect(bytes.readUInt32LE(bytes.length - 8)).toBe(crc32(text));
      expect(bytes.readUInt32LE(bytes.length - 4)).toBe(text.length);
    }
  });

  test('sha256 and bytes of the manifest are those of the downloaded files; each is one gzip member', async () => {
    const appId = await newApp('files');
    await writeEligible(
      table,
      appId,
      'offers',
      range(0, 300).map((index) => eligiblePerson(index)),
    );
    const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001files' });
    const parts = await steps.writeShards(appId, exportId);
    steps.clock.now += 7 * minute + 512;
    const result = await steps.finish(appId, exportId, parts);

    const folder = `audiences/${appId}/${exportId}/20261121T020700512Z/`;
    expect(await bucket.keys('audiences/files/')).toEqual([
      `${folder}audience.csv.gz`,
      `${folder}audience.jsonl.gz`,
      `${folder}manifest.json`,
    ]);
    const manifest = JSON.parse((await bucket.bytes(result.files.manifest.key)).toString()) as Manifest;
    for (const file of manifest.files) {
      const bytes = await bucket.bytes(folder + file.name);
      expect(file).toEqual({
        name: file.name,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
      expect(await firstMember(bytes)).toEqual(gunzipSync(bytes));
    }
    expect(manifest).toEqual({
      exportId,
      appId,
      purpose: 'offers',
      rule: { name: 'semantics-5', message: 'template', settingsVersion: 3, purpose: exportApp(appId).purposes[0] },
      requestedAt: '2026-11-21T02:00:00.000Z',
      plannedAt: '2026-11-21T02:00:00.000Z',
      closedAt: '2026-11-21T02:07:00.512Z',
      counts: { rows: 300, excluded: {} },
      files: manifest.files,
    });
    expect(manifest.files.map((file) => file.name)).toEqual(['audience.csv.gz', 'audience.jsonl.gz']);
    expect(await bucket.keys('parts/files/')).toEqual([]);
  });

  test('an audience of nobody is two valid files and a manifest', async () => {
    const appId = await newApp('nobody');
    const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001nobody' });
    const result = await steps.finish(appId, exportId, await steps.writeShards(appId, exportId));
    expect(await jsonlOf(result)).toEqual([]);
    expect(await csvUserIds(result)).toEqual([]);
    const { csv, jsonl } = result.files;
    expect((await firstMember(await bucket.bytes(csv.key))).toString()).toMatch(/^userId,.*statementId\r\n$/);
    expect(await firstMember(await bucket.bytes(jsonl.key))).toHaveLength(0);
    expect(result.rows).toBe(0);
  });

  test('whoever may not be messaged by the settings of the plan is left out and counted once, by the reason that decided', async () => {
    const appId = await newApp('reasons');
    const expired = { at: Date.UTC(2025, 9, 1) / 1000, level: 2, ref: 'x.1', source: 'paper' } as const;
    await writeEligible(table, appId, 'offers', [
      ...range(0, 10).map((index) => eligiblePerson(index)),
      ...range(10, 13).map((index) => eligiblePerson(index, { grant: expired })),
      ...range(13, 17).map((index) => eligiblePerson(index, { platformStoppedAt: Date.UTC(2026, 9, 5) })),
      ...range(17, 19).map((index) => eligiblePerson(index, { ambiguousStopSince: Date.UTC(2026, 9, 5) })),
      eligiblePerson(19, { grant: expired, platformStoppedAt: Date.UTC(2026, 9, 5) }),
      ...range(20, 23).map((index) => eligiblePerson(index, { marketingStoppedAt: Date.UTC(2026, 9, 5) })),
      // What START gave back keeps the time of the grant that it restores.
      eligiblePerson(23, { grant: { ...expired, at: Date.UTC(2026, 9, 20) / 1000, from: expired.at, level: 3 } }),
    ]);
    const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001reasons' });
    const parts = await steps.writeShards(appId, exportId);
    await withdraw(table, appId, 3, steps.clock.now, ['offers']);
    const result = await steps.finish(appId, exportId, parts);
    expect(result.rows).toBe(9);
    expect(result.excluded).toEqual({
      expired: 5,
      'platform-stop': 4,
      'opted-out': 3,
      'suppressed-ambiguous-stop': 2,
      'withdrawn-during-export': 1,
    });
  });

  test("each row says until when the person's window is open; closed and foreign windows say nothing", async () => {
    const appId = await newApp('windows');
    await writeEligible(
      table,
      appId,
      'offers',
      range(0, 200).map((index) => eligiblePerson(index)),
    );
    const { now } = steps.clock;
    const window = (index: number, place: number, last: number) =>
      toWindowItem(appId, testHome(place), testSubject(index), { lastInboundAt: last }, {});
    await writeAll(table.documents, table.tableName, [
      window(5, 5, now - 60 * minute),
      // Two identifiers of one person: the later counts.
      window(6, 6, now - 90 * minute),
      window(6, 1006, now - 30 * minute),
      window(8, 8, now - 30 * minute),
      window(8, 1008, now - 90 * minute),
      window(7, 7, now - 24 * 60 * minute),
      // Not in the audience.
      window(777, 777, now - minute),
    ]);
    const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001windows' });
    const result = await steps.finish(appId, exportId, await steps.writeShards(appId, exportId));
    const open = (await jsonlOf(result)).filter((row) => row.windowOpenUntil !== undefined);
    expect(Object.fromEntries(open.map((row) => [row.userId, row.windowOpenUntil]))).toEqual({
      [testUserId(5)]: '2026-11-22T01:00:00.000Z',
      [testUserId(6)]: '2026-11-22T01:30:00.000Z',
      [testUserId(8)]: '2026-11-22T01:30:00.000Z',
    });
  });
});

describe('steps that run twice', () => {
  test('each step repeated gives the same files; a finish that comes after the end answers what stands', async () => {
    const appId = await newApp('twice');
    await writeEligible(
      table,
      appId,
      'offers',
      range(0, 100).map((index) => eligiblePerson(index)),
    );
    const order = { appId, purposeId: 'offers', exportId: 'exp_000000001twice' };
    const { exportId } = await steps.plan(order);
    steps.clock.now += minute;
    expect(await steps.plan(order)).toEqual({ exportId, duplicate: false });
    expect(await steps.deps.exports.find(appId, exportId)).toMatchObject({
      plan: { plannedAt: steps.clock.now - minute },
    });
    await steps.writeShards(appId, exportId);
    const parts = await steps.writeShards(appId, exportId);
    const result = await steps.finish(appId, exportId, parts);
    steps.clock.now += minute;
    expect(await steps.finish(appId, exportId, parts)).toEqual(result);
    expect(result.rows).toBe(100);
    expect(await bucket.keys('audiences/twice/')).toHaveLength(3);
  });

  test('a finish that breaks off leaves the export running and no file that looks finished; the next attempt completes it', async () => {
    const appId = await newApp('breaks');
    await writeEligible(
      table,
      appId,
      'offers',
      range(0, 100).map((index) => eligiblePerson(index)),
    );
    const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001breaks' });
    const parts = await steps.writeShards(appId, exportId);
    await expect(steps.finish(appId, exportId, [...parts, { shard: 99, excluded: {} }])).rejects.toThrow();
    expect(await bucket.keys('audiences/breaks/')).toEqual([]);
    expect(await steps.deps.exports.find(appId, exportId)).toMatchObject({ status: 'running' });
    expect((await steps.finish(appId, exportId, parts)).rows).toBe(100);
  });

  test('two finishes at once: one of them stands, and its manifest fits its files', async () => {
    const appId = await newApp('at-once');
    await writeEligible(
      table,
      appId,
      'offers',
      range(0, 100).map((index) => eligiblePerson(index)),
    );
    const { exportId } = await steps.plan({ appId, purposeId: 'offers', exportId: 'exp_000000001atonce' });
    const parts = await steps.writeShards(appId, exportId);
    const first = steps.deps.audiences.writeAudience(appId, exportId, steps.clock.now);
    steps.clock.now += minute;
    const result = await steps.finish(appId, exportId, parts);
    // The attempt that was given up wakes up and writes its files to the end.
    await first.close();
    for (const { key, sha256 } of [result.files.csv, result.files.jsonl]) {
      expect(
        createHash('sha256')
          .update(await bucket.bytes(key))
          .digest('hex'),
      ).toBe(sha256);
    }
  });

  test('a failure is noted, unless the export is completed or another execution has it', async () => {
    const appId = await newApp('fails');
    const order = { appId, purposeId: 'offers', exportId: 'exp_000000001fails' };
    const { exportId } = await steps.plan(order, 'execution-1');
    await failExport(steps.deps, order, 'execution-2', 'Not mine.');
    expect(await steps.deps.exports.find(appId, exportId)).toMatchObject({ status: 'running' });
    await failExport(steps.deps, order, 'execution-1', 'A step failed (Error).');
    expect(await steps.deps.exports.find(appId, exportId)).toMatchObject({
      status: 'failed',
      failure: { failedAt: steps.clock.now, cause: 'A step failed (Error).' },
    });
    await steps.finish(appId, exportId, await steps.writeShards(appId, exportId));
    await failExport(steps.deps, order, 'execution-1', 'Too late.');
    const found = await steps.deps.exports.find(appId, exportId);
    expect(found?.status).toBe('completed');
    expect(found).not.toHaveProperty('failure');
  });
});

describe('capacity', () => {
  test('1,000 eligible people cost beyond what an empty export costs, and that one, what docs/table.md says, with the close', async () => {
    const cost = async (appId: string, exportId: string) => {
      consumed.length = 0;
      await steps.plan({ appId, purposeId: 'offers', exportId });
      await steps.finish(appId, exportId, await steps.writeShards(appId, exportId));
      return {
        read: consumed.reduce((sum, each) => sum + each.readUnits, 0),
        written: consumed.reduce((sum, each) => sum + each.writeUnits, 0),
      };
    };
    const empty = await cost(await newApp('cost-fixed'), 'exp_000000001fixed');
    const appId = await newApp('cost-people');
    await writeEligible(
      table,
      appId,
      'offers',
      range(0, 1000).map((index) => eligiblePerson(index, { bsuid: `MX.${13491208655302 + index}` })),
    );
    const full = await cost(appId, 'exp_000000001people');
    console.info(
      `export: ${empty.read} RRU fixed, ${full.read - empty.read} RRU per 1,000 people, ${full.written} WRU`,
    );
    expect(Math.ceil(full.read - empty.read)).toBe(theNumber('docs/table.md', 'per 1,000 people | | {n} |'));
    expect([empty.read, empty.written]).toEqual(promised('docs/table.md', '| export, fixed | | {n} | {n} |'));
    expect(empty.read).toBe(theNumber('docs/exports.md', 'an export of nobody, with the close | {n} |'));
    expect(full.written).toBe(empty.written);
  });
});
