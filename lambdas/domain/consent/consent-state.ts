import type { Milliseconds } from '../time.ts';
import { isMarketing, type PurposeTerms } from './purpose-terms.ts';
import type { Mark, Registers } from './registers.ts';
import { standing, standingWithoutRequest } from './standing.ts';
import type { Source, StatementRef } from './statement.ts';

/** The states that are shown (semantics 2.6). Never one bucket of "not opted in". */
export const consentStates = ['never-asked', 'pending', 'opted-in', 'opted-out', 'expired', 'erased'] as const;
export type ConsentState = (typeof consentStates)[number];

/** One purpose of one person as shown at a moment. */
export interface PurposeConsent {
  readonly state: ConsentState;
  readonly since?: Milliseconds;
  /** The statement that it rests on. */
  readonly ref?: StatementRef;
  readonly source?: Source;
  readonly rule?: string;
  /** `noticeId@version` that was shown. */
  readonly notice?: string;
  /** The collection point where it happened, `pt_…`; not known of marks from before points had their place in them. */
  readonly point?: string;
  /** When an opt-in or a request expires or expired. */
  readonly expiresAt?: Milliseconds;
  /** What expired was a request that the phone never confirmed; there was no opt-in. */
  readonly unconfirmed?: true;
}

const day = 24 * 60 * 60 * 1000;

/** How long the phone has to confirm a request, and what was ticked on a page, in milliseconds: 24 hours. */
export const choiceLifetime: Milliseconds = day;

/**
 * The consent for a purpose at `now`. Expiry is never recorded: it is computed here from the deciding grant's time (of what START
 * gave back: from that of the grant restored) and `validForDays`; at the moment of expiry consent no longer holds. A request lapses like the choice that confirms it: then what stood
 * without it stands again, a no above all, and where nothing stood it shows as expired.
 */
export function consentState(registers: Registers, purpose: PurposeTerms, now: Milliseconds): PurposeConsent {
  const marketing = isMarketing(purpose);
  const found = standing(registers, purpose.purposeId, marketing);
  if (found.stands === 'nothing') return { state: 'never-asked' };
  const { by } = found;
  const basis = basisOf(by);
  switch (found.stands) {
    case 'requested': {
      const expiresAt = by.at * 1000 + choiceLifetime;
      if (now < expiresAt) return { state: 'pending', ...basis, expiresAt };
      const before = standingWithoutRequest(registers, purpose.purposeId, marketing);
      return before.stands === 'revoked'
        ? { state: stateOfNo(before), ...basisOf(before.by) }
        : { state: 'expired', ...basis, expiresAt, unconfirmed: true };
    }
    case 'revoked':
      return { state: stateOfNo(found), ...basis };
    case 'granted': {
      if (purpose.validForDays === undefined) return { state: 'opted-in', ...basis };
      const expiresAt = found.from * 1000 + purpose.validForDays * day;
      return { state: now < expiresAt ? 'opted-in' : 'expired', ...basis, expiresAt };
    }
  }
}

/** How a no that stands is shown. */
export function stateOfNo({ erased }: { readonly erased: boolean }): 'erased' | 'opted-out' {
  return erased ? 'erased' : 'opted-out';
}

function basisOf(by: Mark): Pick<PurposeConsent, 'since' | 'ref' | 'source' | 'rule' | 'notice' | 'point'> {
  return {
    since: by.at * 1000,
    ref: by.ref,
    source: by.source,
    rule: by.rule,
    notice: by.notice,
    point: by.point,
  };
}
