import { randomUUID } from 'node:crypto';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { logoStore } from '../adapters/dynamodb/admin/logo-store.ts';
import { choiceStore } from '../adapters/dynamodb/collection/choice-store.ts';
import { formLimit } from '../adapters/dynamodb/collection/form-limit.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { subjectStore } from '../adapters/dynamodb/ledger/subject-store.ts';
import { personalLinkSeal } from '../adapters/links/sealed-link.ts';
import { qrCodes } from '../adapters/qr/qr-code.ts';
import { newReference } from '../adapters/random/new-reference.ts';
import { environment } from '../contract/environment.ts';
import { compressing } from '../edge/http/compressed.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { type LogoDeps, logoRoutes } from '../edge/pages/logos/logo-routes.ts';
import { problemPage } from '../edge/pages/parts/problem-page.ts';
import { type PersonPageDeps, personPageRoutes } from '../edge/pages/person/person-page-routes.ts';
import { type CheckPageDeps, checkPageRoutes } from '../edge/pages/points/check-page-routes.ts';
import { type EndPageDeps, endPageRoutes } from '../edge/pages/points/end-page-routes.ts';
import { type VisitDeps, visitRoutes } from '../edge/pages/points/visit-routes.ts';
import { type PosterDeps, posterRoutes } from '../edge/pages/poster/poster-routes.ts';
import { type WidgetDeps, widgetRoutes } from '../edge/pages/widget/widget-routes.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import { openProxy } from './deps/stage/open-proxy.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';
import { readyToDate } from './deps/stage/ready-to-date.ts';

export type PagesDeps = VisitDeps & CheckPageDeps & EndPageDeps & PosterDeps & WidgetDeps & PersonPageDeps & LogoDeps;

/** Everything that people see: links, pages, preferences, widget. */
export const pages = (deps: PagesDeps & Gate) =>
  httpEndpoint(
    compressing({
      ...visitRoutes(deps),
      ...checkPageRoutes(deps),
      ...endPageRoutes(deps),
      ...posterRoutes(deps),
      ...widgetRoutes(deps),
      ...personPageRoutes(deps),
      ...logoRoutes(deps),
    }),
    problemPage,
    deps,
  );

export const handler = httpStart(
  async () => {
    readyToDate();
    const table = openTable();
    const [key, proxy] = await Promise.all([identifierKey(table), openProxy()]);
    return {
      proxy,
      apps: appStore(table, systemClock),
      logos: logoStore(table),
      points: pointStore(table),
      notices: noticeStore(table),
      choices: choiceStore(table, systemClock),
      ledger: subjectLedger(subjectStore(table, { identifierKey: key, now: systemClock, newId: randomUUID })),
      formLimit: formLimit(table, key, systemClock),
      people: people(table, key),
      links: personalLinkSeal(key),
      newCode: () => newReference('choice'),
      newId: randomUUID,
      qr: qrCodes,
      publicUrl: requireEnv(environment.publicUrl),
      now: systemClock,
    };
  },
  pages,
  problemPage,
);
