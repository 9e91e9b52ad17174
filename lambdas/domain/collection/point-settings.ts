import { mergePatch, type Patch } from '../merge-patch.ts';
import type { Milliseconds } from '../time.ts';
import type { CollectionPoint } from './collection-point.ts';

/** What the business decides about a point. */
export type PointSettings = Omit<
  CollectionPoint,
  'pointId' | 'appId' | 'version' | 'createdAt' | 'updatedAt' | 'metaLink'
>;

/** Some settings anew; null takes an optional one away. The kind never changes: links, counts and evidence rest on it. */
export type PointChange = Patch<Omit<PointSettings, 'kind'>>;

/** A point as it begins. */
export function newPoint(pointId: string, appId: string, settings: PointSettings, now: Milliseconds): CollectionPoint {
  return { ...settings, pointId, appId, version: 1, createdAt: now, updatedAt: now };
}

/** The point after a change (`mergePatch`). */
export function changePoint(point: CollectionPoint, change: PointChange, now: Milliseconds): CollectionPoint {
  return { ...mergePatch(point, change), version: point.version + 1, updatedAt: now };
}
