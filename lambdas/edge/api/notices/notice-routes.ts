import type { App } from '../../../domain/app/app.ts';
import { InvalidInputError, NotFoundError } from '../../../domain/errors.ts';
import { lint } from '../../../domain/notice/lint/lint.ts';
import { starterText } from '../../../domain/notice/starter/starter-text.ts';
import { templateTexts } from '../../../domain/notice/template-texts.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import type { NoticeStore } from '../../../use-cases/collection/ports.ts';
import { publishNotice } from '../../../use-cases/collection/publish-notice.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { HttpRequest, RouteTable } from '../../http/http-request.ts';
import { plainList } from '../../http/list-query.ts';
import { positions } from '../../http/positions.ts';
import { validateQuery } from '../../http/validate.ts';
import { documentPurposes, parseLintRequest } from './lint.ts';
import { noticeId as noticeIdSchema, parseNoticeProposal, textPurposes } from './notice.ts';
import { latestNoticeView, listedNoticeView, noticeView } from './notice-view.ts';
import { parseStarterQuery, parseTemplateTextsQuery } from './starter.ts';

export interface NoticeDeps {
  readonly apps: FreshApps;
  readonly notices: NoticeStore;
  readonly cursors: Cursors;
  readonly now: Clock;
}

/** Notices: linted and published at once, read for ever; and words of ours to begin with. */
export function noticeRoutes({ apps, notices, cursors, now }: NoticeDeps): RouteTable {
  const publish = async ({ path, caller, ...request }: HttpRequest<'appId'>) => {
    const body = request.json();
    const app = await findApp(apps, path.appId, textPurposes(body.texts));
    const proposal = parseNoticeProposal(app, body);
    const { notice, isNew } = await publishNotice({ notices, now }, app, proposal, caller.keyId);
    return { status: isNew ? 201 : 200, body: noticeView(notice) };
  };

  const list = async ({ path: { appId }, rawQuery: query }: HttpRequest<'appId'>) => {
    const { limit, cursor } = validateQuery(plainList, query);
    await findApp(apps, appId);
    const page = await notices.list(appId, limit, await cursors.open(['notices', appId], cursor, positions.notices));
    const last = page.length < limit ? undefined : page.at(-1);
    const nextCursor = last === undefined ? null : await cursors.seal(['notices', appId], last.noticeId);
    return { status: 200, body: { data: page.map(listedNoticeView), nextCursor } };
  };

  const latest = async ({ path: { appId, noticeId } }: HttpRequest<'appId' | 'noticeId'>) => {
    const notice = isNoticeId(noticeId) ? await notices.latest(appId, noticeId) : undefined;
    if (notice === undefined) throw new NotFoundError('There is no such notice.');
    return { status: 200, body: latestNoticeView(notice) };
  };

  const one = async ({ path: { appId, noticeId, version } }: HttpRequest<'appId' | 'noticeId' | 'version'>) => {
    const isNamed = isNoticeId(noticeId) && /^[1-9]\d{0,5}$/.test(version);
    const notice = isNamed ? await notices.find(appId, noticeId, Number(version)) : undefined;
    if (notice === undefined) throw new NotFoundError('There is no such version of a notice.');
    return { status: 200, body: noticeView(notice) };
  };

  const look = async ({ path: { appId }, ...request }: HttpRequest<'appId'>) => {
    const body = request.json();
    const app = await findApp(apps, appId, documentPurposes(body));
    const { document, profile, laws } = parseLintRequest(app, body);
    const findings = lint(document, { profile, addOns: laws });
    return { status: 200, body: { passes: findings.every(({ severity }) => severity !== 'error'), findings } };
  };

  const starter = async ({ path: { appId }, rawQuery: query }: HttpRequest<'appId'>) => {
    const { locale, privacyUrl, noticeId } = parseStarterQuery(query);
    const { displayName: businessName, purposes } = withPurposes(await findApp(apps, appId));
    return {
      status: 200,
      body: { noticeId, profile: 'strict', texts: [starterText(locale, { businessName, purposes, privacyUrl })] },
    };
  };

  return {
    'POST /v1/apps/{appId}/notices': publish,
    'GET /v1/apps/{appId}/notices': list,
    'POST /v1/apps/{appId}/notices/lint': look,
    'GET /v1/apps/{appId}/notices/starter': starter,
    'GET /v1/apps/{appId}/notices/{noticeId}': latest,
    'GET /v1/apps/{appId}/notices/{noticeId}/versions/{version}': one,
    'GET /v1/apps/{appId}/template-texts': async ({ path: { appId }, rawQuery: query }) => {
      await findApp(apps, appId);
      return { status: 200, body: templateTexts(parseTemplateTextsQuery(query).locale) };
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
