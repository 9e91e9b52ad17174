import type { App } from '../../../domain/app/app.ts';
import { portfolioCount } from '../../../domain/app/portfolios.ts';
import { unknownPurposes } from '../../../domain/app/unknown-purposes.ts';
import { type Fault, InvalidInputError } from '../../../domain/errors.ts';
import { found } from '../../../domain/found.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import { asNamed } from '../../../domain/identity/portfolio.ts';
import type { KnownPerson } from '../../../domain/identity/subject.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import type { NoticeStore, PointStore } from '../../../use-cases/collection/ports.ts';
import type { ExportStore } from '../../../use-cases/exports/ports.ts';
import type { WaitingDeps } from '../../../use-cases/inbound/waiting-aside.ts';
import type { Clock, People } from '../../../use-cases/ledger/ports.ts';
import type { LastWebhook, ToldSends } from '../../../use-cases/messages/ports.ts';
import { attentionOf } from '../../../use-cases/people/attention.ts';
import { listUsers } from '../../../use-cases/people/list-users.ts';
import type { UserDirectory } from '../../../use-cases/people/ports.ts';
import { timelineOf } from '../../../use-cases/people/timeline.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import { countryOf } from '../../numbers/country-of.ts';
import { attentionView, unclearStopView } from './attention-view.ts';
import { ledgerView, timelineView, withdrawalView } from './ledger-view.ts';
import type { userOperations } from './operations.ts';
import { sendView } from './send-view.ts';
import { usersList, withdrawalsList } from './user-queries.ts';
import { searchedPeople, userSearch } from './user-search.ts';
import { userView } from './user-view.ts';

export interface UserDeps {
  readonly apps: FreshApps;
  readonly people: People;
  readonly directory: UserDirectory;
  readonly notices: Pick<NoticeStore, 'find' | 'list'>;
  readonly points: Pick<PointStore, 'list'>;
  readonly exports: Pick<ExportStore, 'list'>;
  readonly replies: ToldSends;
  readonly aside: WaitingDeps;
  readonly lastWebhook: Pick<LastWebhook, 'of'>;
  readonly cursors: Cursors;
  readonly now: Clock;
}

/** When somebody last wrote is kept this long. */
const seenAge = 24 * 60 * 60 * 1000;
/** Withdrawals are kept this long. */
export const withdrawalAge = 7 * 24 * 60 * 60 * 1000;

/** The users of an app, their statements, and who withdrew. */
export function userRoutes({
  apps,
  people,
  directory,
  notices,
  points,
  exports,
  replies,
  aside,
  lastWebhook,
  cursors,
  now,
}: UserDeps): RoutesOf<typeof userOperations> {
  const one = async (app: App, ...likeliest: readonly PersonRef[]) => {
    let known: KnownPerson | undefined;
    for (const person of likeliest) known ??= await people.search(app.appId, person, now());
    const user = found(known, 'user');
    return { status: 200, body: userView(user, app, now()) } as const;
  };

  return {
    'GET /v1/apps/{appId}/users': {
      query: usersList,
      act: async ({ path: { appId }, query }) => {
        const { limit, cursor, ...filter } = query();
        const named = filter.purpose === undefined ? [] : [{ pointer: 'purpose', purposeId: filter.purpose }];
        const app = await findApp(apps, appId, named);
        const time = now();
        const faults = [...unknownPurposes(app, named), ...seenTooLongAgo(filter.seenSince, time)];
        if (faults.length > 0) throw new InvalidInputError(faults);
        const name = ['users', appId, filter];
        const from = await cursors.open(name, cursor, positions.users);
        const page = await listUsers({ directory, countryOf, clock: now }, app, filter, { limit, from }, time);
        const data = page.data.map((person) => userView(person, app, time));
        const nextCursor = page.next === undefined ? null : await cursors.seal(name, page.next);
        return { status: 200, body: { data, nextCursor, looked: page.looked, progress: page.progress } };
      },
    },

    'POST /v1/apps/{appId}/users/search': {
      body: userSearch,
      act: async ({ path, body }) => {
        const app = await findApp(apps, path.appId);
        const wanted = searchedPeople(body(), app);
        return one(app, ...wanted.map((person) => asNamed(person, portfolioCount(app))));
      },
    },

    'GET /v1/apps/{appId}/users/{userId}': async ({ path: { appId, userId } }) =>
      one(await findApp(apps, appId), { userId }),

    'GET /v1/apps/{appId}/users/{userId}/statements': {
      query: plainList,
      act: async ({ path: { appId, userId }, query }) => {
        const wanted = query();
        const app = await findApp(apps, appId);
        return listAnswer(cursors, wanted, {
          name: ['statements', appId, userId],
          position: positions.statements,
          read: async (limit, from) => found(await directory.statements(app, userId, limit, from), 'user'),
          view: ledgerView,
        });
      },
    },

    'GET /v1/apps/{appId}/users/{userId}/timeline': {
      query: plainList,
      act: async ({ path: { appId, userId }, query }) => {
        const wanted = query();
        const app = await findApp(apps, appId);
        const time = now();
        const deps = { directory, notices, replies };
        return listAnswer(cursors, wanted, {
          name: ['timeline', appId, userId],
          position: positions.statements,
          read: async (limit, from) => found(await timelineOf(deps, app, userId, { limit, from }, time), 'user'),
          view: timelineView,
        });
      },
    },

    'GET /v1/apps/{appId}/users/{userId}/sends': {
      query: plainList,
      act: async ({ path: { appId, userId }, query }) => {
        const wanted = query();
        await findApp(apps, appId);
        return listAnswer(cursors, wanted, {
          name: ['sends', appId, userId],
          position: positions.sends,
          read: async (limit, from) => found(await directory.sends(appId, userId, limit, from), 'user'),
          view: sendView,
        });
      },
    },

    'GET /v1/apps/{appId}/unclear-stops': {
      query: plainList,
      act: async ({ path: { appId }, query }) => {
        const wanted = query();
        const app = await findApp(apps, appId);
        const time = now();
        return listAnswer(cursors, wanted, {
          name: ['unclear-stops', appId],
          position: positions.openQuestions,
          read: (limit, from) => directory.openQuestions(appId, limit, from),
          view: (question) => unclearStopView(question, app, time),
        });
      },
    },

    'GET /v1/apps/{appId}/attention': async ({ path: { appId }, caller }) => {
      const app = await findApp(apps, appId);
      const deps = { directory, exports, notices, points, aside, lastWebhook };
      const items = await attentionOf(deps, app, caller, now());
      return { status: 200, body: { data: items.map(attentionView) } };
    },

    'GET /v1/apps/{appId}/withdrawals': {
      query: withdrawalsList,
      act: async ({ path: { appId }, query }) => {
        const { since, ...wanted } = query();
        if (since < now() - withdrawalAge) throw tooLongAgo();
        await findApp(apps, appId);
        return listAnswer(cursors, wanted, {
          name: ['withdrawals', appId, since],
          position: positions.withdrawals,
          read: (limit, from) => directory.withdrawalsSince(appId, since, limit, from),
          view: withdrawalView,
        });
      },
    },
  };
}

/** Whoever wrote earlier has left no trace of when: only of having written once. */
function seenTooLongAgo(seenSince: number | undefined, now: number): Fault[] {
  if (seenSince === undefined || seenSince >= now - seenAge) return [];
  const detail = 'When somebody last wrote is kept for 24 hours; activity tells who ever did.';
  return [{ pointer: 'seenSince', code: 'too-long-ago', detail }];
}

function tooLongAgo(): InvalidInputError {
  const detail = 'Withdrawals are kept for seven days; ask for users instead.';
  return new InvalidInputError([{ pointer: 'since', code: 'too-long-ago', detail }]);
}
