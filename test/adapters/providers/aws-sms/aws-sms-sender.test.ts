import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awsSmsSender } from '../../../../lambdas/adapters/providers/aws-sms/aws-sms-sender.ts';
import { type RecordingServer, startRecordingServer } from '../../../support/recording-server.ts';

let aws: RecordingServer;

beforeEach(async () => {
  aws = await startRecordingServer();
  vi.stubEnv('AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2', aws.url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.stop();
});

test('an SMS goes out from the number that the person wrote to, as a transactional one', async () => {
  aws.answer = { status: 200, body: { MessageId: '1' } };
  await awsSmsSender().send('+12125550101', '+14255550182', 'Acme: you are unsubscribed.');
  expect(aws.requests).toMatchObject([
    {
      headers: { 'x-amz-target': 'PinpointSMSVoiceV2.SendTextMessage' },
      body: {
        OriginationIdentity: '+12125550101',
        DestinationPhoneNumber: '+14255550182',
        MessageBody: 'Acme: you are unsubscribed.',
        MessageType: 'TRANSACTIONAL',
      },
    },
  ]);
});

test('a refusal rejects', async () => {
  aws.answer = { status: 400, body: { __type: 'ConflictException', Message: 'opted out' } };
  await expect(awsSmsSender().send('+12125550101', '+14255550182', 'x')).rejects.toThrow();
});
