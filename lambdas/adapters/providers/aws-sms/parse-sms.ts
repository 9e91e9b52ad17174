import type { SNSEvent } from 'aws-lambda';
import { parsePhone } from '../../../domain/identity/phone.ts';
import type { SmsMessage, UnreadableSms } from '../../../domain/inbound/sms-message.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { listOf, memberOf, readJson, textOf, wordsOf } from '../../json/json-reader.ts';
import { instantOf } from '../../time/instant-of.ts';

/**
 * Reads two-way SMS as AWS End User Messaging SMS publishes them through SNS ("Two-way SMS messaging": example payload).
 * What the person wrote is `messageBody`; `messageKeyword` is the number's registered keyword and is not read. The time is that of
 * the notification, the id `inboundMessageId`, else that of the notification. Never throws.
 *
 * @param receivedAt the time of a no whose notification has none
 */
export function parseSmsEvent(event: SNSEvent, receivedAt: Milliseconds): (SmsMessage | UnreadableSms)[] {
  return (listOf(event, 'Records') ?? []).map((record) => parseNotification(memberOf(record, 'Sns'), receivedAt));
}

function parseNotification(notification: unknown, receivedAt: Milliseconds): SmsMessage | UnreadableSms {
  const message = memberOf(notification, 'Message');
  if (typeof message !== 'string') return { why: 'incomplete-sms', part: { notification, receivedAt } };
  const [id, timestamp] = [textOf(notification, 'MessageId'), textOf(notification, 'Timestamp')];
  // All that is needed to hear it again: the time is the notification's, and its id may have to stand for the message's.
  const part = { message, id, timestamp, receivedAt };
  const read = readJson(Buffer.from(message));
  if (read.fault !== undefined) return { why: read.fault, part };
  const from = textOf(read.json, 'originationNumber');
  const to = textOf(read.json, 'destinationNumber');
  const words = wordsOf(read.json, 'messageBody');
  if (from === undefined || to === undefined || words === 'unreadable') return { why: 'incomplete-sms', part };
  const phone = parsePhone(from);
  if ('fault' in phone) return { why: 'sms-without-number', part };
  const own = textOf(read.json, 'inboundMessageId') ?? id;
  const at = instantOf(timestamp ?? '');
  const lacks = [...(own === undefined ? ['id' as const] : []), ...(at === undefined ? ['time' as const] : [])];
  return {
    phone: phone.digits,
    from,
    to,
    body: words?.text ?? '',
    ...(words?.received !== undefined && { bodyReceived: words.received }),
    messageId: own ?? `unnamed:${at ?? receivedAt}`,
    at: at ?? receivedAt,
    ...(lacks.length > 0 && { lacks }),
    part,
  };
}
