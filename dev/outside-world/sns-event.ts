import { randomUUID } from 'node:crypto';
import type { SNSEvent } from 'aws-lambda';
import { localAccount, localRegion } from '../template/template.ts';

/** A two-way SMS as AWS End User Messaging publishes it ("Two-way SMS messaging"). */
export interface InboundSms {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** The event with which SNS calls a function: one record, the message as a string inside. `at` in epoch milliseconds. */
export function smsEvent(sms: InboundSms, subscription: { readonly topicArn: string }, at: number): SNSEvent {
  const message = {
    originationNumber: sms.from,
    destinationNumber: sms.to,
    // What AWS writes when no registered keyword fits: never what the person typed.
    messageKeyword: `KEYWORD_${localAccount}`,
    messageBody: sms.text,
    inboundMessageId: randomUUID(),
  };
  return notification(message, subscription, at);
}

/** The event with which AWS End User Messaging Social calls a function: one entry of Meta's, JSON in a string. `at` in epoch milliseconds. */
export function socialEvent(entry: object, subscription: { readonly topicArn: string }, at: number): SNSEvent {
  return notification(socialMessage(entry, at), subscription, at);
}

/** What AWS End User Messaging Social publishes. */
export function socialMessage(entry: object, at: number): object {
  return {
    context: { MetaWabaIds: [], MetaPhoneNumberIds: [] },
    whatsAppWebhookEntry: JSON.stringify(entry),
    aws_account_id: localAccount,
    message_timestamp: new Date(at).toISOString(),
    messageId: randomUUID(),
  };
}

function notification(message: object, subscription: { readonly topicArn: string }, at: number): SNSEvent {
  return {
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: `${subscription.topicArn}:${randomUUID()}`,
        Sns: {
          Type: 'Notification',
          MessageId: randomUUID(),
          TopicArn: subscription.topicArn,
          Subject: undefined,
          Message: JSON.stringify(message),
          Timestamp: new Date(at).toISOString(),
          SignatureVersion: '1',
          Signature: 'local',
          SigningCertUrl: `https://sns.${localRegion}.amazonaws.com/SimpleNotificationService-local.pem`,
          UnsubscribeUrl: `https://sns.${localRegion}.amazonaws.com/?Action=Unsubscribe`,
          MessageAttributes: {},
        },
      },
    ],
  };
}
