import { type ParsedPerson, parsePerson } from '../../../domain/inbound/parse-person.ts';
import { isSaid, listOf, textOf } from '../../json/json-reader.ts';

/** The contacts that stand in a change beside its messages or calls, each identifier read once for all of them. */
export interface Contacts {
  readonly all: readonly unknown[];
  readonly waIds: readonly (string | undefined)[];
  readonly bsuids: readonly (string | undefined)[];
  /** One contact, and one message that it must belong to. */
  readonly isOfOneMessage: boolean;
}

/** @param value the value of a change */
export function contactsIn(value: unknown): Contacts {
  const all = listOf(value, 'contacts') ?? [];
  return {
    all,
    waIds: all.map((contact) => textOf(contact, 'wa_id')),
    bsuids: all.map((contact) => textOf(contact, 'user_id')),
    isOfOneMessage: all.length === 1 && listOf(value, 'messages')?.length === 1,
  };
}

/**
 * The sender of a message or call: `from` and `from_user_id`, never `contacts[0]`, which samples fill with somebody else.
 * A contact that names the same identifier completes the pair of number and BSUID.
 */
export function parseSender(contacts: Contacts, item: unknown): ParsedPerson | undefined {
  const waId = textOf(item, 'from');
  const bsuid = textOf(item, 'from_user_id');
  const same = waId === undefined && bsuid === undefined ? undefined : contactNaming(contacts, waId, bsuid);
  return parsePerson({
    waId: waId ?? textOf(same, 'wa_id'),
    bsuid: bsuid ?? textOf(same, 'user_id'),
    parentBsuid: textOf(item, 'from_parent_user_id') ?? textOf(same, 'parent_user_id'),
  });
}

/**
 * The sender of a message that names none itself, where it is certain: one message, one contact beside it (the answer to our question
 * for a number arrives so). Undefined as soon as the message itself names anybody.
 */
export function contactOfOneMessage(contacts: Contacts, message: unknown): ParsedPerson | undefined {
  if (!contacts.isOfOneMessage || isSaid(message, 'from') || isSaid(message, 'from_user_id')) return undefined;
  return parsePerson({
    waId: contacts.waIds[0],
    bsuid: contacts.bsuids[0],
    parentBsuid: textOf(contacts.all[0], 'parent_user_id'),
  });
}

/** The contact that says who sent a message, if there is one: what has to be kept with it so that it can be read again. */
export function contactOf(contacts: Contacts, message: unknown): unknown {
  const waId = textOf(message, 'from');
  const bsuid = textOf(message, 'from_user_id');
  if (waId === undefined && bsuid === undefined) {
    return contactOfOneMessage(contacts, message) === undefined ? undefined : contacts.all[0];
  }
  return contactNaming(contacts, waId, bsuid);
}

/** The first contact that names either of them. */
function contactNaming({ all, waIds, bsuids }: Contacts, waId: string | undefined, bsuid: string | undefined): unknown {
  const byWaId = waId === undefined ? -1 : waIds.indexOf(waId);
  const byBsuid = bsuid === undefined ? -1 : bsuids.indexOf(bsuid);
  const first = byWaId === -1 || (byBsuid !== -1 && byBsuid < byWaId) ? byBsuid : byWaId;
  return first === -1 ? undefined : all[first];
}

/** The recipient of a message of ours. Meta's pages spell the parent BSUID in three ways. */
export function parseRecipient(status: unknown): ParsedPerson | undefined {
  return parsePerson({
    waId: textOf(status, 'recipient_id'),
    bsuid: textOf(status, 'recipient_user_id'),
    parentBsuid:
      textOf(status, 'parent_recipient_user_id') ??
      textOf(status, 'recipient_parent_user_id') ??
      textOf(status, 'parent_user_id'),
  });
}
