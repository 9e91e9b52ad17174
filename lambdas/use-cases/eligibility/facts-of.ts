import { countriesOf } from '../../domain/countries/countries-of.ts';
import type { EligibilityFacts } from '../../domain/eligibility/eligibility.ts';
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
