import { sameLine } from '../../../domain/identity/phone.ts';
import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import { listOf, memberOf, textOf } from '../../json/json-reader.ts';
import { type MessagePlace, parseMessage } from './parse-message.ts';
import type { Contacts } from './parse-sender.ts';

/**
 * The chats of a number that was used on a phone before (Meta, "Onboarding WhatsApp Business app users": `history`): in threads, media
 * apart in `messages`. Only what the person wrote is read, and only a clear stop in it counts, at its own time; all else costs nothing.
 */
export function parseHistory(place: MessagePlace, value: unknown, contacts: Contacts): InboundItem[] {
  const threads = (listOf(value, 'history') ?? []).flatMap((chunk) => listOf(chunk, 'threads') ?? []);
  const inThreads = threads.flatMap((thread) =>
    (listOf(thread, 'messages') ?? []).map((message) => ({ message, person: textOf(thread, 'id') })),
  );
  const media = (listOf(value, 'messages') ?? []).map((message) => ({ message, person: undefined }));
  const heard = [...inThreads, ...media]
    .filter(({ message, person }) => isThePersons(value, message, person))
    .map(({ message }) => parseMessage({ ...place, via: 'history' }, contacts, message))
    .filter(({ event }) => event !== 'ignored');
  return heard.length === 0 ? [{ event: 'ignored', why: 'history' }] : heard;
}

/** Whether the person wrote it: not the business, and nobody but the person whose thread it is. */
function isThePersons(value: unknown, message: unknown, person: string | undefined): boolean {
  const from = textOf(message, 'from');
  const business = textOf(memberOf(value, 'metadata'), 'display_phone_number')?.replace(/\D/g, '');
  if (from === undefined) return true;
  if (business !== undefined && sameLine(from, business)) return false;
  return person === undefined || !/^\d+$/.test(person) || !/^\d+$/.test(from) || sameLine(from, person);
}
