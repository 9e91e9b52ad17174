import { tokenOf } from '../../../domain/collection/collection-point.ts';
import { type FreshApps, findApp, findFreshApp } from '../../../use-cases/admin/find-app.ts';
import {
  changePointOf,
  createPoint,
  findPoint,
  type ManagePointsDeps,
  tokenIn,
} from '../../../use-cases/collection/manage-points.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer, pageOf } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import type { pointOperations } from './operations.ts';
import { pointChange, pointSettings, withOpens } from './point.ts';
import { pointView } from './point-view.ts';

export interface PointDeps extends ManagePointsDeps {
  readonly apps: FreshApps;
  readonly cursors: Cursors;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/**
 * Collection points: made, listed, read and changed. The numbers and purposes of the app decide what a point may be, so a change does
 * not take them from memory.
 */
export function pointRoutes(deps: PointDeps): RoutesOf<typeof pointOperations> {
  const { apps, points, cursors, publicUrl, now } = deps;
  return {
    'POST /v1/apps/{appId}/points': {
      body: pointSettings,
      act: async ({ path, body }) => {
        const settings = withOpens(body());
        const app = await findFreshApp(apps, path.appId);
        return { status: 201, body: pointView(app, await createPoint(deps, app, settings), publicUrl, now()) };
      },
    },

    'GET /v1/apps/{appId}/points': {
      query: plainList,
      act: async ({ path: { appId }, query }) => {
        const wanted = query();
        const app = await findApp(apps, appId);
        return listAnswer(cursors, wanted, {
          name: ['points', appId],
          position: positions.points,
          read: async (limit, from) =>
            pageOf(await points.list(appId, limit, from), limit, ({ point }) => tokenOf(point.pointId)),
          view: (each) => pointView(app, each, publicUrl, now()),
        });
      },
    },

    'GET /v1/apps/{appId}/points/{pointId}': async ({ path: { appId, pointId } }) => {
      const app = await findApp(apps, appId);
      return { status: 200, body: pointView(app, await findPoint(points, appId, tokenIn(pointId)), publicUrl, now()) };
    },

    'PATCH /v1/apps/{appId}/points/{pointId}': {
      body: pointChange,
      act: async ({ path: { appId, pointId }, body }) => {
        const wanted = body();
        const app = await findFreshApp(apps, appId);
        const changed = await changePointOf(deps, app, tokenIn(pointId), wanted);
        return { status: 200, body: pointView(app, changed, publicUrl, now()) };
      },
    },
  };
}
