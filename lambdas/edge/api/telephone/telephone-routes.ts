import { InvalidInputError } from '../../../domain/errors.ts';
import { found } from '../../../domain/found.ts';
import type { SpokenNotice } from '../../../domain/telephone/call-hook.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import type { NoticeStore } from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { makeHook } from '../../../use-cases/telephone/make-hook.ts';
import type { CallHookStore, IssuedHook } from '../../../use-cases/telephone/ports.ts';
import { mustSpeak } from '../../../use-cases/telephone/speak.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf, View } from '../../http/operation.ts';
import { parseCountry } from '../../numbers/country-of.ts';
import type { callHookAnswer, issuedCallHookAnswer } from './answers.ts';
import { hookRotation, newCallHook, spokenNoticeQuery } from './call-hook.ts';
import type { telephoneOperations } from './operations.ts';
import { saidName } from './said-name.ts';

export interface TelephoneDeps {
  readonly apps: FreshApps;
  readonly hooks: CallHookStore;
  readonly notices: Pick<NoticeStore, 'latest'>;
  /** Base URL under which providers reach us, without a slash at the end. */
  readonly publicUrl: string;
  readonly now: Clock;
}

/** What a menu says, and the secret addresses at which providers tell of calls. */
export function telephoneRoutes(deps: TelephoneDeps): RoutesOf<typeof telephoneOperations> {
  const { apps, hooks, notices, publicUrl, now } = deps;
  const issued = ({ hook, secret }: IssuedHook): View<typeof issuedCallHookAnswer> => ({
    ...hookView(hook),
    url: `${publicUrl}/webhooks/calls/${hook.appId}/${secret}`,
  });
  return {
    'GET /v1/apps/{appId}/spoken-notice': {
      query: spokenNoticeQuery,
      act: async ({ path, query }) => {
        const { locale } = query();
        const app = await findApp(apps, path.appId);
        const spoken = await mustSpeak(notices, app, locale, '/locale');
        return { status: 200, body: { ...spokenView(spoken), said: saidName(spoken) } };
      },
    },

    'POST /v1/apps/{appId}/call-hooks': {
      body: newCallHook,
      act: async ({ path, body }) => {
        const asked = body();
        const app = await findApp(apps, path.appId);
        if (asked.country !== undefined && parseCountry(asked.country) === undefined) {
          const detail = 'No numbers are known of this country.';
          throw new InvalidInputError([{ pointer: '/country', code: 'unknown-country', detail }]);
        }
        return { status: 201, body: issued(await makeHook({ hooks, notices, now }, app, asked)) };
      },
    },

    'GET /v1/apps/{appId}/call-hooks': {
      query: plainList,
      act: async ({ path, query }) => {
        query();
        const app = await findApp(apps, path.appId);
        return { status: 200, body: { data: (await hooks.list(app.appId)).map(hookView), nextCursor: null } };
      },
    },

    'POST /v1/apps/{appId}/call-hooks/{hookId}/rotate': {
      body: hookRotation,
      bodyIsOptional: true,
      act: async ({ path, body }) => {
        const { graceSeconds } = body();
        const rotated = await hooks.rotate(path.appId, path.hookId, graceSeconds, now());
        return { status: 200, body: issued(found(rotated, 'address for calls')) };
      },
    },

    'DELETE /v1/apps/{appId}/call-hooks/{hookId}': async ({ path }) => {
      found((await hooks.remove(path.appId, path.hookId)) || undefined, 'address for calls');
      return { status: 204 };
    },
  };
}

function spokenView({ text, noticeId, noticeVersion, noticeLocale, noticeHash }: SpokenNotice) {
  return { text, locale: noticeLocale, noticeId, noticeVersion, noticeHash };
}

function hookView(hook: IssuedHook['hook']): View<typeof callHookAnswer> {
  const { hookId, provider, country, phone, mapping, spoken, createdAt, previousSecretUntil } = hook;
  return {
    hookId,
    provider,
    country,
    phone,
    mapping,
    spoken: spoken && spokenView(spoken),
    createdAt: formatInstant(createdAt),
    previousSecretUntil: formatInstantIfAny(previousSecretUntil),
  };
}
