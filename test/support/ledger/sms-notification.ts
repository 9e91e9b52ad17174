import type { SNSEvent } from 'aws-lambda';

/** The event that SNS makes of two-way SMS, one record each. */
export function smsEvent(at: number, ...messages: readonly (object | string)[]): SNSEvent {
  const timestamp = new Date(at).toISOString();
  return {
    Records: messages.map((message, index) => ({
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: 'arn:aws:sns:us-east-1:123456789012:sms:1',
      Sns: {
        Type: 'Notification',
        MessageId: `notification-${index}`,
        TopicArn: 'arn:aws:sns:us-east-1:123456789012:sms',
        Message: typeof message === 'string' ? message : JSON.stringify(message),
        Timestamp: timestamp,
        SignatureVersion: '1',
        Signature: 'EXAMPLE',
        SigningCertUrl: 'EXAMPLE',
        UnsubscribeUrl: 'EXAMPLE',
        MessageAttributes: {},
      },
    })),
  };
}

/** A two-way SMS as AWS End User Messaging SMS publishes it. */
export function sms(from: string, to: string, body: string, id: string): object {
  return {
    originationNumber: from,
    destinationNumber: to,
    messageKeyword: 'KEYWORD_123456789012',
    messageBody: body,
    inboundMessageId: id,
    previousPublishedMessageId: 'before',
  };
}
