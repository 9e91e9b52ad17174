import { found } from '../../../domain/found.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import type { GateDecisions } from '../../../use-cases/gate/ports.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import { gateDecisionView } from './gate-decision-view.ts';
import { gateDecisionsList } from './gate-decisions-list.ts';
import type { gateDecisionOperations } from './operations.ts';

export interface GateDecisionDeps {
  readonly apps: FreshApps;
  readonly gateDecisions: GateDecisions;
  readonly cursors: Cursors;
}

/** What the send gate decided. */
export function gateDecisionRoutes({
  apps,
  gateDecisions,
  cursors,
}: GateDecisionDeps): RoutesOf<typeof gateDecisionOperations> {
  return {
    'GET /v1/apps/{appId}/gate-decisions': {
      query: gateDecisionsList,
      act: async ({ path: { appId }, query }) => {
        const { decision, day, ...wanted } = query();
        await findApp(apps, appId);
        return listAnswer(cursors, wanted, {
          name: ['gate-decisions', appId, { decision, day }],
          position: positions.gateDecisions,
          read: (limit, from) => gateDecisions.list(appId, { decision, day }, limit, from),
          view: gateDecisionView,
        });
      },
    },

    'GET /v1/apps/{appId}/gate-decisions/{decisionId}': async ({ path: { appId, decisionId } }) => {
      await findApp(apps, appId);
      const decided = found(await gateDecisions.find(appId, decisionId), 'gate decision');
      return { status: 200, body: gateDecisionView(decided) };
    },

    'GET /v1/apps/{appId}/users/{userId}/gate-decisions': {
      query: plainList,
      act: async ({ path: { appId, userId }, query }) => {
        const wanted = query();
        await findApp(apps, appId);
        return listAnswer(cursors, wanted, {
          name: ['gate-decisions-of-user', appId, userId],
          position: positions.gateDecisions,
          read: async (limit, from) => found(await gateDecisions.ofUser(appId, userId, limit, from), 'user'),
          view: gateDecisionView,
        });
      },
    },
  };
}
