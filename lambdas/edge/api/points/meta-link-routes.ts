import { pointIdOf } from '../../../domain/collection/collection-point.ts';
import { NotFoundError } from '../../../domain/errors.ts';
import type { FreshApps } from '../../../use-cases/admin/find-app.ts';
import {
  listMetaLinks,
  type MetaLinkDeps,
  makeMetaLink,
  removeMetaLink,
  whatsappNumberOf,
} from '../../../use-cases/collection/manage-meta-link.ts';
import type { MetaLink } from '../../../use-cases/collection/meta-link-ports.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { HttpRequest, RouteTable } from '../../http/http-request.ts';
import { plainList } from '../../http/list-query.ts';
import { positions } from '../../http/positions.ts';
import { validateQuery } from '../../http/validate.ts';
import { tokenIn } from './point-routes.ts';

export interface MetaLinkRouteDeps extends MetaLinkDeps {
  readonly apps: FreshApps;
  readonly cursors: Cursors;
}

/** Meta's own short links (`wa.me/message/…`) for points: made or brought up to date, taken away, and listed as Meta has them. */
export function metaLinkRoutes(deps: MetaLinkRouteDeps): RouteTable {
  /** Its number and name go to Meta, so they are not taken from memory. */
  const freshApp = async (appId: string) => {
    const app = await deps.apps.findFresh(appId);
    if (app === undefined) throw new NotFoundError('There is no such app.');
    return app;
  };

  const make = async ({ path: { appId, pointId } }: HttpRequest<'appId' | 'pointId'>) => {
    const token = tokenIn(pointId);
    const { link, isNew } = await makeMetaLink(deps, await freshApp(appId), token);
    return { status: isNew ? 201 : 200, body: linkView(link, pointIdOf(token)) };
  };

  const remove = async ({ path: { appId, pointId } }: HttpRequest<'appId' | 'pointId'>) => {
    await removeMetaLink(deps, await freshApp(appId), tokenIn(pointId));
    return { status: 204 };
  };

  const list = async ({ path: { appId }, rawQuery: query }: HttpRequest<'appId'>) => {
    const { limit, cursor } = validateQuery(plainList, query);
    const app = await freshApp(appId);
    const name = ['meta-links', appId, whatsappNumberOf(app)];
    const { data, next } = await listMetaLinks(
      deps,
      app,
      limit,
      await deps.cursors.open(name, cursor, positions.metaLinks),
    );
    const nextCursor = next === undefined ? null : await deps.cursors.seal(name, next);
    return { status: 200, body: { data: data.map(({ link, pointId }) => linkView(link, pointId)), nextCursor } };
  };

  return {
    'POST /v1/apps/{appId}/points/{pointId}/meta-link': make,
    'DELETE /v1/apps/{appId}/points/{pointId}/meta-link': remove,
    'GET /v1/apps/{appId}/meta-links': list,
  };
}

function linkView({ code, url, message }: MetaLink, pointId: string | undefined) {
  return { code, url, message, ...(pointId !== undefined && { pointId }) };
}
