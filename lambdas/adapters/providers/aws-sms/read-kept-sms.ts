import type { SNSEvent } from 'aws-lambda';
import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import type { KeptPart } from '../../../use-cases/inbound/ports.ts';
import { notificationOf } from './kept-notification.ts';
import { parseSmsEvent } from './parse-sms.ts';

/** Reads a kept SMS as if its notification came in again; undefined for what is none. */
export function readKeptSms({ json, receivedAt, keptAt }: KeptPart): readonly InboundItem[] | undefined {
  const notification = notificationOf(json, keptAt);
  if (notification === undefined) return undefined;
  return parseSmsEvent({ Records: [{ Sns: notification }] } as unknown as SNSEvent, receivedAt);
}
