import { type FreshApps, findFreshApp } from '../../../use-cases/admin/find-app.ts';
import { whatsappNumberOf } from '../../../use-cases/collection/manage-meta-link.ts';
import {
  changeSignup,
  findSignup,
  listSignups,
  makeSignup,
  type SignupDeps,
} from '../../../use-cases/collection/manage-signups.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import type { signupOperations } from './operations.ts';
import { newSignup, signupChange } from './signup.ts';
import { signupView, signupWithTextsView } from './signup-view.ts';

export interface SignupRouteDeps extends SignupDeps {
  readonly apps: FreshApps;
  readonly cursors: Cursors;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** In-App Signups of Meta's. Number, account and purposes of the app decide, so they are not taken from memory. */
export function signupRoutes(deps: SignupRouteDeps): RoutesOf<typeof signupOperations> {
  const { apps, cursors, publicUrl } = deps;
  return {
    'POST /v1/apps/{appId}/signups': {
      body: newSignup,
      act: async ({ path: { appId }, body }) => {
        const { profile, ...asked } = body();
        const app = await findFreshApp(apps, appId);
        const made = await makeSignup(deps, app, asked, profile);
        return { status: 201, body: signupWithTextsView(app, made, publicUrl) };
      },
    },

    'GET /v1/apps/{appId}/signups': {
      query: plainList,
      act: async ({ path: { appId }, query }) => {
        const wanted = query();
        const app = await findFreshApp(apps, appId);
        return listAnswer(cursors, wanted, {
          name: ['signups', appId, whatsappNumberOf(app)],
          position: positions.metaLinks,
          read: (limit, from) => listSignups(deps, app, limit, from),
          view: (each) => signupView(app, each, publicUrl),
        });
      },
    },

    'GET /v1/apps/{appId}/signups/{signupId}': async ({ path: { appId, signupId } }) => {
      const app = await findFreshApp(apps, appId);
      return { status: 200, body: signupWithTextsView(app, await findSignup(deps, app, signupId), publicUrl) };
    },

    'PATCH /v1/apps/{appId}/signups/{signupId}': {
      body: signupChange,
      act: async ({ path: { appId, signupId }, body }) => {
        const { profile = 'strict', ...asked } = body();
        const app = await findFreshApp(apps, appId);
        const changed = await changeSignup(deps, app, signupId, asked, profile);
        return { status: 200, body: signupWithTextsView(app, changed, publicUrl) };
      },
    },
  };
}
