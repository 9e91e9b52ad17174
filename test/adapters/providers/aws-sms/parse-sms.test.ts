import type { SNSEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { parseSmsEvent } from '../../../../lambdas/adapters/providers/aws-sms/parse-sms.ts';
import { fixtureBytes, fixturesOfKind } from '../../../support/fixtures.ts';
import { sms, smsEvent } from '../../../support/ledger/sms-notification.ts';

const at = Date.UTC(2026, 10, 20, 12, 0, 0, 123);
const receivedAt = at + 1000;
const complete = sms('+14255550182', '+12125550101', 'STOP ', 'id-1');

describe('an SMS', () => {
  test.each(fixturesOfKind('aws-sms-inbound'))('is read as recorded: $id', ({ file, conclude }) => {
    const payload = JSON.parse(fixtureBytes(file).toString());
    expect(parseSmsEvent(smsEvent(at, payload), receivedAt)).toEqual([
      {
        event: 'message',
        channel: 'sms',
        receivedBy: payload.destinationNumber,
        person: { phone: conclude[0]?.subject?.phone?.slice(1) },
        received: { phone: payload.originationNumber },
        text: payload.messageBody,
        forwarded: false,
        opensWindow: false,
        messageId: payload.inboundMessageId,
        at,
        part: {
          message: JSON.stringify(payload),
          id: 'notification-0',
          timestamp: new Date(at).toISOString(),
          receivedAt,
        },
      },
    ]);
  });

  test('has the notification’s time, its own id, its whole body and its sender as received', () => {
    const [read] = parseSmsEvent(smsEvent(at, sms('+5215512345678', '+12125550101', '  Hola \n', 'id-7')), receivedAt);
    expect(read).toMatchObject({
      person: { phone: '525512345678' },
      received: { phone: '+5215512345678' },
      at,
      messageId: 'id-7',
      text: '  Hola \n',
    });
  });

  test('may be empty, and may lack what is not read', () => {
    const {
      messageBody: _body,
      messageKeyword: _keyword,
      previousPublishedMessageId: _before,
      ...rest
    } = complete as Record<string, string>;
    expect(parseSmsEvent(smsEvent(at, rest), receivedAt)).toMatchObject([{ messageId: 'id-1', text: '' }]);
  });

  test('of several in one event is read each', () => {
    expect(parseSmsEvent(smsEvent(at, complete, 'Hello from SNS!', complete), receivedAt)).toMatchObject([
      { text: 'STOP ' },
      { why: 'not-json' },
      { text: 'STOP ' },
    ]);
  });
});

describe('what is no SMS of a person is kept', () => {
  test('a notification of another kind, as recorded', () => {
    const event = JSON.parse(fixtureBytes('aws-lambda-go/sns-event.json').toString()) as SNSEvent;
    expect(parseSmsEvent(event, receivedAt)).toMatchObject([{ why: 'not-json', part: { message: 'Hello from SNS!' } }]);
  });

  test.each([
    ['no sender', { originationNumber: undefined }, 'incomplete-sms'],
    ['no receiver', { destinationNumber: undefined }, 'incomplete-sms'],
    ['words that are none', { messageBody: { text: 'STOP' } }, 'incomplete-sms'],
    ['a sender with a name', { originationNumber: 'BANK' }, 'sms-without-number'],
    ['a short code', { originationNumber: '12345' }, 'sms-without-number'],
  ])('%s', (_name, parts, why) => {
    expect(parseSmsEvent(smsEvent(at, { ...complete, ...parts }), receivedAt)).toMatchObject([{ why }]);
  });

  test.each(['null', '[]', '5', '"STOP"'])('%s', (message) => {
    expect(parseSmsEvent(smsEvent(at, message), receivedAt)).toMatchObject([{ why: 'incomplete-sms' }]);
  });
});
