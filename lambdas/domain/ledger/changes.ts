import type { ConsentState } from '../consent/consent-state.ts';
import type { Milliseconds } from '../time.ts';
import type { PersonState } from './chain.ts';
import type { Charge, Flips } from './charges.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { ReplyKind } from './reply-kind.ts';

/**
 * Everything that one act changes of one person: who they are after it, and the head of their chain. Ready to be written, or only to
 * be shown. Rows follow (`rowChanges`).
 */
export interface Changes extends PersonState {
  /** Its entry in their ledger. */
  readonly entry: LedgerEntry;
  /** What the person is to be told. */
  readonly reply?: ReplyKind | undefined;
  /** The choice that the reply asks about. */
  readonly choice?: string | undefined;
  /** What it counts at collection points. */
  readonly charges: readonly Charge[];
  /** What it counts of the app. */
  readonly flips?: Flips;
  /** Of a statement: part of its first answer. */
  readonly consent?: ConsentAfter;
}

/** State per purpose just after an act was recorded. */
export type ConsentAfter = {
  readonly [purpose: string]: { readonly state: ConsentState; readonly since?: Milliseconds };
};
