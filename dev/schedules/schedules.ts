import { randomUUID } from 'node:crypto';
import type { KeptFile } from '../machine/kept-file.ts';
import { json, jsonBody, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';
import { localAccount, localRegion } from '../template/template.ts';
import { parseScheduleExpression } from './schedule-expression.ts';

/** A schedule as it was made: the fields of CreateSchedule, and what the clock must remember. */
export interface KeptSchedule {
  readonly Name: string;
  readonly GroupName: string;
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone?: string;
  readonly State?: 'ENABLED' | 'DISABLED';
  /** Epoch seconds, as the SDK sends them. */
  readonly StartDate?: number;
  readonly EndDate?: number;
  readonly ActionAfterCompletion?: 'NONE' | 'DELETE';
  readonly Target: { readonly Arn: string; readonly Input?: string; readonly [field: string]: unknown };
  readonly ClientToken?: string;
  /** Epoch milliseconds of our clock. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** Occurrences up to here have been fired or passed by. */
  readonly doneUntil: number;
}

/** EventBridge Scheduler on this machine. */
export interface Schedules {
  /** Answers a request of the SDK (REST JSON). */
  answer(request: LocalRequest): Promise<LocalResponse>;
  /** Fires everything that has come due, oldest first, and resolves when the targets have taken it. */
  fireDue(): Promise<void>;
  /** Fires one schedule now, whatever its expression. Errors: an unknown name. */
  tick(name: string): Promise<void>;
}

/** One jump of the clock never fires a schedule more often than this: a year is not caught up minute by minute. */
const mostAtOnce = 100;

/**
 * `target` is called once for each time that a schedule is due, with its input's placeholders replaced; what it refuses goes
 * to `deadLetter` at once.
 */
export function openSchedules(
  kept: KeptFile<readonly KeptSchedule[]>,
  groups: readonly string[],
  now: () => number,
  target: (target: KeptSchedule['Target'], input: string) => Promise<void>,
  deadLetter: (scheduleName: string, error: unknown) => void,
): Schedules {
  // What came due while local mode was not running is passed by: it would run with the wrong clock.
  kept.write(kept.read().map((schedule) => ({ ...schedule, doneUntil: Math.max(schedule.doneUntil, now()) })));

  const find = (group: string, name: string) =>
    kept.read().find((each) => each.GroupName === group && each.Name === name);
  const without = (schedule: KeptSchedule) =>
    kept.read().filter((each) => each.GroupName !== schedule.GroupName || each.Name !== schedule.Name);
  const keep = (schedule: KeptSchedule) => kept.write([...without(schedule), schedule]);

  function answer(request: LocalRequest): LocalResponse {
    const url = new URL(request.target, 'http://localhost');
    const [, collection, encodedName] = url.pathname.split('/');
    const body = request.method === 'POST' || request.method === 'PUT' ? jsonBody(request) : {};
    const group = String(
      body.GroupName ?? url.searchParams.get('groupName') ?? url.searchParams.get('ScheduleGroup') ?? 'default',
    );
    if (collection !== 'schedules') return failure(404, 'ResourceNotFoundException', `There is no ${url.pathname}.`);
    if (!groups.includes(group))
      return failure(404, 'ResourceNotFoundException', `Schedule group ${group} does not exist.`);
    if (encodedName === undefined || encodedName === '') {
      const prefix = url.searchParams.get('NamePrefix') ?? '';
      return json(200, {
        Schedules: kept
          .read()
          .filter((each) => each.GroupName === group && each.Name.startsWith(prefix))
          .map(described),
      });
    }
    const name = decodeURIComponent(encodedName);
    const found = find(group, name);
    if (request.method === 'POST') {
      if (found !== undefined && (found.ClientToken === undefined || found.ClientToken !== body.ClientToken)) {
        return failure(409, 'ConflictException', `Schedule ${name} already exists.`);
      }
      return put(name, group, body, undefined);
    }
    if (found === undefined) return failure(404, 'ResourceNotFoundException', `Schedule ${name} does not exist.`);
    if (request.method === 'PUT') return put(name, group, body, found.createdAt);
    if (request.method === 'GET') return json(200, described(found));
    if (request.method !== 'DELETE') return failure(400, 'ValidationException', `${request.method} is not known.`);
    kept.write(without(found));
    return json(200, {});
  }

  /** An update replaces everything: what it does not name falls back to the default, as on AWS. */
  function put(
    name: string,
    group: string,
    body: Record<string, unknown>,
    createdAt: number | undefined,
  ): LocalResponse {
    const changedAt = now();
    const marks = { createdAt: createdAt ?? changedAt, changedAt, doneUntil: changedAt - 1 };
    const schedule = { ...body, Name: name, GroupName: group, ...marks } as unknown as KeptSchedule;
    if (!/^[0-9a-zA-Z._-]{1,64}$/.test(name))
      return failure(400, 'ValidationException', `The name ${name} is not valid.`);
    if (typeof schedule.Target?.Arn !== 'string')
      return failure(400, 'ValidationException', 'A schedule needs a target.');
    try {
      occurrences(schedule);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return failure(400, 'ValidationException', error.message);
    }
    keep(schedule);
    return json(200, { ScheduleArn: arnOf(schedule) });
  }

  async function fire(schedule: KeptSchedule, scheduledTime: number): Promise<void> {
    const input = replacePlaceholders(schedule.Target.Input ?? '{}', {
      'schedule-arn': arnOf(schedule),
      'scheduled-time': new Date(scheduledTime).toISOString().replace(/\.\d{3}Z$/, 'Z'),
      'execution-id': randomUUID(),
      'attempt-number': '1',
    });
    await target(schedule.Target, input);
  }

  let turn: Promise<void> = Promise.resolve();

  async function fireAll(): Promise<void> {
    const until = now();
    for (const schedule of kept.read()) {
      if (schedule.State === 'DISABLED') continue;
      const next = occurrences(schedule);
      let due = next(schedule.doneUntil);
      // Deleted or changed by somebody meanwhile: its next look decides.
      const isCurrent = () => find(schedule.GroupName, schedule.Name)?.changedAt === schedule.changedAt;
      for (let count = 0; isCurrent() && due !== undefined && due <= until && count < mostAtOnce; count += 1) {
        keep({ ...schedule, doneUntil: due });
        await fire(schedule, due).catch((error: unknown) => deadLetter(schedule.Name, error));
        due = next(due);
      }
      if (!isCurrent()) continue;
      if (due === undefined && schedule.ActionAfterCompletion === 'DELETE') kept.write(without(schedule));
      else if (due !== undefined && due <= until) keep({ ...schedule, doneUntil: until });
    }
  }

  return {
    answer: async (request) => answer(request),
    fireDue() {
      // One at a time: the clock and a jump of it must not fire the same time twice.
      turn = turn.then(fireAll, fireAll);
      return turn;
    },
    async tick(name) {
      const schedule = kept.read().find((each) => each.Name === name);
      if (schedule === undefined) throw new Error(`There is no schedule "${name}" in EventBridge Scheduler.`);
      await fire(schedule, now());
    },
  };
}

function occurrences(schedule: KeptSchedule): (after: number) => number | undefined {
  const expression = parseScheduleExpression(schedule.ScheduleExpression, schedule.ScheduleExpressionTimezone ?? 'UTC');
  const startsAt = schedule.StartDate === undefined ? schedule.createdAt : schedule.StartDate * 1000;
  const endsAt = schedule.EndDate === undefined ? Number.POSITIVE_INFINITY : schedule.EndDate * 1000;
  return (after) => {
    const due = expression.next(Math.max(after, startsAt - 1), startsAt);
    return due !== undefined && due <= endsAt ? due : undefined;
  };
}

/** Fills in the context attributes `<aws.scheduler.…>` of an input (Scheduler user guide, "Adding context attributes"). */
export function replacePlaceholders(input: string, values: Readonly<Record<string, string>>): string {
  return input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (whole, name: string) => values[name] ?? whole);
}

const arnOf = ({ GroupName, Name }: KeptSchedule): string =>
  `arn:aws:scheduler:${localRegion}:${localAccount}:schedule/${GroupName}/${Name}`;

/** A schedule as GetSchedule answers it: times in epoch seconds. */
function described(schedule: KeptSchedule): Record<string, unknown> {
  const { createdAt, changedAt, doneUntil: _doneUntil, ClientToken: _clientToken, ...given } = schedule;
  return {
    State: 'ENABLED',
    ScheduleExpressionTimezone: 'UTC',
    ActionAfterCompletion: 'NONE',
    ...given,
    Arn: arnOf(schedule),
    CreationDate: createdAt / 1000,
    LastModificationDate: changedAt / 1000,
  };
}

function failure(status: number, type: string, message: string): LocalResponse {
  return json(status, { Message: message }, { 'x-amzn-errortype': type });
}
