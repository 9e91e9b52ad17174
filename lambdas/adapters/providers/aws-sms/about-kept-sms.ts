import { parsePhone } from '../../../domain/identity/phone.ts';
import { idAsEvidence } from '../../../domain/inbound/words-as-evidence.ts';
import type { AboutAside, KeptPart } from '../../../use-cases/inbound/ports.ts';
import { readJson, textOf, wordsOf } from '../../json/json-reader.ts';
import { instantOf } from '../../time/instant-of.ts';
import { notificationOf } from './kept-notification.ts';

/** What can be told of a kept SMS: who, when and what; undefined for what is none. */
export function aboutKeptSms({ json, keptAt }: KeptPart): Pick<AboutAside, 'numbers' | 'messages'> | undefined {
  const notification = notificationOf(json, keptAt);
  if (notification === undefined) return undefined;
  const message = readJson(Buffer.from(textOf(notification, 'Message') ?? '')).json;
  const [from, to] = [textOf(message, 'originationNumber'), textOf(message, 'destinationNumber')];
  const words = wordsOf(message, 'messageBody');
  const phone = from === undefined ? undefined : parsePhone(from);
  const person = phone === undefined || 'fault' in phone ? undefined : { phone: phone.digits };
  const text = typeof words === 'object' ? words.text : undefined;
  const said = {
    person,
    received: from === undefined ? undefined : { phone: idAsEvidence(from) },
    id: textOf(message, 'inboundMessageId') ?? textOf(notification, 'MessageId'),
    at: instantOf(textOf(notification, 'Timestamp') ?? ''),
    text,
  };
  return {
    numbers: to === undefined ? [] : [{ channel: 'sms', number: to }],
    messages: person === undefined && text === undefined ? [] : [said],
  };
}
