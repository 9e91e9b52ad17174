import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventBridgeScheduler } from '../../../lambdas/adapters/aws/scheduler.ts';
import { scheduleStore } from '../../../lambdas/adapters/dynamodb/exports/schedule-store.ts';
import { AlreadyExistsError, InvalidInputError, NotFoundError } from '../../../lambdas/domain/errors.ts';
import { changeSchedule, createSchedule, deleteSchedule } from '../../../lambdas/use-cases/exports/manage-schedules.ts';
import { testTable } from '../../support/exports/export-steps.ts';
import {
  noSuchSchedule,
  type SchedulerService,
  schedulerFailure,
  schedulerService,
  testPlaces,
} from '../../support/exports/scheduler-service.ts';
import { freshTable } from '../../support/table/table.ts';

const scheduleId = 'sch_0011223344556677';
const order = {
  appId: 'acme',
  purposeId: 'offers',
  name: 'Every night',
  expression: 'cron(0 2 * * ? *)',
  timeZone: 'UTC',
  keyId: 'key_1',
};
let service: SchedulerService;
let deps: Parameters<typeof createSchedule>[0];

beforeEach(async () => {
  service = await schedulerService();
  let now = Date.UTC(2026, 10, 21);
  const { table } = testTable(await freshTable());
  deps = {
    schedules: scheduleStore(table),
    scheduler: eventBridgeScheduler(testPlaces, {
      endpoint: service.endpoint,
      region: 'eu-west-1',
      maxAttempts: 1,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
    now: () => now++,
  };
});
afterEach(() => service.stop());

const listed = async () => (await deps.schedules.list('acme', 100)).data;

describe('what runs is listed, whatever fails', () => {
  test('a schedule is in the table before the Scheduler hears of it', async () => {
    const seen: number[] = [];
    service.before = async () => void seen.push((await listed()).length);
    const created = await createSchedule(deps, scheduleId, order);
    expect(seen).toEqual([1, 1]);
    expect(created).toMatchObject({ scheduleId, paused: false, pending: false });
    expect(await listed()).toEqual([created]);
    expect(service.schedules.get(scheduleId)).toMatchObject({
      State: 'ENABLED',
      ScheduleExpression: 'cron(0 2 * * ? *)',
    });
  });

  test('when the Scheduler fails to create it, it is in neither place', async () => {
    service.answers.push(noSuchSchedule, schedulerFailure);
    await expect(createSchedule(deps, scheduleId, order)).rejects.toThrow();
    expect(await listed()).toEqual([]);
    expect(service.schedules.size).toBe(0);
  });

  test('when it was created, and the answer was lost, it is removed again', async () => {
    service.before = async ({ method, body }) => {
      if (method !== 'POST') return;
      service.schedules.set(scheduleId, body);
      service.answers.push(schedulerFailure);
    };
    await expect(createSchedule(deps, scheduleId, order)).rejects.toThrow();
    expect(await listed()).toEqual([]);
    expect(service.schedules.size).toBe(0);
  });

  test('when removing it again fails too, it stays listed as pending and can be deleted', async () => {
    service.answers.push(noSuchSchedule, schedulerFailure, schedulerFailure);
    await expect(createSchedule(deps, scheduleId, order)).rejects.toThrow();
    expect(await listed()).toMatchObject([{ scheduleId, pending: true }]);
    await deleteSchedule(deps, 'acme', scheduleId);
    expect(await listed()).toEqual([]);
  });

  test('an expression that the Scheduler does not take is a fault of the input and leaves nothing', async () => {
    service.answers.push(noSuchSchedule, [400, { Message: 'Invalid Schedule Expression.' }, 'ValidationException']);
    await expect(createSchedule(deps, scheduleId, order)).rejects.toBeInstanceOf(InvalidInputError);
    expect(await listed()).toEqual([]);
  });

  test('deleting stops it at once and takes it off the list last; a failure in between leaves it listed', async () => {
    await createSchedule(deps, scheduleId, order);
    service.answers.push(schedulerFailure);
    await expect(deleteSchedule(deps, 'acme', scheduleId)).rejects.toThrow();
    expect(await listed()).toMatchObject([{ scheduleId, paused: true, pending: true }]);
    await deleteSchedule(deps, 'acme', scheduleId);
    expect(await listed()).toEqual([]);
    expect(service.schedules.size).toBe(0);
    await expect(deleteSchedule(deps, 'acme', scheduleId)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe('changes', () => {
  test('a pause holds in the table although the Scheduler failed, and the next try heals it', async () => {
    await createSchedule(deps, scheduleId, order);
    service.answers.push(schedulerFailure);
    await expect(changeSchedule(deps, 'acme', scheduleId, { paused: true })).rejects.toThrow();
    expect(await deps.schedules.find('acme', scheduleId)).toMatchObject({ paused: true, pending: true });
    expect(service.schedules.get(scheduleId)).toMatchObject({ State: 'ENABLED' });
    expect(await changeSchedule(deps, 'acme', scheduleId, { paused: true })).toMatchObject({
      paused: true,
      pending: false,
    });
    expect(service.schedules.get(scheduleId)).toMatchObject({ State: 'DISABLED' });
  });

  test('only what is given changes', async () => {
    const created = await createSchedule(deps, scheduleId, order);
    const changed = await changeSchedule(deps, 'acme', scheduleId, { expression: 'rate(12 hours)' });
    expect(changed).toEqual({ ...created, expression: 'rate(12 hours)', updatedAt: changed.updatedAt });
    expect(changed.updatedAt).toBeGreaterThan(created.updatedAt);
    expect(await listed()).toEqual([changed]);
  });

  test('of two changes on the same state one is refused', async () => {
    const created = await createSchedule(deps, scheduleId, order);
    await changeSchedule(deps, 'acme', scheduleId, { name: 'One' });
    await expect(
      deps.schedules.put({ ...created, name: 'Two', updatedAt: created.updatedAt + 9 }, created),
    ).rejects.toBeInstanceOf(AlreadyExistsError);
  });

  test('a change that overtakes another on its way to the Scheduler is the one that stands in both places', async () => {
    await createSchedule(deps, scheduleId, order);
    let overtaken = false;
    service.before = async ({ body }) => {
      if (overtaken || body.State !== 'DISABLED') return;
      overtaken = true;
      await changeSchedule(deps, 'acme', scheduleId, { paused: false, expression: 'rate(1 day)' });
    };
    await changeSchedule(deps, 'acme', scheduleId, { paused: true });
    expect(await listed()).toMatchObject([{ paused: false, pending: false, expression: 'rate(1 day)' }]);
    expect(service.schedules.get(scheduleId)).toMatchObject({ State: 'ENABLED', ScheduleExpression: 'rate(1 day)' });
  });

  test('a change that is overtaken again and again ends, as pending, while the others bring theirs through', async () => {
    await createSchedule(deps, scheduleId, order);
    let others = 0;
    service.before = async ({ method }) => {
      if (method !== 'PUT' || others > 40) return;
      const before = await deps.schedules.find('acme', scheduleId);
      others += 1;
      if (before !== undefined)
        await deps.schedules.put({ ...before, name: `Other ${others}`, updatedAt: before.updatedAt + 1 }, before);
    };
    const changed = await changeSchedule(deps, 'acme', scheduleId, { name: 'Mine' });
    expect(changed.pending).toBe(true);
    expect(others).toBe(10);
    expect(await listed()).toMatchObject([{ name: 'Other 10' }]);
  });

  test('a change that a deletion overtakes does not bring the schedule back', async () => {
    await createSchedule(deps, scheduleId, order);
    let deleted = false;
    service.before = async ({ method }) => {
      if (deleted || method !== 'PUT') return;
      deleted = true;
      await deleteSchedule(deps, 'acme', scheduleId);
    };
    await expect(changeSchedule(deps, 'acme', scheduleId, { name: 'Other' })).rejects.toBeInstanceOf(NotFoundError);
    expect(await listed()).toEqual([]);
    expect(service.schedules.size).toBe(0);
  });
});
