import { joinAdministrative, withAdministrative } from '../consent/administrative.ts';
import { annulSame, joinAnnulled } from '../consent/annulment.ts';
import { joinRegisters } from '../consent/registers.ts';
import { joinWindows } from '../window/customer-service-window.ts';
import { joinFirstContacts } from './join-first-contacts.ts';
import { joinedHandover } from './join-subjects.ts';
import { areTwoAccounts } from './portfolio.ts';
import { joinPlatformStops, type KnownPerson, type Subject } from './subject.ts';

/**
 * What is recorded of one line under two keys, as one person: everything that either said. Of two whose BSUIDs differ the number
 * has changed hands, so each stays alone.
 *
 * @param one who goes on: identifiers and `userId` are theirs
 */
export function asOneLine(one: KnownPerson, other: KnownPerson): KnownPerson {
  const [a, b] = [one.subject, other.subject];
  if (a.subjectId === b.subjectId || areDifferentPeople(a, b)) return one;
  const administrative = joinAdministrative(a.administrative, b.administrative);
  return {
    subject: withAdministrative({
      ...b,
      ...withoutUndefined(a),
      registers: joinRegisters(a.registers, b.registers),
      ...joinAnnulled(a, b),
      // One may hold a grant of an import that only the other knows to be annulled: until they are made one the answer is no.
      ...(!annulSame(a, b) && { unsettled: true }),
      ...(administrative !== undefined && { administrative }),
      suppressions: [...a.suppressions, ...b.suppressions],
      platformStop: joinPlatformStops(a.platformStop, b.platformStop),
      ...joinedHandover(a, b),
      ...joinFirstContacts(a, b),
      firstKnownAt: Math.min(a.firstKnownAt, b.firstKnownAt),
    }),
    window: joinWindows(one.window, other.window),
    beside: one.beside,
    absorbed: [...(one.absorbed ?? []), b.subjectId, ...(other.absorbed ?? [])],
  };
}

/** What is not known of one may be known of the other. */
function withoutUndefined(subject: Subject): Subject {
  return Object.fromEntries(Object.entries(subject).filter(([, value]) => value !== undefined)) as unknown as Subject;
}

/** Two accounts of WhatsApp. */
export function areDifferentPeople(a: Pick<Subject, 'bsuid'>, b: Pick<Subject, 'bsuid'>): boolean {
  return areTwoAccounts(a.bsuid, b.bsuid);
}
