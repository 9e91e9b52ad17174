import * as z from 'zod';
import type { Evidence } from '../../domain/consent/statement.ts';
import { parseBsuid } from '../../domain/identity/bsuid.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { parsePhone, parseWaId } from '../../domain/identity/phone.ts';
import { text } from './text.ts';

/** A person as a call names them: canonical for looking up, and as received for the evidence. */
export interface NamedPerson {
  readonly person: PersonRef;
  readonly identifiers: NonNullable<Evidence['identifiers']>;
}

const identifier = text(160).optional();

/** `{ phone } | { waId } | { bsuid } | { userId }`, or several at once: they are then one person. */
export const user = z
  .strictObject({ phone: identifier, waId: identifier, bsuid: identifier, userId: identifier })
  .transform((given, context): NamedPerson => {
    const refuse = (field: string | undefined, code: string, message: string) =>
      context.addIssue({ code: 'custom', message, params: { code }, path: field === undefined ? [] : [field] });
    const { phone, waId, bsuid, userId } = given;
    const byPhone = phone === undefined ? undefined : parsePhone(phone);
    const byWaId = waId === undefined ? undefined : parseWaId(waId);
    if (byPhone !== undefined && 'fault' in byPhone) refuse('phone', byPhone.fault, phoneFaults[byPhone.fault]);
    if (waId !== undefined && byWaId === undefined)
      refuse('waId', 'not-a-wa-id', 'This must be the digits of a WhatsApp id.');
    if (bsuid !== undefined && parseBsuid(bsuid) === undefined) {
      refuse('bsuid', 'not-a-bsuid', 'This must be a business-scoped user id, e.g. US.13491208655302741918.');
    }
    if (userId !== undefined && !/^usr_[A-Za-z0-9_-]{10,80}$/.test(userId)) {
      refuse('userId', 'not-a-user-id', 'This must be a userId that this API gave.');
    }
    const digits = byPhone !== undefined && 'digits' in byPhone ? byPhone.digits : byWaId?.digits;
    if (digits !== undefined && byWaId !== undefined && byWaId.digits !== digits) {
      refuse('waId', 'different-lines', 'phone and waId name different lines.');
    }
    if (Object.values(given).every((value) => value === undefined)) {
      refuse(undefined, 'nobody', 'Name the user by phone, waId, bsuid or userId.');
    }
    return {
      person: {
        ...(digits !== undefined && { phone: digits }),
        ...(bsuid !== undefined && { bsuid }),
        ...(userId !== undefined && { userId }),
      },
      identifiers: {
        ...(phone !== undefined && { phone }),
        ...(waId !== undefined && { waId }),
        ...(bsuid !== undefined && { bsuid }),
      },
    };
  });

/** What is wrong with a phone number, by the codes of `parsePhone`. */
export const phoneFaults = {
  'no-country-code': 'The number needs its country code, e.g. +52 55 1234 5678.',
  'not-a-number': 'This is not a phone number.',
  'too-short': 'The number is too short.',
  'too-long': 'The number is too long.',
  'unknown-country-code': 'There is no such country code.',
} as const;
