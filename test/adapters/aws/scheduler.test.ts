import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventBridgeScheduler } from '../../../lambdas/adapters/aws/scheduler.ts';
import { InvalidInputError } from '../../../lambdas/domain/errors.ts';
import type { ExportSchedule } from '../../../lambdas/domain/export/export-schedule.ts';
import {
  noSuchSchedule,
  type SchedulerService,
  schedulerFailure,
  schedulerService,
  testPlaces,
} from '../../support/exports/scheduler-service.ts';

let service: SchedulerService;
beforeEach(async () => {
  service = await schedulerService();
});
afterEach(() => service.stop());

const schedule: ExportSchedule = {
  scheduleId: 'sch_0011223344556677',
  appId: 'acme',
  purposeId: 'offers',
  name: 'Every night',
  expression: 'cron(0 2 * * ? *)',
  timeZone: 'America/Mexico_City',
  paused: false,
  pending: true,
  keyId: 'key_1',
  createdAt: Date.UTC(2026, 10, 20),
  updatedAt: Date.UTC(2026, 10, 20),
};
const scheduler = () =>
  eventBridgeScheduler(testPlaces, {
    endpoint: service.endpoint,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

describe('a schedule in EventBridge Scheduler', () => {
  test('a new one is created: the state machine is the target, and its input is exactly this string', async () => {
    await scheduler().put(schedule);
    expect(service.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /schedules/sch_0011223344556677',
      'POST /schedules/sch_0011223344556677',
    ]);
    const { ClientToken, ...sent } = service.calls[1]?.body ?? {};
    expect(ClientToken).toEqual(expect.any(String));
    expect(sent).toEqual({
      GroupName: 'OptLedger-dev-exports',
      ScheduleExpression: 'cron(0 2 * * ? *)',
      ScheduleExpressionTimezone: 'America/Mexico_City',
      State: 'ENABLED',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: testPlaces.stateMachineArn,
        RoleArn: testPlaces.roleArn,
        Input:
          '{"appId":"acme","purposeId":"offers","scheduleId":"sch_0011223344556677","scheduledTime":"<aws.scheduler.scheduled-time>"}',
        RetryPolicy: { MaximumEventAgeInSeconds: 14400, MaximumRetryAttempts: 60 },
        DeadLetterConfig: { Arn: testPlaces.deadLetterArn },
      },
    });
  });

  test('one that is there is changed in one call; paused is DISABLED', async () => {
    await scheduler().put(schedule);
    service.calls.length = 0;
    await scheduler().put({ ...schedule, paused: true });
    expect(service.calls).toHaveLength(1);
    expect(service.calls[0]).toMatchObject({ method: 'PUT', body: { State: 'DISABLED' } });
  });

  test('a creation whose first answer was lost ends as a change', async () => {
    service.schedules.set(schedule.scheduleId, {});
    service.answers.push(noSuchSchedule);
    await scheduler().put(schedule);
    expect(service.calls.map(({ method }) => method)).toEqual(['PUT', 'POST', 'PUT']);
  });

  test('an expression that the Scheduler refuses is a fault of the input, anything else of its refusals is not', async () => {
    service.answers.push(noSuchSchedule, [
      400,
      { Message: 'Invalid Schedule Expression cron(0 2 L * ? *).' },
      'ValidationException',
    ]);
    await expect(scheduler().put(schedule)).rejects.toBeInstanceOf(InvalidInputError);
    service.answers.push(noSuchSchedule, [
      400,
      { Message: 'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.' },
      'ValidationException',
    ]);
    await expect(scheduler().put(schedule)).rejects.not.toBeInstanceOf(InvalidInputError);
  });

  test('removing one that is not there is no error; a failure is', async () => {
    await scheduler().remove(schedule.scheduleId);
    await scheduler().remove(schedule.scheduleId);
    service.answers.push(schedulerFailure);
    await expect(scheduler().remove(schedule.scheduleId)).rejects.toThrow();
    expect(service.calls[0]?.path).toMatch(/^\/schedules\/sch_0011223344556677\?.*groupName=OptLedger-dev-exports/);
  });
});
