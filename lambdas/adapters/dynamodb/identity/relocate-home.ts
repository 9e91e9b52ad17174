import type { App } from '../../../domain/app/app.ts';
import { joinWindows } from '../../../domain/window/customer-service-window.ts';
import type { IdentityChangeDeps } from '../entries/identity-entry.ts';
import { type Home, identifierOf, type Trail, trailOf, withTrail } from '../places/place.ts';
import { toWindowItem, windowTimes } from '../places/window-item.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import { windowKey } from '../table/keys.ts';
import { put, remove, type TransactItem } from '../table/transaction.ts';
import type { Sighting } from './sighting.ts';

type Target = Pick<Sighting, 'place' | 'found'>;

/** What a home that moved looks like, what leads to it from the place that it left, and the windows that moved along. */
export interface Relocated {
  readonly home: Home;
  readonly trail: readonly Trail[];
  readonly writes: readonly TransactItem[];
}

/** Moves the home of a subject out of a place that is no longer its own. What belongs to an identifier stays at its place. */
export function homeRelocator({ table, reader, hash }: Pick<IdentityChangeDeps, 'table' | 'reader' | 'hash'>) {
  /**
   * @param home with its place as it was read
   * @param left the place that the subject leaves; its window goes along
   * @param to where the home is to live; default the place of its BSUID, else one of its own
   */
  async function relocate(app: App, home: Home, left: Target, to?: Target): Promise<Relocated> {
    const { appId } = app;
    const livesThere = home.place === left.place;
    const target = to ?? (await ownPlaceOf(appId, home));
    const windows = await reader.windows(appId, [left.place, target.place]);
    const old = windows.get(left.place);
    const moved: Home = {
      ...(livesThere ? atPlace(home, target) : home),
      windowPlaces: home.windowPlaces.filter((place) => place !== left.place && place !== target.place),
    };
    const before = identifierOf(left.found, left.place).trail;
    const trail = livesThere ? withTrail(before, trailOf(home, target.place)) : before;
    if (old === undefined) return { home: moved, trail, writes: [] };
    const times = joinWindows(windowTimes(old), windowTimes(windows.get(target.place)));
    const { bsuid, firstContactAt, questionDue } = home.subject;
    const known = { bsuid, firstContactAt, questionDue };
    return {
      home: moved,
      trail,
      writes: [
        remove(table, windowKey(appId, left.place)),
        put(table, toWindowItem(appId, target.place, home.subject.subjectId, times, known)),
      ],
    };
  }

  async function ownPlaceOf(appId: string, home: Home): Promise<Target> {
    const { bsuid, subjectId } = home.subject;
    if (bsuid !== undefined) {
      const place = hash.place({ kind: 'bsuid', value: bsuid });
      const found = await reader.one(appId, place);
      if (found?.kind !== 'home') return { place, found };
    }
    const place = ownPlace(hash, subjectId);
    return { place, found: await reader.one(appId, place) };
  }

  return { relocate };
}

/** Where somebody lives of whom no identifier is kept that is theirs alone. */
export function ownPlace(hash: KeyedHash, subjectId: string): string {
  return hash.place({ kind: 'phone', value: `past:${subjectId}` });
}

export type Relocator = ReturnType<typeof homeRelocator>;

/** A home at another place: what belongs to the identifier of that place is there already. */
export function atPlace(home: Home, { place, found }: Target): Home {
  const { heldSince: _since, keeps: _keeps, ...own } = home;
  return { ...own, ...identifierOf(found, place), kind: 'home' };
}
