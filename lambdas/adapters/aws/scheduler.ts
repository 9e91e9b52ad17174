import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
  type SchedulerClientConfig,
  UpdateScheduleCommand,
  ValidationException,
} from '@aws-sdk/client-scheduler';
import type { ExportInput } from '../../contract/export-steps.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import type { ExportSchedule } from '../../domain/export/export-schedule.ts';
import type { Scheduler } from '../../use-cases/exports/ports.ts';

/** Where schedules live and what they start. All are ARNs but the group. */
export interface SchedulePlaces {
  readonly group: string;
  readonly stateMachineArn: string;
  readonly roleArn: string;
  readonly deadLetterArn: string;
}

/** A nightly list that comes four hours late is still a list of that night; after that the tick goes to the dead letters. */
export const retryPolicy = { MaximumEventAgeInSeconds: 4 * 60 * 60, MaximumRetryAttempts: 60 };

/**
 * Carries schedules out by EventBridge Scheduler. The target is the state machine itself, whose input the Scheduler delivers as
 * it stands but for its placeholders. No execution name is given: a tick is deduplicated by the plan, by schedule and scheduled
 * time, because the Scheduler delivers at least once.
 */
export function eventBridgeScheduler(places: SchedulePlaces, config: SchedulerClientConfig = {}): Scheduler {
  const client = new SchedulerClient(config);
  return {
    async put(schedule) {
      const input = scheduleInput(places, schedule);
      try {
        await client.send(new UpdateScheduleCommand(input));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw refusal(error);
        await create(client, input);
      }
    },

    async remove(scheduleId) {
      try {
        await client.send(new DeleteScheduleCommand({ Name: scheduleId, GroupName: places.group }));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
  };
}

async function create(client: SchedulerClient, input: CreateScheduleCommandInput): Promise<void> {
  try {
    await client.send(new CreateScheduleCommand(input));
  } catch (error) {
    // A first attempt whose answer was lost has made it.
    if (!(error instanceof ConflictException)) throw refusal(error);
    await client.send(new UpdateScheduleCommand(input));
  }
}

function scheduleInput(places: SchedulePlaces, schedule: ExportSchedule): CreateScheduleCommandInput {
  const { appId, purposeId, scheduleId } = schedule;
  const input: ExportInput = { appId, purposeId, scheduleId, scheduledTime: '<aws.scheduler.scheduled-time>' };
  return {
    Name: scheduleId,
    GroupName: places.group,
    ScheduleExpression: schedule.expression,
    ScheduleExpressionTimezone: schedule.timeZone,
    State: schedule.paused ? 'DISABLED' : 'ENABLED',
    FlexibleTimeWindow: { Mode: 'OFF' },
    // An `at(…)` is over once it ran, and would count for ever against what a group may hold; a later change makes it anew.
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: places.stateMachineArn,
      RoleArn: places.roleArn,
      Input: JSON.stringify(input),
      RetryPolicy: retryPolicy,
      DeadLetterConfig: { Arn: places.deadLetterArn },
    },
  };
}

/** The Scheduler's own objection to an expression that passed our check. Other refusals (say, of the role) are faults of ours. */
function refusal(error: unknown): unknown {
  if (!(error instanceof ValidationException) || !/schedule ?expression/i.test(error.message)) return error;
  return new InvalidInputError([
    { pointer: '/expression', code: 'not-a-schedule', detail: 'EventBridge Scheduler does not take this expression.' },
  ]);
}
