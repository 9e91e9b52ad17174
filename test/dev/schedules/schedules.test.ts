import { join } from 'node:path';
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keptFile } from '../../../dev/machine/kept-file.ts';
import { startLoopbackServer } from '../../../dev/machine/loopback-server.ts';
import { type KeptSchedule, openSchedules, replacePlaceholders } from '../../../dev/schedules/schedules.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const input = '{"scheduleId":"nightly","scheduledTime":"<aws.scheduler.scheduled-time>"}';
const nightly = {
  Name: 'nightly',
  GroupName: 'exports',
  ScheduleExpression: 'cron(0 2 * * ? *)',
  FlexibleTimeWindow: { Mode: 'OFF' as const },
  Target: {
    Arn: 'arn:aws:states:eu-west-1:000000000000:stateMachine:Export',
    RoleArn: 'arn:aws:iam::000000000000:role/r',
    Input: input,
  },
};

/** EventBridge Scheduler with a clock in the test's hand, and what it fired. */
async function service(folder = temporaryFolder(), startsAt = '2026-01-01T00:00:00Z') {
  const clock = { now: Date.parse(startsAt) };
  const fired: string[] = [];
  const dead: string[] = [];
  const target = async (_target: KeptSchedule['Target'], given: string) => {
    if (given.includes('poison')) throw new Error('refused');
    fired.push(given);
  };
  const schedules = openSchedules(
    keptFile<readonly KeptSchedule[]>(join(folder, 'schedules.json'), []),
    ['default', 'exports'],
    () => clock.now,
    target,
    (name) => dead.push(name),
  );
  const server = await startLoopbackServer({ name: 'EventBridge Scheduler', port: 0 }, schedules.answer);
  onTestFinished(server.stop);
  const client = new SchedulerClient({
    endpoint: server.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const at = async (time: string) => {
    clock.now = Date.parse(time);
    await schedules.fireDue();
  };
  return { schedules, client, fired, dead, at };
}

const tickOf = (time: string): string => `{"scheduleId":"nightly","scheduledTime":"${time}"}`;

describe('EventBridge Scheduler on this machine', () => {
  it('makes, shows, lists, changes and deletes a schedule for the SDK', async () => {
    const { client } = await service();
    const { ScheduleArn } = await client.send(new CreateScheduleCommand(nightly));
    expect(ScheduleArn).toBe('arn:aws:scheduler:eu-west-1:000000000000:schedule/exports/nightly');
    const name = { Name: 'nightly', GroupName: 'exports' };
    expect(await client.send(new GetScheduleCommand(name))).toMatchObject({
      ...nightly,
      State: 'ENABLED',
      ScheduleExpressionTimezone: 'UTC',
      CreationDate: new Date('2026-01-01T00:00:00Z'),
    });
    await client.send(new UpdateScheduleCommand({ ...nightly, State: 'DISABLED' }));
    const { Schedules } = await client.send(new ListSchedulesCommand({ GroupName: 'exports' }));
    expect(Schedules?.map(({ Name, State }) => [Name, State])).toEqual([['nightly', 'DISABLED']]);
    await client.send(new DeleteScheduleCommand(name));
    await expect(client.send(new GetScheduleCommand(name))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('refuses a second schedule of the name, an unknown group and an expression that is none', async () => {
    const { client } = await service();
    await client.send(new CreateScheduleCommand(nightly));
    await expect(client.send(new CreateScheduleCommand(nightly))).rejects.toMatchObject({ name: 'ConflictException' });
    await expect(client.send(new CreateScheduleCommand({ ...nightly, GroupName: 'other' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(
      client.send(new CreateScheduleCommand({ ...nightly, Name: 'x', ScheduleExpression: 'daily' })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(client.send(new UpdateScheduleCommand({ ...nightly, Name: 'y' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('fires once for each time that came due, by its scheduled time, and never twice', async () => {
    const { client, fired, at } = await service();
    await client.send(new CreateScheduleCommand(nightly));
    await at('2026-01-01T01:59:59Z');
    expect(fired).toEqual([]);
    await at('2026-01-01T02:00:05Z');
    await at('2026-01-01T02:00:06Z');
    expect(fired).toEqual([tickOf('2026-01-01T02:00:00Z')]);
    await at('2026-01-03T12:00:00Z');
    expect(fired.slice(1)).toEqual([tickOf('2026-01-02T02:00:00Z'), tickOf('2026-01-03T02:00:00Z')]);
  });

  it('does not fire while paused, nor afterwards for the time of the pause', async () => {
    const { client, fired, at } = await service();
    await client.send(new CreateScheduleCommand({ ...nightly, State: 'DISABLED' }));
    await at('2026-01-02T12:00:00Z');
    await client.send(new UpdateScheduleCommand(nightly));
    await at('2026-01-03T02:00:00Z');
    expect(fired).toEqual([tickOf('2026-01-03T02:00:00Z')]);
  });

  it('fires a rate at once', async () => {
    const { client, fired, at } = await service();
    await client.send(new CreateScheduleCommand({ ...nightly, ScheduleExpression: 'rate(1 day)' }));
    await at('2026-01-01T00:00:00Z');
    expect(fired).toEqual([tickOf('2026-01-01T00:00:00Z')]);
  });

  it('is deleted after its only time when it says so', async () => {
    const { client, fired, at } = await service();
    await client.send(
      new CreateScheduleCommand({
        ...nightly,
        ScheduleExpression: 'at(2026-01-01T05:00:00)',
        ActionAfterCompletion: 'DELETE',
      }),
    );
    await at('2026-01-01T05:00:00Z');
    expect(fired).toHaveLength(1);
    expect((await client.send(new ListSchedulesCommand({ GroupName: 'exports' }))).Schedules).toEqual([]);
  });

  it('hands over to the dead letters what the target refuses, and fires the others', async () => {
    const { client, fired, dead, at } = await service();
    await client.send(
      new CreateScheduleCommand({ ...nightly, Name: 'bad', Target: { ...nightly.Target, Input: '"poison"' } }),
    );
    await client.send(new CreateScheduleCommand(nightly));
    await at('2026-01-01T02:00:00Z');
    expect(dead).toEqual(['bad']);
    expect(fired).toEqual([tickOf('2026-01-01T02:00:00Z')]);
  });

  it('keeps schedules over a restart and passes by what came due meanwhile', async () => {
    const folder = temporaryFolder();
    const before = await service(folder);
    await before.client.send(new CreateScheduleCommand(nightly));
    const { fired, at } = await service(folder, '2026-01-05T12:00:00Z');
    await at('2026-01-06T02:00:00Z');
    expect(fired).toEqual([tickOf('2026-01-06T02:00:00Z')]);
  });

  it('fires one schedule on request', async () => {
    const { client, fired, schedules } = await service();
    await client.send(new CreateScheduleCommand(nightly));
    await schedules.tick('nightly');
    expect(fired).toEqual([tickOf('2026-01-01T00:00:00Z')]);
    await expect(schedules.tick('weekly')).rejects.toThrow('There is no schedule "weekly"');
  });
});

describe('placeholders', () => {
  it('are replaced wherever they stand, and unknown ones stay', () => {
    const values = { 'schedule-arn': 'arn', 'attempt-number': '1' };
    expect(
      replacePlaceholders(
        '{"a":"<aws.scheduler.schedule-arn>/<aws.scheduler.attempt-number>","b":"<aws.scheduler.other>"}',
        values,
      ),
    ).toBe('{"a":"arn/1","b":"<aws.scheduler.other>"}');
  });
});
