import type { SNSEvent } from 'aws-lambda';
import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import type { KeptPart } from '../../../use-cases/inbound/ports.ts';
import { memberOf, textOf } from '../../json/json-reader.ts';
import { parseSmsEvent } from './parse-sms.ts';

/** Reads a kept SMS as if its notification came in again; undefined for what is none. */
export function readKeptSms({ json, receivedAt, keptAt }: KeptPart): readonly InboundItem[] | undefined {
  const notification = notificationOf(json, keptAt);
  if (notification === undefined) return undefined;
  return parseSmsEvent({ Records: [{ Sns: notification }] } as unknown as SNSEvent, receivedAt);
}

/** The notification that brought an SMS; what was kept before its envelope was kept with it has only its own words and their time. */
export function notificationOf(json: unknown, keptAt: number): object | undefined {
  const notification = memberOf(json, 'notification');
  if (typeof notification === 'object' && notification !== null) return notification;
  const message = memberOf(json, 'message');
  if (typeof message === 'string') {
    return { Message: message, MessageId: memberOf(json, 'id'), Timestamp: memberOf(json, 'timestamp') };
  }
  if (textOf(json, 'originationNumber') === undefined) return undefined;
  return { Message: JSON.stringify(json), Timestamp: new Date(keptAt).toISOString() };
}
