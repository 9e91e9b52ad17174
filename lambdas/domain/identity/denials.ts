import { timesOf } from '../consent/administrative.ts';
import type { Milliseconds } from '../time.ts';
import { toSeconds } from '../time.ts';
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
  /** Only what was said by the number then or later: it was no longer this person's. */
  readonly from?: Milliseconds;
  /**
   * The other way round: what was said by the number `to` is recorded as this userId's, and stands for this subject, which turned out
   * to have held the number then.
   */
  readonly of?: string;
  readonly over: TravelledOver;
}

/** Whether anything of a subject says no: a revocation or refusal, a suppression, a platform stop. */
export function hasDenials({ registers, suppressions, platformStop }: Subject): boolean {
  const said = Object.values(registers).some(({ R1, R2, R3, E }) => (R1 ?? R2 ?? R3 ?? E) !== undefined);
  return said || suppressions.length > 0 || isPlatformStopped(platformStop);
}

/** What somebody who held a number earlier takes over from whoever it was believed to be: denials by the number of that time. */
export function debtOfNext(
  next: Subject | undefined,
  number: string,
  gap: { readonly since?: Milliseconds | undefined; readonly until: Milliseconds },
): Debt[] {
  if (next === undefined || !hasDenials(next)) return [];
  const to = { kind: 'phone', value: number } as const;
  return [{ to, of: next.userId, from: gap.since ?? 0, until: gap.until, over: 'gap' }];
}

/** Whether anything of a subject was said at `at` or later, as far as its state tells: whole seconds, in doubt yes. */
export function hasSaidSince(
  { registers, suppressions, platformStop, administrative = {}, latestStart = 0 }: Subject,
  at: Milliseconds,
): boolean {
  const second = toSeconds(at);
  const marks = Object.values(registers).flatMap((marks) => Object.values(marks));
  const times = [...suppressions.map(({ since }) => since), platformStop.stoppedAt ?? 0].map(toSeconds);
  // A START that had nothing to give back left no mark: it may still have, once what it answers becomes known.
  const said = [...marks.map((mark) => mark?.at ?? 0), ...times, ...timesOf(administrative), latestStart];
  return said.some((time) => time >= second);
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
