import type { SNSEvent, SNSEventRecord } from 'aws-lambda';
import { parsePhone } from '../../domain/identity/phone.ts';
import type { SmsMessage, UnreadableSms } from '../../domain/inbound/sms-message.ts';
import { readJson, textOf } from '../json/json-reader.ts';

/**
 * Reads two-way SMS as AWS End User Messaging SMS publishes them through SNS ("Two-way SMS messaging": example payload).
 * What the person wrote is `messageBody`; `messageKeyword` is the number's registered keyword and is not read. The time is that of
 * the notification, the id `inboundMessageId`. Never throws.
 */
export function parseSmsEvent(event: SNSEvent): (SmsMessage | UnreadableSms)[] {
  return event.Records.map(parseRecord);
}

function parseRecord({ Sns: notification }: SNSEventRecord): SmsMessage | UnreadableSms {
  const read = readJson(Buffer.from(notification.Message));
  if ('fault' in read) return { why: read.fault, part: notification.Message };
  const part = read.json;
  const from = textOf(part, 'originationNumber');
  const to = textOf(part, 'destinationNumber');
  const messageId = textOf(part, 'inboundMessageId');
  const at = Date.parse(notification.Timestamp);
  if (from === undefined || to === undefined || messageId === undefined || Number.isNaN(at))
    return { why: 'incomplete-sms', part };
  const phone = parsePhone(from);
  if ('fault' in phone) return { why: 'sms-without-number', part };
  return { phone: phone.digits, from, to, body: textOf(part, 'messageBody') ?? '', messageId, at, part };
}
