import { tokenOf } from '../../../domain/collection/collection-point.ts';
import { NotFoundError } from '../../../domain/errors.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import {
  changePointOf,
  createPoint,
  findPoint,
  type ManagePointsDeps,
} from '../../../use-cases/collection/manage-points.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { HttpRequest, RouteTable } from '../../http/http-request.ts';
import { plainList } from '../../http/list-query.ts';
import { positions } from '../../http/positions.ts';
import { validateQuery } from '../../http/validate.ts';
import { parsePointChange, parsePointSettings } from './point.ts';
import { pointView } from './point-view.ts';

export interface PointDeps extends ManagePointsDeps {
  readonly apps: FreshApps;
  readonly cursors: Cursors;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** Collection points: made, listed, read and changed. */
export function pointRoutes(deps: PointDeps): RouteTable {
  const { apps, points, cursors, publicUrl, now } = deps;

  /** Its numbers and purposes decide what a point may be, so they are not taken from memory. */
  const freshApp = async (appId: string) => {
    const app = await apps.findFresh(appId);
    if (app === undefined) throw new NotFoundError('There is no such app.');
    return app;
  };

  const create = async ({ path: { appId }, ...request }: HttpRequest<'appId'>) => {
    const settings = parsePointSettings(request.json());
    const app = await freshApp(appId);
    return { status: 201, body: pointView(app, await createPoint(deps, app, settings), publicUrl, now()) };
  };

  const list = async ({ path: { appId }, rawQuery: query }: HttpRequest<'appId'>) => {
    const { limit, cursor } = validateQuery(plainList, query);
    const app = await findApp(apps, appId);
    const name = ['points', appId];
    const page = await points.list(appId, limit, await cursors.open(name, cursor, positions.points));
    const last = page.length < limit ? undefined : page.at(-1);
    const nextCursor = last === undefined ? null : await cursors.seal(name, tokenOf(last.point.pointId));
    return { status: 200, body: { data: page.map((each) => pointView(app, each, publicUrl, now())), nextCursor } };
  };

  const one = async ({ path: { appId, pointId } }: HttpRequest<'appId' | 'pointId'>) => {
    const app = await findApp(apps, appId);
    return { status: 200, body: pointView(app, await findPoint(points, appId, tokenIn(pointId)), publicUrl, now()) };
  };

  const change = async ({ path: { appId, pointId }, ...request }: HttpRequest<'appId' | 'pointId'>) => {
    const wanted = parsePointChange(request.json());
    const app = await freshApp(appId);
    const changed = await changePointOf(deps, app, tokenIn(pointId), wanted);
    return { status: 200, body: pointView(app, changed, publicUrl, now()) };
  };

  return {
    'POST /v1/apps/{appId}/points': create,
    'GET /v1/apps/{appId}/points': list,
    'GET /v1/apps/{appId}/points/{pointId}': one,
    'PATCH /v1/apps/{appId}/points/{pointId}': change,
  };
}

/**
 * The token in the id of a point, as a path names it.
 *
 * @throws NotFoundError what is named is no id of a point
 */
export function tokenIn(pointId: string): string {
  if (pointId.startsWith('pt_')) return tokenOf(pointId);
  throw new NotFoundError('There is no such point.');
}
