import type { Milliseconds } from '../../domain/time.ts';

/** Something that was kept aside. */
export interface AsideItem {
  /** Names it: when it was kept, and what it is. */
  readonly id: string;
  readonly why: string;
  readonly keptAt: Milliseconds;
  /** As it was given to be kept. */
  readonly part: unknown;
  /** How long it is, in bytes. */
  readonly bytes: number;
}

/** What was kept aside, to be looked at and heard again. */
export interface AsideShelf {
  /** @param day UTC, `2026-11-21`; oldest first */
  list(day: string): Promise<readonly AsideItem[]>;
  /** Takes it away. Only after what it says is stored. */
  remove(id: string): Promise<void>;
}

/** What was kept, for the provider that gave it to be kept. */
export interface KeptPart {
  readonly bytes: Uint8Array;
  /** What the bytes say as JSON; undefined when they say nothing. */
  readonly json: unknown;
  readonly why: string;
  readonly keptAt: Milliseconds;
  /** When it came: the time of a no that has none of its own. */
  readonly receivedAt: Milliseconds;
}
