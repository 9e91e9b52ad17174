import type { Subject } from './subject.ts';

type FirstContact = Pick<Subject, 'firstContactAt' | 'questionDue'>;

/** The first contact of a person of whom two subjects were kept: if either had theirs and nothing was due, nothing is due. */
export function joinFirstContacts(a: FirstContact, b: FirstContact): FirstContact {
  const met = [a, b].filter(({ firstContactAt }) => firstContactAt !== undefined);
  const isDue = met.length > 0 && met.every(({ questionDue }) => questionDue === true);
  const times = met.flatMap(({ firstContactAt }) => firstContactAt ?? []);
  return {
    firstContactAt: times.length === 0 ? undefined : Math.min(...times),
    questionDue: isDue ? true : undefined,
  };
}
