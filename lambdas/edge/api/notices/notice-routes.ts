import type { App } from '../../../domain/app/app.ts';
import { unknownPurposes } from '../../../domain/app/unknown-purposes.ts';
import { InvalidInputError } from '../../../domain/errors.ts';
import { found } from '../../../domain/found.ts';
import { lint } from '../../../domain/notice/lint/lint.ts';
import { starterText } from '../../../domain/notice/starter/starter-text.ts';
import { templateTexts } from '../../../domain/notice/template-texts.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import type { NoticeStore } from '../../../use-cases/collection/ports.ts';
import { publishNotice } from '../../../use-cases/collection/publish-notice.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { purposesOfTexts } from '../../fields/named-purposes.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer, pageOf } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import { positions } from '../../http/positions.ts';
import { lintRequest } from './lint.ts';
import { noticeId as noticeIdSchema, noticeProposal } from './notice.ts';
import { latestNoticeView, listedNoticeView, noticeView } from './notice-view.ts';
import type { noticeOperations } from './operations.ts';
import { starterQuery, templateTextsQuery } from './starter.ts';

export interface NoticeDeps {
  readonly apps: FreshApps;
  readonly notices: NoticeStore;
  readonly cursors: Cursors;
  readonly now: Clock;
}

/** Notices: linted and published at once, read for ever; and words of ours to begin with. */
export function noticeRoutes({ apps, notices, cursors, now }: NoticeDeps): RoutesOf<typeof noticeOperations> {
  return {
    'POST /v1/apps/{appId}/notices': {
      body: noticeProposal,
      act: async ({ path, json, body, caller }) => {
        const named = purposesOfTexts(json().texts, '/texts');
        const app = await findApp(apps, path.appId, named);
        const proposal = body(unknownPurposes(app, named));
        const { notice, isNew } = await publishNotice({ notices, now }, app, proposal, caller.keyId);
        return { status: isNew ? 201 : 200, body: noticeView(notice) };
      },
    },

    'GET /v1/apps/{appId}/notices': {
      query: plainList,
      act: async ({ path: { appId }, query }) => {
        const wanted = query();
        await findApp(apps, appId);
        return listAnswer(cursors, wanted, {
          name: ['notices', appId],
          position: positions.notices,
          read: async (limit, from) =>
            pageOf(await notices.list(appId, limit, from), limit, ({ noticeId }) => noticeId),
          view: listedNoticeView,
        });
      },
    },

    'POST /v1/apps/{appId}/notices/lint': {
      body: lintRequest,
      act: async ({ path, json, body }) => {
        const { texts } = (json().document ?? {}) as JsonObject;
        const named = purposesOfTexts(texts, '/document/texts');
        const app = await findApp(apps, path.appId, named);
        const { document, profile, laws } = body(unknownPurposes(app, named));
        const known = document.kind === 'notice' ? { ...document, purposes: app.purposes } : document;
        const findings = lint(known, { profile, laws });
        return { status: 200, body: { passes: findings.every(({ severity }) => severity !== 'error'), findings } };
      },
    },

    'GET /v1/apps/{appId}/notices/starter': {
      query: starterQuery,
      act: async ({ path, query }) => {
        const { locale, privacyUrl, noticeId } = query();
        const { displayName: businessName, purposes } = withPurposes(await findApp(apps, path.appId));
        const texts = [starterText(locale, { businessName, purposes, privacyUrl })];
        return { status: 200, body: { noticeId, profile: 'strict', texts } };
      },
    },

    'GET /v1/apps/{appId}/notices/{noticeId}': async ({ path: { appId, noticeId } }) => {
      const notice = isNoticeId(noticeId) ? await notices.latest(appId, noticeId) : undefined;
      return { status: 200, body: latestNoticeView(found(notice, 'notice')) };
    },

    'GET /v1/apps/{appId}/notices/{noticeId}/versions/{version}': async ({ path: { appId, noticeId, version } }) => {
      const isNamed = isNoticeId(noticeId) && /^[1-9]\d{0,5}$/.test(version);
      const notice = isNamed ? await notices.find(appId, noticeId, Number(version)) : undefined;
      return { status: 200, body: noticeView(found(notice, 'version of a notice')) };
    },

    'GET /v1/apps/{appId}/template-texts': {
      query: templateTextsQuery,
      act: async ({ path, query }) => {
        await findApp(apps, path.appId);
        return { status: 200, body: templateTexts(query().locale) };
      },
    },
  };
}

const isNoticeId = (text: string): boolean => noticeIdSchema.safeParse(text).success;

/** The app, if there is something to ask consent for. */
function withPurposes(app: App): App {
  if (app.purposes.length > 0) return app;
  const detail = 'The app has no purposes yet, so there is nothing to ask consent for.';
  throw new InvalidInputError([{ pointer: 'appId', code: 'no-purposes', detail }]);
}
