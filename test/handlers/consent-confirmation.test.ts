import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { findReference } from '../../lambdas/domain/collection/reference.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { optIn, somebody } from '../support/api/reported-acts.ts';
import { testText } from '../support/pages/collection.ts';
import { rowsWhere } from '../support/table/rows.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: { ...acme, doubleOptIn: ['web-form'] } });
  await api.notices.publish({
    appId: 'acme',
    noticeId: 'spring',
    profile: 'strict',
    texts: [testText(), testText({ locale: 'es', agreement: 'Acepto recibir {purposes} de Acme en {number}.' })],
    warnings: [],
    publishedAt: start,
    publishedBy: 'key_aaaaaaaaaaaaaaaa',
  });
});
beforeEach(() => {
  api.now = start;
});

const shown = { noticeId: 'spring', noticeVersion: 1, noticeLocale: 'es', ip: '203.0.113.7' };
const reported = (more: object = {}) =>
  optIn({ source: 'web-form', saidAt: '2026-11-21T09:00:00Z', evidence: shown, ...more });
const post = (body: unknown, path = 'opt-ins') => api.call('POST', `/v1/apps/acme/${path}`, { body });
const said = (url: string) => new URL(url).searchParams.get('text') ?? '';

describe('a request that waits for the phone', () => {
  it('is answered with the link that confirms it, in the language that was shown, until 24 hours after it was said', async () => {
    const user = somebody();
    const { status, body } = await post(reported({ user }));
    expect(status).toBe(201);
    expect(body.statement.action).toBe('requested');
    expect(body.confirmation).toEqual({
      url: expect.stringMatching(/^https:\/\/wa\.me\/525500000001\?text=/),
      expiresAt: '2026-11-22T09:00:00.000Z',
    });
    expect(said(body.confirmation.url)).toMatch(/^Acepto recibir offers and discounts de Acme en este número\. \(c/);
    const code = findReference(said(body.confirmation.url))?.code ?? '';
    expect(await choiceStore(api.table, () => api.now).find(code)).toMatchObject({
      purposes: ['offers'],
      numbers: [user.phone.replace(/\D/g, '')],
      notice: { noticeId: 'spring', noticeVersion: 1, noticeLocale: 'es' },
      ip: '203.0.113.7',
    });
  });

  it('is answered with the same link at every retry, also at once, and makes one choice', async () => {
    const body = reported();
    const before = (await rowsWhere(api.table, /^CHOICE#/)).length;
    const answers = await Promise.all([post(body), post(body), post(body)]);
    api.now += 40 * 60_000;
    answers.push(await post(body));
    const [first, ...others] = answers;
    expect(first?.body.confirmation.url).toContain('wa.me');
    for (const { body: again } of others) expect(again).toEqual(first?.body);
    expect(await rowsWhere(api.table, /^CHOICE#/)).toHaveLength(before + 1);
  });

  it('is answered so in bulk too, person by person', async () => {
    const { body } = await post({ items: [reported(), reported()] }, 'opt-ins/bulk');
    const urls = body.data.map((each: { body: { confirmation: { url: string } } }) => each.body.confirmation.url);
    expect(new Set(urls).size).toBe(2);
  });

  it.each<[string, object]>([
    ['is no request', { source: 'paper' }],
    ['names no notice', { evidence: { operator: 'till 4' } }],
    ['names a notice of the business’s own', { evidence: { noticeId: 'own', noticeVersion: 1 } }],
    ['names a purpose that the notice does not', { purposes: ['order-updates'] }],
    ['does not say which language of the notice was shown', { evidence: { noticeId: 'spring', noticeVersion: 1 } }],
    ['was said more than 24 hours ago', { saidAt: '2026-11-20T10:00:00Z' }],
    ['names a person without a number', { user: { bsuid: 'MX.13491208655302741918' } }],
  ])('gets no link where it %s', async (_what, more) => {
    const { status, body } = await post(reported(more));
    expect(status).toBe(201);
    expect(body).not.toHaveProperty('confirmation');
  });
});
