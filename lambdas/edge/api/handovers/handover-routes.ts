import type { App } from '../../../domain/app/app.ts';
import { found } from '../../../domain/found.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { type HandOverDeps, handBack, handOver } from '../../../use-cases/people/hand-over.ts';
import type { UserDirectory } from '../../../use-cases/people/ports.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import { handoverView } from './handover-view.ts';
import type { handoverActOperations, handoverOperations } from './operations.ts';

export interface HandoverDeps {
  readonly apps: FreshApps;
  readonly directory: Pick<UserDirectory, 'handovers'>;
  readonly cursors: Cursors;
  readonly now: Clock;
}

/** Who is with a human. */
export function handoverRoutes({ apps, directory, cursors, now }: HandoverDeps): RoutesOf<typeof handoverOperations> {
  return {
    'GET /v1/apps/{appId}/handovers': {
      query: plainList,
      act: async ({ path: { appId }, query }) => {
        const wanted = query();
        const app = await findApp(apps, appId);
        const time = now();
        return listAnswer(cursors, wanted, {
          name: ['handovers', appId],
          position: positions.openQuestions,
          read: (limit, from) => directory.handovers(app, time, limit, from),
          view: (person) => found(handoverView(person, app, time), 'handover'),
        });
      },
    },
  };
}

export interface HandoverActDeps extends HandOverDeps {
  readonly apps: FreshApps;
}

/** What the business does about it. */
export function handoverActRoutes({ apps, ...deps }: HandoverActDeps): RoutesOf<typeof handoverActOperations> {
  const named = async ({ appId, userId }: { readonly appId: string; readonly userId: string }) => ({
    app: (await findApp(apps, appId)) as App,
    userId,
  });
  return {
    'PUT /v1/apps/{appId}/users/{userId}/handover': async ({ path, caller }) => {
      const { app, userId } = await named(path);
      const person = await handOver(deps, app, userId, caller.keyId);
      return { status: 200, body: found(handoverView(person, app, deps.now()), 'handover') };
    },

    'DELETE /v1/apps/{appId}/users/{userId}/handover': async ({ path, caller }) => {
      const { app, userId } = await named(path);
      await handBack(deps, app, userId, caller.keyId);
      return { status: 204 };
    },
  };
}
