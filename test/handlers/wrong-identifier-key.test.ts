import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { mustBeKeyOfTable } from '../../lambdas/adapters/dynamodb/directory/key-check.ts';
import { environment as env } from '../../lambdas/contract/environment.ts';
import { httpEndpoint } from '../../lambdas/edge/http/http-endpoint.ts';
import { httpStart } from '../../lambdas/edge/http/http-start.ts';
import { handler as consent } from '../../lambdas/handlers/consent.ts';
import { identifierKey as identifierKeyOf, openTable } from '../../lambdas/handlers/deps/stage/open-table.ts';
import { handler as eligibility } from '../../lambdas/handlers/eligibility.ts';
import { handler as exportShard } from '../../lambdas/handlers/export-shard.ts';
import { handler as pages } from '../../lambdas/handlers/pages.ts';
import { handler as points } from '../../lambdas/handlers/points.ts';
import { handler as sendReplies } from '../../lambdas/handlers/send-replies.ts';
import { handler as smsInbound } from '../../lambdas/handlers/sms-inbound.ts';
import { handler as users } from '../../lambdas/handlers/users.ts';
import { handler as webhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { httpEvent } from '../support/api/http-event.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { identifierKey, type LedgerBench, ledgerBench } from '../support/ledger/ledger-bench.ts';
import { sms, smsEvent } from '../support/ledger/sms-notification.ts';
import { keepWritten } from '../support/table/keep-written.ts';
import { rowsWhere } from '../support/table/rows.ts';

const wrong = 'a key that somebody wrote into the secret';
const key = { current: wrong };
const context = lambdaContext('test');
let bench: LedgerBench;
let secrets: Server;
let written = '';

beforeAll(async () => {
  bench = await ledgerBench();
  await mustBeKeyOfTable(bench.table, identifierKey, { keeps: true });
  secrets = createServer((request, response) => {
    let asked = '';
    request.on('data', (chunk) => {
      asked += String(chunk);
    });
    request.on('end', () => {
      const others = JSON.stringify({
        appSecrets: ['s'.repeat(32)],
        verifyToken: 'v'.repeat(32),
        accessToken: 'a'.repeat(16),
      });
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.end(JSON.stringify({ Name: 'key', SecretString: asked.includes('identifier') ? key.current : others }));
    });
  });
  await new Promise<void>((resolve) => secrets.listen(0, '127.0.0.1', resolve));
  const { port } = secrets.address() as AddressInfo;
  const variables = {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: bench.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
    [env.tableName]: bench.table.tableName,
    [env.identifierKeySecret]: 'identifier-key',
    [env.whatsappWebhookSecret]: 'webhook',
    [env.whatsappAccessSecret]: 'access',
    [env.appSecretsPrefix]: 'apps',
    [env.twilioUrl]: 'http://127.0.0.1:9',
    [env.graphUrl]: 'http://127.0.0.1:9/v26.0',
    [env.publicUrl]: 'https://pages.example.com',
    [env.exportBucket]: 'bucket',
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});
afterAll(() => {
  vi.unstubAllEnvs();
  return new Promise((resolve) => secrets.close(resolve));
});
beforeEach(() => {
  key.current = wrong;
  written = '';
  keepWritten((chunk) => {
    written += chunk;
  });
  return () => vi.restoreAllMocks();
});

const app = '/v1/apps/acme';
const calls = [
  ['whatsapp-webhook', webhook, httpEvent('POST', '/webhooks/whatsapp', { key: null })],
  ['consent', consent, httpEvent('POST', `${app}/opt-outs`, { body: {} })],
  ['eligibility', eligibility, httpEvent('POST', `${app}/eligibility`, { body: {} })],
  ['users', users, httpEvent('GET', `${app}/users`)],
  ['points', points, httpEvent('GET', `${app}/points`)],
  ['pages', pages, httpEvent('GET', '/o/abcdefgh', { key: null })],
] as const;

test.each(calls)('%s answers 503, and says why to whoever operates it', async (name, handler, event) => {
  const answer = await handler(event, context);
  expect([name, answer.statusCode, answer.headers?.['retry-after']]).toEqual([name, 503, '60']);
  if (name === 'pages') expect(answer.headers?.['content-type']).toContain('text/html');
  else expect(answer.body).toContain('The identifier key of this stage is not the one of its table');
  expect(written).toContain('"WrongIdentifierKey":1');
  expect(written).toContain('the identifier key is not the one of the table');
});

const events = [
  ['sms-inbound', () => smsInbound(smsEvent(Date.now(), sms('+12125550123', '+12125550101', 'STOP', 'm-1')), context)],
  ['send-replies', () => sendReplies({ Records: [] }, context)],
  ['export-shard', () => exportShard({ appId: 'acme', purposeId: 'offers', exportId: 'exp_1', shard: 0 }, context)],
] as const;

test.each(events)('%s takes nothing: what called it tries again', async (_name, call) => {
  await expect(call()).rejects.toThrow('The identifier key of this stage is not the one of its table');
  expect(written).toContain('"WrongIdentifierKey":1');
});

test('nothing was written meanwhile, and the right key is enough to go on', async () => {
  expect(await rowsWhere(bench.table, /./)).toHaveLength(1);
  // A start of its own: the functions themselves stay cold for whoever shares this process.
  const handler = httpStart(
    async () => ({ key: await identifierKeyOf(openTable()) }),
    () => httpEndpoint({ 'GET /health': () => ({ status: 200 }) }),
  );
  const ask = async () => (await handler(httpEvent('GET', '/health', { key: null }), context)).statusCode;
  expect(await ask()).toBe(503);
  key.current = identifierKey;
  expect(await ask()).toBe(200);
  // Whoever is started asks no more: a warm call costs what it did.
  key.current = wrong;
  expect(await ask()).toBe(200);
});
