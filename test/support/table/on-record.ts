import type { IdentifierRecord, PersonRecord } from '../../../lambdas/domain/identity/record.ts';
import type { Subject } from '../../../lambdas/domain/identity/subject.ts';

/** A person of whom nothing is known but what is given. */
export function person(
  subject: Partial<Subject> & { readonly subjectId: string },
  record: Partial<PersonRecord> = {},
): PersonRecord {
  const nothing = { registers: {}, suppressions: [], platformStop: {}, firstKnownAt: 10 };
  return {
    debts: [],
    absorbed: [],
    subject: { ...nothing, userId: `usr_${subject.subjectId}`, ...subject },
    ...record,
  };
}

/** Somebody who has said no at `at` (whole seconds of milliseconds). */
export function stopped(at: number): Pick<Subject, 'registers'> {
  return { registers: { '*': { R3: { at: Math.floor(at / 1000), ref: 'x.1', source: 'whatsapp-message' } } } };
}

/** A number or BSUID of which nothing is known but what is given. */
export function record(known: Partial<IdentifierRecord> = {}): IdentifierRecord {
  return { former: [], pairs: [], ...known };
}

export const phone = (value: string) => ({ kind: 'phone', value }) as const;
export const bsuid = (value: string) => ({ kind: 'bsuid', value }) as const;
