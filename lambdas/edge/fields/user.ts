import * as z from 'zod';
import type { Evidence } from '../../domain/consent/statement.ts';
import { parseBsuid } from '../../domain/identity/bsuid.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { parseWaId } from '../../domain/identity/phone.ts';
import { phoneFaults } from '../numbers/phone-faults.ts';
import { readPhone } from '../numbers/read-phone.ts';
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
    const byPhone = phone === undefined ? undefined : readPhone(phone);
    const byWaId = waId === undefined || parseWaId(waId) === undefined ? undefined : readPhone(`+${waId}`);
    if (byPhone !== undefined && 'fault' in byPhone) refuse('phone', byPhone.fault, phoneFaults[byPhone.fault]);
    if (waId !== undefined && byWaId === undefined)
      refuse('waId', 'not-a-wa-id', 'This must be the digits of a WhatsApp id.');
    if (byWaId !== undefined && 'fault' in byWaId) refuse('waId', byWaId.fault, phoneFaults[byWaId.fault]);
    if (bsuid !== undefined && parseBsuid(bsuid) === undefined) {
      refuse('bsuid', 'not-a-bsuid', 'This must be a business-scoped user id, e.g. US.13491208655302741918.');
    }
    if (userId !== undefined && !/^usr_[A-Za-z0-9_-]{10,80}$/.test(userId)) {
      refuse('userId', 'not-a-user-id', 'This must be a userId that this API gave.');
    }
    const [digits, other] = [byPhone, byWaId].flatMap((read) =>
      read === undefined || 'fault' in read ? [] : [read.digits],
    );
    if (other !== undefined && other !== digits) {
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
