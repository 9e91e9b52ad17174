import type { Seconds } from '../time.ts';
import type { Annulled } from './annulment.ts';
import type { Registers } from './registers.ts';
import type { StopRun } from './stop-run.ts';

/** What all statements of one person come to: all of it that is kept. */
export interface FoldedConsent extends Annulled {
  readonly registers: Registers;
  /** Second of the latest START: what was said no later than it needs the whole history to fold. */
  readonly latestStart?: Seconds;
  /** The latest run of stops; absent = nobody stopped everything. `unknown`: the next START reads the history. */
  readonly stopRun?: StopRun | 'unknown';
  /** Kept by a version that did not know what START needs: the next act reads the history. */
  readonly former?: true;
}

export const nothingSaid: FoldedConsent = { registers: {} };
