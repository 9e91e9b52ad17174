import type { App } from '../../../domain/app/app.ts';
import type { MergeCommand } from '../../../domain/identity/decide-merge.ts';
import type { Stretch } from '../../../domain/identity/record.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Home, Trail } from '../places/place.ts';
import type { WindowItem } from '../places/window-item.ts';
import type { Arrived } from './arrive.ts';
import type { Sighting } from './sighting.ts';

/** The subject of an act as the act leaves it. */
export interface Arriving extends Arrived {
  /** As read; undefined for a subject that the act creates. */
  readonly before: Home | undefined;
  /** Identifiers came or go: worth an entry in the chain. */
  readonly linked: boolean;
}

/** The subject of an act, ready to be written: links and creation go into the transaction of the act itself. */
export interface ResolvedPerson extends Arriving {
  readonly windows: ReadonlyMap<string, WindowItem | undefined>;
  /** The act falls to somebody who held the identifier earlier, known or not. */
  readonly earlier: boolean;
  /** Others who held the identifiers: a retry may lie in their ledgers. */
  readonly tenants: readonly Trail[];
  /** Whoever came after the gap that the act falls into: a no stands for them too. */
  readonly next: Home | undefined;
}

/** Changes of who holds what that need a transaction of their own before the act: one for each decision of that name (`decide-identity.ts`). */
export interface IdentityChanges {
  /** Two subjects are one (`merge-subjects.ts`). */
  merge(app: App, survivor: Home, loser: Home, seen: MergeCommand): Promise<void>;
  /** The number has a new holder; `from` lives on under its BSUID (`release-identifier.ts`, as the next two). */
  takeOver(app: App, from: Home, phone: Sighting, at: Milliseconds): Promise<void>;
  /** The person has another number, without a notice: the old one keeps their denials. */
  move(app: App, home: Home, phone: Sighting, at: Milliseconds): Promise<void>;
  /** The person had this number for a while; `until` = before they had the one that is theirs today. */
  heldEarlier(
    app: App,
    home: Home,
    phone: Sighting,
    times: { readonly at: Milliseconds; readonly until: Milliseconds | undefined },
  ): Promise<void>;
  /** Somebody else had the number meanwhile (`interrupt-tenure.ts`): of today's holder, of one who has left it. */
  interrupt(app: App, home: Home, phone: Sighting, gap: Stretch): Promise<void>;
  interruptEnded(app: App, home: Home, phone: Sighting, at: Milliseconds): Promise<void>;
  /** A pair of a former version is proven or split (`settle-stored-pair.ts`). */
  settleStoredPair(app: App, home: Home): Promise<'proven' | 'split'>;
}
