import { randomUUID } from 'node:crypto';
import { readIdentifierKey } from '../adapters/aws/secrets.ts';
import { appStore } from '../adapters/dynamodb/app-store.ts';
import { choiceStore } from '../adapters/dynamodb/choice-store.ts';
import { documentTable } from '../adapters/dynamodb/document-table.ts';
import { formLimit } from '../adapters/dynamodb/form-limit.ts';
import { noticeStore } from '../adapters/dynamodb/notice-store.ts';
import { people } from '../adapters/dynamodb/people.ts';
import { pointStore } from '../adapters/dynamodb/point-store.ts';
import { subjectLedger } from '../adapters/dynamodb/subject-ledger.ts';
import { personalLinkSeal } from '../adapters/links/sealed-link.ts';
import { qrCodes } from '../adapters/qr/qr-code.ts';
import { newReference } from '../adapters/random/new-reference.ts';
import { environment } from '../contract/environment.ts';
import { coldStart } from '../edge/cold-start.ts';
import { noteConsumed } from '../edge/consumed.ts';
import { httpEndpoint } from '../edge/http-endpoint.ts';
import { problemPage } from '../edge/pages/problem-page.ts';
import { requireEnv } from '../edge/require-env.ts';
import { type CheckPageDeps, checkPageRoutes } from '../edge/routes/check-page-routes.ts';
import { type EndPageDeps, endPageRoutes } from '../edge/routes/end-page-routes.ts';
import { type PersonPageDeps, personPageRoutes } from '../edge/routes/person-page-routes.ts';
import { type VisitDeps, visitRoutes } from '../edge/routes/visit-routes.ts';
import { type WidgetDeps, widgetRoutes } from '../edge/routes/widget-routes.ts';
import { systemClock } from '../edge/system-clock.ts';

export type PagesDeps = VisitDeps & CheckPageDeps & EndPageDeps & WidgetDeps & PersonPageDeps;

/** Everything that people see: links, pages, preferences, widget. */
export const pages = (deps: PagesDeps) =>
  httpEndpoint(
    {
      ...visitRoutes(deps),
      ...checkPageRoutes(deps),
      ...endPageRoutes(deps),
      ...widgetRoutes(deps),
      ...personPageRoutes(deps),
    },
    problemPage,
  );

export const handler = coldStart(async () => {
  const table = documentTable(requireEnv(environment.tableName), noteConsumed);
  const identifierKey = await readIdentifierKey(requireEnv(environment.identifierKeySecret));
  return {
    apps: appStore(table, systemClock),
    points: pointStore(table),
    notices: noticeStore(table),
    choices: choiceStore(table, systemClock),
    ledger: subjectLedger(table, { identifierKey, now: systemClock, newId: randomUUID }),
    formLimit: formLimit(table, identifierKey, systemClock),
    people: people(table, identifierKey),
    links: personalLinkSeal(identifierKey),
    newCode: () => newReference('choice'),
    newId: randomUUID,
    qr: qrCodes,
    publicUrl: requireEnv(environment.publicUrl),
    now: systemClock,
  };
}, pages);
