import type { Milliseconds } from '../time.ts';
import type { CollectionPoint } from './collection-point.ts';

/** What the business decides about a point. */
export type PointSettings = Omit<
  CollectionPoint,
  'pointId' | 'appId' | 'version' | 'createdAt' | 'updatedAt' | 'metaLink'
>;

/** Some settings anew; null takes an optional one away. The kind never changes: links, counts and evidence rest on it. */
export type PointChange = {
  readonly [Setting in keyof Omit<PointSettings, 'kind'>]?:
    | PointSettings[Setting]
    | (undefined extends PointSettings[Setting] ? null : never)
    | undefined;
};

/** A point as it begins. */
export function newPoint(pointId: string, appId: string, settings: PointSettings, now: Milliseconds): CollectionPoint {
  return { ...settings, pointId, appId, version: 1, createdAt: now, updatedAt: now };
}

/** The point after a change. A setting that is given replaces the one before as a whole. */
export function changePoint(point: CollectionPoint, change: PointChange, now: Milliseconds): CollectionPoint {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const kept = Object.entries({ ...point, ...Object.fromEntries(given) }).filter(([, value]) => value !== null);
  return { ...(Object.fromEntries(kept) as unknown as CollectionPoint), version: point.version + 1, updatedAt: now };
}
