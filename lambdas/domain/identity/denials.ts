import type { Milliseconds } from '../consent/statement.ts';
import type { Identifier } from './person.ts';
import { parseWaId } from './phone.ts';
import { isPlatformStopped, type Subject } from './subject.ts';

/** How a no came from one identifier to another (semantics 5). */
export type TravelledOver =
  /** A pair that a caller reported. */
  | 'pair'
  /** Another form of a number that may be the same line. */
  | 'form'
  /** From whoever held the number between two holders to the next one. */
  | 'gap'
  /** Named together by the caller who reported the no. */
  | 'named';

/** Denials of a subject that are still to be recorded under another identifier. */
export interface Debt {
  readonly to: Identifier;
  /** Only what was said before: the person left then. */
  readonly until?: Milliseconds;
  readonly over: TravelledOver;
}

/** Whether anything of a subject says no: a revocation or refusal, a suppression, a platform stop. */
export function hasDenials({ registers, suppressions, platformStop }: Subject): boolean {
  const said = Object.values(registers).some(({ R1, R2, R3, E }) => (R1 ?? R2 ?? R3 ?? E) !== undefined);
  return said || suppressions.length > 0 || isPlatformStopped(platformStop);
}

/** What a subject with denials owes to the doubtful forms of a number that becomes known to be its own. */
export function debtsToForms(subject: Subject, phone: string): Debt[] {
  if (!hasDenials(subject)) return [];
  return doubtfulForms(phone).map((value) => ({ to: { kind: 'phone', value }, over: 'form' }));
}

/** Other canonical numbers that may be the same line. */
export function doubtfulForms(phone: string): readonly string[] {
  return parseWaId(phone)?.doubtful ?? [];
}
