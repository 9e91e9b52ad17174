import { api, dataOf } from '../api/client.ts';
import type { Point } from './points.ts';

/** The first point of an app that is so, on whichever page of the list it stands. */
export async function findPoint(appId: string, isIt: (point: Point) => boolean): Promise<Point | undefined> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const query = cursor === undefined ? {} : { cursor };
    const page: { data: readonly Point[]; nextCursor: string | null } = await dataOf(
      api.GET('/v1/apps/{appId}/points', { params: { path: { appId }, query } }),
    );
    const found = page.data.find(isIt);
    if (found !== undefined) return found;
    cursor = page.nextCursor;
  }
  return undefined;
}
