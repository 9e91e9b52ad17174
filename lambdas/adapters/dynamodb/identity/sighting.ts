import type { Holder } from '../../../domain/identity/decide-identity.ts';
import { holderOf } from '../../../domain/identity/holder-of.ts';
import type { SeenIdentifier } from '../../../domain/identity/seen-identifier.ts';
import { type Hold, holdAt } from '../../../domain/identity/tenures.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Former, Home, Place } from '../places/place.ts';

/** A subject as the identity rules see it, with the home it lives at. */
export interface HomeHolder extends Holder {
  readonly home: Home;
}

export function homeHolder(home: Home): HomeHolder {
  return { ...holderOf(home), home };
}

/** One identifier of an act, looked up. */
export interface Sighting extends SeenIdentifier<HomeHolder, Former> {
  /** Name of the place. */
  readonly place: string;
  readonly found: Place | undefined;
}

/** Who held the identifier of a place at `at`. */
export function holdOf(found: Place | undefined, at: Milliseconds): Hold<Former> {
  if (found === undefined) return { asOf: 'today' };
  const today = found.kind === 'released' ? undefined : { since: found.heldSince };
  return holdAt({ ended: found.former, today }, at);
}
