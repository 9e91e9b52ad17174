import { type ParsedPerson, parsePerson } from '../../../domain/inbound/parse-person.ts';
import { isSaid, listOf, textOf } from '../../json/json-reader.ts';

/**
 * The sender of a message or call: `from` and `from_user_id`, never `contacts[0]`, which samples fill with somebody else.
 * A contact that names the same identifier completes the pair of number and BSUID.
 */
export function parseSender(value: unknown, item: unknown): ParsedPerson | undefined {
  const waId = textOf(item, 'from');
  const bsuid = textOf(item, 'from_user_id');
  const same = waId === undefined && bsuid === undefined ? undefined : contactOf(value, item);
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
export function contactOfOneMessage(value: unknown, message: unknown): ParsedPerson | undefined {
  const isNamed = ['from', 'from_user_id'].some((name) => isSaid(message, name));
  const contacts = listOf(value, 'contacts') ?? [];
  if (isNamed || contacts.length !== 1 || listOf(value, 'messages')?.length !== 1) return undefined;
  return parsePerson({
    waId: textOf(contacts[0], 'wa_id'),
    bsuid: textOf(contacts[0], 'user_id'),
    parentBsuid: textOf(contacts[0], 'parent_user_id'),
  });
}

/** The contact that says who sent a message, if there is one: what has to be kept with it so that it can be read again. */
export function contactOf(value: unknown, message: unknown): unknown {
  const [waId, bsuid] = [textOf(message, 'from'), textOf(message, 'from_user_id')];
  const contacts = listOf(value, 'contacts') ?? [];
  if (waId === undefined && bsuid === undefined) {
    return contactOfOneMessage(value, message) === undefined ? undefined : contacts[0];
  }
  return contacts.find(
    (contact) =>
      (waId !== undefined && textOf(contact, 'wa_id') === waId) ||
      (bsuid !== undefined && textOf(contact, 'user_id') === bsuid),
  );
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
