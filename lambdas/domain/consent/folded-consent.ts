import type { Seconds } from '../time.ts';
import type { Registers } from './registers.ts';
import type { Statement } from './statement.ts';
import type { StopRun } from './stop-run.ts';

/** A statement with what the fold keeps of its evidence: the notice that was shown, and our number that received an SMS. */
export type FoldedStatement = Statement & { readonly notice?: string; readonly receivedBy?: string };

/** What all statements of one person come to: all of it that is kept. */
export interface FoldedConsent {
  readonly registers: Registers;
  /** Second of the latest START: what was said no later than it needs the whole history to fold. */
  readonly latestStart?: Seconds;
  /** The latest run of stops; absent = nobody stopped everything. `unknown`: the next START reads the history. */
  readonly stopRun?: StopRun | 'unknown';
  /** Kept by a version that did not know what START needs: the next act reads the history. */
  readonly former?: true;
}

export const nothingSaid: FoldedConsent = { registers: {} };
