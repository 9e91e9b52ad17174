import type { Milliseconds } from '../time.ts';
import type { StatementRef } from './statement.ts';

/** Why a brake is on (semantics 3). A STOP is not a suppression. */
export type SuppressionReason = 'ambiguous-stop' | 'administrative' | 'erasure' | 'quality';

/** A brake beside consent: overrides it, is lifted by its own rule, never by a reported grant. */
export interface Suppression {
  readonly reason: SuppressionReason;
  readonly scope: SuppressionScope;
  readonly since: Milliseconds;
  readonly ref: StatementRef;
  /** Of an administrative one: who set it, and why. */
  readonly operator?: string | undefined;
  readonly text?: string | undefined;
}

/** What a brake holds back: everything, or purposes that have or ever had the category marketing. */
export type SuppressionScope = 'all' | 'marketing';
