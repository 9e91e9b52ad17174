import type { CollectionPoint } from '../../domain/collection/collection-point.ts';
import { evidenceOfPoint } from '../../domain/collection/evidence-of-point.ts';
import { makingOf, type PersonalLink } from '../../domain/collection/personal-link.ts';
import type { Evidence, Source } from '../../domain/consent/statement.ts';
import { formatE164 } from '../../domain/identity/phone.ts';
import { asWritten } from '../../domain/identity/portfolio.ts';
import type { Clock, Ledger, People } from '../ledger/ports.ts';

/** What acts by a personal link need. */
export interface LinkActDeps {
  readonly people: People;
  readonly ledger: Pick<Ledger, 'recordStatement'>;
  readonly now: Clock;
}

/** Where an act by a link comes from. */
export interface LinkAct {
  readonly link: PersonalLink;
  readonly point: CollectionPoint;
  /** Names one showing of a page, so that a form which is sent twice is one act. */
  readonly act: string;
  readonly evidence: Pick<Evidence, 'ip' | 'userAgent'>;
}

/** The parts of a command that all acts by links share. First-hand: the link proves the identifier (semantics 1). */
export function commandBase({ link, point, evidence }: LinkAct, text: string) {
  const { person } = link;
  const identifiers = {
    ...('phone' in person && { phone: formatE164(person.phone) }),
    ...('bsuid' in person && { bsuid: asWritten(person.bsuid) }),
  };
  const source: Source = link.kind;
  return {
    level: 3,
    source,
    // Like a provider's payload the link is proof by itself and names one identifier: it cannot contradict anything, and a repeat is
    // known by its event id although its time is another one.
    provider: true,
    evidence: {
      ...evidence,
      ...evidenceOfPoint(point),
      ...makingOf(link),
      identifiers,
      text,
    },
  } as const;
}
