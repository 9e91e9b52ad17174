import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { callbackSecrets } from '../../lambdas/adapters/callbacks/callback-secrets.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { auditStore } from '../../lambdas/adapters/dynamodb/admin/audit-store.ts';
import { keyRate } from '../../lambdas/adapters/dynamodb/admin/key-rate.ts';
import { routes } from '../../lambdas/contract/routes.ts';
import { eventTypes } from '../../lambdas/domain/events/event-types.ts';
import { callbacks } from '../../lambdas/handlers/callbacks.ts';
import { eventCatalogue, sampleEvent } from '../../lambdas/handlers/deps/callbacks/event-catalogue.ts';
import { publicUrl } from '../../lambdas/use-cases/callbacks/check-url.ts';
import { testCursors } from '../support/api/cursors.ts';
import { type Call, fullKey, send } from '../support/api/http-event.ts';
import { type CallbackBench, callbackBench, status } from '../support/callbacks/callback-bench.ts';
import { acme } from '../support/ledger/ledger-bench.ts';

const { whatsapp: _number, smsName: _name, ...withoutNumbers } = { ...acme, smsNumbers: [] };
const path = '/v1/apps/acme/callbacks';
const wanted = { url: 'https://crm.acme.example/hook', types: ['user.opted_in', 'user.opted_out'] };
const marketer = { ...fullKey, scopes: 'apps:read eligibility:read' };

let bench: CallbackBench;
let handler: ReturnType<typeof callbacks>;
/** Where names lead; any other leads nowhere. */
const names: { [name: string]: readonly string[] } = {};
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  bench = await callbackBench();
  const { table, now } = bench;
  const apps = appStore(table, now);
  await apps.create(acme);
  await apps.create({ ...withoutNumbers, appId: 'other' });
  Object.assign(names, { 'crm.acme.example': ['203.0.114.7'], 'inside.example': ['203.0.114.7', '10.0.0.1'] });
  let made = 0;
  handler = callbacks({
    ...{ apps, audit: auditStore(table, now), rate: keyRate(table, now), endpoints: bench.endpoints, now },
    ...bench.replaying(),
    secrets: callbackSecrets(async () => 'ab'.repeat(32)),
    checkUrl: publicUrl(async (name) => names[name] ?? Promise.reject(new Error('No such name.'))),
    eventTypes: eventCatalogue,
    sampleOf: sampleEvent,
    newName: () => {
      made += 1;
      return `made${made}`;
    },
    cursors: testCursors,
  });
});
afterEach(() => void vi.restoreAllMocks());

const call = (method: string, more = '', given: Call = {}) => send(handler, method, `${path}${more}`, given);
const make = async (more: object = {}) => {
  const answer = await call('POST', '', { body: { ...wanted, ...more } });
  expect(answer.status).toBe(201);
  return answer.body as { endpointId: string; secret: string };
};

describe('a callback address', () => {
  test('is made with its secret, listed and read without it, changed, and deleted', async () => {
    const { endpointId, secret } = await make({ description: 'CRM' });
    expect(secret).toMatch(/^whsec_/);
    const plain = { endpointId, ...wanted, description: 'CRM', format: 'standard', state: 'on', health: 'good' };
    expect((await call('GET')).body).toMatchObject({ data: [plain], nextCursor: null });
    const read = await call('GET', `/${endpointId}`);
    expect(read).toMatchObject({ status: 200, body: plain });
    expect('secret' in read.body).toBe(false);
    const off = await call('PATCH', `/${endpointId}`, { body: { state: 'off', types: 'all', description: null } });
    expect(off).toMatchObject({ status: 200, body: { state: 'off', off: { why: 'by-hand' }, types: 'all' } });
    expect(off.body.description).toBeUndefined();
    expect((await call('PATCH', `/${endpointId}`, { body: { state: 'on' } })).body).toMatchObject({ state: 'on' });
    expect((await call('DELETE', `/${endpointId}`)).status).toBe(204);
    expect((await call('GET', `/${endpointId}`)).status).toBe(404);
    expect((await call('GET')).body.data).toEqual([]);
  });

  test('gets another secret by a rotation, beside which the one before goes on for a while', async () => {
    const { endpointId, secret } = await make();
    expect((await call('GET', `/${endpointId}/secret`)).body).toEqual({ secret });
    const rotated = await call('POST', `/${endpointId}/rotate`, { body: { graceSeconds: 3600 } });
    const previousSecretUntil = new Date(bench.now() + 3_600_000).toISOString();
    expect(rotated).toMatchObject({ status: 200, body: { previousSecretUntil } });
    expect(rotated.body.secret).not.toBe(secret);
    const shown = await call('GET', `/${endpointId}/secret`);
    expect(shown.body).toEqual({ secret: rotated.body.secret, previousSecretUntil });
  });

  test('is sent a test event, which is listed, looked at with its body, and sent again by id and by time', async () => {
    const { endpointId } = await make();
    const [from, own] = [new Date(bench.now()).toISOString(), `/${endpointId}`];
    const tested = await call('POST', `${own}/test`, { body: { type: 'user.opted_out' } });
    expect(tested).toMatchObject({ status: 202, body: { state: 'owed', type: 'user.opted_out' } });
    await bench.drain();
    bench.pass(1000);
    await call('POST', `${own}/test`, { body: { type: 'user.opted_in' } });
    bench.receiver = () => status(503);
    await bench.drain();
    const first = await call('GET', `${own}/deliveries`, { query: { limit: '1' } });
    expect(first.body.data).toMatchObject([{ type: 'user.opted_in', state: 'waiting', tries: [{ code: 503 }] }]);
    const rest = await call('GET', `${own}/deliveries`, { query: { limit: '1', cursor: first.body.nextCursor } });
    expect(rest.body.data).toMatchObject([{ type: 'user.opted_out', state: 'delivered' }]);
    const waiting = await call('GET', `${own}/deliveries`, { query: { state: 'waiting' } });
    expect(waiting.body.data).toHaveLength(1);
    const one = await call('GET', `${own}/deliveries/${tested.body.deliveryId}`);
    expect(JSON.parse(one.body.body)).toMatchObject({ type: 'user.opted_out', data: { test: true } });
    const again = await call('POST', `${own}/replay`, { body: { deliveryIds: [tested.body.deliveryId, 'dlv_none'] } });
    expect(again.body).toMatchObject({ replayed: 1, refused: [{ deliveryId: 'dlv_none', code: 'not-found' }] });
    const to = new Date(bench.now() + 1000).toISOString();
    const range = await call('POST', `${own}/replay`, { body: { from, to } });
    expect(range.body).toMatchObject({ replayed: 1, refused: [{ code: 'underway' }], nextCursor: null });
  });

  test('is one of five', async () => {
    for (let count = 0; count < 5; count += 1) await make();
    const sixth = await call('POST', '', { body: wanted });
    expect(sixth).toMatchObject({ status: 422, body: { errors: [{ code: 'too-many' }] } });
    expect((await call('GET')).body.data).toHaveLength(5);
  });
});

test('the catalogue has every type, with a sample and a schema', async () => {
  const { body } = await send(handler, 'GET', '/v1/event-types', { key: { ...fullKey, scopes: '' } });
  expect(body.data.map(({ type }: { type: string }) => type).toSorted()).toEqual([...eventTypes].toSorted());
});

describe('what is refused', () => {
  test.each<[object, string, string]>([
    [{ url: 'http://crm.acme.example/' }, '/url', 'not-a-public-url'],
    [{ url: 'https://crm.acme.example:8443/' }, '/url', 'not-a-public-url'],
    [{ url: 'https://169.254.169.254/latest' }, '/url', 'not-a-public-url'],
    [{ url: 'https://nowhere.example/' }, '/url', 'unresolved'],
    [{ url: 'https://inside.example/' }, '/url', 'refused-address'],
    [{ format: 'gupshup-v2' }, '/format', 'needs-identifiers'],
    [{ secret: 'mine' }, '/secret', 'unknown-field'],
  ])('%j', async (more, pointer, code) => {
    const answer = await call('POST', '', { body: { ...wanted, ...more } });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
    expect((await call('GET')).body.data).toEqual([]);
  });

  test.each([{ types: [] }, { types: ['user.gone'] }, { types: 'some' }, { url: '' }, { format: 'xml' }])(
    'a body with %j',
    async (more) => expect((await call('POST', '', { body: { ...wanted, ...more } })).status).toBe(422),
  );

  test('an address that leads inside, also when it is changed to that: it stays as it was', async () => {
    const { endpointId } = await make();
    const answer = await call('PATCH', `/${endpointId}`, { body: { url: 'https://inside.example/' } });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'refused-address' }] } });
    expect((await call('GET', `/${endpointId}`)).body.url).toBe(wanted.url);
  });

  test('a test of one that is off, a replay of nothing, and a cursor of another list', async () => {
    const { endpointId } = await make();
    await call('PATCH', `/${endpointId}`, { body: { state: 'off' } });
    const tested = await call('POST', `/${endpointId}/test`, { body: { type: 'user.opted_in' } });
    expect(tested).toMatchObject({ status: 422, body: { errors: [{ pointer: '/type', code: 'switched-off' }] } });
    expect((await call('POST', `/${endpointId}/replay`, { body: {} })).status).toBe(422);
    expect((await call('GET', `/${endpointId}/deliveries`, { query: { cursor: 'abc' } })).status).toBe(400);
  });

  test('an app or an address that there is not, whatever is asked', async () => {
    const body = { url: wanted.url };
    for (const [method, more, given] of [
      ['GET', '/ep_none', {}],
      ['PATCH', '/ep_none', { body }],
      ['DELETE', '/ep_none', {}],
      ['POST', '/ep_none/rotate', {}],
      ['GET', '/ep_none/secret', {}],
      ['POST', '/ep_none/test', { body: { type: 'user.opted_in' } }],
      ['POST', '/ep_none/replay', { body: { deliveryIds: ['dlv_x'] } }],
      ['GET', '/ep_none/deliveries', {}],
      ['GET', '/ep_none/deliveries/dlv_x', {}],
    ] as const)
      expect([method, more, (await call(method, more, given)).status]).toEqual([method, more, 404]);
    expect((await send(handler, 'POST', '/v1/apps/nobody/callbacks', { body: wanted })).status).toBe(404);
  });
});

describe('who may', () => {
  const own = routes.filter(
    ({ method, path: template }) => method !== 'HEAD' && template.startsWith('/v1/apps/{appId}/callbacks'),
  );

  test('nobody without the scope of a route, and nobody with a key of another app', async () => {
    expect(own).toHaveLength(11);
    for (const { method, path: template, scope } of own) {
      const asked = template
        .replace('{appId}', 'acme')
        .replace('{endpointId}', 'ep_x')
        .replace('{deliveryId}', 'dlv_x');
      const others = fullKey.scopes.split(' ').filter((each) => each !== scope);
      const without = await send(handler, method, asked, { key: { ...fullKey, scopes: others.join(' ') } });
      expect([asked, without.status]).toEqual([asked, 403]);
      const foreign = await send(handler, method, asked, { key: { ...fullKey, apps: 'other' } });
      // As if it were not there.
      expect([asked, foreign.status]).toEqual([asked, 404]);
    }
  });

  test('a marketer sees addresses and what came of each event, and neither secrets nor what was said of people', async () => {
    const { endpointId } = await make();
    const tested = await call('POST', `/${endpointId}/test`, { body: { type: 'user.opted_out' } });
    const as = (method: string, more: string) => call(method, more, { key: marketer });
    expect((await as('GET', '')).status).toBe(200);
    const listed = await as('GET', `/${endpointId}/deliveries`);
    expect(listed.body.data).toMatchObject([{ deliveryId: tested.body.deliveryId }]);
    expect('body' in listed.body.data[0]).toBe(false);
    expect((await as('GET', `/${endpointId}/deliveries/${tested.body.deliveryId}`)).status).toBe(403);
    expect((await as('GET', `/${endpointId}/secret`)).status).toBe(403);
    expect((await as('DELETE', `/${endpointId}`)).status).toBe(403);
  });
});
