import { type Seconds, toSeconds } from '../time.ts';
import type { FoldedStatement, Statement, StatementRef } from './statement.ts';

/** By which statement the grants of an import were taken away, as if they had never been said. */
export interface Annulment {
  readonly at: Seconds;
  readonly ref: StatementRef;
}

/** The imports whose grants never counted, by their id. They stay for ever: a grant of one of them may still come. */
export type Annulments = { readonly [batch: string]: Annulment };

/** What is annulled of somebody's consent. */
export interface Annulled {
  readonly annulled?: Annulments;
}

const none: Annulments = {};

/** The annulment that leaves a statement out: only a reported yes or request of its import is ever left out, never a no (semantics 1). */
export function annulmentOf(
  { action, level, batch }: Pick<Statement, 'action' | 'level' | 'batch'>,
  { annulled = none }: Annulled,
): Annulment | undefined {
  if (batch === undefined || level !== 2 || (action !== 'granted' && action !== 'requested')) return undefined;
  return Object.hasOwn(annulled, batch) ? annulled[batch] : undefined;
}

/** Every import that some of the statements annul. */
export function annulledBy(statements: Iterable<FoldedStatement>): Annulled {
  const found = new Map<string, Annulment>();
  for (const { action, batch, saidAt, ref } of statements) {
    if (action !== 'annulled' || batch === undefined) continue;
    found.set(batch, earlierOf(found.get(batch), { at: toSeconds(saidAt), ref }));
  }
  return found.size === 0 ? {} : { annulled: Object.fromEntries(found) };
}

/** Both; of two annulments of one import the earlier one, then the one with the smaller ref, so that the choice does not depend on order. */
export function joinAnnulled({ annulled: a = none }: Annulled, { annulled: b = none }: Annulled): Annulled {
  const joined = { ...a };
  for (const [batch, one] of Object.entries(b)) {
    const other = Object.hasOwn(a, batch) ? a[batch] : undefined;
    joined[batch] = earlierOf(other, one);
  }
  return Object.keys(joined).length === 0 ? {} : { annulled: joined };
}

/** Whether two states leave out the same imports: else one of them may hold a grant that the other leaves out. */
export function annulSame({ annulled: a = none }: Annulled, { annulled: b = none }: Annulled): boolean {
  const [some, others] = [Object.keys(a), Object.keys(b)];
  return some.length === others.length && some.every((batch) => Object.hasOwn(b, batch));
}

function earlierOf(other: Annulment | undefined, one: Annulment): Annulment {
  return other === undefined || isBefore(one, other) ? one : other;
}

function isBefore(one: Annulment, other: Annulment): boolean {
  return one.at < other.at || (one.at === other.at && one.ref < other.ref);
}
