import { notAMessage } from '../../domain/gate/gate-errors.ts';
import { parseBsuid } from '../../domain/identity/bsuid.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { canonicalPhone, sameLine } from '../../domain/identity/phone.ts';
import { planOf } from '../numbers/numbering-plan.ts';
import { phoneFaults } from '../numbers/phone-faults.ts';
import { readPhone } from '../numbers/read-phone.ts';

/** What Meta documents in a number: digits, a plus before them, blanks, dashes, dots and parentheses between. Nothing that it could read otherwise. */
const writing = /^\+?[0-9(][0-9 ().-]{4,40}$/;

/**
 * Whom a message goes to: `to` is a number, `recipient` a BSUID; with both Meta takes the number.
 *
 * @param own the number that it goes out from, E.164: Meta may put its country before a number without a plus
 * @throws GateRefusedError for what cannot be read, or could be read as somebody else
 */
export function readRecipient(to: unknown, recipient: unknown, own: string): PersonRef {
  if (to === undefined && recipient === undefined) {
    throw notAMessage('Name the recipient: to, a number, or recipient, a business-scoped user id.');
  }
  return {
    ...(to !== undefined && { phone: readNumber(to, own) }),
    ...(recipient !== undefined && readBsuid(recipient)),
  };
}

function readNumber(to: unknown, own: string): string {
  if (typeof to !== 'string') {
    throw notAMessage('to must be text, one number with + and its country code: a list, a number or nothing is none.');
  }
  if (parseBsuid(to) !== undefined)
    throw notAMessage('to takes a number. Put a business-scoped user id into recipient.');
  if (!writing.test(to)) throw notAMessage('to must be one number, e.g. +525512345678.');
  const digits = to.replace(/\D/g, '');
  const read = readPhone(`+${digits}`);
  if ('fault' in read) throw notAMessage(`to: ${phoneFaults[read.fault]} Write it with + and its country code.`);
  // The zero that is dialled inside a country only: what is taken away here, Meta may dial.
  if (canonicalPhone(digits).digits !== read.digits)
    throw notAMessage('to must be written with + and its country code.');
  if (!to.startsWith('+')) mustBeInternational(digits, own);
  return read.digits;
}

/**
 * "If the plus sign is omitted, your business phone number's country calling code will be prepended" (Meta, "Phone numbers"): where that
 * makes a number too, nobody knows which of the two gets the message. Ids of WhatsApp, which have no plus, begin with their country; so one of the
 * country of the business itself is taken for what it is.
 */
function mustBeInternational(digits: string, own: string): void {
  const code = planOf(own.replace(/^\+/, ''))?.callingCode;
  if (code === undefined || digits.startsWith(code)) return;
  const other = readPhone(`+${code}${digits}`);
  if ('fault' in other || sameLine(other.digits, digits)) return;
  throw notAMessage('to has no +, and could also be a number of the country that it is sent from: write it with +.');
}

function readBsuid(recipient: unknown): PersonRef {
  const bsuid = typeof recipient === 'string' ? parseBsuid(recipient) : undefined;
  if (bsuid === undefined) {
    throw notAMessage(
      'recipient must be one business-scoped user id, e.g. US.13491208655302741918; a number goes into to.',
    );
  }
  return /^[A-Z]{2}\.ENT\./.test(bsuid) ? { parentBsuid: bsuid } : { bsuid };
}
