import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
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
    ['two', '+14155550132,+14155550133'],
    ['a list', ['+14155550132']],
    ['a number of JSON', 14155550132],
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
