import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import { consentState } from '../../lambdas/domain/consent/consent-state.ts';
import { InvalidInputError } from '../../lambdas/domain/errors.ts';
import { fixtureBytes } from '../support/fixtures.ts';
import { acme, noon } from '../support/ledger/ledger-bench.ts';
import { type GupshupBench, gupshupBench } from '../support/providers/gupshup-bench.ts';
import { ledgerRows } from '../support/table/rows.ts';

const drew = '919163805873';
const bareOptIn = { purposes: ['offers', 'orders'], noticeId: 'web-sign-up', noticeVersion: 2 };
const { whatsapp: _number, ...bare } = acme;
const shop: App = { ...acme, gupshup: { appName: 'DemoApp', bareOptIn } };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

let bench: GupshupBench;
let token: string;

beforeEach(async () => {
  bench = await gupshupBench(shop);
  token = await bench.keyFor(['consent:write', 'users:read']);
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterEach(() => void vi.restoreAllMocks());

const opt = (way: 'in' | 'out', body: string, headers: object = {}, appName = 'DemoApp') =>
  bench.call('POST', `/sm/api/v1/app/opt/${way}/${appName}`, { body, headers: { ...form, apikey: token, ...headers } });
const offersOf = async (phone: string) => {
  const found = await bench.people.find('acme', { phone }, bench.now());
  const offers = { purposeId: 'offers', category: 'marketing' } as const;
  return consentState(found?.subject.registers ?? {}, offers, bench.now()).state;
};

describe('an opt-in', () => {
  test.each([
    ['a form', `user=${drew}`],
    ['a plus, written out', `user=%2B${drew}`],
    ['a plus that became a blank', `user=+${drew}`],
    ['a plus behind it', `user=${drew}%20+`],
    ['JSON under the type of a form', JSON.stringify({ user: drew })],
    ['a number of JSON', `{"user":${drew}}`],
    ['a list of JSON', `{"user":[${drew}]}`],
    ['JSON that a library took for a name', `${encodeURIComponent(`{"user":${drew}}`)}=`],
    ['another case', `User=${drew}`],
    ['a list of a form', `user[]=${drew}`],
    ['a numbered list of a form', `user%5B0%5D=${drew}`],
  ])('by %s is answered 202 without a body, and recorded as the app says', async (_, body) => {
    expect(await opt('in', body)).toMatchObject({
      status: 202,
      body: undefined,
      headers: { 'x-optledger-applied': 'true' },
    });
    const [entry, ...others] = await ledgerRows(bench.table);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ action: 'granted', purposes: ['offers', 'orders'], level: 2, src: 'api', at: noon });
    expect(entry).toMatchObject({
      notice: 'web-sign-up@2',
      body: { noticeId: 'web-sign-up', noticeVersion: 2, documentRef: 'gupshup:opt-in' },
    });
    expect(entry?.body).toMatchObject({ operator: expect.stringMatching(/^key_/), identifiers: {} });
    expect(await offersOf(drew)).toBe('opted-in');
  });

  it('of several numbers records each line once', async () => {
    expect((await opt('in', `user=${drew},919163805874,%2B${drew}`)).status).toBe(202);
    expect(await ledgerRows(bench.table)).toHaveLength(2);
  });

  it('of several numbers that failed for one and is sent again opts nobody in again who said no since', async () => {
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const other = '919163805874';
    const { recordStatement } = bench.ledger;
    const failing = {
      ...bench.ledger,
      recordStatement: (...[app, command]: Parameters<typeof recordStatement>) =>
        command.person.phone === other
          ? Promise.reject(Object.assign(new Error('no'), { name: 'ThrottlingException' }))
          : recordStatement(app, command),
    };
    const call = { body: `user=${drew},${other}`, headers: { ...form, apikey: token } };
    const path = '/sm/api/v1/app/opt/in/DemoApp';
    expect((await bench.call('POST', path, call, { ledger: failing })).status).toBe(503);
    bench.setNow(noon + 60_000);
    expect((await opt('out', `user=${drew}`)).status).toBe(202);
    bench.setNow(noon + 120_000);
    expect(await bench.call('POST', path, call)).toMatchObject({
      status: 202,
      headers: { 'x-optledger-applied': 'false' },
    });
    expect([await offersOf(drew), await offersOf(other)]).toEqual(['opted-out', 'opted-in']);
    // The next day it is another call.
    bench.setNow(noon + 24 * 3_600_000);
    await bench.call('POST', path, call);
    expect(await offersOf(drew)).toBe('opted-in');
  });

  it('of several numbers, one of which cannot exist, records none and says which', async () => {
    const answer = await opt('in', `user=${drew},12,919163805874`);
    expect(answer).toMatchObject({
      status: 400,
      body: { status: 'error', message: expect.stringMatching(/^Number 2: /) },
    });
    expect(await ledgerRows(bench.table)).toEqual([]);
  });

  it('without evidence is refused where the app does not say what stands behind it', async () => {
    bench = await gupshupBench({ ...acme, gupshup: { appName: 'DemoApp' } });
    token = await bench.keyFor(['consent:write']);
    const answer = await opt('in', `user=${drew}`);
    expect(answer).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: { status: 'error', message: expect.stringContaining('gupshup.bareOptIn') },
    });
    expect(await ledgerRows(bench.table)).toEqual([]);
  });

  it('is answered 202 where it loses, and a header says so', async () => {
    await bench.say(
      { phone: drew },
      { action: 'revoked', purposes: 'all', level: 3, provider: true, saidAt: noon - 1 },
    );
    expect(await opt('in', `user=${drew}`)).toMatchObject({ status: 202, headers: { 'x-optledger-applied': 'false' } });
    expect(await offersOf(drew)).toBe('opted-out');
  });

  it('waits for the phone where the app asks that of reports', async () => {
    bench = await gupshupBench({ ...shop, doubleOptIn: ['api'] });
    token = await bench.keyFor(['consent:write']);
    await opt('in', `user=${drew}`);
    expect(await offersOf(drew)).toBe('pending');
  });

  it('is refused under a version that was never published', async () => {
    const text = { locale: 'en', text: 'I agree', businessName: 'Acme' };
    const version = { appId: 'acme', noticeId: 'web-sign-up', version: 1, publishedAt: noon, texts: [text] };
    const notices = { ...noticeStore(bench.table), nearest: async () => version as never };
    const call = { body: `user=${drew}`, headers: { ...form, apikey: token } };
    const answer = await bench.call('POST', '/sm/api/v1/app/opt/in/DemoApp', call, { notices });
    expect(answer).toMatchObject({ status: 400, body: { status: 'error' } });
    expect(await ledgerRows(bench.table)).toEqual([]);
  });

  test.each([
    ['nobody', ''],
    ['an empty name', 'user='],
    ['no number', 'user=hello'],
    ['half of JSON', '{"user":'],
    ['too many', `user=${Array.from({ length: 101 }, (_, n) => 919_163_800_000 + n).join(',')}`],
    ['a body that never ends', `user=${'9'.repeat(20_000)}`],
  ])('of %s is 400', async (_, body) => {
    expect(await opt('in', body)).toMatchObject({ status: 400, body: { status: 'error' } });
    expect(await ledgerRows(bench.table)).toEqual([]);
  });
});

describe('an opt-out', () => {
  it('is a reported no to everything, and needs no setting', async () => {
    await bench.say({ phone: drew }, { saidAt: noon - 1000 });
    expect(await opt('out', `user=${drew}`, {}, 'acme')).toMatchObject({ status: 202, body: undefined });
    expect(await offersOf(drew)).toBe('opted-out');
    expect(await ledgerRows(bench.table)).toContainEqual(
      expect.objectContaining({ action: 'revoked', purposes: 'all', level: 2, src: 'api' }),
    );
  });

  it('is recorded for every number that can be read, whatever is wrong with the others', async () => {
    const answer = await opt('out', `user=${drew},12`);
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringMatching(/^Number 2: /) } });
    expect(await offersOf(drew)).toBe('opted-out');
  });

  it('is recorded for the others where that of one is refused', async () => {
    const { recordStatement } = bench.ledger;
    const refusing = {
      ...bench.ledger,
      recordStatement: (...[app, command]: Parameters<typeof recordStatement>) =>
        command.person.phone === drew
          ? Promise.reject(new InvalidInputError([{ pointer: '/user', code: 'wrong', detail: 'No.' }]))
          : recordStatement(app, command),
    };
    const others = Array.from({ length: 20 }, (_, n) => String(919_163_805_900 + n));
    const call = { body: `user=${[drew, ...others].join()}`, headers: { ...form, apikey: token } };
    const answer = await bench.call('POST', '/sm/api/v1/app/opt/out/DemoApp', call, { ledger: refusing });
    expect(answer.status).toBe(400);
    expect(await ledgerRows(bench.table)).toHaveLength(20);
  });

  it('answers 503 in the same form when nothing could be stored', async () => {
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const throttled = Object.assign(new Error('no'), { name: 'ThrottlingException' });
    const ledger = { ...bench.ledger, recordStatement: () => Promise.reject(throttled) };
    const call = { body: `user=${drew}`, headers: { ...form, apikey: token } };
    const answer = await bench.call('POST', '/sm/api/v1/app/opt/out/DemoApp', call, { ledger });
    expect(answer).toMatchObject({ status: 503, body: { status: 'error' }, headers: { 'retry-after': '2' } });
  });
});

describe('the key', () => {
  const body = `user=${drew}`;
  const call = (headers: object, appName = 'DemoApp') =>
    bench.call('POST', `/sm/api/v1/app/opt/out/${appName}`, { body, headers: { ...form, ...headers } });

  it('may stand in apikey, or in Authorization with or without a scheme', async () => {
    for (const headers of [{ apikey: token }, { authorization: token }, { authorization: `Bearer ${token}` }]) {
      expect((await call(headers)).status).toBe(202);
    }
    expect((await call({ apikey: token, authorization: token })).status).toBe(202);
  });

  it('is 401 where it is none, as Gupshup says it', async () => {
    const refused = { status: 'error', message: 'Portal User Not Found With APIKey' };
    for (const headers of [{}, { apikey: 'sk_1' }, { apikey: `${token}x` }, { authorization: 'Basic YTpi' }]) {
      expect(await call(headers)).toMatchObject({ status: 401, body: refused });
    }
  });

  it('names no app by a name that is the appId of another', async () => {
    const named = { ...bare, appId: 'beta', smsName: 'Beta', gupshup: { appName: 'acme' } };
    await appStore(bench.table, bench.now).create(named);
    const both = await bench.keyFor(['consent:write'], ['acme', 'beta']);
    for (const apikey of [both, await bench.keyFor(['consent:write'], '*')]) {
      expect((await call({ apikey }, 'acme')).status).toBe(401);
      expect((await call({ apikey }, 'DemoApp')).status).toBe(202);
    }
  });

  it('needs its scope, and reaches its own apps only', async () => {
    await appStore(bench.table, bench.now).create({
      ...bare,
      appId: 'beta',
      smsName: 'Beta',
      gupshup: { appName: 'DemoApp' },
    });
    const other = await bench.keyFor(['consent:write'], ['beta']);
    const reader = await bench.keyFor(['users:read']);
    expect(await call({ apikey: reader })).toMatchObject({
      status: 401,
      body: { message: expect.stringContaining('consent:write') },
    });
    expect((await call({ apikey: other }, 'acme')).status).toBe(401);
    expect((await call({ apikey: token }, 'nobody')).status).toBe(401);
    expect(await ledgerRows(bench.table)).toEqual([]);
    const all = await bench.keyFor(['consent:write'], '*');
    // Two apps of this name.
    expect((await call({ apikey: all })).status).toBe(401);
    expect((await call({ apikey: all }, 'acme')).status).toBe(202);
    expect((await call({ apikey: other })).status).toBe(202);
  });
});

describe('the list of people', () => {
  const users = (query: Record<string, string> = {}, headers: object = { apikey: token }, more = {}) =>
    bench.call('GET', '/sm/api/v1/users/DemoApp', { query, headers: { ...headers } as Record<string, string> }, more);
  const both = { purposes: ['offers', 'orders'] };

  it('has exactly the shape of Gupshup’s', async () => {
    await bench.say({ phone: drew }, { ...both, provider: true, level: 3, saidAt: noon - 2000 });
    await bench.hear({ phone: drew }, noon - 1000);
    await bench.say({ phone: '919163805874' }, { action: 'revoked', purposes: 'all', saidAt: noon - 3000 });
    const answer = await users();
    const recorded = JSON.parse(fixtureBytes('gupshup-docs/users-list-response.json').toString());
    expect(answer.status).toBe(200);
    const rows = answer.body.users.toSorted((a: { phoneCode: string }, b: { phoneCode: string }) =>
      a.phoneCode < b.phoneCode ? -1 : 1,
    );
    expect(rows).toEqual([
      { ...recorded.users[0], lastMessageTimeStamp: noon - 1000, optinTimeStamp: noon - 2000 },
      { ...recorded.users[1], optinTimeStamp: noon - 3000 },
    ]);
    expect(Object.keys(answer.body)).toEqual(Object.keys(recorded));
    expect(Object.keys(rows[0])).toEqual(Object.keys(recorded.users[0]));
  });

  test.each([
    ['half of what stands behind a bare opt-in', { purposes: ['offers'] }, []],
    ['all of it', both, ['OPT_IN']],
    ['a no', { action: 'revoked', purposes: ['orders'] } as const, ['OPT_OUT']],
    ['a no to something else', { action: 'revoked', purposes: ['news'] } as const, []],
    ['a request', { ...both, action: 'requested' } as const, []],
  ])('%s: %j', async (_, said, statuses) => {
    await bench.say({ phone: drew }, said);
    const { body } = await users();
    expect(body.users.map(({ optinStatus }: { optinStatus: string }) => optinStatus)).toEqual(statuses);
  });

  it('calls nobody opted in who does not answer all that they were asked, where the app names nothing', async () => {
    bench = await gupshupBench({ ...acme, gupshup: { appName: 'DemoApp' } });
    token = await bench.keyFor(['users:read']);
    for (const phone of [drew, '919163805874']) await bench.say({ phone }, { purposes: ['offers'] });
    await bench.say({ phone: drew }, { action: 'requested', purposes: ['orders'] });
    const { body } = await users();
    expect(body.users).toMatchObject([{ phoneCode: '9163805874', optinStatus: 'OPT_IN' }]);
  });

  it('calls nobody opted in who is braked, or stopped marketing in WhatsApp', async () => {
    const [anna, ben] = [drew, '919163805874'];
    for (const phone of [anna, ben]) await bench.say({ phone }, { ...both, saidAt: noon - 5000 });
    const stop = { person: { phone: anna }, at: noon, eventId: 'p1', value: 'stop', evidence: {} } as const;
    await bench.ledger.recordPlatformPreference(shop, stop);
    const brake = { person: { phone: ben }, at: noon, eventId: 'b1', reason: 'administrative', lift: false } as const;
    await bench.ledger.recordSuppression(shop, { ...brake, evidence: {}, source: 'api' });
    const { body } = await users();
    expect(body.users.map(({ optinStatus }: { optinStatus: string }) => optinStatus)).toEqual(['OPT_OUT', 'OPT_OUT']);
  });

  it('needs users:read', async () => {
    const writer = await bench.keyFor(['consent:write']);
    expect(await users({}, { apikey: writer })).toMatchObject({ status: 401, body: { status: 'error' } });
  });

  it('never looks whole when it is not, and goes page by page where that is asked for', async () => {
    for (let n = 0; n < 7; n += 1) await bench.say({ phone: `91916380580${n}` }, both);
    const cut = await users({}, { apikey: token }, { timeLeft: () => 0, directory: slowDirectory() });
    expect(cut).toMatchObject({
      status: 400,
      body: { status: 'error', message: expect.stringContaining('limit=1000') },
    });
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const page = await users({ limit: '3', ...(cursor !== '' && cursor !== null && { cursor }) });
      expect(page.status).toBe(200);
      expect(page.body.users.length).toBeLessThanOrEqual(3);
      seen.push(...page.body.users.map(({ phoneCode }: { phoneCode: string }) => phoneCode));
      cursor = page.body.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
    for (const limit of ['0', '1001', 'all', '-1']) expect((await users({ limit })).status).toBe(400);
    expect((await users({ limit: '3', cursor: 'made-up' })).status).toBe(400);
  });

  /** A list that goes on and on. */
  function slowDirectory() {
    return { list: async () => ({ data: [], looked: 25, next: { shard: 1 } }), shareOf: () => 0.5 };
  }
});

describe('the enterprise gateway', () => {
  const asked = (more: Record<string, string> = {}) => ({
    method: 'OPT_IN',
    userid: 'DemoApp',
    password: token,
    phone_number: drew,
    v: '1.1',
    auth_scheme: 'plain',
    channel: 'WHATSAPP',
    format: 'json',
    ...more,
  });
  const get = (more: Record<string, string> = {}) => bench.call('GET', '/GatewayAPI/rest', { query: asked(more) });
  const post = (more: Record<string, string> = {}, headers: object = form, body?: string) =>
    bench.call('POST', '/GatewayAPI/rest', {
      body: body ?? new URLSearchParams(asked(more)).toString(),
      headers: { ...headers } as Record<string, string>,
    });

  it('takes a query and a form, and JSON too', async () => {
    const success = { status: 'success', phone: drew, details: expect.any(String), id: expect.any(String) };
    expect(await get()).toMatchObject({ status: 200, body: { response: success } });
    expect(await post()).toMatchObject({ status: 200, body: { response: success } });
    const json = { 'content-type': 'application/json' };
    expect(await post({}, json, JSON.stringify(asked({ format: 'JSON' })))).toMatchObject({
      body: { response: success },
    });
    // All in one millisecond, so they are one act told three times.
    expect(await ledgerRows(bench.table)).toMatchObject([{ action: 'granted', level: 2 }]);
  });

  it('answers as text unless told otherwise, and as XML', async () => {
    const text = await get({ format: '' });
    expect(text.headers['content-type']).toMatch(/^text\/plain/);
    expect(text.body).toMatch(new RegExp(`^success \\| ${drew} \\| [^|]+ \\| [^|]+$`));
    const xml = await get({ format: 'xml' });
    expect(xml.headers['content-type']).toMatch(/^text\/xml/);
    expect(xml.body).toMatch(/^<\?xml [^>]+\?><response><status>success<\/status><id>/);
    expect((await get({ format: 'text', password: 'x' })).body).toMatch(/^error \| 102 \| /);
  });

  it('opts out, and finds the app of a key by the number of an account', async () => {
    expect(await get({ method: 'opt_out', userid: '2000155005' })).toMatchObject({
      body: { response: { status: 'success' } },
    });
    expect(await offersOf(drew)).toBe('opted-out');
    const wide = await bench.keyFor(['consent:write'], '*');
    expect(await get({ userid: '2000155005', password: wide })).toMatchObject({
      body: { response: { status: 'error', id: '102' } },
    });
  });

  test.each([
    ['a wrong key', { password: 'x' }, '102'],
    ['another app', { userid: 'Other' }, '102'],
    ['a number that cannot exist', { phone_number: '12' }, '105'],
    ['no number', { phone_number: '' }, '105'],
    ['another method', { method: 'SENDMESSAGE' }, '106'],
    ['another channel', { channel: 'SMS' }, '101'],
    ['encrypted parameters', { encrdata: 'abc' }, '101'],
  ])('%s is an error in the answer, with 200', async (_, more, id) => {
    expect(await get(more)).toMatchObject({ status: 200, body: { response: { status: 'error', id, phone: '' } } });
    expect(await ledgerRows(bench.table)).toEqual([]);
  });

  it('records a no on whatever channel, and for every number that can be read', async () => {
    const answer = await get({ method: 'OPT_OUT', channel: 'SMS', phone_number: `${drew},12` });
    expect(answer).toMatchObject({ body: { response: { status: 'error', id: '105' } } });
    expect(await offersOf(drew)).toBe('opted-out');
  });

  it('refuses a bare opt-in without what stands behind it', async () => {
    bench = await gupshupBench({ ...acme, gupshup: { appName: 'DemoApp' } });
    token = await bench.keyFor(['consent:write']);
    expect(await get()).toMatchObject({
      status: 200,
      body: { response: { status: 'error', details: expect.stringContaining('gupshup.bareOptIn') } },
    });
  });

  it('says by its status what may be tried again', async () => {
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const throttled = Object.assign(new Error('no'), { name: 'ThrottlingException' });
    const ledger = { ...bench.ledger, recordStatement: () => Promise.reject(throttled) };
    const answer = await bench.call('GET', '/GatewayAPI/rest', { query: asked({ method: 'OPT_OUT' }) }, { ledger });
    expect(answer).toMatchObject({ status: 503, body: { response: { status: 'error' } } });
  });

  it('does nothing for a HEAD', async () => {
    expect((await bench.call('HEAD', '/GatewayAPI/rest', { query: asked({ method: 'OPT_OUT' }) })).status).toBe(200);
    expect(await ledgerRows(bench.table)).toEqual([]);
  });
});

test('no line of the log holds a number, a key or a secret', async () => {
  const lines: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0);
  await opt('in', `user=${drew}`);
  await opt('out', `user=${drew},12`);
  await bench.call('GET', '/GatewayAPI/rest', {
    query: { method: 'OPT_OUT', userid: 'acme', password: token, phone_number: drew },
  });
  expect(lines.join('\n')).not.toMatch(new RegExp(`${drew}|9163805873|${token.slice(-20)}`));
  expect(lines.length).toBeGreaterThan(2);
});
