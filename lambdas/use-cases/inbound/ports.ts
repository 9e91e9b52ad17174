import type { PersonRef } from '../../domain/identity/person.ts';
import type { InboundChannel, ReceivedIdentifiers } from '../../domain/inbound/inbound-act.ts';
import type { Milliseconds } from '../../domain/time.ts';

/** Something that was kept aside. */
export interface AsideItem {
  /** Names it: when it was kept (RFC 3339), `#`, and 22 characters of what it is. */
  readonly id: string;
  readonly why: string;
  readonly keptAt: Milliseconds;
  /** As it was given to be kept. */
  readonly part: unknown;
  /** How long it is, in bytes. */
  readonly bytes: number;
  /** Somebody read a no in it, and it was recorded: who, first of all (`key_…`, `person_…`). It waits for nobody any more. */
  readonly settledBy?: string | undefined;
}

/** What was kept aside, to be looked at and heard again. */
export interface AsideShelf {
  /** @param day UTC, `2026-11-21`; oldest first, also what is settled */
  list(day: string): Promise<readonly AsideItem[]>;
  /**
   * The ids of what waits for somebody, oldest first, up to `limit`. What came a moment ago may be missing for a second. What a
   * version before this kept is not among them.
   *
   * @param after an id, whether or not it is there
   */
  waiting(limit: number, after?: string): Promise<{ readonly ids: readonly string[]; readonly more: boolean }>;
  /** As it is now; undefined = nothing lies under this id. */
  find(id: string): Promise<AsideItem | undefined>;
  /** It waits for nobody any more, and lies on until its time is over. Only after the no is stored. */
  settle(item: AsideItem, by: string): Promise<void>;
  /** Takes it away. Only after what it says is stored. */
  remove(id: string): Promise<void>;
}

/** A number of ours, and the app whose own secret proves that something came to it, if one does. */
export interface NumberOfAside {
  readonly channel: InboundChannel;
  readonly number: string;
  readonly provenBy?: string | undefined;
}

/** What can be told of something kept aside, as far as it can be read. */
export interface AboutAside {
  /** Our numbers that it came to, each once. */
  readonly numbers: readonly NumberOfAside[];
  /** What people did in it, in its order; none when nothing of it can be read. */
  readonly messages: readonly KeptMessage[];
  /** When we received it. */
  readonly receivedAt: Milliseconds;
  /** All of it as text, as it was received. */
  readonly raw: string;
}

/** One act of somebody in what was kept aside. What cannot be read is undefined. */
export interface KeptMessage {
  readonly person?: PersonRef | undefined;
  readonly received?: ReceivedIdentifiers | undefined;
  readonly id?: string | undefined;
  readonly at?: Milliseconds | undefined;
  readonly text?: string | undefined;
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
