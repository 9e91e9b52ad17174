import { actOfMessage } from '../../../domain/inbound/act-of-message.ts';
import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import { saysNo } from '../../../domain/inbound/says-no.ts';
import { memberOf, textOf } from '../../json/json-reader.ts';
import type { GupshupDelivery } from './delivery.ts';
import { anyWords, type Content, type ContentFault, contentOf, isSilent } from './parse-content.ts';
import { parseReferral } from './parse-referral.ts';
import { senderOf } from './parse-sender.ts';
import { timeOf } from './parse-time.ts';

/**
 * A message that somebody sent (Gupshup, "Inbound messages", version 2). Its time is when Gupshup got it, its id WhatsApp's own. What counts
 * of it, and what becomes of one that lacks something, is `actOfMessage`'s to say.
 */
export function parseMessage(delivery: GupshupDelivery, callback: unknown, part: object): InboundItem {
  const message = memberOf(callback, 'payload');
  const type = textOf(message, 'type')?.toLowerCase();
  if (isSilent(type)) return { event: 'ignored', why: 'silent-message' };
  const { content, isOfKnownType } = readContent(type, memberOf(message, 'payload'));
  if ('fault' in content) return { event: 'unreadable', why: content.fault, part };
  return actOfMessage({
    channel: 'whatsapp',
    receivedBy: delivery.number,
    provenBy: delivery.appId,
    receivedAt: delivery.receivedAt,
    id: textOf(message, 'id'),
    at: timeOf(callback, 'timestamp'),
    sender: senderOf(message),
    isNamed: true,
    isOfKnownType,
    ...content,
    referral: parseReferral(message),
    forwarded: isForwarded(message),
    part,
  });
}

function readContent(
  type: string | undefined,
  payload: unknown,
): { readonly content: Content | ContentFault; readonly isOfKnownType: boolean } {
  const content = contentOf(type, payload);
  if (!('fault' in content) || content.fault !== 'unknown-message-type') return { content, isOfKnownType: true };
  const words = anyWords(payload);
  const isNo = words !== undefined && saysNo({ ...words, forwarded: false }) !== undefined;
  return { content: isNo ? words : content, isOfKnownType: false };
}

/** Forwarded words are somebody else's. Where Gupshup says so is told in several ways. */
function isForwarded(message: unknown): boolean {
  const places = [message, memberOf(message, 'context'), memberOf(message, 'payload')];
  const names = ['forwarded', 'frequently_forwarded', 'frequentlyForwarded', 'isForwarded'];
  return places.some((place) => names.some((name) => textOf(place, name) === 'true' || memberOf(place, name) === true));
}
