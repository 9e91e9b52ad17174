import { actOfMessage, type ReadMessage } from '../../../domain/inbound/act-of-message.ts';
import type { InboundAct, InboundItem } from '../../../domain/inbound/inbound-act.ts';
import { textOf, wordsOf } from '../../json/json-reader.ts';
import { messageSidOf, partOf, readDelivery, type TwilioDelivery } from './delivery.ts';
import type { TwilioFields } from './fields.ts';
import { parseAddress, parseOwnAddress, personAt } from './parse-address.ts';
import { contentOf, isOfKnownType, isSilent } from './parse-content.ts';
import { referralOf } from './parse-referral.ts';

/**
 * A message that somebody sent, by SMS or on WhatsApp, as Twilio posts it ("Twilio's request to your incoming message webhook URL"). Its
 * time is that of its first receipt, its id `MessageSid`. Never throws.
 */
export function parseTwilioMessage(delivery: TwilioDelivery): InboundItem[] {
  const fields = readDelivery(delivery);
  const part = partOf(delivery);
  const unreadable = (why: string): InboundItem[] => [{ event: 'unreadable', why, part }];
  const [from, to] = [parseAddress(textOf(fields, 'From')), parseOwnAddress(textOf(fields, 'To'))];
  if (to === undefined) return unreadable('twilio-without-number');
  const { channel } = to;
  const read: Reading = {
    channel,
    // `whatsapp:` has no other name for our number; whose it is, the app in whose name it came says.
    receivedBy: to.id,
    provenBy: delivery.appId,
    receivedAt: delivery.receivedAt,
    id: messageSidOf(fields),
    at: delivery.receivedAt,
    sender: from?.channel === channel ? personAt(from, fields) : personAt({ channel, id: '' }, fields),
    isNamed: true,
    told: toldIn(fields),
    part,
  };
  return channel === 'sms' ? smsOf(read, fields) : whatsappOf(read, fields);
}

type Reading = Omit<
  ReadMessage,
  'text' | 'payload' | 'wordsReceived' | 'forwarded' | 'opensWindow' | 'isOfKnownType' | 'referral'
>;

function smsOf(read: Reading, fields: TwilioFields): InboundItem[] {
  const words = wordsOf(fields, 'Body');
  if (read.sender === undefined) return [{ event: 'unreadable', why: 'sms-without-number', part: read.part }];
  if (words === 'unreadable' && read.told !== 'stop')
    return [{ event: 'unreadable', why: 'incomplete-sms', part: read.part }];
  const { text = '', received } = typeof words === 'object' ? words : {};
  const message = { ...read, text, wordsReceived: received, isOfKnownType: true };
  return [actOfMessage({ ...message, forwarded: false, opensWindow: false })];
}

function whatsappOf(read: Reading, fields: TwilioFields): InboundItem[] {
  if (isSilent(fields) && read.told !== 'stop') return [{ event: 'ignored', why: 'silent-message' }];
  const content = contentOf(fields);
  const said = 'fault' in content ? undefined : content;
  // Where nothing can be read, what Twilio heard may still be a stop.
  if (said === undefined && read.told !== 'stop')
    return [{ event: 'unreadable', why: 'fault' in content ? content.fault : '', part: read.part }];
  const forwarded = ['Forwarded', 'FrequentlyForwarded'].some((name) => textOf(fields, name)?.toLowerCase() === 'true');
  return [
    actOfMessage({
      ...read,
      opensWindow: false,
      ...said,
      forwarded,
      isOfKnownType: isOfKnownType(fields),
      referral: referralOf(fields),
    }),
  ];
}

/** What Twilio's Advanced Opt-Out heard in it, blocked or freed the number for, and answered. */
function toldIn(fields: TwilioFields): InboundAct['told'] {
  const told = textOf(fields, 'OptOutType')?.trim().toLowerCase();
  return told === 'stop' || told === 'start' || told === 'help' ? told : undefined;
}
