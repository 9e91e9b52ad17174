import type { Holder } from './decide-identity.ts';
import type { PersonRecord } from './record.ts';

/** What is on record of a person, as identifiers are compared. A stored pair without proof is none: they are known by their number. */
export function holderOf({ subject, pair, unproven }: PersonRecord): Holder {
  const { subjectId, phone, bsuid, firstKnownAt } = subject;
  return { subjectId, firstKnownAt, phone, bsuid: unproven === true ? undefined : bsuid, pair };
}
