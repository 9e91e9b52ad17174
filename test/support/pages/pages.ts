import { randomUUID } from 'node:crypto';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { logoStore } from '../../../lambdas/adapters/dynamodb/admin/logo-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { formLimit } from '../../../lambdas/adapters/dynamodb/collection/form-limit.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { people } from '../../../lambdas/adapters/dynamodb/identity/people.ts';
import { subjectStore } from '../../../lambdas/adapters/dynamodb/ledger/subject-store.ts';
import {
  type Consumed,
  type DocumentTable,
  documentTable,
} from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { personalLinkSeal } from '../../../lambdas/adapters/links/sealed-link.ts';
import { qrCodes } from '../../../lambdas/adapters/qr/qr-code.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { type CollectionPoint, tokenOf } from '../../../lambdas/domain/collection/collection-point.ts';
import type { NoticeText, NoticeVersion } from '../../../lambdas/domain/notice/notice.ts';
import { pages } from '../../../lambdas/handlers/pages.ts';
import type { AppStore, LogoStore } from '../../../lambdas/use-cases/admin/app-ports.ts';
import type { ChoiceStore, NoticeStore, PointStore } from '../../../lambdas/use-cases/collection/ports.ts';
import type { Ledger, People } from '../../../lambdas/use-cases/ledger/ports.ts';
import { subjectLedger } from '../../../lambdas/use-cases/ledger/subject-ledger.ts';
import { type Call, type SeenAnswer, send } from '../api/http-event.ts';
import { freshTable } from '../table/table.ts';
import { testCode, testPoint, testText } from './collection.ts';

/** Saturday, 21 November 2026, 10:00 UTC. */
export const start = Date.UTC(2026, 10, 21, 10);
const identifierKey = 'test-key-of-the-identifier-hashes-0123456789';

/** An app of Acme's as the store keeps it. */
export const acmeApp: App = {
  appId: 'acme',
  displayName: 'Acme',
  locale: 'es-MX',
  timeZone: 'America/Mexico_City',
  whatsapp: { phoneNumberId: '106540352242922', phone: '+525500000001', wabaId: '102290129340398' },
  smsNumbers: [],
  purposes: [
    { purposeId: 'offers', name: 'Offers', category: 'marketing' },
    { purposeId: 'order-updates', name: 'Order updates', category: 'utility' },
  ],
  doubleOptIn: [],
  automatedMessage: { enabled: false },
  version: 1,
  createdAt: start,
  updatedAt: start,
};

/** Words for two purposes, in English and Spanish. */
export const twoTexts: readonly NoticeText[] = [
  testText({
    purposes: [
      { purposeId: 'offers', text: 'offers and discounts' },
      { purposeId: 'order-updates', text: 'updates about orders' },
    ],
  }),
  testText({
    locale: 'es',
    heading: 'Mensajes de Acme en WhatsApp',
    agreement: 'Acepto recibir {purposes} de Acme por WhatsApp en {number}.',
    purposes: [
      { purposeId: 'offers', text: 'ofertas y descuentos' },
      { purposeId: 'order-updates', text: 'avisos sobre pedidos' },
    ],
  }),
];

/** The real pages over the real stores, on a table of their own, with a clock that stands still until it is moved. */
export interface TestPages {
  readonly table: DocumentTable;
  /** What was asked of the table since it was emptied. */
  readonly consumed: Consumed[];
  readonly apps: AppStore;
  readonly logos: LogoStore;
  readonly points: PointStore;
  readonly notices: NoticeStore;
  readonly choices: ChoiceStore;
  readonly ledger: Ledger;
  readonly people: People;
  now: number;
  get(path: string, query?: Record<string, string>, headers?: Record<string, string>): Promise<SeenAnswer>;
  /** Posts a form as a browser does through API Gateway: in base64. */
  post(path: string, form: URLSearchParams, headers?: Record<string, string>): Promise<SeenAnswer>;
  call(method: string, path: string, call: Call): Promise<SeenAnswer>;
  publish(noticeId: string, texts: readonly NoticeText[]): Promise<NoticeVersion>;
  /** Stores the n-th test point, changed; its token. */
  point(n: number, more?: Partial<CollectionPoint>): Promise<string>;
}

export async function testPages(): Promise<TestPages> {
  const { endpoint, tableName } = await freshTable();
  const consumed: Consumed[] = [];
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const table = documentTable(tableName, (each) => consumed.push(each), { endpoint, region: 'eu-west-1', credentials });
  const now = () => made.now;
  let codes = 0;
  const stores = {
    apps: appStore(table, now),
    logos: logoStore(table),
    points: pointStore(table),
    notices: noticeStore(table),
    choices: choiceStore(table, now),
    ledger: subjectLedger(subjectStore(table, { identifierKey, now, newId: randomUUID })),
    people: people(table, identifierKey),
  };
  const handler = pages({
    ...stores,
    formLimit: formLimit(table, identifierKey, now),
    links: personalLinkSeal(identifierKey),
    newId: randomUUID,
    newCode: () => testCode(codes++),
    qr: qrCodes,
    publicUrl: 'https://go.example',
    now,
  });
  const call = (method: string, path: string, call: Call) => send(handler, method, path, { key: null, ...call });
  const made: TestPages = {
    table,
    consumed,
    ...stores,
    now: start,
    call,
    get: (path, query = {}, headers = {}) => call('GET', path, { query, headers }),
    post: (path, form, headers = {}) =>
      call('POST', path, {
        body: form.toString(),
        base64: true,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
    publish: async (noticeId, texts) => {
      const draft = { appId: 'acme', noticeId, profile: 'strict', texts, warnings: [] } as const;
      return (await stores.notices.publish({ ...draft, publishedAt: start, publishedBy: 'key_test' })).notice;
    },
    point: async (n, more = {}) => {
      const point = testPoint(n, { purposes: ['offers', 'order-updates'], ...more });
      await stores.points.create(point);
      return tokenOf(point.pointId);
    },
  };
  await stores.apps.create(acmeApp);
  return made;
}
