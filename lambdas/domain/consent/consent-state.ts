import type { Registers } from './registers.ts';
import { standing } from './standing.ts';
import type { Milliseconds, Source, StatementRef } from './statement.ts';

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
  /** When an opted-in purpose expires or expired. */
  readonly expiresAt?: Milliseconds;
}

const day = 24 * 60 * 60 * 1000;

/**
 * The consent for a purpose at `now`. Expiry is never recorded: it is computed here from the deciding grant's time and
 * `validForDays`; at the moment of expiry consent no longer holds.
 */
export function consentState(
  registers: Registers,
  purpose: { readonly purposeId: string; readonly validForDays?: number },
  now: Milliseconds,
): PurposeConsent {
  const found = standing(registers, purpose.purposeId);
  if (found.stands === 'nothing') return { state: 'never-asked' };
  const { by } = found;
  const basis = {
    since: by.at * 1000,
    ref: by.ref,
    source: by.source,
    ...(by.rule !== undefined && { rule: by.rule }),
    ...(by.notice !== undefined && { notice: by.notice }),
  };
  switch (found.stands) {
    case 'requested':
      return { state: 'pending', ...basis };
    case 'revoked':
      return { state: found.erased ? 'erased' : 'opted-out', ...basis };
    case 'granted': {
      if (purpose.validForDays === undefined) return { state: 'opted-in', ...basis };
      const expiresAt = by.at * 1000 + purpose.validForDays * day;
      return { state: now < expiresAt ? 'opted-in' : 'expired', ...basis, expiresAt };
    }
  }
}
