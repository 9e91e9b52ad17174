import { beforeEach, expect, it } from 'vitest';
import { exportStore } from '../../lambdas/adapters/dynamodb/exports/export-store.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { lastWebhook } from '../../lambdas/adapters/dynamodb/messages/last-webhook.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import type { CollectionPoint } from '../../lambdas/domain/collection/collection-point.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { fullKey } from '../support/api/http-event.ts';
import { deliver, delivery, messagesChange, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { refuseWrites } from '../support/table/refused-writes.ts';

const day = 24 * 60 * 60 * 1000;
let api: TestApi;
let app: App;
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  const found = await api.apps.findFresh('acme');
  if (found === undefined) throw new Error('There is no app.');
  app = found;
});

const attention = async () => (await api.call('GET', '/v1/apps/acme/attention')).body.data;

const point = (pointId: string, more: Partial<CollectionPoint> = {}) =>
  api.points.create({
    ...{ pointId, appId: 'acme', kind: 'link', name: 'Till', purposes: ['offers'], origins: [] },
    ...{ opens: 'check-page', status: 'active', version: 1, createdAt: start, updatedAt: start },
    ...more,
  } as CollectionPoint);

const unclear = (phone: string, at: number) =>
  api.ledger.recordSuppression(app, {
    ...{ person: { phone }, at, eventId: `wamid.${phone}`, source: 'whatsapp-message', lift: false },
    ...{ evidence: { text: 'cancel it?', identifiers: {} }, reason: 'ambiguous-stop', reply: 'ask-whether-stop' },
  });

it('has nothing to say where all is well', async () => {
  await point('pt_pdkz7w3n5q2m4x6r', { expiresAt: start + 14 * day });
  expect(await attention()).toEqual([]);
});

it('counts unclear stops up to a bound, and says that there are more', async () => {
  for (let n = 0; n < 26; n += 1) await unclear(`5255123400${n + 10}`, start + n * 1000);
  const [item, ...rest] = await attention();
  expect(rest).toEqual([]);
  expect(item).toMatchObject({ kind: 'unclear-stops', count: 25, atLeast: true });
});

it('names points that take nobody, or not for long, or show words that were mended', async () => {
  const query = { locale: 'en', privacyUrl: 'https://acme.example/privacy', noticeId: 'till-form' };
  const { body: notice } = await api.call('GET', '/v1/apps/acme/notices/starter', { query });
  await api.call('POST', '/v1/apps/acme/notices', { body: notice });
  await point('pt_p1aaaaaaaaaaaaaa', { status: 'paused' });
  await point('pt_p2aaaaaaaaaaaaaa', { expiresAt: start + 14 * day - 1 });
  await point('pt_p3aaaaaaaaaaaaaa', { cap: 0 });
  await point('pt_p4aaaaaaaaaaaaaa', { expiresAt: start - 14 * day + 1 });
  await point('pt_p5aaaaaaaaaaaaaa', { expiresAt: start - 14 * day });
  await point('pt_p6aaaaaaaaaaaaaa', { notice: { noticeId: 'till-form', version: 1 } });
  const [text] = notice.texts;
  const mended = { ...notice, texts: [{ ...text, heading: `${text.heading} Welcome.` }] };
  expect((await api.call('POST', '/v1/apps/acme/notices', { body: mended })).status).toBe(201);
  const found = (await attention()).filter(({ kind }: { kind: string }) => kind.startsWith('point-'));
  expect(found.map(({ kind, id }: { kind: string; id: string }) => [kind, id])).toEqual([
    ['point-paused', 'pt_p1aaaaaaaaaaaaaa'],
    ['point-expires-soon', 'pt_p2aaaaaaaaaaaaaa'],
    ['point-full', 'pt_p3aaaaaaaaaaaaaa'],
    ['point-expired', 'pt_p4aaaaaaaaaaaaaa'],
    ['point-notice-superseded', 'pt_p6aaaaaaaaaaaaaa'],
  ]);
});

it('counts what was kept aside up to a bound, as far as the caller may see it', async () => {
  const keep = (phoneNumberId: string, n: number) => {
    api.now = start + n * 1000;
    const item = { from: '525512345678', id: `wamid.${n}`, type: 'hologram' };
    const part = { field: 'messages', list: 'messages', phoneNumberId, receivedAt: api.now, item };
    return keptAside(api.table, () => api.now).keep('unknown-message-type', part);
  };
  await keep('999999999999999', 0);
  const ofAcme = { keyId: 'key_bbbbbbbbbbbbbbbb', scopes: 'users:read', apps: 'acme' };
  const seen = async (key = fullKey) => (await api.call('GET', '/v1/apps/acme/attention', { key })).body.data;
  expect(await seen(ofAcme)).toEqual([]);
  expect(await seen()).toEqual([{ kind: 'kept-aside', since: '2026-11-21T10:00:00.000Z', count: 1, atLeast: false }]);
  await keep(acme.whatsapp.phoneNumberId, 1);
  expect(await seen(ofAcme)).toMatchObject([{ since: '2026-11-21T10:00:01.000Z', count: 1 }]);
  for (let n = 2; n < 27; n += 1) await keep(acme.whatsapp.phoneNumberId, n);
  expect(await seen()).toMatchObject([{ count: 25, atLeast: true }]);
});

it('says that WhatsApp delivers nothing, three days after it last delivered anything', async () => {
  const note = lastWebhook(api.table, () => api.now);
  const hear = whatsappWebhook({ lastWebhook: note, secrets: webhookSecrets, now: () => api.now } as never);
  // A status of no interest: what counts is that it came.
  const value = { statuses: [{ id: 'w', status: 'delivered', timestamp: '1795255200', recipient_id: '525512345678' }] };
  const body = delivery(messagesChange(acme.whatsapp.phoneNumberId, value), messagesChange('999', value));
  expect((await deliver(hear, body)).status).toBe(200);
  expect(await attention()).toEqual([]);
  api.now = start + 3 * day;
  expect(await attention()).toEqual([]);
  api.now += 1;
  const silent = { kind: 'silent-webhook', since: '2026-11-21T10:00:00.000Z', count: 1, atLeast: false };
  expect(await attention()).toEqual([silent]);
  expect((await deliver(hear, body)).status).toBe(200);
  expect(await attention()).toEqual([]);
});

it('says that whoever writes first is not asked, though they are to be', async () => {
  // Apps are read from memory for a while.
  const change = async (body: object) => {
    const changed = await api.call('PATCH', '/v1/apps/acme', { body });
    api.now += 60_000;
    return changed;
  };
  const query = { locale: 'en', privacyUrl: 'https://acme.example/privacy', noticeId: 'hello' };
  const { body: notice } = await api.call('GET', '/v1/apps/acme/notices/starter', { query });
  expect((await api.call('POST', '/v1/apps/acme/notices', { body: notice })).status).toBe(201);
  expect((await change({ automatedMessage: { enabled: true, noticeId: 'hello' } })).status).toBe(200);
  const kinds = async () => (await attention()).map(({ kind }: { kind: string }) => kind);
  expect(await kinds()).not.toContain('first-message-silent');
  expect((await change({ whatsapp: null })).status).toBe(200);
  expect(await kinds()).toContain('first-message-silent');
  expect((await change({ automatedMessage: { enabled: false } })).status).toBe(200);
  expect(await kinds()).not.toContain('first-message-silent');
});

it('notes a webhook once an hour, and answers 200 when that fails', async () => {
  const note = lastWebhook(api.table, () => api.now);
  const hear = whatsappWebhook({ lastWebhook: note, secrets: webhookSecrets, now: () => api.now } as never);
  const value = { statuses: [{ id: 'w', status: 'delivered', timestamp: '1795255200', recipient_id: '525512345678' }] };
  const body = delivery(messagesChange(acme.whatsapp.phoneNumberId, value));
  await deliver(hear, body);
  api.consumed.length = 0;
  api.now += 59 * 60_000;
  await deliver(hear, body);
  expect(api.consumed).toEqual([]);
  api.now += 60_000;
  refuseWrites(api.table, () => true);
  expect((await deliver(hear, body)).status).toBe(200);
});

it('names exports that failed within seven days', async () => {
  const exports = exportStore(api.table);
  for (const [exportId, failedAt] of [
    ['exp_1', start - 7 * day],
    ['exp_2', start - 7 * day + 1],
  ] as const) {
    const request = { exportId, appId: 'acme', purposeId: 'offers', requestedAt: failedAt };
    await exports.fail(request as never, undefined, { cause: 'It failed.', failedAt });
  }
  expect(await attention()).toMatchObject([{ kind: 'failed-export', id: 'exp_2', count: 1, atLeast: false }]);
});

it('asks the same few requests however many people there are', async () => {
  for (let n = 0; n < 30; n += 1) {
    await api.ledger.recordStatement(app, {
      ...{ person: { phone: `5255123410${n + 10}` }, action: 'granted', purposes: ['offers'], level: 2 },
      ...{ saidAt: start, source: 'paper', evidence: { documentRef: 'd' }, provider: false },
    });
  }
  await attention();
  api.consumed.length = 0;
  await attention();
  // Sixteen partitions of open questions, four of what was kept aside, and one each of exports, notices, points and the last webhook.
  expect(api.consumed).toHaveLength(24);
  expect(api.consumed.reduce((sum, { readUnits }) => sum + readUnits, 0)).toBeLessThanOrEqual(23);
});
