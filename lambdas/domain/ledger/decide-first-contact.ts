import type { Subject } from '../identity/subject.ts';
import type { Milliseconds } from '../time.ts';
import { serviceWindow } from '../window/customer-service-window.ts';
import type { AskedAtFirst, Errand } from './errand.ts';

/** What a message or call changes of what is known of the first contact. */
export interface FirstContactChanges {
  readonly questionDue?: true | undefined;
  /** To be left with the change. */
  readonly errand?: Errand | undefined;
}

/**
 * What a message or call of a person is to their first contact; undefined = they had theirs before. An act whose window is closed when it
 * comes does not use the question up, nor does one that has an answer of its own: it stays due until the next act. Whoever had a
 * first contact, and of whom nothing is due, is never asked: so it is with everybody who wrote to a version before this.
 */
export function decideFirstContact(
  { firstContactAt, questionDue }: Pick<Subject, 'firstContactAt' | 'questionDue'>,
  { at, asks, now }: { readonly at: Milliseconds; readonly asks: AskedAtFirst | undefined; readonly now: Milliseconds },
): FirstContactChanges | undefined {
  if (firstContactAt !== undefined && questionDue !== true) return undefined;
  if (asks === undefined) return {};
  return asks === 'later' || now >= at + serviceWindow ? { questionDue: true } : { errand: asks };
}
