import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportStateMachine } from '../../../lambdas/adapters/aws/state-machine.ts';
import { type RecordingServer, startRecordingServer } from '../../support/recording-server.ts';

const arn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:Exports';
const order = { appId: 'acme', purposeId: 'offers', exportId: 'exp_000000001ab12' };
let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.stop());

const starter = () =>
  exportStateMachine(arn, {
    endpoint: server.url,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

test('an execution is started under the name of the export, with exactly this input', async () => {
  server.answer = { status: 200, body: { executionArn: `${arn}:exp`, startDate: 1_795_600_800 } };
  await starter().start(order);
  expect(server.requests.at(-1)).toMatchObject({
    headers: { 'x-amz-target': 'AWSStepFunctions.StartExecution' },
    body: {
      stateMachineArn: arn,
      name: 'exp_000000001ab12',
      input: '{"appId":"acme","purposeId":"offers","exportId":"exp_000000001ab12"}',
    },
  });
});

test('one that was started before is no error; any other refusal is', async () => {
  server.answer = { status: 400, body: { __type: 'ExecutionAlreadyExists', message: 'It exists.' } };
  await starter().start(order);
  server.answer = { status: 400, body: { __type: 'StateMachineDoesNotExist', message: 'It does not exist.' } };
  await expect(starter().start(order)).rejects.toThrow();
});
