import type { SNSEvent } from 'aws-lambda';
import { parsePhone } from '../../../domain/identity/phone.ts';
import { actOfMessage } from '../../../domain/inbound/act-of-message.ts';
import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import { idAsEvidence } from '../../../domain/inbound/words-as-evidence.ts';
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
export function parseSmsEvent(event: SNSEvent, receivedAt: Milliseconds): InboundItem[] {
  return (listOf(event, 'Records') ?? []).map((record) => parseNotification(memberOf(record, 'Sns'), receivedAt));
}

function parseNotification(notification: unknown, receivedAt: Milliseconds): InboundItem {
  const unreadable = (why: string, part: unknown): InboundItem => ({ event: 'unreadable', why, part });
  const message = memberOf(notification, 'Message');
  if (typeof message !== 'string') return unreadable('incomplete-sms', { notification, receivedAt });
  const [id, timestamp] = [textOf(notification, 'MessageId'), textOf(notification, 'Timestamp')];
  // All that is needed to hear it again: the time is the notification's, and its id may have to stand for the message's.
  const part = { message, id, timestamp, receivedAt };
  const read = readJson(Buffer.from(message));
  if (read.fault !== undefined) return unreadable(read.fault, part);
  const from = textOf(read.json, 'originationNumber');
  const to = textOf(read.json, 'destinationNumber');
  const words = wordsOf(read.json, 'messageBody');
  if (from === undefined || to === undefined || words === 'unreadable') return unreadable('incomplete-sms', part);
  const phone = parsePhone(from);
  if ('fault' in phone) return unreadable('sms-without-number', part);
  return actOfMessage({
    channel: 'sms',
    receivedBy: to,
    receivedAt,
    id: textOf(read.json, 'inboundMessageId') ?? id,
    at: instantOf(timestamp ?? ''),
    sender: { person: { phone: phone.digits }, received: { phone: idAsEvidence(from) } },
    isNamed: true,
    isOfKnownType: true,
    text: words?.text ?? '',
    wordsReceived: words?.received,
    forwarded: false,
    opensWindow: false,
    part,
  });
}
