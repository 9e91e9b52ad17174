import type { Milliseconds } from '../time.ts';
import { type Seconds, toSeconds } from '../time.ts';
import type { BrakedByBusiness } from './administrative.ts';
import type { FoldedConsent } from './folded-consent.ts';
import { allMarketing, everything, type Registers, registersAt } from './registers.ts';
import type { StatementRef } from './statement.ts';
import type { Suppression } from './suppression.ts';

/** Words that may mean stop: when they were last said, and where. */
export interface UnclearStop {
  readonly at: Milliseconds;
  readonly ref: StatementRef;
}

/** Consent, and the brakes beside it. */
export interface Braked extends FoldedConsent, BrakedByBusiness {
  /**
   * Those that hold. The one for an unclear stop follows from `unclearStop` and what settles it (`withUnclearStop`), those of the business
   * from `administrative` (`withAdministrative`).
   */
  readonly suppressions: readonly Suppression[];
  /** The latest unclear stop, settled or not. */
  readonly unclearStop?: UnclearStop;
  /** Second of the latest time that the person said to keep the messages. */
  readonly keptAt?: Seconds;
}

/**
 * The later of two unclear stops; of two at once the one with the smaller ref, so that the choice does not depend on order. Together
 * with the latest act that settles one it is all that is kept, so that order of arrival and repetition do not matter.
 */
export function laterUnclearStop(a: UnclearStop | undefined, b: UnclearStop | undefined): UnclearStop | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.ref <= b.ref ? a : b;
}

/**
 * The second of the latest act by which the person settled what they meant: an own stop of everything or of marketing, START, or that
 * they keep the messages. -1 = there was none.
 */
export function settledAt({
  registers,
  latestStart,
  keptAt,
}: Pick<Braked, 'registers' | 'latestStart' | 'keptAt'>): Seconds {
  const stops = [everything, allMarketing].map((scope) => registersAt(registers, scope).R3?.at);
  return Math.max(-1, ...[...stops, latestStart, keptAt].map((at) => at ?? -1));
}

/**
 * The person with the suppression for an unclear stop on while it is not settled; in the same second it is not (semantics 6). To be
 * called after every change of what it rests on.
 */
export function withUnclearStop<S extends Braked>(subject: S): S {
  const others = subject.suppressions.filter(({ reason }) => reason !== 'ambiguous-stop');
  const { unclearStop } = subject;
  if (unclearStop === undefined || toSeconds(unclearStop.at) < settledAt(subject)) {
    return { ...subject, suppressions: others };
  }
  const { at: since, ref } = unclearStop;
  const brake: Suppression = { reason: 'ambiguous-stop', scope: 'marketing', since, ref };
  return { ...subject, suppressions: [...others, brake] };
}

/** A later own opt-in lifts it for the purposes that it names; what the business reports never does. */
export function isLifted(suppression: Suppression, registers: Registers, purpose: string): boolean {
  const own = registersAt(registers, purpose).G3;
  return suppression.reason === 'ambiguous-stop' && own !== undefined && own.at > toSeconds(suppression.since);
}
