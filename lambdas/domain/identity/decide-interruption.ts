import type { Milliseconds } from '../time.ts';
import type { IdentifierRecord, PastTenure, Stretch } from './record.ts';
import { type EndedTenure, endedInterrupted, interrupted } from './tenures.ts';

/** What a proof of somebody else changes of a number and of its holder. */
export interface InterruptionChanges<T extends PastTenure> {
  readonly number: Partial<IdentifierRecord<T>>;
  /** What others granted by the number in this time no longer counts for the holder; their denials stay. */
  readonly cut: Stretch;
}

/**
 * A late payload shows that somebody else held the number for a while, before today's holder did or in between (semantics 5). Pure.
 *
 * @param holder today's, `kept`: the tenure that they had before, with where they live
 */
export function decideInterruption<T extends PastTenure>(
  record: IdentifierRecord<T>,
  holder: { readonly subjectId: string; kept(tenure: EndedTenure): T },
  gap: Stretch,
): InterruptionChanges<T> {
  const today = { since: record.heldSince };
  const tenures = interrupted<T>({ ended: record.former, today }, holder.kept, holder.subjectId, gap);
  return { number: { former: tenures.ended, heldSince: gap.until }, cut: gap };
}

/** The same of somebody who has left the number since. */
export function decideEndedInterruption<T extends PastTenure>(
  record: IdentifierRecord<T>,
  tenure: T,
  at: Milliseconds,
): InterruptionChanges<T> {
  const { ended, ...cut } = endedInterrupted(record.former, tenure, at);
  return { number: { former: ended }, cut };
}
