import { join } from 'node:path';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Invocation } from '../../../dev/functions/functions.ts';
import { keptFile } from '../../../dev/machine/kept-file.ts';
import { startLoopbackServer } from '../../../dev/machine/loopback-server.ts';
import { type Execution, openExecutions } from '../../../dev/schedules/executions.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const stateMachineArn = 'arn:aws:states:eu-west-1:000000000000:stateMachine:Export';
const machines = new Map([
  [stateMachineArn, { StartAt: 'Only', States: { Only: { Type: 'Task', Resource: ':function:only', End: true } } }],
]);
const now = () => Date.parse('2026-01-01T00:00:00Z');

async function service(
  invoke: (name: string, event: unknown) => Promise<Invocation>,
  folder = temporaryFolder(),
  isStopping = () => false,
) {
  const executions = openExecutions(
    machines,
    keptFile<readonly Execution[]>(join(folder, 'executions.json'), []),
    invoke,
    now,
    isStopping,
  );
  const server = await startLoopbackServer({ name: 'Step Functions', port: 0 }, executions.answer);
  onTestFinished(server.stop);
  const client = new SFNClient({
    endpoint: server.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { executions, client };
}

const echo = async (_name: string, event: unknown): Promise<Invocation> => ({ ok: true, payload: { got: event } });

describe('Step Functions on this machine', () => {
  it('starts an execution for the SDK and describes its end', async () => {
    const { executions, client } = await service(echo);
    const { executionArn, startDate } = await client.send(
      new StartExecutionCommand({ stateMachineArn, name: 'n1', input: '{"a":1}' }),
    );
    expect(executionArn).toBe('arn:aws:states:eu-west-1:000000000000:execution:Export:n1');
    expect(startDate).toEqual(new Date(now()));
    await executions.settled();
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({
      status: 'SUCCEEDED',
      input: '{"a":1}',
      output: '{"got":{"a":1}}',
      stopDate: new Date(now()),
    });
  });

  it('shows a failure with its error and cause', async () => {
    const { executions } = await service(async () => ({
      ok: false,
      error: { errorType: 'RangeError', errorMessage: 'no' },
    }));
    const { executionArn } = executions.start(stateMachineArn, '{}', 'n1');
    await executions.settled();
    const answer = await executions.answer({
      method: 'POST',
      target: '/',
      headers: {},
      rawHeaders: [],
      sourceIp: '',
      body: Buffer.from(JSON.stringify({ executionArn })),
    });
    expect(JSON.parse(String(answer.body))).toMatchObject({ status: 'FAILED', error: 'RangeError' });
  });

  it('takes a name once: the same input while it runs is the same execution, all else is refused', async () => {
    let finish: (invocation: Invocation) => void = () => undefined;
    let calls = 0;
    const { executions, client } = await service((_name, _event) => {
      calls += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const start = (input: string) => client.send(new StartExecutionCommand({ stateMachineArn, name: 'n1', input }));
    const first = await start('{"a":1}');
    expect((await start('{"a":1}')).executionArn).toBe(first.executionArn);
    await expect(start('{"a":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    finish({ ok: true, payload: null });
    await executions.settled();
    await expect(start('{"a":1}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    expect(calls).toBe(1);
  });

  it.each([
    [{ stateMachineArn: `${stateMachineArn}2` }, 'StateMachineDoesNotExist'],
    [{ stateMachineArn, input: '{' }, 'InvalidExecutionInput'],
    [{ stateMachineArn, name: '2026-01-01T00:00:00Z' }, 'InvalidName'],
  ])('refuses %j as %s', async (input, name) => {
    const { client } = await service(echo);
    await expect(client.send(new StartExecutionCommand(input))).rejects.toMatchObject({ name });
  });

  it('begins again after a restart what a stop cut off', async () => {
    const folder = temporaryFolder();
    const cut = await service(
      async () => ({ ok: false, error: { errorType: 'Runtime.Stopped', errorMessage: '' } }),
      folder,
      () => true,
    );
    cut.executions.start(stateMachineArn, '{"a":1}', 'n1');
    await cut.executions.settled();

    const { executions, client } = await service(echo, folder);
    await executions.settled();
    const executionArn = 'arn:aws:states:eu-west-1:000000000000:execution:Export:n1';
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"got":{"a":1}}',
    });
  });
});
