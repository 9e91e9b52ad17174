import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { keyStore } from '../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { mustBeKeyOfTable } from '../../lambdas/adapters/dynamodb/directory/key-check.ts';
import { environment as env } from '../../lambdas/contract/environment.ts';
import type { FunctionName } from '../../lambdas/contract/routes.ts';
import { httpEvent } from '../support/api/http-event.ts';
import { bundleFunctions, type StartedFunction, startFunction } from '../support/api/started-function.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench } from '../support/ledger/ledger-bench.ts';
import { webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { type SecretStore, secretStore } from '../support/secret-store.ts';
import { type TableFront, tableFront } from '../support/table/table-front.ts';

const folder = mkdtempSync(join(tmpdir(), 'optledger-init-'));
let bench: LedgerBench;
let store: SecretStore;
let table: TableFront;
let token = '';
const started: StartedFunction[] = [];

beforeAll(async () => {
  bench = await ledgerBench();
  await mustBeKeyOfTable(bench.table, identifierKey, { keeps: true });
  await appStore(bench.table, bench.now).create(acme);
  await bench.say({ phone: '14165550100' });
  const key = { name: 'test', scopes: ['eligibility:read'], apps: ['acme'] } as const;
  token = (await keyStore(bench.table).create(key, bench.now())).token;
  store = await secretStore();
  table = await tableFront(bench.endpoint);
  await bundleFunctions(['whatsapp-webhook', 'eligibility', 'authorizer'], folder);
});
beforeEach(() => {
  table.answers = 'through';
  for (const list of [store.asked, table.asked]) list.length = 0;
  store.secrets.set('key', identifierKey).set('webhook', JSON.stringify(webhookSecrets));
});
afterEach(() => Promise.all(started.splice(0).map((each) => each.stop())));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await Promise.all([store.stop(), table.stop()]);
});

/** @param kind of INIT; null = not on Lambda */
async function start(name: FunctionName, kind: string | null = 'on-demand'): Promise<StartedFunction> {
  const made = await startFunction(name, folder, {
    ...(kind !== null && { AWS_LAMBDA_INITIALIZATION_TYPE: kind }),
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: table.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: store.url,
    [env.tableName]: bench.table.tableName,
    [env.identifierKeySecret]: 'key',
    [env.whatsappWebhookSecret]: 'webhook',
    [env.keyRate]: '100',
  });
  started.push(made);
  return made;
}

/** Meta's question whether the webhook is ours: answered by the secret alone. */
const asked = (verifyToken = webhookSecrets.verifyToken) =>
  httpEvent('GET', '/webhooks/whatsapp', {
    query: { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': verifyToken },
    key: null,
  });
const yes = { answer: expect.objectContaining({ statusCode: 200, body: '1158201444' }) };
const no = { answer: expect.objectContaining({ statusCode: 403 }) };

describe('in INIT', () => {
  it.each(['on-demand', 'provisioned-concurrency'])('%s both secrets are read, and the table once', async (kind) => {
    const webhook = await start('whatsapp-webhook', kind);
    expect([store.asked.toSorted(), table.asked]).toEqual([['key', 'webhook'], ['GetItem STAGE I']]);
    expect(await webhook.send(asked())).toEqual(yes);
    expect([store.asked.length, table.asked.length]).toEqual([2, 1]);
  });

  it.each(['snap-start', null])('%s nothing is asked before the first event', async (kind) => {
    const webhook = await start('whatsapp-webhook', kind);
    expect([store.asked, table.asked]).toEqual([[], []]);
    expect(await webhook.send(asked())).toEqual(yes);
    expect([store.asked.length, table.asked.length]).toEqual([2, 1]);
  });

  it('secrets and table are asked side by side', async () => {
    store.secrets.set('key', undefined).set('webhook', undefined);
    const starting = start('whatsapp-webhook');
    await vi.waitFor(() => expect([store.asked.length, table.asked.length]).toEqual([2, 1]), 10_000);
    store.answerLate((name) => (name === 'key' ? identifierKey : JSON.stringify(webhookSecrets)));
    expect((await starting).printed()).toBe('');
  });

  it('a check is left with the requests of a warm one', async () => {
    const eligibility = await start('eligibility');
    expect(table.asked).toEqual(['GetItem STAGE I']);
    const body = { user: { phone: '+14165550100' }, purpose: 'offers' };
    const { answer } = await eligibility.send(httpEvent('POST', '/v1/apps/acme/eligibility', { body }));
    expect(answer).toMatchObject({ statusCode: 200 });
    expect(table.asked.slice(1)).toEqual(['GetItem APPS acme', 'Query']);
  });

  it('the authorizer reads a key that nobody has, and then knows who calls', async () => {
    const authorizer = await start('authorizer');
    expect([store.asked, table.asked]).toEqual([[], ['GetItem KEYS none']]);
    const { requestContext } = httpEvent('GET', '/v1/apps/acme');
    const { answer } = await authorizer.send({ headers: { authorization: `Bearer ${token}` }, requestContext });
    expect(answer).toMatchObject({ isAuthorized: true });
  });
});

describe('a first event without its secrets', () => {
  it('is answered 503 with a line in the log when they do not come in time, and the next one asks again', async () => {
    store.secrets.set('key', undefined);
    const eligibility = await start('eligibility', null);
    const body = { user: { phone: '+14165550100' }, purpose: 'offers' };
    const asking = httpEvent('POST', '/v1/apps/acme/eligibility', { body });
    const { answer } = await eligibility.send(asking);
    expect(answer).toMatchObject({
      statusCode: 503,
      headers: { 'retry-after': '2', 'content-type': 'application/problem+json' },
    });
    const problem = JSON.parse((answer as { readonly body: string }).body);
    expect(problem).toMatchObject({ code: 'try-again', detail: expect.stringContaining('did not get ready') });
    expect(eligibility.printed()).toMatch(/"message":"not ready for the event".*"error":"NotReadyError"/);
    expect(eligibility.printed()).toContain('"status":503');
    store.secrets.set('key', identifierKey);
    expect((await eligibility.send(asking)).answer).toMatchObject({ statusCode: 200 });
  });
});

describe('an INIT that fails leaves the first event what it was', () => {
  it('a secret that is missing, and there for the event', async () => {
    store.secrets.delete('webhook');
    const webhook = await start('whatsapp-webhook');
    expect(webhook.printed()).toContain('not ready before the first event');
    expect(await webhook.send(asked())).toEqual({ error: 'The secret webhook cannot be read.' });
    store.secrets.set('webhook', JSON.stringify(webhookSecrets));
    expect(await webhook.send(asked())).toEqual(yes);
  });

  it('a secret that does not come in time is thrown away when it comes', async () => {
    store.secrets.set('webhook', undefined);
    const webhook = await start('whatsapp-webhook');
    expect(webhook.printed()).toContain('not ready before the first event');
    store.secrets.set('webhook', JSON.stringify(webhookSecrets));
    store.answerLate(() => JSON.stringify({ ...webhookSecrets, verifyToken: 'the one of yesterday, 32 characters' }));
    expect(await webhook.send(asked())).toEqual(yes);
    expect(await webhook.send(asked('the one of yesterday, 32 characters'))).toEqual(no);
  });

  it.each(['never', 'fails'] as const)('a table that answers %s', async (answers) => {
    table.answers = answers;
    const [webhook, authorizer] = await Promise.all([start('whatsapp-webhook'), start('authorizer')]);
    for (const each of [webhook, authorizer]) expect(each.printed()).toContain('not ready before the first event');
    table.answers = 'through';
    expect(await webhook.send(asked())).toEqual(yes);
    const { requestContext } = httpEvent('GET', '/v1/apps/acme');
    const { answer } = await authorizer.send({ headers: { authorization: `Bearer ${token}` }, requestContext });
    expect(answer).toMatchObject({ isAuthorized: true });
  });

  it('a key that is not the one of the table serves nobody, until it is put right', async () => {
    store.secrets.set('key', 'a key that somebody wrote into the secret');
    const webhook = await start('whatsapp-webhook');
    expect(webhook.printed()).toContain('"WrongIdentifierKey":1');
    expect((await webhook.send(asked())).answer).toMatchObject({ statusCode: 503 });
    store.secrets.set('key', identifierKey);
    expect(await webhook.send(asked())).toEqual(yes);
  });
});
