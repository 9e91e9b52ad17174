import { formatE164 } from '../../../domain/identity/phone.ts';
import { cutToBytes } from '../../../domain/inbound/cut-to-bytes.ts';
import { wordsAsEvidence } from '../../../domain/inbound/words-as-evidence.ts';
import type { KeptMessage } from '../../../use-cases/inbound/ports.ts';
import { messageOf, type WaitingItem } from '../../../use-cases/inbound/waiting-aside.ts';
import { asideId } from '../../fields/aside-id.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { keptAsideAnswer } from './answers.ts';

/** So many messages of one thing are shown. */
const mostMessages = 20;
/** So much of what was received is shown, in bytes. */
const mostReceived = 4 * 1024;

/** Something kept aside, to whoever may see it. */
export function keptAsideView({ item, about, appIds }: WaitingItem): View<typeof keptAsideAnswer> {
  const [first] = about.numbers;
  return {
    asideId: asideId(item.id),
    why: item.why,
    keptAt: formatInstant(item.keptAt),
    receivedAt: formatInstant(about.receivedAt),
    channel: first?.channel,
    receivedBy: first?.number,
    appIds,
    messages: about.messages.slice(0, mostMessages).map(messageView),
    needsUser: messageOf(about)?.person === undefined,
    received: cutToBytes(about.raw, mostReceived),
    bytes: item.bytes,
  };
}

function messageView({ person, at, text }: KeptMessage): View<typeof keptAsideAnswer>['messages'][number] {
  const phone = person?.phone;
  return {
    phone: phone === undefined ? undefined : formatE164(phone),
    bsuid: person?.bsuid,
    saidAt: formatInstantIfAny(at),
    text: wordsAsEvidence(text).text,
  };
}
