import { aboutAside } from '../../../lambdas/adapters/aside/about-aside.ts';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { formLimit } from '../../../lambdas/adapters/dynamodb/collection/form-limit.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { userDirectory } from '../../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import { exportStore } from '../../../lambdas/adapters/dynamodb/exports/export-store.ts';
import { gateDecisions } from '../../../lambdas/adapters/dynamodb/gate/gate-decision-store.ts';
import { asideShelf } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { lastWebhook } from '../../../lambdas/adapters/dynamodb/messages/last-webhook.ts';
import { toldSends } from '../../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { personalLinkSeal } from '../../../lambdas/adapters/links/sealed-link.ts';
import type { CollectionPoint } from '../../../lambdas/domain/collection/collection-point.ts';
import type { NoticeText } from '../../../lambdas/domain/notice/notice.ts';
import { personalLinkRoutes } from '../../../lambdas/edge/api/personal-links/personal-link-routes.ts';
import { httpEndpoint } from '../../../lambdas/edge/http/http-endpoint.ts';
import { problemPage } from '../../../lambdas/edge/pages/parts/problem-page.ts';
import { personPageRoutes } from '../../../lambdas/edge/pages/person/person-page-routes.ts';
import { eligibility } from '../../../lambdas/handlers/eligibility.ts';
import { users } from '../../../lambdas/handlers/users.ts';
import type { Ledger } from '../../../lambdas/use-cases/ledger/ports.ts';
import { testCursors } from '../api/cursors.ts';
import { type Call, type SeenAnswer, send } from '../api/http-event.ts';
import { testCode, testPoint, testText, testToken } from '../pages/collection.ts';
import { filledIn, formsOf } from '../pages/page-form.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from './ledger-bench.ts';

/** The number of the person whom most links of the tests are for. */
export const ana = '525512345678';
const both = [
  { purposeId: 'offers', text: 'offers and discounts' },
  { purposeId: 'orders', text: 'news of my orders' },
];
export const english = testText({ purposes: both });
export const arabic = testText({
  locale: 'ar',
  heading: 'رسائل Acme على واتساب',
  agreement: 'أوافق على استلام {purposes} من Acme على واتساب على {number}.',
  purposes: [
    { purposeId: 'offers', text: 'العروض' },
    { purposeId: 'orders', text: 'أخبار طلباتي' },
  ],
});

/** `personal-link` and `preference-page` points of Acme, the routes of links and pages, and what tests ask about people. */
export interface LinkBench extends LedgerBench {
  /** Makes a link by the API and gives its path. */
  link(kind: 'personal-link' | 'preference-page', more?: object): Promise<string>;
  call(method: string, path: string, call?: Call): Promise<SeenAnswer>;
  /** Posts a form as a browser does. */
  post(
    path: string,
    form: string | URLSearchParams,
    headers?: { readonly [name: string]: string },
  ): Promise<SeenAnswer>;
  /** Opens the page, changes its form that has this field, and posts it. */
  fillIn(
    path: string,
    field: string,
    fill: { readonly ticks?: readonly string[]; readonly unticks?: readonly string[]; readonly values?: object },
  ): Promise<SeenAnswer>;
  /** `allow`, or the codes of the reasons against a template. */
  mayMessage(user: object, purpose: string): Promise<string>;
  /** Everything in the ledger of a person, in recording order. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at any field of any answer
  statements(user: object): Promise<any[]>;
  change(kind: 'personal-link' | 'preference-page', more: Partial<CollectionPoint>): Promise<void>;
  publish(texts: readonly NoticeText[]): Promise<unknown>;
  readonly choices: ReturnType<typeof choiceStore>;
}

/** @param behind what stands between the pages and the ledger, for a store that must fail */
export async function linkBench(behind: (ledger: Ledger) => Ledger = (ledger) => ledger): Promise<LinkBench> {
  const bench = await ledgerBench();
  const { table, people, now } = bench;
  const ledger = behind(bench.ledger);
  const apps = appStore(table, now);
  const [points, notices, choices] = [pointStore(table), noticeStore(table), choiceStore(table, now)];
  const links = personalLinkSeal(identifierKey);
  const publicUrl = 'https://in.example';
  const made = { codes: 0, acts: 0 };
  const routes = {
    ...personalLinkRoutes({ apps, points, people, links, publicUrl, now }),
    ...personPageRoutes({
      ...{ apps, points, notices, choices, links, people, ledger, publicUrl, now },
      formLimit: formLimit(table, identifierKey, now),
      newCode: () => testCode(++made.codes),
      newId: () => `act-00000000-${++made.acts}`,
    }),
  };
  const handler = httpEndpoint(routes, problemPage);
  const decide = eligibility({ apps, people, templates: templateStore(table), now });
  const look = users({
    ...{ apps, people, directory: userDirectory(table), cursors: testCursors, now },
    ...{ notices, points, exports: exportStore(table), replies: toldSends(table) },
    gateDecisions: gateDecisions(table),
    ...{ shelf: asideShelf(table), about: aboutAside, lastWebhook: lastWebhook(table, now) },
  });
  const call = (method: string, path: string, more?: Call) => {
    const [bare = '', query] = path.split('?');
    const parameters = query === undefined ? {} : { query: Object.fromEntries(new URLSearchParams(query)) };
    return send(handler, method, bare, { ...parameters, ...more });
  };
  const publish = (texts: readonly NoticeText[]) =>
    notices.publish({
      ...{ appId: 'acme', noticeId: 'spring', profile: 'strict', texts, warnings: [] },
      ...{ publishedAt: noon, publishedBy: 'key_1' },
    });
  const post: LinkBench['post'] = (path, form, headers = {}) =>
    call('POST', path, {
      body: Buffer.from(String(form), 'utf8').toString('latin1'),
      base64: true,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Phone/1', ...headers },
    });
  const numbers = { 'personal-link': 1, 'preference-page': 2 } as const;
  await apps.create(acme);
  const { whatsapp: _none, smsName: _name, ...bare } = acme;
  await apps.create({ ...bare, appId: 'other', smsNumbers: [] });
  await publish([english, arabic]);
  for (const kind of ['personal-link', 'preference-page'] as const) {
    const more = { kind, purposes: ['offers', 'orders'], campaign: 'spring-26' };
    await points.create(testPoint(numbers[kind], more));
  }

  return {
    ...bench,
    choices,
    call,
    publish,
    async link(kind, more = {}) {
      const body = { user: { phone: `+${ana}` }, pointId: `pt_${testToken(numbers[kind])}`, ...more };
      const answer = await call('POST', '/v1/apps/acme/personal-links', { body });
      return new URL(answer.body.url).pathname;
    },
    post,
    async fillIn(path, field, { ticks = [], unticks = [], values = {} }) {
      const { body } = await call('GET', path);
      const form = formsOf(body, path).find(({ fields }) => fields.some(({ name }) => name === field));
      if (form === undefined) throw new Error(`No form of the page has ${field}.`);
      const sent = filledIn(form, { ticks, values: { ...values } });
      for (const box of unticks) sent.delete('purpose', box);
      return post(form.action, sent);
    },
    async mayMessage(user, purpose) {
      const { body } = await send(decide, 'POST', '/v1/apps/acme/eligibility', { body: { user, purpose } });
      const codes = body.reasons.map(({ code }: { code: string }) => code).join(' ');
      return body.decision === 'allow' ? 'allow' : codes;
    },
    async statements(user) {
      const found = await send(look, 'POST', '/v1/apps/acme/users/search', { body: user });
      if (found.status === 404) return [];
      const path = `/v1/apps/acme/users/${found.body.userId}/statements`;
      return (await send(look, 'GET', path)).body.data;
    },
    async change(kind, more) {
      const token = testToken(numbers[kind]);
      const before = (await points.findFresh(token))?.point;
      if (before === undefined) throw new Error('There is no such point.');
      await points.replace(before, { ...before, ...more, version: before.version + 1 });
    },
  };
}
