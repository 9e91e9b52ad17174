import type { AboutAside, KeptPart } from '../../../use-cases/inbound/ports.ts';
import { textOf, wordsOf } from '../../json/json-reader.ts';
import { keptDelivery, messageSidOf, readDelivery } from './delivery.ts';
import { parseAddress, parseOwnAddress, personAt } from './parse-address.ts';

/** What can be told of a kept message: who, when and what; undefined for what is none. */
export function aboutKeptTwilio({ json, receivedAt }: KeptPart): Pick<AboutAside, 'numbers' | 'messages'> | undefined {
  const delivery = keptDelivery(json, receivedAt);
  if (delivery === undefined) return undefined;
  const fields = readDelivery(delivery);
  const [from, to] = [parseAddress(textOf(fields, 'From')), parseOwnAddress(textOf(fields, 'To'))];
  const sender = from && personAt(from, fields);
  const words = ['Body', 'ButtonPayload', 'ButtonText'].map((name) => wordsOf(fields, name));
  const text = words.flatMap((each) => (typeof each === 'object' ? [each.text] : []))[0];
  const { phone, bsuid } = sender?.person ?? {};
  const person = phone === undefined && bsuid === undefined ? undefined : { phone, bsuid };
  const said = { person, received: sender?.received, id: messageSidOf(fields), at: receivedAt };
  return {
    numbers: to === undefined ? [] : [{ channel: to.channel, number: to.id, provenBy: delivery.appId }],
    messages: person === undefined && text === undefined ? [] : [{ ...said, text }],
  };
}
