import { beforeEach, describe, expect, test } from 'vitest';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { optIn, optOut } from '../support/api/reported-acts.ts';
import { acme as storedApp } from '../support/ledger/ledger-bench.ts';
import { deliver, delivery, messagesChange, textMessage, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';

const names = Object.getOwnPropertyNames(Object.prototype);
const purpose = (purposeId: string) => ({ purposeId, name: 'Odd', category: 'marketing' });
const phone = '+14165551234';
let api: TestApi;

beforeEach(async () => {
  api = await testApi();
});

describe('nothing new is called like something that every object has', () => {
  test.each(names.flatMap((name) => [name, name.toLowerCase()]))(
    '%s: purposes, apps, notices, keys of apps',
    async (name) => {
      await api.call('POST', '/v1/apps', { body: acme });
      const attempts: readonly (readonly [string, string, object])[] = [
        ['POST', '/v1/apps', { ...acme, appId: 'other', purposes: [purpose(name)] }],
        ['PATCH', '/v1/apps/acme', { purposes: [...acme.purposes, purpose(name)] }],
        ['POST', '/v1/apps', { ...acme, appId: name }],
        ['POST', '/v1/keys', { name: 'k', scopes: ['users:read'], apps: [name] }],
        ['POST', '/v1/keys', { name, scopes: ['users:read'], apps: ['acme'] }],
        ['POST', '/v1/apps/acme/notices', { noticeId: name, texts: [] }],
        ['POST', '/v1/apps/acme/opt-outs', optOut({ user: { phone }, purposes: [name] })],
      ];
      for (const [method, path, body] of attempts) {
        const answer = await api.call(method, path, { body });
        expect([path, answer.status]).toEqual([path, 422]);
        expect(answer.body.errors[0]).toMatchObject({
          pointer: expect.stringMatching(/^\//),
          detail: expect.any(String),
        });
      }
    },
  );
});

describe('a purpose that is called so from former times', () => {
  const named = {
    ...storedApp,
    purposes: [...storedApp.purposes, { ...purpose('constructor'), category: 'marketing' as const }],
  };
  beforeEach(async () => {
    await api.apps.create(named);
  });
  const check = async (purposeId: string) =>
    (
      await api.call('POST', '/v1/apps/acme/eligibility', {
        body: { user: { phone }, purpose: purposeId, message: 'template' },
      })
    ).body.decision;
  const grant = () =>
    api.call('POST', '/v1/apps/acme/opt-ins', {
      body: optIn({ user: { phone }, purposes: ['offers', 'constructor'] }),
    });
  const webhook = () =>
    whatsappWebhook({
      secrets: webhookSecrets,
      apps: api.apps,
      ledger: api.ledger,
      choices: choiceStore(api.table, () => api.now),
      prompts: promptStore(api.table, () => api.now),
      points: api.points,
      templates: templateStore(api.table),
      aside: keptAside(api.table, () => api.now),
      now: () => api.now,
    });

  test('can be opted in to, checked, and stopped by name', async () => {
    expect(await check('constructor')).toBe('deny');
    const answer = await grant();
    expect([answer.status, answer.body.consent.constructor.state]).toEqual([201, 'opted-in']);
    expect(await check('constructor')).toBe('allow');
    const stopped = await api.call('POST', '/v1/apps/acme/opt-outs', {
      body: optOut({ user: { phone }, purposes: ['constructor'] }),
    });
    expect([stopped.status, stopped.body.consent.constructor.state]).toEqual([201, 'opted-out']);
    expect([await check('constructor'), await check('offers')]).toEqual(['deny', 'allow']);
    const { userId } = stopped.body;
    const shown = await api.call('GET', `/v1/apps/acme/users/${userId}`);
    expect(shown.body.consent.constructor.state).toBe('opted-out');
    expect((await api.call('GET', `/v1/apps/acme/users/${userId}/statements`)).status).toBe(200);
  });

  test('ends by STOP, and comes back by START', async () => {
    await grant();
    const say = (id: string, at: number, body: string) =>
      deliver(
        webhook(),
        delivery(messagesChange('106540352242922', { messages: [textMessage(phone.slice(1), id, at, body)] })),
      );
    expect(await say('wamid.1', start - 2000, 'STOP')).toMatchObject({ status: 200 });
    expect(await check('constructor')).toBe('deny');
    expect(await say('wamid.2', start - 1000, 'START')).toMatchObject({ status: 200 });
    expect(await check('constructor')).toBe('allow');
  });

  test('does not keep the settings of its app from being changed', async () => {
    const changed = await api.call('PATCH', '/v1/apps/acme', {
      body: { purposes: [...named.purposes, purpose('more')] },
    });
    expect([changed.status, changed.body.purposes.length]).toEqual([200, 5]);
  });
});

test.each([
  ['GET', `/v1/apps/${'a'.repeat(3000)}`],
  ['GET', `/v1/apps/acme/users/usr_${'a'.repeat(3000)}`],
  ['DELETE', `/v1/keys/key_${'a'.repeat(3000)}`],
  ['GET', `/v1/apps/acme/notices/${'a'.repeat(3000)}`],
])('an id in a path that is longer than any is nothing: %s', async (method, path) => {
  expect((await api.call(method, path)).status).toBe(404);
});
