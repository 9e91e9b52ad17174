import type { Action, Evidence, Level, PurposeScope, Source } from '../consent/statement.ts';
import { InvalidInputError } from '../errors.ts';
import type { PersonRef } from '../identity/person.ts';
import { portfolioOf } from '../identity/portfolio.ts';
import type { Milliseconds } from '../time.ts';
import type { ReplyKind } from './reply-kind.ts';

/** A statement to be recorded, as a way in understood it. */
export interface StatementCommand {
  readonly person: PersonRef;
  readonly action: Exclude<Action, 'erased'>;
  /** Only a no may speak of `marketing` or of `all`. */
  readonly purposes: PurposeScope;
  readonly level: Level;
  /** As claimed; capped at `now` when it is recorded first. */
  readonly saidAt: Milliseconds;
  readonly source: Source;
  readonly evidence: Evidence;
  /** What we add to the evidence of our own knowledge; no part of what makes a retry the same act. */
  readonly seal?: NoticeSeal | undefined;
  readonly rule?: string;
  /**
   * The import by which it comes, `imp_…`. `annulled` must name the import whose grants never counted, with level 2 and the purposes that it
   * granted. Name its person by the `userId` of the grant: whoever has the number today may be somebody else. Content like the rest: a
   * retry of an `annulled` repeats `saidAt`.
   */
  readonly batch?: string | undefined;
  /** The source's own event id; without one the key derives from content and `saidAt`. */
  readonly eventId?: string;
  /** True for signed provider payloads: only these prove that two identifiers are one person's. */
  readonly provider: boolean;
  readonly reply?: ReplyKind;
}

/** Which words a named notice shows, in a version that we published. */
export type NoticeSeal = Pick<Evidence, 'noticeHash' | 'noticeLocale'>;

/** What travels, and what is recorded whatever contradicts. */
export function isDenial(action: Action): action is 'revoked' | 'refused' {
  return action === 'revoked' || action === 'refused';
}

/** Who says it: a provider's payload proves what it shows; a caller only names, and what takes away is taken in any case. */
export type SaidBy = 'provider' | 'caller' | 'caller-no';

export function saidBy({ provider, action }: StatementCommand): SaidBy {
  if (provider) return 'provider';
  return isDenial(action) || action === 'annulled' ? 'caller-no' : 'caller';
}

/** The same of a brake of the business: one that is set is a no. */
export function brakeSaidBy({ lift }: { readonly lift: boolean }): SaidBy {
  return lift ? 'caller' : 'caller-no';
}

/**
 * Only a no may speak of marketing as a whole or of everything; START speaks of everything. An annulment names its import.
 *
 * @throws InvalidInputError
 */
export function mustBeSayable({ action, purposes, level, batch }: StatementCommand): void {
  if (action === 'annulled' && (batch === undefined || level !== 2)) {
    const detail = 'What is annulled is what one import reported.';
    throw new InvalidInputError([{ pointer: '/batch', code: 'required', detail }]);
  }
  if (typeof purposes !== 'string' || isDenial(action)) return;
  if (action === 'resumed' && purposes === 'all') return;
  const detail = 'Only an opt-out can be about "marketing" or "all"; an opt-in names its purposes.';
  throw new InvalidInputError([{ pointer: '/purposes', code: 'wrong-type', detail }]);
}

/**
 * A yes that names nothing but a BSUID of a portfolio that the app has left could never be used: the caller's list is older than the
 * change, and has to hear of it.
 *
 * @param present the app's present portfolio
 * @throws InvalidInputError
 */
export function mustBePresent({ person, action, provider }: StatementCommand, present: number): void {
  const { phone, userId, bsuid } = person;
  if (provider || isDenial(action) || phone !== undefined || userId !== undefined || bsuid === undefined) return;
  if (portfolioOf(bsuid) === present) return;
  const detail =
    'This BSUID is of a business portfolio that the app has left: in the one of today it names nobody. Name the user by phone, or by the BSUID of today.';
  throw new InvalidInputError([{ pointer: '/user/bsuid', code: 'former-portfolio', detail }]);
}
