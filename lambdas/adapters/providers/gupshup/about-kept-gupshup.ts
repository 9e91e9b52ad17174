import type { AboutAside, KeptMessage, KeptPart } from '../../../use-cases/inbound/ports.ts';
import { memberOf, textOf, wordsOf } from '../../json/json-reader.ts';
import { keptDelivery, readCallbacks } from './delivery.ts';
import { senderOf } from './parse-sender.ts';
import { timeOf } from './parse-time.ts';

/**
 * What can be told of a kept delivery of Gupshup's own form: who, when and what, also of a kind that we cannot hear; `envelope` = what
 * is in Meta's form, whose reader tells. Undefined for what is none.
 */
export function aboutKeptGupshup({
  json,
  receivedAt,
}: Pick<KeptPart, 'json' | 'receivedAt'>):
  | (Pick<AboutAside, 'numbers' | 'messages'> & { readonly envelope?: unknown })
  | undefined {
  const delivery = keptDelivery(json, receivedAt);
  if (delivery === undefined) return undefined;
  const { callbacks, envelope } = readCallbacks(delivery);
  const numbers = [{ channel: 'whatsapp' as const, number: delivery.number, provenBy: delivery.appId }];
  return { numbers, messages: callbacks.flatMap(messageIn), envelope };
}

function messageIn(callback: unknown): KeptMessage[] {
  const payload = memberOf(callback, 'payload');
  const inner = memberOf(payload, 'payload');
  const about = senderOf(payload) ?? senderOf({ source: textOf(payload, 'phone') ?? textOf(payload, 'destination') });
  const said = ['text', 'caption', 'postbackText', 'title'].map((name) => wordsOf(inner, name));
  const text = said.flatMap((words) => (typeof words === 'object' ? [words.text] : []))[0];
  const { phone, bsuid } = about?.person ?? {};
  const person = phone === undefined && bsuid === undefined ? undefined : { phone, bsuid };
  if (person === undefined && text === undefined) return [];
  return [{ person, received: about?.received, id: textOf(payload, 'id'), at: timeOf(callback, 'timestamp'), text }];
}
