import { BeyondOwnKeyError, reaches } from '../../../domain/api-key/api-key.ts';
import { brandAfter, changeApp, newApp } from '../../../domain/app/app-settings.ts';
import { checkBareOptIn } from '../../../domain/app/check-bare-opt-in.ts';
import type { AppStore, LogoStore } from '../../../use-cases/admin/app-ports.ts';
import { findFreshApp } from '../../../use-cases/admin/find-app.ts';
import { withKeptLogo } from '../../../use-cases/admin/keep-logo.ts';
import { listApps } from '../../../use-cases/admin/list-apps.ts';
import { checkAutomatedMessage, previewSetting } from '../../../use-cases/collection/check-automated-message.ts';
import type { NoticeStore, PointStore } from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { checkTelephone } from '../../../use-cases/telephone/check-telephone.ts';
import { mustHold } from '../../http/caller.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import { appChange, appSettings, automatedMessageDraft } from './app.ts';
import { appView, previewView, type SendingBy } from './app-view.ts';
import { colourFaults } from './brand.ts';
import type { appOperations } from './operations.ts';

export interface AppDeps {
  readonly apps: AppStore;
  readonly logos: Pick<LogoStore, 'keep'>;
  readonly notices: Pick<NoticeStore, 'latest'>;
  readonly points: Pick<PointStore, 'find'>;
  readonly cursors: Cursors;
  readonly sendingBy: SendingBy;
  readonly now: Clock;
}

/** Apps and their settings. */
export function appRoutes({
  apps,
  logos,
  notices,
  points,
  cursors,
  sendingBy,
  now,
}: AppDeps): RoutesOf<typeof appOperations> {
  return {
    'POST /v1/apps': {
      body: appSettings,
      act: async ({ json, body, caller }) => {
        const { brand: given, ...settings } = body(colourFaults(json(), undefined));
        if (!reaches(caller, settings.appId)) throw new BeyondOwnKeyError('This key is limited to other apps.');
        const brand = given && brandAfter(undefined, await withKeptLogo(logos, given));
        const app = newApp({ ...settings, ...(brand && { brand }) }, now());
        checkBareOptIn(app);
        await checkAutomatedMessage(notices, app, app.automatedMessage);
        await checkTelephone({ notices, points }, app);
        await apps.create(app, caller);
        return { status: 201, body: appView(app, sendingBy) };
      },
    },

    'GET /v1/apps': {
      query: plainList,
      act: ({ query, caller }) =>
        listAnswer(cursors, query(), {
          name: ['apps', caller.apps],
          position: positions.apps,
          read: (limit, from) => listApps(apps, caller, limit, from),
          view: (app) => appView(app, sendingBy),
        }),
    },

    'GET /v1/apps/{appId}': async ({ path }) => ({
      status: 200,
      body: appView(await findFreshApp(apps, path.appId), sendingBy),
    }),

    'PATCH /v1/apps/{appId}': {
      body: appChange,
      act: async ({ path, json, body, caller }) => {
        if (Object.keys(json()).some((field) => field !== 'brand')) mustHold(caller, 'apps:write');
        const before = await findFreshApp(apps, path.appId);
        const { brand: given, ...wanted } = body(colourFaults(json(), before.brand));
        const brand = given && (await withKeptLogo(logos, given));
        const after = changeApp(before, { ...wanted, brand }, now());
        if (wanted.automatedMessage !== undefined) await checkAutomatedMessage(notices, after, after.automatedMessage);
        if (wanted.gupshup !== undefined) checkBareOptIn(after);
        if (wanted.telephone !== undefined) await checkTelephone({ notices, points }, after);
        await apps.replace(before, after, caller);
        return { status: 200, body: appView(after, sendingBy) };
      },
    },

    'POST /v1/apps/{appId}/automated-message/preview': {
      body: automatedMessageDraft,
      act: async ({ path, body }) => {
        const draft = body();
        const app = await findFreshApp(apps, path.appId);
        const preview = await previewSetting(notices, app, { enabled: true, ...draft }, sendingBy);
        return { status: 200, body: previewView(preview) };
      },
    },
  };
}
