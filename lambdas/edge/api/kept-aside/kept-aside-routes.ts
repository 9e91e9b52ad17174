import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import { type WaitingDeps, waitingAside } from '../../../use-cases/inbound/waiting-aside.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import { keptAsideView } from './kept-aside-view.ts';
import type { keptAsideOperations } from './operations.ts';

/** What is looked at with. */
export interface KeptAsideDeps extends WaitingDeps {
  readonly apps: WaitingDeps['apps'] & FreshApps;
  readonly cursors: Cursors;
}

/** What waits for somebody. */
export function keptAsideRoutes({ cursors, ...deps }: KeptAsideDeps): RoutesOf<typeof keptAsideOperations> {
  return {
    'GET /v1/apps/{appId}/kept-aside': {
      query: plainList,
      act: async ({ path: { appId }, query, caller }) => {
        const wanted = query();
        await findApp(deps.apps, appId);
        return listAnswer(cursors, wanted, {
          name: ['kept-aside', appId],
          position: positions.keptAside,
          read: (limit, from) => waitingAside(deps, { rights: caller, appId }, { limit, from }),
          view: keptAsideView,
        });
      },
    },
  };
}
