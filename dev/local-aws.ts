import { awsServices } from './aws-services.ts';
import { type DeadLetter, deadLettersIn } from './dead-letters.ts';
import { answerEvents, type PublishedEvent } from './events/event-bus.ts';
import { type FunctionPool, startFunctions } from './functions/functions.ts';
import { type LocalAddresses, localEnvironment } from './functions/local-environment.ts';
import type { LocalFunction } from './functions/local-function.ts';
import { answerSecrets, type LocalSecrets, localSecrets } from './functions/local-secrets.ts';
import type { Ground } from './ground.ts';
import { feedMapping } from './live/live.ts';
import { keptFile, keptList } from './machine/kept-file.ts';
import { json, type LocalRequest, type LocalResponse, startLoopbackServer } from './machine/loopback-server.ts';
import { startQueuePump } from './queues/queue-pump.ts';
import { openQueues } from './queues/queue-store.ts';
import { answerSqs } from './queues/sqs.ts';
import { type Execution, type Executions, openExecutions } from './schedules/executions.ts';
import { fixedSchedules } from './schedules/fixed-schedules.ts';
import { startScheduleClock } from './schedules/schedule-clock.ts';
import { type KeptSchedule, openSchedules, type Schedules } from './schedules/schedules.ts';
import { type LocalStack, localTableName } from './stack/stack.ts';
import { databaseClient } from './storage/database.ts';
import { keepStreamShort } from './storage/stream-records.ts';
import { type StreamPositions, type StreamPump, startStreamPump } from './stream/stream-pump.ts';

/** The services of AWS on this machine, with the functions in the middle. */
export interface LocalAws {
  readonly functions: FunctionPool;
  readonly executions: Executions;
  readonly schedules: Schedules;
  readonly deadLetter: DeadLetter;
  /** What the functions know of addresses; the HTTP API is filled in once it is there: no function starts before its first event. */
  readonly urls: LocalAddresses & { api: string };
  /** Runs what the schedules have due. */
  fireDue(): Promise<void>;
  /** Waits for the table's stream and the queues. */
  drain(): Promise<void>;
}

/** In place of the handlers that are deployed, which reach nobody inside. */
const loopbackHandlers: { readonly [name: string]: { readonly handlerUrl: string } } = {
  'deliver-events': { handlerUrl: new URL('./callbacks/deliver-events.ts', import.meta.url).href },
  callbacks: { handlerUrl: new URL('./callbacks/callbacks.ts', import.meta.url).href },
};

export interface LocalAwsParts {
  readonly stack: LocalStack;
  readonly secrets: LocalSecrets;
  readonly addresses: Omit<LocalAddresses, 'aws' | 'api'>;
  /** The file of the embedded database; absent = the database is another one, which keeps its stream short itself. */
  readonly databaseFile: string | undefined;
  readonly loopbackCallbacks: boolean;
  isStopping(): boolean;
}

/** Starts all of them: what passes through the table's stream and the queues reaches its functions from now on. */
export async function startLocalAws(ground: Ground, parts: LocalAwsParts): Promise<LocalAws> {
  const { file, clock, onStop, watch } = ground;
  const { stack, secrets } = parts;
  const deadLetter = deadLettersIn(ground);

  // The services need the functions and the functions need the services' address: their answers are filled in below.
  const services: { answer?: (request: LocalRequest) => Promise<LocalResponse> } = {};
  const aws = await startLoopbackServer(
    { name: 'local AWS services', port: 0 },
    async (request) => services.answer?.(request) ?? json(503, {}),
  );
  onStop(aws.stop);
  const urls = { ...parts.addresses, aws: aws.url, api: '' };
  const table: { pump?: StreamPump } = {};
  const functions = startFunctions(
    stack.functions.map(
      (each): LocalFunction => ({
        ...each,
        ...(parts.loopbackCallbacks && loopbackHandlers[each.name]),
        get environment() {
          return localEnvironment(each, urls);
        },
      }),
    ),
    file('functions.log'),
    () => table.pump?.wake(),
  );
  onStop(functions.stop);

  const executions = openExecutions(
    stack.stateMachines,
    keptFile<readonly Execution[]>(file('executions.json'), []),
    functions.invoke,
    clock.now,
    parts.isStopping,
  );
  const schedules = openSchedules(
    keptFile<readonly KeptSchedule[]>(file('schedules.json'), []),
    stack.scheduleGroups,
    clock.now,
    async ({ Arn }, input) => void executions.start(Arn, input),
    (scheduleName, error) =>
      deadLetter(`Schedule ${scheduleName}`, {}, error instanceof Error ? error.message : 'failed'),
  );
  // Queues keep the true time: what is hidden does not come back because our clock was moved.
  const queues = openQueues(file('queues.sqlite'), stack.queues, Date.now);
  onStop(queues.close);
  const queuePump = startQueuePump(queues, stack.queues, stack.queueMappings, functions.invoke, deadLetter);
  onStop(queuePump.stop);
  services.answer = awsServices({
    secrets: answerSecrets(secrets, stack.functions, () => localSecrets(file('secrets.json')).apps),
    sqs: answerSqs(queues),
    events: answerEvents(watch.published(keptList<PublishedEvent>(file('events.jsonl'))), clock.now),
    executions,
    schedules,
  });

  const pump = await startTableStream(ground, stack, functions, urls.database, deadLetter);
  table.pump = pump;
  if (parts.databaseFile !== undefined)
    onStop(keepStreamShort(parts.databaseFile, localTableName, pump.dealtWith).stop);
  const fixed = fixedSchedules(stack.schedules, clock.now, ({ queueId, input }) => {
    const queue = queues.find(queueId);
    if (queue !== undefined) queues.send(queue, { body: input });
  });
  const fireDue = async (): Promise<void> => {
    await schedules.fireDue();
    await fixed.fireDue();
  };
  onStop(startScheduleClock(fireDue).stop);
  const drain = async (): Promise<void> => {
    await pump.drain();
    await queuePump.drain();
  };
  return { functions, executions, schedules, deadLetter, urls, fireDue, drain };
}

/** The stream of the table feeds those that the template names, and the live feed. */
async function startTableStream(
  { file, watch, onStop }: Ground,
  stack: LocalStack,
  functions: FunctionPool,
  endpoint: string,
  deadLetter: DeadLetter,
): Promise<StreamPump> {
  const client = databaseClient(endpoint);
  onStop(() => client.destroy());
  const pump = await startStreamPump(
    { client, endpoint, name: localTableName },
    [...stack.streamMappings, feedMapping],
    async (name, event) => {
      if (name !== feedMapping.functionName) return functions.invoke(name, event);
      watch.records(event as Parameters<typeof watch.records>[0]);
      return { ok: true, payload: null };
    },
    keptFile<StreamPositions>(file('stream-positions.json'), {}),
    deadLetter,
  );
  onStop(pump.stop);
  return pump;
}
