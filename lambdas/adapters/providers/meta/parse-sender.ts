import { parseBsuid } from '../../../domain/identity/bsuid.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import { parseWaId } from '../../../domain/identity/phone.ts';
import type { ReceivedIdentifiers } from '../../../domain/inbound/whatsapp-event.ts';
import { idAsEvidence } from '../../../domain/inbound/words-as-evidence.ts';
import { isSaid, listOf, textOf } from '../../json/json-reader.ts';

/** The identifiers of one person as a payload writes them. */
export interface WrittenIdentifiers {
  readonly waId?: string | undefined;
  readonly bsuid?: string | undefined;
  readonly parentBsuid?: string | undefined;
}

export interface ParsedPerson {
  readonly person: PersonRef;
  readonly received: ReceivedIdentifiers;
}

/**
 * Understands the identifiers of a person, or undefined when none of them is one. A BSUID may stand where a number belongs
 * (seen from early senders), and a number may have its plus; a malformed BSUID is left out of the person, and kept as received, so that the number still counts.
 */
export function parsePerson(written: WrittenIdentifiers): ParsedPerson | undefined {
  const phone = written.waId === undefined ? undefined : parseWaId(written.waId.trim().replace(/^\+/, ''))?.digits;
  const bsuid = parseWritten(written.bsuid) ?? (phone === undefined ? parseWritten(written.waId) : undefined);
  const parentBsuid = parseWritten(written.parentBsuid);
  if (phone === undefined && bsuid === undefined && parentBsuid === undefined) return undefined;
  return {
    person: {
      ...(phone !== undefined && { phone }),
      ...(bsuid !== undefined && { bsuid }),
      ...(parentBsuid !== undefined && { parentBsuid }),
    },
    received: {
      ...(written.waId !== undefined && { waId: idAsEvidence(written.waId) }),
      ...(written.bsuid !== undefined && { bsuid: idAsEvidence(written.bsuid) }),
      ...(written.parentBsuid !== undefined && { parentBsuid: idAsEvidence(written.parentBsuid) }),
    },
  };
}

function parseWritten(bsuid: string | undefined): string | undefined {
  return bsuid === undefined ? undefined : parseBsuid(bsuid);
}

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
  if (contactOfOneMessage(value, message) !== undefined) return contacts[0];
  if (waId === undefined && bsuid === undefined) return undefined;
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
