import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { auditStore } from '../../../lambdas/adapters/dynamodb/admin/audit-store.ts';
import { callHookStore } from '../../../lambdas/adapters/dynamodb/admin/call-hook-store.ts';
import { keyStore } from '../../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { logoStore } from '../../../lambdas/adapters/dynamodb/admin/logo-store.ts';
import { operatorStore } from '../../../lambdas/adapters/dynamodb/admin/operator-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { userDirectory } from '../../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import { exportStore } from '../../../lambdas/adapters/dynamodb/exports/export-store.ts';
import { gateDecisions } from '../../../lambdas/adapters/dynamodb/gate/gate-decision-store.ts';
import { people } from '../../../lambdas/adapters/dynamodb/identity/people.ts';
import { subjectStore } from '../../../lambdas/adapters/dynamodb/ledger/subject-store.ts';
import { lastWebhook } from '../../../lambdas/adapters/dynamodb/messages/last-webhook.ts';
import { promptStore } from '../../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { toldSends } from '../../../lambdas/adapters/dynamodb/messages/send-records.ts';
import {
  type Consumed,
  type DocumentTable,
  documentTable,
} from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { keyedHash } from '../../../lambdas/adapters/dynamodb/table/keyed-hash.ts';
import { apiKeyKey } from '../../../lambdas/adapters/dynamodb/table/stage-keys.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import type { FunctionName } from '../../../lambdas/contract/routes.ts';
import type { AuthorizerContext } from '../../../lambdas/edge/http/caller.ts';
import { admin } from '../../../lambdas/handlers/admin.ts';
import { authorizer } from '../../../lambdas/handlers/authorizer.ts';
import { consent } from '../../../lambdas/handlers/consent.ts';
import { heardAgainWith } from '../../../lambdas/handlers/deps/hearing/heard-again.ts';
import { eligibility } from '../../../lambdas/handlers/eligibility.ts';
import { health } from '../../../lambdas/handlers/health.ts';
import { notices as noticesHandler } from '../../../lambdas/handlers/notices.ts';
import { users } from '../../../lambdas/handlers/users.ts';
import type { AppStore } from '../../../lambdas/use-cases/admin/app-ports.ts';
import type { AuditLog } from '../../../lambdas/use-cases/admin/audit-ports.ts';
import type { NoticeStore, PointStore } from '../../../lambdas/use-cases/collection/ports.ts';
import type { Ledger } from '../../../lambdas/use-cases/ledger/ports.ts';
import { subjectLedger } from '../../../lambdas/use-cases/ledger/subject-ledger.ts';
import type { AccessTokens, AccountPool, OperatorStore } from '../../../lambdas/use-cases/operators/ports.ts';
import { gatewayRoutes, keyOf } from '../../../lib/constructs/api/gateway-routes.ts';
import { freshTable } from '../table/table.ts';
import { testCursors } from './cursors.ts';
import { type Call, fullKey, httpEvent, type SeenAnswer, send } from './http-event.ts';
import { lambdaContext } from './lambda-context.ts';

/** Saturday, 21 November 2026, 10:00 UTC. */
export const start = Date.UTC(2026, 10, 21, 10);
export const identifierKey = 'test-key-of-the-identifier-hashes-0123456789';

/** The real functions of the API over the real stores, on a table of their own, with a clock that stands still until it is moved. */
export interface TestApi {
  readonly table: DocumentTable;
  readonly ledger: Ledger;
  readonly apps: AppStore;
  readonly notices: NoticeStore;
  readonly points: PointStore;
  readonly operators: OperatorStore;
  readonly audit: AuditLog;
  /** What was asked of the table since it was emptied. */
  readonly consumed: Consumed[];
  now: number;
  call(method: string, path: string, call?: Call): Promise<SeenAnswer>;
  /** What the authorizer says to this `Authorization` header. */
  authorize(header: string | undefined): Promise<{ readonly isAuthorized: boolean; readonly context: object }>;
}

/** The user pool of a stage that has one. */
export interface TestPool {
  readonly pool?: AccountPool;
  readonly tokens?: AccessTokens;
}

export async function testApi({ pool, tokens }: TestPool = {}): Promise<TestApi> {
  const { endpoint, tableName } = await freshTable();
  const consumed: Consumed[] = [];
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const table = documentTable(tableName, (each) => consumed.push(each), { endpoint, region: 'eu-west-1', credentials });
  const now = () => api.now;
  const apps = appStore(table, now);
  const ledger = subjectLedger(subjectStore(table, { identifierKey, now, newId: randomUUID }));
  const keys = keyStore(table);
  await putKey(table, fullKey);
  const found = people(table, identifierKey);
  const operators = operatorStore(table, 'eu-west-1_TestPool1');
  const audit = auditStore(table, now);
  const [notices, points] = [noticeStore(table), pointStore(table)];
  const handlers: { readonly [Name in FunctionName]?: Parameters<typeof send>[0] } = {
    admin: admin({
      ...{
        apps,
        logos: logoStore(table),
        notices,
        points,
        hooks: callHookStore(table),
        publicUrl: 'https://in.example',
        keys,
        cursors: testCursors,
        now,
        audit,
        sendingBy: new Set(['meta'] as const),
      },
      ...(pool !== undefined && { pool, operators }),
    }),
    consent: consent({
      ...{ apps, ledger, notices, points },
      choices: choiceStore(table, now),
      prompts: promptStore(table, now),
      codeOf: keyedHash(identifierKey).choiceCode,
      ...{ audit, people: found, now, ...heardAgainWith(table, identifierKey, now) },
    }),
    eligibility: eligibility({ apps, people: found, templates: templateStore(table), now }),
    users: users({
      ...{ apps, people: found, directory: userDirectory(table), cursors: testCursors, now },
      ...{ notices, points, exports: exportStore(table), replies: toldSends(table) },
      ...heardAgainWith(table, identifierKey, now),
      gateDecisions: gateDecisions(table),
      lastWebhook: lastWebhook(table, now),
    }),
    notices: noticesHandler({ apps, notices, cursors: testCursors, now, audit }),
    health: health(),
  };
  const check = authorizer({ keys, now, signIn: tokens && { tokens, operators } });
  const api: TestApi = {
    table,
    ledger,
    apps,
    notices,
    points,
    operators,
    audit,
    consumed,
    now: start,
    call: (method, path, call) => {
      const { routeKey } = httpEvent(method, path);
      const name = gatewayRoutes().find((route) => keyOf(route) === routeKey)?.handler;
      const handler = name === undefined ? undefined : handlers[name];
      if (handler === undefined) throw new Error(`No function of this test answers ${method} ${path}.`);
      return send(handler, method, path, { at: api.now, ...call });
    },
    authorize: (header) =>
      check(
        { ...httpEvent('GET', '/v1/apps'), headers: header === undefined ? {} : { authorization: header } } as never,
        lambdaContext('test'),
      ),
  };
  return api;
}

/** A key that is in the table under the id that tests call with; routes of keys read it. */
export async function putKey(
  { documents, tableName }: DocumentTable,
  { keyId, scopes, apps }: AuthorizerContext,
  more = {},
) {
  const rights = { scopes: scopes.split(' '), apps: apps === '*' ? '*' : apps.split(' ') };
  const Item = { ...apiKeyKey(keyId), keyId, name: keyId, ...rights, createdAt: start, secretHash: '', ...more };
  await documents.send(new PutCommand({ TableName: tableName, Item }));
}

/** What `POST /v1/apps` takes for an app with two purposes. */
export const acme = {
  appId: 'acme',
  displayName: 'Acme',
  smsName: 'Acme',
  locale: 'es-MX',
  timeZone: 'America/Mexico_City',
  whatsapp: { phoneNumberId: '106540352242922', phone: '+52 55 0000 0001', wabaId: '102290129340398' },
  smsNumbers: [{ phone: '+1 555 010 0001', country: 'US' }],
  purposes: [
    { purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true },
    { purposeId: 'order-updates', name: 'Order updates', category: 'utility' },
  ],
};
