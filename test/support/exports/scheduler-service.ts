import { createServer } from 'node:http';

export interface SchedulerCall {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Answer = readonly [status: number, body: object, errorType?: string];

/** EventBridge Scheduler, as far as we speak with it (REST JSON), keeping schedules in memory and every call. */
export interface SchedulerService {
  readonly endpoint: string;
  readonly calls: SchedulerCall[];
  /** Schedules by name, as they were sent. */
  readonly schedules: Map<string, Readonly<Record<string, unknown>>>;
  /** Answers of the next calls, instead of what the service would do. */
  readonly answers: Answer[];
  /** What runs, each time, before a call is answered. */
  before: (call: SchedulerCall) => Promise<void>;
  stop(): Promise<void>;
}

export const noSuchSchedule: Answer = [404, { Message: 'Schedule does not exist.' }, 'ResourceNotFoundException'];
export const schedulerFailure: Answer = [500, { Message: 'Try again.' }, 'InternalServerException'];

export async function schedulerService(): Promise<SchedulerService> {
  const calls: SchedulerCall[] = [];
  const answers: Answer[] = [];
  const schedules = new Map<string, Readonly<Record<string, unknown>>>();
  const service = { calls, answers, schedules, before: async (_call: SchedulerCall): Promise<void> => {} };

  function act({ method, path, body }: SchedulerCall): Answer {
    const name = path.replace(/^\/schedules\//, '').replace(/\?.*$/, '');
    if (method === 'POST' && schedules.has(name))
      return [409, { Message: 'Schedule already exists.' }, 'ConflictException'];
    if (method !== 'POST' && !schedules.has(name)) return noSuchSchedule;
    if (method === 'DELETE') schedules.delete(name);
    else schedules.set(name, body);
    return [
      200,
      method === 'DELETE' ? {} : { ScheduleArn: `arn:aws:scheduler:eu-west-1:111122223333:schedule/${name}` },
    ];
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const text = Buffer.concat(chunks).toString();
      const call = { method: request.method ?? '', path: request.url ?? '', body: text === '' ? {} : JSON.parse(text) };
      calls.push(call);
      await service.before(call);
      const [status, body, errorType] = answers.shift() ?? act(call);
      const type = errorType === undefined ? {} : { 'x-amzn-errortype': errorType };
      response.writeHead(status, { 'content-type': 'application/json', ...type });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The service has no port.');
  return Object.assign(service, {
    endpoint: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** Where the schedules of a test live and what they start. */
export const testPlaces = {
  group: 'OptLedger-dev-exports',
  stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:Exports',
  roleArn: 'arn:aws:iam::111122223333:role/Schedules',
  deadLetterArn: 'arn:aws:sqs:eu-west-1:111122223333:dead-letters',
};
