import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { matchRoute } from '../../dev/http/match-route.ts';
import { metaGraph } from '../../lambdas/adapters/providers/meta/meta-graph.ts';
import { readFile } from '../../lambdas/edge/gate/read-file.ts';
import { gatewayRoutes, keyOf } from '../../lib/constructs/api/gateway-routes.ts';
import {
  accessToken,
  bsuid,
  type GateBench,
  gateBench,
  type LoopbackMeta,
  loopbackMeta,
  phone,
  phoneNumberId,
  taken,
  template,
  text,
} from '../support/gate/gate-bench.ts';
import { acme, noon } from '../support/ledger/ledger-bench.ts';

const minute = 60_000;
let meta: LoopbackMeta;
let bench: GateBench;
beforeAll(async () => {
  meta = await loopbackMeta();
});
afterAll(() => meta.stop());
beforeEach(async () => {
  meta.arrived.length = 0;
  meta.answer = { status: 200, body: JSON.stringify(taken) };
  bench = await gateBench(meta);
});
afterEach(() => vi.restoreAllMocks());

const codes = (body: { error?: { optledger?: { reasons: { code: string }[] } } }) =>
  body.error?.optledger?.reasons.map(({ code }) => code);
/** Opted in to offers, and in the window. */
const opened = (person = { phone }) => bench.hear(person, bench.now() - minute);

describe('what is allowed goes on to Meta as it came', () => {
  test('with the token of the app, the id of the decision, and nothing else changed', async () => {
    await opened();
    const body = `{ "messaging_product" : "whatsapp","to":"+${phone}",  "type":"text","text":{"body":"Grüße \\ud83d\\ude00"}, "new_field": [1e400] }`;
    const answer = await bench.send(body, { 'content-type': 'application/json; charset=utf-8' });
    expect(answer).toMatchObject({ status: 200, body: taken });
    const decisionId = answer.headers['x-optledger-decision'];
    expect(decisionId).toMatch(/^dec_[0-9a-z]{24}$/);
    expect(meta.arrived).toMatchObject([
      {
        method: 'POST',
        path: `/v23.0/${phoneNumberId}/messages`,
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        text: body.replace('{', `{"biz_opaque_callback_data":"${decisionId}",`),
      },
    ]);
    expect(await bench.decisions.find('acme', decisionId ?? '')).toMatchObject({
      decision: 'allow',
      userId: expect.stringMatching(/^usr_/),
      message: { kind: 'free-form', type: 'text' },
      reasons: [{ code: 'window-open' }],
    });
  });

  test('what the caller wrote for its own statuses stays, to the byte', async () => {
    await opened();
    const body = JSON.stringify(text({ biz_opaque_callback_data: 'campaign-7' }));
    const answer = await bench.send(body);
    expect(answer.headers['x-optledger-decision']).toMatch(/^dec_/);
    expect(meta.arrived[0]?.text).toBe(body);
  });

  test('without a version, and by another path, as the caller wrote it', async () => {
    await opened();
    await bench.template('offer', { status: 'approved', category: 'marketing' }, 'offers');
    await bench.say({ phone });
    await bench.call('POST', `/${phoneNumberId}/messages`, { body: text() });
    await bench.call('POST', `/v21.0/${phoneNumberId}/marketing_messages`, { body: template('offer') });
    await bench.call('POST', `/${phoneNumberId}/marketing_messages`, { body: template('offer') });
    expect(meta.arrived.map(({ path }) => path)).toEqual([
      `/v26.0/${phoneNumberId}/messages`,
      `/v21.0/${phoneNumberId}/marketing_messages`,
      `/v26.0/${phoneNumberId}/marketing_messages`,
    ]);
  });

  test("Meta's own refusal comes back as it is, with the headers that clients read", async () => {
    await opened();
    const error = { error: { message: '(#131056) Pair rate limit hit', type: 'OAuthException', code: 131056 } };
    const headers = { 'facebook-api-version': 'v23.0', 'retry-after': '7', 'set-cookie': 'a=b', 'x-fb-trace-id': 'T' };
    meta.answer = { status: 400, body: JSON.stringify(error), headers };
    const answer = await bench.send(text());
    expect(answer).toMatchObject({ status: 400, body: error });
    expect(answer.headers).toMatchObject({
      ...{ 'facebook-api-version': 'v23.0', 'retry-after': '7', 'x-fb-trace-id': 'T' },
      'content-type': 'application/json',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('a read receipt and a typing sign pass, and nothing is decided about them', async () => {
    const status = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.X' };
    meta.answer = { status: 200, body: '{"success":true}' };
    for (const body of [status, { ...status, typing_indicator: { type: 'text' } }]) {
      const answer = await bench.send(JSON.stringify(body));
      expect(answer).toMatchObject({ status: 200, body: { success: true } });
      expect(meta.arrived.at(-1)?.text).toBe(JSON.stringify(body));
    }
    expect((await bench.decisions.list('acme', {}, 10)).data).toEqual([]);
    const both = await bench.send({ ...status, to: `+${phone}`, type: 'text', text: { body: 'Hi' } });
    expect(both).toMatchObject({ status: 400, body: { error: { code: 790001 } } });
    expect(meta.arrived).toHaveLength(2);
  });
});

describe('what is denied', () => {
  test('is an error in the form of Meta with the reasons, kept, and nothing goes on', async () => {
    const answer = await bench.send(text());
    expect(answer).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: {
        error: {
          message: '(#790000) Not allowed: The person has not written or called.',
          type: 'OptLedgerException',
          code: 790000,
          error_data: { messaging_product: 'whatsapp', details: 'The person has not written or called.' },
          is_transient: false,
          optledger: {
            decision: 'deny',
            reasons: [{ code: 'window-closed' }],
            wouldChange: ['The person writes or calls.'],
          },
        },
      },
    });
    expect(meta.arrived).toEqual([]);
    const [kept] = (await bench.decisions.list('acme', {}, 10)).data;
    expect(kept).toMatchObject({ decision: 'deny', decisionId: answer.headers['x-optledger-decision'] });
    // Nobody of that name is known, and the decision does not tell of whom it was.
    expect(kept?.userId).toBeUndefined();
    expect(JSON.stringify(kept)).not.toContain(phone);
  });

  test('a template goes to whoever opted in to what the registry says that it serves, and to nobody else', async () => {
    await bench.template('offer', { status: 'approved', category: 'marketing' }, 'offers');
    await bench.template('receipt', { status: 'approved', category: 'utility' }, 'orders');
    await bench.template('loose', { status: 'approved', category: 'marketing' });
    await bench.template('paused', { status: 'paused', category: 'marketing' }, 'offers');
    await bench.say({ phone });
    expect(await bench.send(template('offer'))).toMatchObject({ status: 200 });
    expect(
      await bench.send(template('offer', { template: { name: 'offer', language: { code: 'en-US' } } })),
    ).toMatchObject({ status: 200 });
    expect(codes((await bench.send(template('receipt'))).body)).toEqual(['never-asked']);
    expect(codes((await bench.send(template('loose'))).body)).toEqual(['template-without-purpose']);
    const paused = await bench.send(template('paused'));
    expect(codes(paused.body)).toEqual(['template-not-usable']);
    expect(paused.body.error.error_data.details).toContain('is paused');
    expect(codes((await bench.send(template('unheard_of'))).body)).toEqual(['template-not-usable']);
    expect(meta.arrived).toHaveLength(2);
  });

  test('the window makes no template free, and an opt-in opens no window', async () => {
    await bench.template('offer', { status: 'approved', category: 'marketing' }, 'offers');
    await opened();
    expect(codes((await bench.send(template('offer'))).body)).toEqual(['never-asked']);
    await bench.say({ phone });
    bench.setNow(noon + 25 * 60 * minute);
    expect(codes((await bench.send(text())).body)).toEqual(['window-closed']);
  });

  test('a stop of everything holds in the window too', async () => {
    await opened();
    await bench.say({ phone }, { provider: true, action: 'revoked', purposes: 'all' });
    expect(codes((await bench.send(text())).body)).toEqual(['stopped-everything']);
  });

  test('whatever has no template needs the window: also without type, a reaction, and what is not known here', async () => {
    const bare = { messaging_product: 'whatsapp', to: `+${phone}` };
    const messages = [
      { ...bare, text: { body: 'Hi' } },
      { ...bare, type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '' } },
      { ...bare, type: 'image', image: { link: 'https://in.example/a.png' } },
      { ...bare, type: 'location', location: { latitude: 1, longitude: 2 } },
      { ...bare, type: 'contacts', contacts: [] },
      { ...bare, type: 'interactive', interactive: { type: 'call_permission_request' } },
      { ...bare, type: 'something_of_2027', something_of_2027: {} },
      { ...bare, type: 'text', text: { body: 'Hi' }, category: 'service' },
    ];
    for (const message of messages) expect(codes((await bench.send(message)).body)).toEqual(['window-closed']);
    await opened();
    for (const message of messages) expect(await bench.send(message)).toMatchObject({ status: 200 });
    const kept = (await bench.decisions.list('acme', { decision: 'allow' }, 20)).data.map(
      ({ message }) => message.type,
    );
    expect(new Set(kept)).toEqual(
      new Set(['text', 'reaction', 'image', 'location', 'contacts', 'interactive', 'other']),
    );
  });
});

describe('Direct Send is judged as what it calls itself', () => {
  const utility = (more: object = {}) => text({ category: 'utility', ...more });

  test('not by the window: open does not help, closed does not hinder', async () => {
    await opened();
    expect(codes((await bench.send(utility())).body)).toEqual(['never-asked']);
    await bench.say({ phone }, { purposes: ['orders'] });
    bench.setNow(noon + 25 * 60 * minute);
    expect(await bench.send(utility())).toMatchObject({ status: 200 });
    expect(meta.arrived).toHaveLength(1);
  });

  test('an opt-in to marketing is none, a category without a purpose is nobody’s, and marketing is refused as Meta does', async () => {
    await bench.say({ phone });
    expect(codes((await bench.send(utility())).body)).toEqual(['never-asked']);
    expect(codes((await bench.send(text({ category: 'authentication' }))).body)).toEqual(['unknown-purpose']);
    expect(await bench.send(text({ category: 'marketing' }))).toMatchObject({
      status: 400,
      body: { error: { code: 100 } },
    });
    expect(meta.arrived).toEqual([]);
  });

  test('of several purposes all must allow it, unless the caller says which', async () => {
    const { purposes } = acme;
    const more = { purposeId: 'deliveries', name: 'Deliveries', category: 'utility' as const };
    const settings = { ...acme, appId: 'shop', purposes: [...purposes, more], smsNumbers: [] };
    await bench.makeApp({ ...settings, whatsapp: { ...must(acme.whatsapp), phoneNumberId: '206540352242922' } });
    await bench.sayTo(settings, { phone }, { purposes: ['orders'] });
    const authorization = `Bearer ${await bench.makeKey(['messages:send'], ['shop'])}`;
    const send = (headers: object) =>
      bench.call('POST', '/v23.0/206540352242922/messages', {
        body: utility(),
        headers: { authorization, ...headers },
      });
    expect(codes((await send({})).body)).toEqual(['never-asked']);
    expect(await send({ 'x-optledger-purpose': 'orders' })).toMatchObject({ status: 200 });
    expect(codes((await send({ 'x-optledger-purpose': 'deliveries' })).body)).toEqual(['never-asked']);
    expect(codes((await send({ 'x-optledger-purpose': 'constructor' })).body)).toEqual(['unknown-purpose']);
  });
});

describe('number and BSUID', () => {
  test('by a BSUID alone', async () => {
    await bench.hear({ phone, bsuid }, noon - minute);
    const { to: _none, ...named } = text({ recipient: bsuid }) as { to: string };
    expect(await bench.send(named)).toMatchObject({ status: 200 });
    expect(codes((await bench.send({ ...named, recipient: 'US.999' })).body)).toEqual(['window-closed']);
  });

  test('with both the number decides, and a no under the BSUID counts', async () => {
    const other = 'US.777';
    await opened();
    expect(await bench.send(text({ recipient: other }))).toMatchObject({ status: 200 });
    await bench.say({ bsuid: other }, { provider: true, action: 'revoked', purposes: 'all' });
    expect(codes((await bench.send(text({ recipient: other }))).body)).toEqual(['stopped-everything']);
    expect(await bench.send(text())).toMatchObject({ status: 200 });
    const template_ = template('offer', { recipient: other });
    await bench.template('offer', { status: 'approved', category: 'marketing' }, 'offers');
    await bench.say({ phone });
    expect(codes((await bench.send(template_)).body)).toEqual(['opted-out']);
  });

  test('a line that is written in several ways is one', async () => {
    await bench.hear({ phone: '525512345678' }, noon - minute);
    for (const to of [
      '+525512345678',
      '+52 55 1234 5678',
      '+5215512345678',
      '5215512345678',
      '525512345678',
      '+52 (55) 1234-5678',
    ])
      expect(await bench.send(text({ to })), to).toMatchObject({ status: 200 });
  });

  test.each([
    ['without its country', '4155550132'],
    ['that Meta could put the country of the business before', '2015551234'],
    ['two', '+14165550132,+14165550133'],
    ['a list', ['+14165550132']],
    ['a number of JSON', 14165550132],
    ['nothing', ''],
    ['null', null],
    ['a NUL', '+1415555013\u0000'],
    ['digits of another script', '+١٤١٥٥٥٥٠١٣٢'],
    ['an object', { phone }],
    ['a BSUID', bsuid],
    ['the id of a group', 'Y2FwaV9ncm91cDoxNzA1NTU1MDEz'],
  ])('%s is nobody', async (_what, to) => {
    await opened();
    const answer = await bench.send(text({ to }));
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 790001, is_transient: false } } });
    expect(meta.arrived).toEqual([]);
  });
});

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('It is not there.');
  return value;
}

describe('what is no message is refused in the form of Meta, and nothing goes on', () => {
  const ok = JSON.stringify(text());
  test.each([
    ['no JSON', 'hello', 790001],
    ['nothing', '', 790001],
    ['a list', `[${ok}]`, 790001],
    ['a key twice', ok.replace('{', `{"to":"+14165550199",`), 790001],
    ['a key twice by an escape', ok.replace('{', `{"\\u0074o":"+14165550199",`), 790001],
    [
      'a key twice, deep inside',
      '{"messaging_product":"whatsapp","to":"+14165550132","type":"template","template":{"name":"a","name":"b","language":{"code":"en"}}}',
      790001,
    ],
    ['__proto__', ok.replace('{', '{"__proto__":{"type":"template"},'), 790001],
    ['half of a surrogate pair', ok.replace('"Hi"', '"\\ud83d"'), 790001],
    ['a group', JSON.stringify(text({ recipient_type: 'group' })), 790001],
    ['a strange kind of recipient', JSON.stringify(text({ recipient_type: 'everybody' })), 790001],
    ['to in another spelling', JSON.stringify(text({ To: '+14165550199' })), 790001],
    ['to with a blank behind it', JSON.stringify(text({ 'to ': '+14165550199' })), 790001],
    ['a field with brackets', JSON.stringify(text({ 'to[0]': '+14165550199' })), 790001],
    ['another token', JSON.stringify(text({ access_token: 'x' })), 790001],
    ['another method', JSON.stringify(text({ method: 'delete' })), 790001],
    ['other calls', JSON.stringify(text({ batch: '[]' })), 790001],
    ['another product', JSON.stringify(text({ messaging_product: 'instagram' })), 790001],
    ['a type that is no text', JSON.stringify(text({ type: ['text'] })), 790001],
    ['a type in capitals', JSON.stringify(text({ type: 'TEMPLATE' })), 790001],
    [
      'a template beside a text',
      JSON.stringify(text({ template: { name: 'offer', language: { code: 'en' } } })),
      790001,
    ],
    ['a category of a picture', JSON.stringify(text({ type: 'image', category: 'utility' })), 790001],
    ['a category that is none', JSON.stringify(text({ category: 'UTILITY' })), 100],
    ['a category that is null', JSON.stringify(text({ category: null })), 100],
    ['a template without a name', JSON.stringify(template('x', { template: { language: { code: 'en' } } })), 790001],
    [
      'a template whose name is a list',
      JSON.stringify(template('x', { template: { name: ['offer'], language: { code: 'en' } } })),
      790001,
    ],
    ['a template without a language', JSON.stringify(template('x', { template: { name: 'offer' } })), 790001],
    [
      'a template whose language is text',
      JSON.stringify(template('x', { template: { name: 'offer', language: 'en' } })),
      790001,
    ],
    [
      'the name of a template in another spelling',
      JSON.stringify(template('x', { template: { name: 'a', Name: 'b', language: { code: 'en' } } })),
      790001,
    ],
    [
      'the code of a language in another spelling',
      JSON.stringify(template('x', { template: { name: 'a', language: { code: 'en', CODE: 'de' } } })),
      790001,
    ],
    [
      'a language that Meta may replace by another',
      JSON.stringify(template('x', { template: { name: 'a', language: { code: 'en', policy: 'fallback' } } })),
      790001,
    ],
    ['a template that is a list', JSON.stringify(template('x', { template: [{ name: 'offer' }] })), 790001],
    ['nobody', JSON.stringify({ messaging_product: 'whatsapp', text: { body: 'Hi' } }), 790001],
    ['a recipient that is a number', JSON.stringify(text({ recipient: '+14165550132' })), 790001],
    ['a list of recipients', JSON.stringify(text({ recipient: [bsuid] })), 790001],
    ['a recipient that is null', JSON.stringify(text({ recipient: null })), 790001],
    ['more than a body may have', ok.replace('"Hi"', `"${'x'.repeat(300_000)}"`), 790001],
    ['too deep', ok.replace('"Hi"', `${'['.repeat(40)}${']'.repeat(40)}`), 790001],
    [
      'a status that is not read',
      JSON.stringify({ messaging_product: 'whatsapp', status: 'delivered', message_id: 'a' }),
      790001,
    ],
    ['a status without a message', JSON.stringify({ messaging_product: 'whatsapp', status: 'read' }), 790001],
  ])('%s', async (_what, body, code) => {
    await opened();
    await bench.say({ phone });
    const answer = await bench.send(body);
    expect(answer).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: { error: { code, is_transient: false, message: expect.stringContaining(`(#${code})`) } },
    });
    expect(meta.arrived).toEqual([]);
  });

  test('bytes that are no text', async () => {
    await opened();
    const body = Buffer.from(JSON.stringify(text()).replace('Hi', '\xff\xfe'), 'latin1').toString('latin1');
    const path = `/v23.0/${phoneNumberId}/messages`;
    expect(await bench.call('POST', path, { body, base64: true })).toMatchObject({ status: 400 });
    expect(meta.arrived).toEqual([]);
  });

  test('a query, in which Meta would read a recipient', async () => {
    await opened();
    const path = `/v23.0/${phoneNumberId}/messages`;
    expect(await bench.call('POST', path, { body: text(), query: { to: '14165550199' } })).toMatchObject({
      status: 400,
    });
    expect(meta.arrived).toEqual([]);
  });

  test('another content type', async () => {
    await opened();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await bench.send(JSON.stringify(text()), form)).toMatchObject({
      status: 400,
      body: { error: { code: 790001 } },
    });
    expect(meta.arrived).toEqual([]);
  });

  test('what is no template on the path of marketing, and a template that is none', async () => {
    await bench.template('receipt', { status: 'approved', category: 'utility' }, 'orders');
    await opened();
    await bench.say({ phone }, { purposes: ['orders'] });
    const path = `/v23.0/${phoneNumberId}/marketing_messages`;
    expect(await bench.call('POST', path, { body: text() })).toMatchObject({
      status: 400,
      body: { error: { code: 100 } },
    });
    const status = { messaging_product: 'whatsapp', status: 'read', message_id: 'a' };
    expect(await bench.call('POST', path, { body: status })).toMatchObject({ status: 400 });
    expect(codes((await bench.call('POST', path, { body: template('receipt') })).body)).toEqual([
      'not-a-marketing-template',
    ]);
    expect(meta.arrived).toEqual([]);
  });
});

describe('who may call', () => {
  const path = `/v23.0/${phoneNumberId}/messages`;
  const as = (authorization: string | undefined, body: unknown = text()) =>
    bench.call('POST', path, { body, headers: { authorization } });

  test.each([
    ['no key', undefined],
    ['the token of Meta', `Bearer ${accessToken}`],
    ['a key that nobody made', `Bearer olk_key_${'a'.repeat(16)}_${'b'.repeat(43)}`],
  ])('%s: 401 before anything is read', async (_what, authorization) => {
    const answer = await as(authorization, 'no JSON');
    expect(answer).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer', 'content-type': 'application/json' },
      body: { error: { code: 790002 } },
    });
  });

  test('who comes with many wrong keys waits', async () => {
    for (let n = 0; n < 10; n += 1) await as('Bearer nothing');
    expect(await as('Bearer nothing')).toMatchObject({
      status: 429,
      body: { error: { code: 790005, is_transient: true } },
    });
    await opened();
    expect(await as(`Bearer ${bench.token}`)).toMatchObject({ status: 200 });
  });

  test('a key without the scope, and one that reaches another app', async () => {
    await opened();
    const reader = await bench.makeKey(['users:read', 'consent:write'], '*');
    expect(await as(`Bearer ${reader}`)).toMatchObject({ status: 403, body: { error: { code: 790003 } } });
    const foreign = await bench.makeKey(['messages:send'], ['other']);
    const missing = await bench.call('POST', '/v23.0/99999999999/messages', { body: text() });
    const other = await as(`Bearer ${foreign}`);
    expect(other).toMatchObject({ status: 404, body: { error: { code: 790004 } } });
    expect(other.body).toEqual(missing.body);
    const status = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.X' };
    expect(await as(`Bearer ${foreign}`, status)).toMatchObject({ status: 404 });
    expect(meta.arrived).toEqual([]);
  });

  test('a key that asks too much in a second', async () => {
    await opened();
    const slow = await bench.makeKey(['messages:send'], ['acme'], 4);
    const answers = [];
    for (let n = 0; n < 3; n += 1) answers.push(await as(`Bearer ${slow}`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]).toMatchObject({
      headers: { 'retry-after': '1' },
      body: { error: { code: 790005, is_transient: true } },
    });
  });

  test('a revoked key lives a minute, and a number that was given up is nobody’s', async () => {
    await opened();
    expect(await as(`Bearer ${bench.token}`)).toMatchObject({ status: 200 });
    await bench.deps.keys.revoke(bench.token.slice(4, 24), bench.now());
    bench.setNow(noon + minute);
    expect(await as(`Bearer ${bench.token}`)).toMatchObject({ status: 401 });
  });

  test('a number that sends by AWS or Twilio, and an app without a token', async () => {
    const number = must(acme.whatsapp);
    const more = { ...acme, smsNumbers: [] };
    await bench.makeApp({
      ...more,
      appId: 'cloud',
      whatsapp: { ...number, phoneNumberId: '30654035224', provider: 'twilio' },
    });
    await bench.makeApp({ ...more, appId: 'mute', whatsapp: { ...number, phoneNumberId: '40654035224' } });
    const headers = { authorization: `Bearer ${await bench.makeKey(['messages:send'], '*')}` };
    for (const id of ['30654035224', '40654035224']) {
      expect(await bench.call('POST', `/v23.0/${id}/messages`, { body: text(), headers })).toMatchObject({
        status: 400,
        body: { error: { code: 790008 } },
      });
    }
    expect(meta.arrived).toEqual([]);
  });
});

describe('when in doubt nothing is sent', () => {
  const failing = (change: Parameters<typeof gateBench>[1]) => gateBench(meta, change);
  const broken = () => Promise.reject(new Error('The table is gone.'));
  const transient = {
    status: 503,
    headers: { 'content-type': 'application/json' },
    body: { error: { code: 790006, is_transient: true } },
  };

  test.each([
    ['the person cannot be read', (deps) => ({ reader: { ...deps.reader, look: broken } })],
    ['the decision cannot be kept', (deps) => ({ decisions: { ...deps.decisions, keep: broken } })],
    ['the key cannot be read', (deps) => ({ keys: { ...deps.keys, authenticate: broken } })],
    ['the number cannot be read', (deps) => ({ apps: { ...deps.apps, ofWhatsappNumber: broken } })],
    ['the token cannot be read', () => ({ graph: { open: broken } })],
  ] as const satisfies readonly (readonly [string, Parameters<typeof gateBench>[1]])[])('%s', async (_what, change) => {
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    bench = await failing(change);
    await bench.hear({ phone }, noon - minute);
    await bench.template('code', { status: 'approved', category: 'authentication' }, 'orders');
    await bench.say({ phone }, { purposes: ['orders', 'offers'] });
    for (const body of [text(), text({ category: 'utility' }), template('code')]) {
      expect(await bench.send(body)).toMatchObject(transient);
    }
    expect(meta.arrived).toEqual([]);
    expect(written.mock.calls.filter(([line]) => String(line).includes('"GateFailedClosed":1'))).toHaveLength(3);
  });

  test('no answer of Meta, or one that is none: nobody calls that a refusal', async () => {
    await opened();
    for (const answer of [
      undefined,
      { status: 502, body: '<html>' },
      { status: 302, body: '{}' },
      { status: 200, body: '' },
    ]) {
      meta.answer = answer;
      const said = await bench.send(text());
      expect(said).toMatchObject({ status: 504, body: { error: { code: 790007, is_transient: false } } });
      expect(said.body.error.error_data.details).toContain('not known');
    }
    expect(meta.arrived).toHaveLength(4);
  });

  test('a token that Meta takes no longer is read anew, and the message goes out once with the other', async () => {
    let other: string | undefined;
    bench = await gateBench(meta, () => ({
      graph: metaGraph(
        meta.url,
        async () => accessToken,
        async () => other,
      ),
    }));
    await opened();
    meta.revoked.add(`Bearer ${accessToken}`);
    expect(await bench.send(text())).toMatchObject({ status: 401, body: { error: { code: 190 } } });
    other = 'the-new-access-token';
    expect(await bench.send(text())).toMatchObject({ status: 200, body: taken });
    meta.revoked.clear();
    meta.answer = { status: 500, body: '{"error":{"message":"(#131000) Something went wrong","code":131000}}' };
    expect(await bench.send(text())).toMatchObject({ status: 500, body: { error: { code: 131000 } } });
    expect(meta.arrived.splice(3)).toHaveLength(1);
    const by = meta.arrived.map(({ headers }) => headers.authorization);
    expect(by).toEqual([`Bearer ${accessToken}`, `Bearer ${accessToken}`, 'Bearer the-new-access-token']);
    expect(meta.arrived[2]?.text).toBe(meta.arrived[1]?.text);
  });

  test('the token of the app never comes back', async () => {
    await opened();
    meta.answer = { status: 400, body: JSON.stringify({ error: { message: accessToken, code: 1 } }) };
    const answer = await bench.send(text());
    expect(JSON.stringify(answer)).not.toContain(accessToken);
  });
});

describe('only asking', () => {
  const dry = { 'x-optledger-dry-run': 'true' };

  test('says what would be, sends nothing, and is kept as that', async () => {
    expect(await bench.send(text(), dry)).toMatchObject({
      status: 400,
      body: { error: { code: 790000, optledger: { dryRun: true } } },
    });
    await opened();
    const answer = await bench.send(text(), dry);
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'x-optledger-dry-run': 'true', 'x-optledger-decision': expect.stringMatching(/^dec_/) },
      body: { messages: [], optledger: { dryRun: true, decision: 'allow', reasons: [{ code: 'window-open' }] } },
    });
    expect(meta.arrived).toEqual([]);
    expect((await bench.decisions.list('acme', {}, 10)).data.map(({ isDryRun }) => isDryRun)).toEqual([true, true]);
  });

  test('what is not clearly a yes sends nothing', async () => {
    await opened();
    for (const wanted of ['false', '1', 'TRUE', '']) {
      expect(await bench.send(text(), { 'x-optledger-dry-run': wanted })).toMatchObject({ status: 400 });
    }
    expect(meta.arrived).toEqual([]);
  });
});

describe('reads beside it', () => {
  test('a file of the number of the app, and nothing else that has an id', async () => {
    const file = {
      id: '1234567890',
      url: 'https://lookaside.fbsbx.com/1',
      mime_type: 'image/png',
      messaging_product: 'whatsapp',
    };
    meta.answer = { status: 200, body: JSON.stringify(file) };
    expect(await bench.call('GET', '/v23.0/1234567890', { query: { fields: 'owner' } })).toMatchObject({
      status: 200,
      body: file,
    });
    expect(meta.arrived[0]).toMatchObject({
      method: 'GET',
      path: `/v23.0/1234567890?phone_number_id=${phoneNumberId}`,
    });
    meta.answer = { status: 200, body: JSON.stringify({ id: '1234567890', name: 'Another business' }) };
    expect(await bench.call('GET', '/v23.0/1234567890')).toMatchObject({
      status: 404,
      body: { error: { code: 790004 } },
    });
    for (const other of ['77777777777', '', '7'.repeat(3000), `${phoneNumberId},77777777777`, '+15550783881', '\u0000'])
      expect(await bench.call('GET', '/1234567890', { query: { phone_number_id: other } })).toMatchObject({
        status: 404,
      });
  });

  test('templates of the account of the app, without the links in which the token stands', async () => {
    const paging = {
      cursors: { after: 'QVF' },
      previous: `https://graph.facebook.com/x?access_token=${accessToken}&before=QVF`,
      next: `https://graph.facebook.com/x?access_token=${accessToken}&after=QVF`,
    };
    meta.answer = { status: 200, body: JSON.stringify({ data: [{ name: 'offer' }], paging }) };
    const path = `/v23.0/${acme.whatsapp?.wabaId}/message_templates`;
    const answer = await bench.call('GET', path, { query: { limit: '100', fields: 'name,status' } });
    expect(answer).toMatchObject({
      status: 200,
      body: { data: [{ name: 'offer' }], paging: { cursors: { after: 'QVF' }, has_next: true } },
    });
    expect(JSON.stringify(answer)).not.toContain(accessToken);
    expect(JSON.stringify(answer)).not.toContain('access_token');
    const others: Record<string, string>[] = [
      { access_token: 'x' },
      { fields: 'name,owner{id}' },
      { method: 'delete' },
    ];
    for (const query of others)
      expect(await bench.call('GET', path, { query }), JSON.stringify(query)).toMatchObject({ status: 400 });
    expect(await bench.call('GET', '/v23.0/99999999/message_templates')).toMatchObject({ status: 404 });
    expect(meta.arrived).toHaveLength(1);
  });

  describe('a file for the number of the app', () => {
    const path = `/v23.0/${phoneNumberId}/media`;
    const headers = { 'content-type': 'multipart/form-data; boundary=----Boundary7MA4YWxk' };
    const part = (disposition: string, value: string) =>
      `------Boundary7MA4YWxk\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${value}\r\n`;
    const own = part('name="messaging_product"', 'whatsapp') + part('name="type"', 'image/png');
    const file = `${part('name="file"; filename="a.png"', '\u0089PNG\r\n\u0000').replace('\r\n\r\n', '\r\ncontent-type: image/png\r\n\r\n')}`;
    const upload = (body: string, more: object = headers, to = path) =>
      bench.call('POST', to, {
        body: Buffer.from(body, 'latin1').toString('latin1'),
        headers: { ...more },
        base64: true,
      });

    test('goes on with its fields and bytes', async () => {
      meta.answer = { status: 200, body: '{"id":"42424242"}' };
      expect(await upload(`${own}${file}------Boundary7MA4YWxk--\r\n`)).toMatchObject({
        status: 200,
        body: { id: '42424242' },
      });
      const [arrived] = meta.arrived;
      const type = String(arrived?.headers['content-type']);
      const form = await new Response(arrived?.text ?? '', { headers: { 'content-type': type } }).formData();
      expect([...form.keys()]).toEqual(['messaging_product', 'type', 'file']);
      expect(form.get('messaging_product')).toBe('whatsapp');
      expect(form.get('file')).toMatchObject({ name: 'a.png', type: 'image/png' });
    });

    test('every byte of it', async () => {
      const bytes = Buffer.from(Array.from({ length: 512 }, (_, at) => at % 256));
      const whole = Buffer.concat([
        Buffer.from(`${own}${file}`.slice(0, -2)),
        bytes,
        Buffer.from('\r\n------Boundary7MA4YWxk--\r\n'),
      ]);
      const { body, contentType } = await readFile(whole, headers['content-type']);
      expect(Buffer.from(body).includes(bytes)).toBe(true);
      expect(contentType).toMatch(/^multipart\/form-data; boundary=/);
    });

    test.each([
      ['another method', `${own}${part('name="method"', 'get')}${file}------Boundary7MA4YWxk--\r\n`],
      ['another token', `${own}${part('name="access_token"', 'x')}${file}------Boundary7MA4YWxk--\r\n`],
      ['other nodes', `${own}${part('name="ids"', '1,2')}${file}------Boundary7MA4YWxk--\r\n`],
      ['a field twice', `${own}${part('name="messaging_product"', 'whatsapp')}${file}------Boundary7MA4YWxk--\r\n`],
      ['no end', `${own}${file}`],
      ['no form', '{}'],
      ['nothing', ''],
    ])('%s is refused', async (_what, body) => {
      expect(await upload(body)).toMatchObject({ status: 400, body: { error: { code: 790001 } } });
      expect(meta.arrived).toEqual([]);
    });

    test('of another number, or of another type, is refused', async () => {
      expect(await upload(`${own}${file}------Boundary7MA4YWxk--\r\n`, headers, '/v23.0/99999999/media')).toMatchObject(
        { status: 404 },
      );
      expect(await upload('{}', { 'content-type': 'application/json' })).toMatchObject({ status: 400 });
      expect(meta.arrived).toEqual([]);
    });
  });

  test.each([
    ['POST', `/v23.0/${phoneNumberId}/register`],
    ['POST', `/v23.0/${phoneNumberId}`],
    ['DELETE', '/v23.0/1234567890'],
    ['GET', `/v23.0/${phoneNumberId}/messages`],
    ['POST', `/v23.0/${phoneNumberId}/messages/more`],
    ['POST', '/v23.0/me/messages'],
    ['PUT', '/v23.0'],
  ])('%s %s is 404 as Meta says it', async (method, path) => {
    expect(await bench.call(method, path, { body: text() })).toMatchObject({
      status: 404,
      body: { error: { code: 790004 } },
    });
    expect(meta.arrived).toEqual([]);
  });

  test.each([
    ['GET', '/v1/nothing'],
    ['POST', '/v1/messages'],
    ['GET', '/wp-login.php'],
    ['GET', '/v1.x/123456/messages'],
  ])('%s %s is answered as API Gateway would', async (method, path) => {
    expect(await bench.call(method, path)).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  });

  test.each([
    ['GET', '/v1/apps/acme/opt-ins', 'OPTIONS, POST'],
    ['DELETE', '/webhooks/whatsapp', 'GET, HEAD, OPTIONS, POST'],
    ['POST', '/health', 'GET, HEAD, OPTIONS'],
  ])('%s %s is a path of ours, and 405 says what it takes', async (method, path, allow) => {
    const answer = await bench.call(method, path);
    expect(answer).toMatchObject({ status: 405, headers: { allow }, body: { code: 'method-not-allowed' } });
  });

  test.each([
    ['POST', '/sm/api/v1/app/opt/out/DemoApp/', 404],
    ['GET', '/sm/api/v1/app/opt/in/DemoApp', 405],
    ['DELETE', '/sm/api/v1/users/DemoApp', 405],
    ['GET', '/sm/api', 404],
  ])('%s %s is refused as Gupshup would', async (method, path, status) => {
    const answer = await bench.call(method, path);
    expect(answer).toMatchObject({ status, headers: { 'content-type': 'application/json' } });
    expect(answer.body).toEqual({ status: 'error', message: expect.any(String) });
  });

  test.each(['/GatewayAPI', '/GatewayAPI/rest/', '/GatewayAPI/soap'])(
    '%s answers as the gateway does',
    async (path) => {
      const answer = await bench.call('POST', path, { query: { format: 'json' } });
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).toContain('error');
    },
  );

  test.each([
    ['/v1/apps/acme', 'ANY /v1/apps/{appId}'],
    // A form of Meta's, too.
    ['/v1/apps/messages', 'ANY /v1/apps/{appId}'],
    ['/v1/apps', 'ANY /v1/apps'],
  ])('POST %s does not come here: our own path has every method', (path, routeKey) => {
    const { route } = matchRoute(gatewayRoutes(), 'POST', path) ?? {};
    expect(route && keyOf(route)).toBe(routeKey);
  });
});
