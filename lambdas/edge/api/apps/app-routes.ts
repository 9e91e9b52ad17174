import { BeyondOwnKeyError, reaches } from '../../../domain/api-key/api-key.ts';
import { changeApp, newApp } from '../../../domain/app/app-settings.ts';
import { NotFoundError } from '../../../domain/errors.ts';
import type { AppStore } from '../../../use-cases/admin/app-ports.ts';
import { listApps } from '../../../use-cases/admin/list-apps.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { HttpRequest, RouteTable } from '../../http/http-endpoint.ts';
import { plainList } from '../../http/list-query.ts';
import { positions } from '../../http/positions.ts';
import { validateQuery } from '../../http/validate.ts';
import { parseAppChange, parseAppSettings } from './app.ts';
import { appView } from './app-view.ts';

export interface AppDeps {
  readonly apps: AppStore;
  readonly cursors: Cursors;
  readonly now: Clock;
}

/** Apps and their settings. */
export function appRoutes({ apps, cursors, now }: AppDeps): RouteTable {
  const find = async (appId: string) => {
    const app = await apps.findFresh(appId);
    if (app === undefined) throw new NotFoundError('There is no such app.');
    return app;
  };

  const create = async (request: HttpRequest) => {
    const settings = parseAppSettings(request.body());
    if (!reaches(request.caller, settings.appId)) throw new BeyondOwnKeyError('This key is limited to other apps.');
    const app = newApp(settings, now());
    await apps.create(app, request.caller);
    return { status: 201, body: appView(app) };
  };

  const list = async ({ query, caller }: HttpRequest) => {
    const { limit, cursor } = validateQuery(plainList, query);
    const name = ['apps', caller.apps];
    const { data, next } = await listApps(apps, caller, limit, await cursors.open(name, cursor, positions.apps));
    const nextCursor = next === undefined ? null : await cursors.seal(name, next);
    return { status: 200, body: { data: data.map(appView), nextCursor } };
  };

  const change = async (request: HttpRequest) => {
    const wanted = parseAppChange(request.body());
    const before = await find(request.path.appId);
    const after = changeApp(before, wanted, now());
    await apps.replace(before, after, request.caller);
    return { status: 200, body: appView(after) };
  };

  return {
    'POST /v1/apps': create,
    'GET /v1/apps': list,
    'GET /v1/apps/{appId}': async ({ path }) => ({ status: 200, body: appView(await find(path.appId)) }),
    'PATCH /v1/apps/{appId}': change,
  };
}
