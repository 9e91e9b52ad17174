import type { Milliseconds } from '../time.ts';

/** One answer that was given: when, and to which message. */
export interface GivenAnswer {
  readonly at: Milliseconds;
  readonly to: string;
  /** Which of a kind that has several. */
  readonly of?: string | undefined;
}

/** In any 24 hours one person gets three answers of a kind from one app on one channel, so that two robots fall silent (semantics 6). */
export const mostAnswers = 3;
const period = 24 * 60 * 60 * 1000;

/** Until when a given answer counts. */
export const countsUntil = ({ at }: GivenAnswer): Milliseconds => at + period;

/**
 * Whether one more answer may be given. `taken` holds what then counts, at most three of one kind; a message that was answered is not answered
 * again, however late it comes back, as long as it counts.
 */
export function takeAnswer(
  given: readonly GivenAnswer[],
  to: string,
  now: Milliseconds,
  { of, apart = 0 }: { readonly of?: string | undefined; readonly apart?: Milliseconds | undefined } = {},
):
  | { readonly outcome: 'taken'; readonly given: readonly GivenAnswer[] }
  | { readonly outcome: 'taken-before' | 'too-soon' | 'none-left' } {
  const counting = given.filter((answer) => now < countsUntil(answer));
  if (counting.some((answer) => answer.to === to)) return { outcome: 'taken-before' };
  if (counting.filter((answer) => answer.of === of).length >= mostAnswers) return { outcome: 'none-left' };
  if (counting.some(({ at }) => Math.abs(now - at) < apart)) return { outcome: 'too-soon' };
  return { outcome: 'taken', given: [...counting, { at: now, to, ...(of !== undefined && { of }) }] };
}
