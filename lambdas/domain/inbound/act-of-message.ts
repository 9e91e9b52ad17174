import type { Milliseconds } from '../time.ts';
import { boundedReferral } from './bounded-referral.ts';
import { channelRules } from './channel-rules.ts';
import type { IgnoredItem, InboundAct, InboundChannel, Lack, UnreadableItem } from './inbound-act.ts';
import type { ParsedPerson } from './parse-person.ts';
import { saysNo } from './says-no.ts';

/** A message as a provider's parser reads it. What is missing or unreadable is undefined; nothing is made up for it. */
export interface ReadMessage
  extends Pick<
    InboundAct,
    | 'text'
    | 'payload'
    | 'wordsReceived'
    | 'forwarded'
    | 'opensWindow'
    | 'via'
    | 'part'
    | 'told'
    | 'referral'
    | 'provenBy'
  > {
  readonly channel: InboundChannel;
  readonly receivedBy: string;
  /** When we received it: the time of a no that has none of its own. */
  readonly receivedAt: Milliseconds;
  readonly id: string | undefined;
  /** The message's own time. */
  readonly at: Milliseconds | undefined;
  readonly sender: ParsedPerson | undefined;
  /** False = the sender is known only by what stands beside the message. */
  readonly isNamed: boolean;
  readonly isOfKnownType: boolean;
  /** The id of the message that it edits. */
  readonly edits?: string | undefined;
}

/**
 * The act that a message is (semantics 6): a no is heard whatever else is wrong with it, and whichever way it came; without a time it is
 * said when it came. Nothing else counts that lacks something or came another way than the live chat.
 *
 * What lacks something and is no no is unreadable; an SMS is so only when its app is known, which the decision says.
 */
export function actOfMessage(read: ReadMessage): InboundAct | IgnoredItem | UnreadableItem {
  const { channel, receivedBy, receivedAt, at, sender, via, part } = read;
  const { text, payload, wordsReceived, forwarded, told, provenBy } = read;
  const { called, isUnreadableAtOnce } = channelRules[channel];
  const lacks = lacksOf(read);
  const isSound = via === undefined && lacks === undefined;
  const no = isSound ? undefined : saysNo({ text, payload, forwarded, told });
  const counts = via === 'history' ? no === 'clear' : no !== undefined;
  if (via !== undefined && !counts) return { event: 'ignored', why: `${via}-without-no` };
  if (sender === undefined || (!isSound && !counts && isUnreadableAtOnce))
    return { event: 'unreadable', why: `${called}-without-${lacks?.[0] ?? 'sender'}`, part };
  const act: InboundAct = {
    event: 'message',
    channel,
    receivedBy,
    person: sender.person,
    received: sender.received,
    at: at ?? receivedAt,
    messageId: nameOf(read),
    text,
    payload,
    wordsReceived,
    // On the message that the click made, which is live and the person's own; anywhere else it tells of another one.
    referral: via === undefined && !forwarded ? boundedReferral(read.referral) : undefined,
    forwarded,
    opensWindow: read.opensWindow && isSound,
    via,
    lacks,
    part,
  };
  if (told === undefined && provenBy === undefined) return act;
  return { ...act, ...(provenBy !== undefined && { provenBy }), ...(told !== undefined && { told }) };
}

/** What is missing, most telling first; undefined when nothing is. */
function lacksOf({ isOfKnownType, id, at, isNamed }: ReadMessage): readonly Lack[] | undefined {
  if (isOfKnownType && id !== undefined && at !== undefined && isNamed) return undefined;
  return [
    ...(isOfKnownType ? [] : ['type' as const]),
    ...(id === undefined ? ['id' as const] : []),
    ...(at === undefined ? ['time' as const] : []),
    ...(isNamed ? [] : ['sender' as const]),
  ];
}

/** An edit that takes the name of what it edits is another act; an act without a name is named by its time, or by its receipt. */
function nameOf({ id, at, receivedAt, edits }: ReadMessage): string {
  if (id === undefined) return `unnamed:${at ?? receivedAt}`;
  return edits === id ? `${id}:edited:${at ?? ''}` : id;
}
