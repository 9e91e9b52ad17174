import type { InboundItem, ToldByProvider } from '../../../domain/inbound/inbound-act.ts';
import { type ParsedPerson, parsePerson } from '../../../domain/inbound/parse-person.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { listOf, memberOf, textOf } from '../../json/json-reader.ts';
import type { GupshupDelivery } from './delivery.ts';
import { timeOf, timeOfStatus } from './parse-time.ts';

/** "User opted out": the one code that tells of a no. 1002 to 1008, 1013, 470 and the others say that a message cannot be sent now. */
const optedOut = '1012';
/** What stands for a number when the callback URL is set. */
const callbackSet = 'callbacksetphone';

const told = { event: 'told', channel: 'whatsapp', source: 'messaging-provider' } as const;

/** What Gupshup says of a person by itself (Gupshup, "User event"). None of it is the person's own word, and none opens a window. */
export function parseUserEvent(delivery: GupshupDelivery, callback: unknown, part: object): InboundItem {
  const payload = memberOf(callback, 'payload');
  const type = textOf(payload, 'type')?.toLowerCase() ?? '';
  const phone = textOf(payload, 'phone');
  if (type === 'sandbox-start' || phone?.toLowerCase() === callbackSet) return { event: 'ignored', why: 'user-event' };
  const says = saidBy(type);
  if (says === undefined) return { event: 'unreadable', why: 'unknown-user-event', part };
  const bsuid = textOf(payload, 'userid') ?? textOf(payload, 'user_id');
  const person = parsePerson({ waId: phone, bsuid });
  const own = timeOf(callback, 'timestamp');
  // A no without a time is said when it came; what is only evidence needs its time.
  const at = own ?? (says === 'opted-out' ? delivery.receivedAt : undefined);
  if (person === undefined || at === undefined) return { event: 'unreadable', why: 'incomplete-user-event', part };
  return toldItem(delivery, part, { person, says, at, eventId: `user-event:${says}:${nameOf(person)}:${at}` });
}

/** `opted-in`, and the spellings of Gupshup's API beside it. */
function saidBy(type: string): ToldByProvider['says'] | undefined {
  const [, way] = /^opt(?:ed)?[-_ ]?(in|out)$/.exec(type) ?? [];
  return way === undefined ? undefined : way === 'in' ? 'opted-in' : 'opted-out';
}

/**
 * What became of a message (Gupshup, "Message events", version 2). Only that it was refused because the person is opted out there is news:
 * the other codes are faults, and in an outage they come for everybody.
 */
export function parseMessageEvent(delivery: GupshupDelivery, callback: unknown, part: object): InboundItem {
  const event = memberOf(callback, 'payload');
  const failure = memberOf(event, 'payload');
  const isRefused = textOf(event, 'type')?.toLowerCase() === 'failed' && textOf(failure, 'code') === optedOut;
  if (!isRefused) return { event: 'ignored', why: 'status-without-news' };
  const person = parsePerson({ waId: textOf(event, 'destination'), bsuid: textOf(event, 'userid') });
  if (person === undefined) return { event: 'unreadable', why: 'incomplete-status', part };
  // A refusal on the spot names the message by Gupshup's id, a later one by WhatsApp's with Gupshup's beside it.
  const messageId = textOf(event, 'gsId') ?? textOf(event, 'id');
  const at = timeOf(callback, 'timestamp') ?? delivery.receivedAt;
  return refused(delivery, part, { person, at, messageId, text: textOf(failure, 'reason') });
}

/** The same in the statuses of Meta's form (version 3). */
export function parseRefusedStatuses(delivery: GupshupDelivery, envelope: unknown, part: object): InboundItem[] {
  return statusesIn(envelope).flatMap((status): InboundItem[] => {
    const error = (listOf(status, 'errors') ?? []).find((each) => textOf(each, 'code') === optedOut);
    if (error === undefined) return [];
    const person = parsePerson({ waId: textOf(status, 'recipient_id'), bsuid: textOf(status, 'recipient_user_id') });
    if (person === undefined) return [{ event: 'unreadable', why: 'incomplete-status', part }];
    const messageId = textOf(status, 'gs_id') ?? textOf(status, 'id');
    const at = timeOfStatus(status) ?? delivery.receivedAt;
    return [
      refused(delivery, part, { person, at, messageId, text: textOf(error, 'title') ?? textOf(error, 'message') }),
    ];
  });
}

interface Refusal extends Pick<ToldByProvider, 'messageId' | 'text'> {
  readonly person: ParsedPerson;
  readonly at: Milliseconds;
}

function refused(delivery: GupshupDelivery, part: object, { person, at, messageId, text }: Refusal): ToldByProvider {
  const eventId = `refused-${optedOut}:${messageId ?? `${nameOf(person)}:${at}`}`;
  return toldItem(delivery, part, { person, says: 'opted-out', at, eventId, messageId, text });
}

function toldItem(
  { number, appId }: GupshupDelivery,
  part: object,
  { person, ...said }: Refusal & Pick<ToldByProvider, 'says' | 'eventId'>,
): ToldByProvider {
  return { ...told, receivedBy: number, provenBy: appId, ...person, ...said, part };
}

const nameOf = ({ person }: ParsedPerson): string => person.phone ?? person.bsuid ?? person.parentBsuid ?? '';

function statusesIn(envelope: unknown): readonly unknown[] {
  return (listOf(envelope, 'entry') ?? [])
    .flatMap((entry) => listOf(entry, 'changes') ?? [])
    .flatMap((change) => listOf(memberOf(change, 'value'), 'statuses') ?? []);
}
