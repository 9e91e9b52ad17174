import type { Milliseconds } from '../../../domain/time.ts';
import { censusKey } from '../table/app-keys.ts';
import type { Shape } from '../table/item.ts';
import type { Key } from '../table/keys.ts';

/** How many people stand where: made with the app, or taken anew (`recount`). Where it is not, nobody is counted. */
export interface CensusItem extends Key {
  /** Which counting it is. What was counted in another one is as if it never was. */
  readonly g: number;
  /** Rises with every write, and every write is conditional on it. */
  readonly n: number;
  readonly c: { readonly [name: string]: number };
  /** When everybody had been counted, milliseconds; absent while they are being counted. */
  readonly since?: Milliseconds;
  /** From when on every window that is open was counted. */
  readonly windows: Milliseconds;
}

export const censusItem: Shape<CensusItem> = { g: 'number', n: 'number', c: 'map', windows: 'number' };

/** A census of an app in which nobody has been counted yet. */
export function newCensus(appId: string, g: number, more: Pick<CensusItem, 'windows' | 'since'>): CensusItem {
  return { ...censusKey(appId), g, n: 0, c: {}, ...more };
}
