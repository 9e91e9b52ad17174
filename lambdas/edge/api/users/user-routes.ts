import { type App, findPurpose } from '../../../domain/app/app.ts';
import { InvalidInputError, NotFoundError } from '../../../domain/errors.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import type { Clock, People } from '../../../use-cases/ledger/ports.ts';
import { listUsers } from '../../../use-cases/people/list-users.ts';
import type { UserDirectory } from '../../../use-cases/people/ports.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { HttpRequest, HttpResponse, RouteTable } from '../../http/http-request.ts';
import { plainList, usersList, withdrawalsList } from '../../http/list-query.ts';
import { positions } from '../../http/positions.ts';
import { validateQuery } from '../../http/validate.ts';
import { ledgerView, withdrawalView } from './ledger-view.ts';
import { parseUserSearch } from './user-search.ts';
import { userView } from './user-view.ts';

export interface UserDeps {
  readonly apps: FreshApps;
  readonly people: People;
  readonly directory: UserDirectory;
  readonly cursors: Cursors;
  readonly now: Clock;
}

/** Withdrawals are kept this long. */
export const withdrawalAge = 7 * 24 * 60 * 60 * 1000;

/** The users of an app, their statements, and who withdrew. */
export function userRoutes({ apps, people, directory, cursors, now }: UserDeps): RouteTable {
  const listed = async <Item>(
    name: readonly unknown[],
    page: { readonly data: readonly Item[]; readonly next: unknown },
    view: (item: Item) => object,
  ): Promise<HttpResponse> => {
    const nextCursor = page.next === undefined ? null : await cursors.seal(name, page.next);
    return { status: 200, body: { data: page.data.map(view), nextCursor } };
  };

  const one = async (app: App, person: PersonRef): Promise<HttpResponse> => {
    const found = await people.search(app.appId, person, now());
    if (found === undefined) throw noSuchUser();
    return { status: 200, body: userView(found, app, now()) };
  };

  const list = async ({ path: { appId }, rawQuery: query }: HttpRequest<'appId'>) => {
    const { limit, cursor, ...filter } = validateQuery(usersList, query);
    const app = await findApp(apps, appId, filter.purpose === undefined ? [] : [filter.purpose]);
    if (filter.purpose !== undefined && findPurpose(app, filter.purpose) === undefined) throw noSuchPurpose();
    const name = ['users', appId, filter.consent, filter.purpose, filter.window, filter.source];
    const time = now();
    const from = await cursors.open(name, cursor, positions.users);
    const page = await listUsers(directory, app, filter, { limit, from }, time);
    return listed(name, page, (person) => userView(person, app, time));
  };

  const statements = async ({ path: { appId, userId }, rawQuery: query }: HttpRequest<'appId' | 'userId'>) => {
    const { limit, cursor } = validateQuery(plainList, query);
    const app = await findApp(apps, appId);
    const name = ['statements', appId, userId];
    const from = await cursors.open(name, cursor, positions.statements);
    const page = await directory.statements(app, userId, limit, from);
    if (page === undefined) throw noSuchUser();
    return listed(name, page, ledgerView);
  };

  const withdrawals = async ({ path: { appId }, rawQuery: query }: HttpRequest<'appId'>) => {
    const { limit, cursor, since } = validateQuery(withdrawalsList, query);
    if (since < now() - withdrawalAge) throw tooLongAgo();
    await findApp(apps, appId);
    const name = ['withdrawals', appId, since];
    const from = await cursors.open(name, cursor, positions.withdrawals);
    const page = await directory.withdrawalsSince(appId, since, limit, from);
    return listed(name, page, withdrawalView);
  };

  return {
    'GET /v1/apps/{appId}/users': list,
    'POST /v1/apps/{appId}/users/search': async (request) =>
      one(await findApp(apps, request.path.appId), parseUserSearch(request.json())),
    'GET /v1/apps/{appId}/users/{userId}': async ({ path: { appId, userId } }) =>
      one(await findApp(apps, appId), { userId }),
    'GET /v1/apps/{appId}/users/{userId}/statements': statements,
    'GET /v1/apps/{appId}/withdrawals': withdrawals,
  };
}

function noSuchUser(): NotFoundError {
  return new NotFoundError('There is no such user.');
}

function noSuchPurpose(): InvalidInputError {
  return new InvalidInputError([
    { pointer: 'purpose', code: 'unknown-purpose', detail: 'The app has no such purpose.' },
  ]);
}

function tooLongAgo(): InvalidInputError {
  const detail = 'Withdrawals are kept for seven days; ask for users instead.';
  return new InvalidInputError([{ pointer: 'since', code: 'too-long-ago', detail }]);
}
