import { pointIdOf } from '../../../domain/collection/collection-point.ts';
import { type FreshApps, findFreshApp } from '../../../use-cases/admin/find-app.ts';
import {
  listMetaLinks,
  type MetaLinkDeps,
  makeMetaLink,
  removeMetaLink,
  whatsappNumberOf,
} from '../../../use-cases/collection/manage-meta-link.ts';
import { tokenIn } from '../../../use-cases/collection/manage-points.ts';
import type { MetaLink } from '../../../use-cases/collection/meta-link-ports.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf, View } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import type { metaLinkAnswer } from './answers.ts';
import type { metaLinkOperations } from './operations.ts';

export interface MetaLinkRouteDeps extends MetaLinkDeps {
  readonly apps: FreshApps;
  readonly cursors: Cursors;
}

/**
 * Meta's own short links (`wa.me/message/…`) for points: made or brought up to date, taken away, and listed as Meta has them. The number
 * and name of the app go to Meta, so they are not taken from memory.
 */
export function metaLinkRoutes(deps: MetaLinkRouteDeps): RoutesOf<typeof metaLinkOperations> {
  const { apps, cursors } = deps;
  return {
    'POST /v1/apps/{appId}/points/{pointId}/meta-link': async ({ path: { appId, pointId } }) => {
      const token = tokenIn(pointId);
      const { link, isNew } = await makeMetaLink(deps, await findFreshApp(apps, appId), token);
      return { status: isNew ? 201 : 200, body: linkView(link, pointIdOf(token)) };
    },

    'DELETE /v1/apps/{appId}/points/{pointId}/meta-link': async ({ path: { appId, pointId } }) => {
      await removeMetaLink(deps, await findFreshApp(apps, appId), tokenIn(pointId));
      return { status: 204 };
    },

    'GET /v1/apps/{appId}/meta-links': {
      query: plainList,
      act: async ({ path: { appId }, query }) => {
        const wanted = query();
        const app = await findFreshApp(apps, appId);
        return listAnswer(cursors, wanted, {
          name: ['meta-links', appId, whatsappNumberOf(app)],
          position: positions.metaLinks,
          read: (limit, from) => listMetaLinks(deps, app, limit, from),
          view: ({ link, pointId }) => linkView(link, pointId),
        });
      },
    },
  };
}

function linkView({ code, url, message }: MetaLink, pointId: string | undefined): View<typeof metaLinkAnswer> {
  return { code, url, message, pointId };
}
