import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventBridgeScheduler } from '../../lambdas/adapters/aws/scheduler.ts';
import { exportStateMachine } from '../../lambdas/adapters/aws/state-machine.ts';
import type { DocumentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { fileLinks } from '../../lambdas/adapters/s3/file-links.ts';
import { exports as exportsHandler, handler } from '../../lambdas/handlers/exports.ts';
import { testCursors } from '../support/api/cursors.ts';
import { type Call, fullKey, httpEvent, send } from '../support/api/http-event.ts';
import { type TestBucket, testBucket } from '../support/exports/export-bucket.ts';
import { exportApp, exportSteps, testTable } from '../support/exports/export-steps.ts';
import {
  type SchedulerService,
  schedulerFailure,
  schedulerService,
  testPlaces,
} from '../support/exports/scheduler-service.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { eligiblePerson, writeEligible } from '../support/table/eligible-people.ts';
import { freshTable } from '../support/table/table.ts';

let bucket: TestBucket;
let table: DocumentTable;
let stepFunctions: RecordingServer;
let scheduling: SchedulerService;
let steps: ReturnType<typeof exportSteps>;
let call: (method: string, path: string, more?: Call) => ReturnType<typeof send>;
let app = 0;
let appId = '';

beforeAll(async () => {
  bucket = await testBucket();
  ({ table } = testTable(await freshTable()));
  stepFunctions = await startRecordingServer();
  scheduling = await schedulerService();
});
afterAll(async () => {
  await Promise.all([bucket.stop(), stepFunctions.stop(), scheduling.stop()]);
});
beforeEach(async () => {
  app += 1;
  appId = `acme-${app}`;
  stepFunctions.answer = { status: 200, body: { executionArn: 'arn', startDate: 1_795_600_800 } };
  steps = exportSteps(table, bucket);
  await steps.deps.apps.create(exportApp(appId));
  const local = {
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  let ids = 0;
  const endpoint = exportsHandler({
    ...steps.deps,
    cursors: testCursors,
    starter: exportStateMachine(testPlaces.stateMachineArn, { ...local, endpoint: stepFunctions.url }),
    links: fileLinks(bucket.client, bucket.bucket),
    scheduler: eventBridgeScheduler(testPlaces, { ...local, endpoint: scheduling.endpoint }),
    now: () => steps.clock.now++,
    newId: () => `${app}a${++ids}`,
  });
  call = (method, path, more) => send(endpoint, method, `/v1/apps/${appId}${path}`, more);
});

describe('exports', () => {
  test('without windows, where that is asked for; with them it is not said', async () => {
    const plain = await call('POST', '/exports', { body: { purpose: 'offers', windows: false } });
    const whole = await call('POST', '/exports', { body: { purpose: 'offers', windows: true } });
    expect([plain, whole].map(({ status, body }) => [status, body.windows])).toEqual([
      [202, false],
      [202, undefined],
    ]);
    expect((await call('GET', `/exports/${plain.body.exportId}`)).body).toMatchObject({ windows: false });
    expect((await call('GET', '/exports')).body.data.map(({ windows }: { windows?: false }) => windows)).toEqual([
      undefined,
      false,
    ]);
    const no = await call('POST', '/exports', { body: { purpose: 'offers', windows: 'no' } });
    expect([no.status, no.body.errors?.[0]?.pointer]).toEqual([422, '/windows']);
  });

  test('asked for, listed, and, when it is completed, linked to', async () => {
    await writeEligible(
      table,
      appId,
      'offers',
      Array.from({ length: 20 }, (_, index) => eligiblePerson(index)),
    );
    const asked = await call('POST', '/exports', { body: { purpose: 'offers' } });
    expect(asked.status).toBe(202);
    const { exportId } = asked.body;
    expect(asked.body).toEqual({
      exportId,
      purpose: 'offers',
      status: 'queued',
      requestedAt: '2026-11-21T02:00:00.000Z',
      keyId: fullKey.keyId,
    });
    expect(stepFunctions.requests.at(-1)?.body).toMatchObject({
      name: exportId,
      input: JSON.stringify({ appId, purposeId: 'offers', exportId }),
    });
    expect((await call('GET', `/exports/${exportId}`)).body).toEqual(asked.body);

    await steps.plan({ appId, purposeId: 'offers', exportId });
    expect((await call('GET', `/exports/${exportId}`)).body).toMatchObject({ status: 'running' });
    await steps.finish(appId, exportId, await steps.writeShards(appId, exportId));

    const done = (await call('GET', `/exports/${exportId}`)).body;
    expect(done).toMatchObject({ status: 'completed', counts: { rows: 20, excluded: {} } });
    const { links, ...listed } = done;
    expect((await call('GET', '/exports')).body).toEqual({ data: [listed], nextCursor: null });
    for (const kind of ['csv', 'jsonl', 'manifest'] as const) {
      const bytes = Buffer.from(await (await fetch(links[kind])).arrayBuffer());
      expect(bytes.length).toBe(done.files[kind].bytes);
    }
    expect(decodeURIComponent(links.csv)).toContain(`filename="${appId}-offers-${exportId}.csv.gz"`);

    // Counts are for many; the files are lists of people.
    const counting = { ...fullKey, scopes: 'exports:counts' };
    expect((await call('GET', `/exports/${exportId}`, { key: counting })).body).toEqual(listed);
    const reading = { ...fullKey, scopes: 'exports:read' };
    expect((await call('GET', `/exports/${exportId}`, { key: reading })).body).toHaveProperty('links.csv');
    expect((await call('GET', `/exports/${exportId}`, { key: { ...fullKey, scopes: 'users:read' } })).status).toBe(403);
  });

  test('the list is newest first, with a cursor that holds for this list only', async () => {
    for (let count = 0; count < 3; count += 1) await call('POST', '/exports', { body: { purpose: 'offers' } });
    const first = (await call('GET', '/exports', { query: { limit: '2' } })).body;
    const second = (await call('GET', '/exports', { query: { limit: '2', cursor: first.nextCursor } })).body;
    const times = [...first.data, ...second.data].map((each) => each.requestedAt);
    expect(times).toEqual([...times].sort().reverse());
    expect([first.data.length, second.data.length, second.nextCursor]).toEqual([2, 1, null]);
    expect((await call('GET', '/export-schedules', { query: { cursor: first.nextCursor } })).status).toBe(400);
    expect((await call('GET', '/exports', { query: { cursor: 'x' } })).status).toBe(400);
    expect((await call('GET', '/exports', { query: { limit: '0' } })).status).toBe(422);
  });

  test.each([
    [{}, ['/purpose', 'required']],
    [{ purpose: 'offres' }, ['/purpose', 'unknown-purpose']],
    [{ purpose: 7 }, ['/purpose', 'wrong-type']],
    [{ purpose: 'offers', porpose: 'offers' }, ['/porpose', 'unknown-field']],
  ])('%j is refused and nothing is started', async (body, [pointer, code]) => {
    const started = stepFunctions.requests.length;
    const refused = await call('POST', '/exports', { body });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ pointer, code }]);
    expect(stepFunctions.requests).toHaveLength(started);
    expect((await call('GET', '/exports')).body.data).toEqual([]);
  });

  test('when it cannot be started, it is listed as failed', async () => {
    stepFunctions.answer = { status: 500, body: { __type: 'InternalServerError' } };
    expect((await call('POST', '/exports', { body: { purpose: 'offers' } })).status).toBe(500);
    expect((await call('GET', '/exports')).body.data).toMatchObject([
      { status: 'failed', failure: { detail: 'The export could not be started.' } },
    ]);
  });

  test.each(['exp_000000001nothere', 'exp_', 'sch_1', 'x'.repeat(3000), '%00', '..'])(
    '%s is not there',
    async (exportId) => {
      expect((await call('GET', `/exports/${exportId}`)).status).toBe(404);
      expect((await call('GET', `/export-schedules/${exportId}`)).status).toBe(404);
    },
  );
});

describe('export schedules', () => {
  const nightly = { purpose: 'offers', name: 'Every night', expression: 'cron(0 2 * * ? *)' };

  test('made, listed, paused, changed and deleted; the Scheduler follows', async () => {
    const made = await call('POST', '/export-schedules', { body: nightly });
    expect(made.status).toBe(201);
    const { scheduleId } = made.body;
    expect(made.body).toEqual({
      scheduleId,
      ...nightly,
      timeZone: 'America/Mexico_City',
      status: 'active',
      paused: false,
      nextRuns: ['2026-11-21T08:00:00.000Z', '2026-11-22T08:00:00.000Z', '2026-11-23T08:00:00.000Z'],
      keyId: fullKey.keyId,
      createdAt: '2026-11-21T02:00:00.000Z',
      updatedAt: '2026-11-21T02:00:00.000Z',
    });
    expect(scheduling.schedules.get(scheduleId)).toMatchObject({
      ScheduleExpressionTimezone: 'America/Mexico_City',
      Target: {
        Arn: testPlaces.stateMachineArn,
        Input: `{"appId":"${appId}","purposeId":"offers","scheduleId":"${scheduleId}","scheduledTime":"<aws.scheduler.scheduled-time>"}`,
      },
    });
    expect((await call('GET', '/export-schedules')).body).toEqual({ data: [made.body], nextCursor: null });

    const paused = await call('PATCH', `/export-schedules/${scheduleId}`, { body: { paused: true } });
    expect(paused).toMatchObject({ status: 200, body: { status: 'paused', paused: true, nextRuns: [] } });
    expect(scheduling.schedules.get(scheduleId)).toMatchObject({ State: 'DISABLED' });
    const change = { paused: false, expression: 'rate(12 hours)', timeZone: 'UTC', name: 'Twice a day' };
    const changed = await call('PATCH', `/export-schedules/${scheduleId}`, { body: change });
    expect(changed.body).toMatchObject({ ...change, status: 'active' });
    expect((await call('GET', `/export-schedules/${scheduleId}`)).body).toEqual(changed.body);
    expect(scheduling.schedules.get(scheduleId)).toMatchObject({
      State: 'ENABLED',
      ScheduleExpression: 'rate(12 hours)',
    });

    expect((await call('DELETE', `/export-schedules/${scheduleId}`)).status).toBe(204);
    expect((await call('DELETE', `/export-schedules/${scheduleId}`)).status).toBe(404);
    expect(scheduling.schedules.has(scheduleId)).toBe(false);
  });

  test('all faults at once', async () => {
    const body = { purpose: 'offres', name: ' ', expression: 'every night', timeZone: 'Nowhere', at: 1 };
    const refused = await call('POST', '/export-schedules', { body });
    expect(refused.status).toBe(422);
    expect(
      refused.body.errors.map((each: { pointer: string; code: string }) => `${each.pointer} ${each.code}`).sort(),
    ).toEqual([
      '/at unknown-field',
      '/expression not-a-schedule',
      '/name unreadable-text',
      '/purpose unknown-purpose',
      '/timeZone not-a-time-zone',
    ]);
    expect((await call('GET', '/export-schedules')).body.data).toEqual([]);
  });

  test('a change of nothing, or of what cannot change, is refused', async () => {
    const { scheduleId } = (await call('POST', '/export-schedules', { body: nightly })).body;
    for (const body of [{}, { purpose: 'order-updates' }, { paused: 'yes' }, { paused: null }]) {
      expect((await call('PATCH', `/export-schedules/${scheduleId}`, { body })).status).toBe(422);
    }
  });

  test.each([
    'at(2020-01-01T00:00:00)',
    'at(2026-11-20T19:59:59)',
    'cron(0 2 31 2 ? *)',
    'cron(0 0 30 2 ? *)',
    'cron(0 2 * * ? 2025)',
    'cron(0 2 29 2 ? 2027)',
  ])('%s can never run: refused, and neither listed nor scheduled', async (expression) => {
    const schedules = scheduling.schedules.size;
    const refused = await call('POST', '/export-schedules', { body: { ...nightly, expression } });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/expression', code: 'never-runs', detail: expect.stringContaining(expression) }] },
    });
    expect((await call('GET', '/export-schedules')).body.data).toEqual([]);
    expect(scheduling.schedules.size).toBe(schedules);
  });

  test('nor can a change make it so; a name and a pause may change whatever comes', async () => {
    // Two in the night in UTC, which is eight in the evening of the day before in Mexico.
    const once = { ...nightly, expression: 'at(2026-11-20T20:00:01)' };
    const { scheduleId } = (await call('POST', '/export-schedules', { body: once })).body;
    const change = (body: object) => call('PATCH', `/export-schedules/${scheduleId}`, { body });
    const pointerOf = async (body: object) => {
      const { status, body: problem } = await change(body);
      return [status, ...problem.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)];
    };
    expect(await pointerOf({ expression: 'cron(0 2 31 2 ? *)' })).toEqual([422, '/expression never-runs']);
    expect(await pointerOf({ timeZone: 'Asia/Tokyo' })).toEqual([422, '/timeZone never-runs']);
    expect((await change({ timeZone: 'America/Los_Angeles' })).status).toBe(200);
    expect((await change({ timeZone: 'America/Mexico_City' })).status).toBe(200);
    steps.clock.now += 2000;
    expect((await change({ paused: true, name: 'Over' })).status).toBe(200);
    expect(await pointerOf({ paused: false })).toEqual([422, '/paused never-runs']);
    expect((await call('GET', `/export-schedules/${scheduleId}`)).body).toMatchObject({ paused: true, name: 'Over' });
    expect((await change({ paused: false, expression: nightly.expression })).status).toBe(200);
  });

  test('a change that did not reach the Scheduler is shown as pending', async () => {
    const { scheduleId } = (await call('POST', '/export-schedules', { body: nightly })).body;
    scheduling.answers.push(schedulerFailure);
    expect((await call('PATCH', `/export-schedules/${scheduleId}`, { body: { paused: true } })).status).toBe(500);
    expect((await call('GET', `/export-schedules/${scheduleId}`)).body).toMatchObject({
      status: 'pending',
      paused: true,
    });
  });

  test("another app's exports and schedules are not there", async () => {
    const { exportId } = (await call('POST', '/exports', { body: { purpose: 'offers' } })).body;
    const { scheduleId } = (await call('POST', '/export-schedules', { body: nightly })).body;
    appId = 'acme-0';
    await steps.deps.apps.create(exportApp(appId)).catch(() => undefined);
    expect((await call('GET', `/exports/${exportId}`)).status).toBe(404);
    expect((await call('GET', `/export-schedules/${scheduleId}`)).status).toBe(404);
    expect((await call('DELETE', `/export-schedules/${scheduleId}`)).status).toBe(404);
    expect((await call('GET', '/exports')).body.data).toEqual([]);
    expect((await call('GET', '/exports', { key: { ...fullKey, apps: 'acme-1' } })).status).toBe(404);
    expect(
      (await call('POST', '/exports', { key: { ...fullKey, scopes: 'exports:read' }, body: { purpose: 'offers' } }))
        .status,
    ).toBe(403);
  });
});

test('without its environment the function says which variable is missing', async () => {
  await expect(handler(httpEvent('GET', '/v1/apps/acme/exports'), {} as never)).rejects.toThrow('TABLE_NAME');
});
