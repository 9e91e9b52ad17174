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

const send = (text: string) =>
  awsSmsSender().send('+12125550101', '+14255550182', text, { appId: 'acme', provider: 'aws' });

test('an SMS goes out from the number that the person wrote to, as a transactional one', async () => {
  aws.answer = { status: 200, body: { MessageId: '1' } };
  expect(await send('Acme: you are unsubscribed.')).toEqual({ came: 'sent', messageId: '1' });
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

test.each<[string, RecordingServer['answer'], object]>([
  [
    'opted out at AWS, by its reason',
    {
      status: 400,
      body: { __type: 'ConflictException', Message: 'opted out', Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' },
    },
    { came: 'refused', code: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' },
  ],
  [
    'throttled, by the name of the exception',
    { status: 400, body: { __type: 'ThrottlingException', Message: 'slow down' } },
    { came: 'refused', code: 'ThrottlingException' },
  ],
  [
    'an error of AWS',
    { status: 500, body: { __type: 'InternalServerException', Message: 'oops' } },
    { came: 'unknown', code: 'InternalServerException' },
  ],
  ['no answer', undefined, { came: 'unknown' }],
])('%s', async (_what, answer, expected) => {
  aws.answer = answer;
  expect(await send('x')).toEqual(expected);
  expect(aws.requests).toHaveLength(1);
});
