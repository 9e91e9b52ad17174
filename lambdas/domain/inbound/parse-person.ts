import { parseBsuid } from '../identity/bsuid.ts';
import type { PersonRef } from '../identity/person.ts';
import { parseWaId } from '../identity/phone.ts';
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
  const phone = written.waId === undefined ? undefined : parseWaId(written.waId.trim().replace(/^\+/, ''))?.digits;
  const bsuid = parseWritten(written.bsuid) ?? (phone === undefined ? parseWritten(written.waId) : undefined);
  const parentBsuid = parseWritten(written.parentBsuid);
  if (phone === undefined && bsuid === undefined && parentBsuid === undefined) return undefined;
  // Who is named is compared by the members that are there, so what is absent must not be one.
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
