import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import type { SendName } from '../../../domain/sends/send.ts';
import { textOf } from '../../json/json-reader.ts';
import { messageSidOf, partOf, readDelivery, type TwilioDelivery } from './delivery.ts';
import type { TwilioFields } from './fields.ts';
import { parseAddress, parseOwnAddress, personAt } from './parse-address.ts';

const failures: ReadonlySet<string> = new Set(['failed', 'undelivered']);

/** Whether it tells that a message of ours failed. What people write has a status too, `received`. */
export function isFailedSend(fields: TwilioFields): boolean {
  return failures.has((textOf(fields, 'MessageStatus') ?? textOf(fields, 'SmsStatus') ?? '').toLowerCase());
}

/**
 * What became of a message of ours (Twilio, "Track the message status of outbound messages"). Only that it failed is news; everything else
 * is told on every message and costs nothing. Whether it was ours is seen by its id.
 *
 * @param send the message that the URL of the status names
 */
export function parseTwilioStatus(delivery: TwilioDelivery, send: SendName | undefined): InboundItem[] {
  const fields = readDelivery(delivery);
  if (!isFailedSend(fields)) return [{ event: 'ignored', why: 'status-without-news' }];
  const [from, to] = [parseOwnAddress(textOf(fields, 'From')), parseAddress(textOf(fields, 'To'))];
  const messageId = messageSidOf(fields);
  const whom = to && personAt(to);
  if (send === undefined || messageId === undefined || from === undefined || to === undefined || whom === undefined)
    return [{ event: 'ignored', why: 'incomplete-status' }];
  return [
    {
      event: 'send-refused',
      channel: to.channel,
      receivedBy: from.id,
      provenBy: delivery.appId,
      ...whom,
      at: delivery.receivedAt,
      send,
      code: codeIn(textOf(fields, 'ErrorCode')),
      messageId,
      provider: 'twilio',
      part: partOf(delivery),
    },
  ];
}

/** Twilio writes 0 for none. */
function codeIn(code: string | undefined): string {
  return code === undefined || code === '0' ? 'unnamed' : code;
}
