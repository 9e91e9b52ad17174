import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { acme, type TestApi, testApi } from '../support/api/api.ts';

const number = { phone: '+12125550101', country: 'US' };
const other = { phone: '+12125550102', country: 'US' };
const whatsapp = { phoneNumberId: '106540352242922', phone: '+52 55 0000 0001', wabaId: '102290129340398' };
const keyOf = (apps: string) => ({ keyId: 'key_cccccccccccccccc', scopes: 'apps:read apps:write', apps });
const [alpha, beta, both] = [keyOf('alpha'), keyOf('beta'), keyOf('alpha beta')];
let api: TestApi;
beforeEach(async () => {
  api = await testApi();
  for (const appId of ['alpha', 'beta', 'gamma']) await create(appId);
});

const create = (appId: string, more: object = {}, key?: typeof alpha) => {
  const { whatsapp: _whatsapp, smsNumbers: _numbers, smsName: _name, ...bare } = acme;
  return api.call('POST', '/v1/apps', { body: { ...bare, appId, ...more }, ...(key && { key }) });
};
const change = (appId: string, body: object, key: typeof alpha) =>
  api.call('PATCH', `/v1/apps/${appId}`, { body, key });
const refusal = (detail: string, pointer: string) => ({
  status: 409,
  body: { code: 'already-exists', errors: [{ pointer, detail }] },
});
const takenSms = refusal('Another app has this SMS number.', '/smsNumbers/0/phone');
const takenWhatsapp = refusal('Another app has this WhatsApp number.', '/whatsapp/phoneNumberId');
/** Past the memory of the store. */
const onNumber = async (phone = number.phone) => {
  api.now += 60_000;
  return (await api.apps.onSmsNumber(phone)).map(({ appId }) => appId).sort();
};

describe('an SMS number that an app has', () => {
  beforeEach(async () => {
    expect((await change('alpha', { smsName: 'Alpha', smsNumbers: [number] }, alpha)).status).toBe(200);
  });

  it('is joined by a key that reaches all apps on it, and by no other', async () => {
    const wanted = { smsName: 'Beta', smsNumbers: [number] };
    expect(await change('beta', wanted, beta)).toMatchObject(takenSms);
    expect(await onNumber()).toEqual(['alpha']);
    expect((await change('beta', wanted, both)).status).toBe(200);
    expect(await onNumber()).toEqual(['alpha', 'beta']);
    // Whoever is on it goes on without help.
    expect((await change('beta', { smsName: 'Beta Shop' }, beta)).status).toBe(200);
    // A third needs all of them.
    const third = keyOf('gamma alpha');
    expect(await change('gamma', { smsNumbers: [number] }, third)).toMatchObject(takenSms);
  });

  it('is refused in the same words whatever name comes with it, at creation too', async () => {
    const answers = [];
    for (const smsName of ['Alpha', 'Beta', undefined]) {
      const name = smsName === undefined ? {} : { smsName };
      answers.push(await change('beta', { ...name, smsNumbers: [number] }, beta));
      answers.push(await create('delta', { ...name, smsNumbers: [number] }, keyOf('delta')));
    }
    expect(new Set(answers.map(({ body: { requestId: _id, ...body } }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]).toMatchObject(takenSms);
    expect((await api.call('GET', '/v1/apps/delta')).status).toBe(404);
  });

  it('is kept for whoever had it last: giving it up hands its customers to nobody', async () => {
    expect((await change('alpha', { smsNumbers: [other] }, alpha)).status).toBe(200);
    expect(await onNumber()).toEqual([]);
    expect(await change('beta', { smsNumbers: [number] }, beta)).toMatchObject(takenSms);
    expect((await change('alpha', { smsNumbers: [number] }, alpha)).status).toBe(200);
    expect((await change('alpha', { smsNumbers: [] }, alpha)).status).toBe(200);
    expect((await change('beta', { smsNumbers: [number] }, both)).status).toBe(200);
    // Now it is beta's.
    expect((await change('beta', { smsNumbers: [] }, beta)).status).toBe(200);
    expect(await change('alpha', { smsNumbers: [number] }, alpha)).toMatchObject(takenSms);
    expect((await change('beta', { smsNumbers: [number] }, beta)).status).toBe(200);
  });

  it('that two share stays the other one’s when one leaves', async () => {
    expect((await change('beta', { smsNumbers: [number] }, both)).status).toBe(200);
    expect((await change('alpha', { smsNumbers: [] }, alpha)).status).toBe(200);
    expect(await onNumber()).toEqual(['beta']);
    expect(await change('alpha', { smsNumbers: [number] }, alpha)).toMatchObject(takenSms);
  });

  it('takes twenty numbers and a new name in one change', async () => {
    const many = (tens: number) =>
      Array.from({ length: 20 }, (_, n) => ({
        phone: `+121255502${String(tens * 20 + n).padStart(2, '0')}`,
        country: 'US',
      }));
    expect((await change('gamma', { smsName: 'Gamma', smsNumbers: many(0) }, keyOf('gamma'))).status).toBe(200);
    const next = { smsName: 'Gamma Shop', smsNumbers: many(1) };
    expect((await change('gamma', next, keyOf('gamma'))).status).toBe(200);
    expect(await onNumber('+12125550220')).toEqual(['gamma']);
  });
});

it('two apps that both saw a free number do not both get it', async () => {
  const { documents, tableName } = api.table;
  const both = Promise.withResolvers<void>();
  let arrived = 0;
  const send = async (command: object) => {
    if (command instanceof TransactWriteCommand) {
      arrived += 1;
      if (arrived === 2) both.resolve();
      await both.promise;
    }
    return documents.send(command as never);
  };
  const apps = appStore({ documents: { send } as never, tableName }, () => api.now);
  const join = async (appId: string, by: typeof alpha) => {
    const before = await api.apps.findFresh(appId);
    if (before === undefined) throw new Error('There is no such app.');
    const rights = { scopes: [], apps: by.apps.split(' ') };
    await apps.replace(before, { ...before, smsNumbers: [number], version: before.version + 1 }, rights);
  };
  const race = await Promise.allSettled([join('alpha', alpha), join('beta', beta)]);
  expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await onNumber()).toHaveLength(1);
});

it('two apps that take a free number at once with keys of their own do not both get it', async () => {
  const answers = await Promise.all([
    change('alpha', { smsNumbers: [number] }, alpha),
    change('beta', { smsNumbers: [number] }, beta),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
  expect(answers.filter(({ status }) => status !== 200)).toMatchObject([
    { status: expect.toSatisfy((status) => [409, 503].includes(status)) },
  ]);
  expect(await onNumber()).toHaveLength(1);
});

describe('a WhatsApp number', () => {
  it('that another app has is refused, and one that another app had last too', async () => {
    expect((await change('alpha', { whatsapp }, alpha)).status).toBe(200);
    expect(await change('beta', { whatsapp }, both)).toMatchObject(takenWhatsapp);
    expect((await change('alpha', { whatsapp: null }, alpha)).status).toBe(200);
    expect(await api.apps.ofWhatsappNumber(whatsapp.phoneNumberId)).toMatchObject({
      app: { appId: 'alpha' },
      isFormer: true,
    });
    expect(await change('beta', { whatsapp }, beta)).toMatchObject(takenWhatsapp);
    expect(await create('delta', { whatsapp }, keyOf('delta'))).toMatchObject(takenWhatsapp);
    expect((await change('beta', { whatsapp }, both)).status).toBe(200);
    expect((await change('beta', { whatsapp: null }, beta)).status).toBe(200);
    expect(await change('alpha', { whatsapp }, alpha)).toMatchObject(takenWhatsapp);
    expect((await change('beta', { whatsapp }, beta)).status).toBe(200);
    expect((await api.apps.ofWhatsappNumber(whatsapp.phoneNumberId))?.app.appId).toBe('beta');
  });

  it('that nobody had is taken by whoever comes first', async () => {
    expect((await change('beta', { whatsapp }, beta)).status).toBe(200);
  });
});

describe('a list of apps', () => {
  const list = async (key: typeof alpha, query: Record<string, string>) =>
    (await api.call('GET', '/v1/apps', { key, query })).body;

  it('of a limited key holds its apps, page by page, and says nothing of the others', async () => {
    for (const appId of ['a-secret-merger', 'between', 'zeta']) await create(appId);
    const limited = keyOf('zeta alpha gamma missing');
    const first = await list(limited, { limit: '2' });
    expect(first.data.map(({ appId }: { appId: string }) => appId)).toEqual(['alpha', 'gamma']);
    const second = await list(limited, { limit: '2', cursor: first.nextCursor });
    expect(second).toMatchObject({ data: [{ appId: 'zeta' }], nextCursor: null });
    expect(await list(beta, { limit: '1' })).toMatchObject({ data: [{ appId: 'beta' }], nextCursor: null });
    const cursor = Buffer.from(first.nextCursor, 'base64url').toString('latin1');
    for (const appId of ['secret', 'between', 'gamma']) expect(cursor).not.toContain(appId);
    const foreign = await api.call('GET', '/v1/apps', { key: both, query: { cursor: first.nextCursor } });
    expect(foreign).toMatchObject({ status: 400, body: { errors: [{ pointer: 'cursor' }] } });
  });

  it('of a key for all apps is whole, with no cursor behind the last', async () => {
    const all = keyOf('*');
    const seen: string[] = [];
    let query: Record<string, string> = { limit: '1' };
    for (;;) {
      const { data, nextCursor } = await list(all, query);
      seen.push(...data.map(({ appId }: { appId: string }) => appId));
      if (nextCursor === null) break;
      query = { limit: '1', cursor: nextCursor };
    }
    expect(seen).toEqual(['alpha', 'beta', 'gamma']);
  });
});
