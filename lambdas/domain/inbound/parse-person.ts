import { parseBsuid } from '../identity/bsuid.ts';
import type { PersonRef } from '../identity/person.ts';
import { digitsOfWaId } from '../identity/phone.ts';
import type { ReceivedIdentifiers } from './inbound-act.ts';
import { idAsEvidence } from './words-as-evidence.ts';

/** The identifiers of one person as a payload of WhatsApp's writes them. */
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
  const phone = written.waId === undefined ? undefined : digitsOfWaId(withoutPlus(written.waId.trim()));
  const bsuid = parseWritten(written.bsuid) ?? (phone === undefined ? parseWritten(written.waId) : undefined);
  const parentBsuid = parseWritten(written.parentBsuid);
  if (phone === undefined && bsuid === undefined && parentBsuid === undefined) return undefined;
  return {
    person: { phone, bsuid, parentBsuid },
    received: {
      waId: asEvidence(written.waId),
      bsuid: asEvidence(written.bsuid),
      parentBsuid: asEvidence(written.parentBsuid),
    },
  };
}

function withoutPlus(number: string): string {
  return number.startsWith('+') ? number.slice(1) : number;
}

function asEvidence(id: string | undefined): string | undefined {
  return id === undefined ? undefined : idAsEvidence(id);
}

function parseWritten(bsuid: string | undefined): string | undefined {
  return bsuid === undefined ? undefined : parseBsuid(bsuid);
}
