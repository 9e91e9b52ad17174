import type { Evidence, Source, StatementRef } from '../consent/statement.ts';
import type { Suppression, SuppressionScope } from '../consent/suppression.ts';
import type { PersonRef } from '../identity/person.ts';
import type { Milliseconds } from '../time.ts';

/** An administrative suppression of one person that the business sets, or all of theirs that it lifts. */
export interface BrakeCommand {
  readonly person: PersonRef;
  readonly lift: boolean;
  /** Of one that is set. */
  readonly scope?: SuppressionScope | undefined;
  /** As claimed; capped at the time of recording, which it is where nothing is claimed. */
  readonly saidAt?: Milliseconds | undefined;
  readonly source: Source;
  readonly evidence: Evidence;
  /** The caller's own id of it. Without one and without a time each call is an act of its own. */
  readonly eventId?: string | undefined;
}

/** An administrative suppression that was set or lifted, and what holds now. */
export interface RecordedBrake {
  readonly userId: string;
  readonly ref: StatementRef;
  readonly saidAt: Milliseconds;
  readonly recordedAt: Milliseconds;
  /** Every brake of the person as it is now, also where the call is a retry. */
  readonly suppressions: readonly Suppression[];
  readonly replayed: boolean;
  /** It falls to somebody who held the identifier before the present holder did. */
  readonly holder?: 'earlier' | undefined;
}
