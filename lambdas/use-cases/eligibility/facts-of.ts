import { countriesOf } from '../../domain/countries/countries-of.ts';
import { type EligibilityFacts, unknownPerson } from '../../domain/eligibility/decision.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { holdsIdentifier, type KnownPerson, type Subject } from '../../domain/identity/subject.ts';

/** What is known of a person, as a decision takes it. */
export function factsOf({ subject, window, beside, namedBy }: KnownPerson): EligibilityFacts {
  return {
    ...ofSubject(subject),
    ...(namedBy !== undefined && { onlyBsuid: namedBy }),
    window,
    beside: beside && { ...ofSubject(beside), window: {} },
  };
}

/** The same of whoever was named: of somebody unknown we know at least to which country a message would go. */
export function factsOfNamed(named: PersonRef, known: KnownPerson | undefined): EligibilityFacts {
  return known === undefined ? { ...unknownPerson, countries: countriesOf(named) } : factsOf(known);
}

function ofSubject(subject: Subject): Omit<EligibilityFacts, 'window' | 'beside'> {
  const { registers, suppressions, platformStop, handover, unsettled } = subject;
  return {
    registers,
    suppressions,
    platformStop,
    ...(handover !== undefined && { handover }),
    holdsIdentifier: holdsIdentifier(subject),
    onlyBsuid: subject.phone === undefined ? subject.bsuid : undefined,
    countries: countriesOf(subject),
    unsettled,
  };
}
