import { beforeEach, describe, expect, test } from 'vitest';
import { acme, type TestApi, testApi } from '../support/api/api.ts';
import { helloTexts } from '../support/ledger/chatting-app.ts';

let api: TestApi;
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  const texts = helloTexts.map((text) => ({
    ...text,
    purposes: text.purposes.map(({ purposeId, ...rest }) => ({
      ...rest,
      purposeId: purposeId === 'orders' ? 'order-updates' : purposeId,
    })),
  }));
  await api.call('POST', '/v1/apps/acme/notices', { body: { noticeId: 'hello', profile: 'meta-minimum', texts } });
});

const phone = '+12125550123';
const sound = {
  numbers: [{ phone }],
  noticeId: 'hello',
  purposes: ['offers'],
  welcome: [{ locale: 'en', name: 'may_we', language: 'en_US' }],
  missedCalls: { enabled: true },
  ivr: { enabled: true, offersNo: true, greetings: [{ locale: 'en', text: 'Hello, Acme here.' }] },
};
const set = (telephone: object | null) => api.call('PATCH', '/v1/apps/acme', { body: { telephone } });
const hook = (body: object) => api.call('POST', '/v1/apps/acme/call-hooks', { body });
const faultsOf = ({ body }: { body: { errors?: readonly { pointer: string; code: string }[] } }) =>
  (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

describe('the telephone settings', () => {
  test('are taken under a published notice, shown as they are set, and taken away', async () => {
    expect(await set(sound)).toMatchObject({ status: 200, body: { telephone: sound } });
    expect((await api.call('GET', '/v1/apps/acme')).body.telephone).toEqual(sound);
    const written = { numbers: [{ phone: '+1 (212) 555-0123' }] };
    expect(await set(written)).toMatchObject({ status: 200, body: { telephone: { numbers: [{ phone }] } } });
    expect((await set(null)).body).not.toHaveProperty('telephone');
  });

  test.each<[string, object, string]>([
    ['without a notice', { noticeId: undefined }, '/telephone/noticeId required'],
    ['under a notice that is not there', { noticeId: 'other' }, '/telephone/noticeId unknown-notice'],
    ['without a number', { numbers: [] }, '/telephone/numbers required'],
    ['for a purpose that is not there', { purposes: ['offers', 'x'] }, '/telephone/purposes/1 unknown-purpose'],
    [
      'with a template in a language of no text',
      { welcome: [{ locale: 'fr', name: 'a', language: 'fr' }] },
      '/telephone/welcome/0/locale unknown-notice-locale',
    ],
    [
      'with a template in another language than its text',
      { welcome: [{ locale: 'en', name: 'may_we', language: 'es_MX' }] },
      '/telephone/welcome/0/language other-language',
    ],
    [
      'with words that the linter refuses',
      {
        ivr: {
          enabled: true,
          greetings: [{ locale: 'en', text: 'Acme here. By continuing you agree to get our messages.' }],
        },
      },
      '/telephone/ivr/greetings/0/text wording',
    ],
    [
      'at a point that is not there',
      { missedCalls: { enabled: true, pointId: 'pt_k3v9m2x7q4w8r5t1' } },
      '/telephone/missedCalls/pointId unknown-point',
    ],
    ['with a number that cannot be', { numbers: [{ phone: '+12' }] }, '/telephone/numbers/0/phone'],
    ['with a number twice', { numbers: [{ phone }, { phone }] }, '/telephone/numbers/1/phone'],
    ['with a field that is none', { record: true }, '/telephone/record'],
    [
      'with a name that no template has',
      { welcome: [{ locale: 'en', name: 'A B', language: 'en' }] },
      '/telephone/welcome/0/name',
    ],
  ])('%s are refused at their place', async (_, more, fault) => {
    const answer = await set({ ...sound, ...more });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer).join()).toContain(fault);
  });

  test('that are switched off need no notice', async () => {
    expect(await set({ numbers: [], missedCalls: { enabled: false } })).toMatchObject({ status: 200 });
  });

  test('say what a menu says', async () => {
    expect(await api.call('GET', '/v1/apps/acme/spoken-notice')).toMatchObject({ status: 422 });
    await set(sound);
    const spoken = await api.call('GET', '/v1/apps/acme/spoken-notice', { query: { locale: 'es' } });
    expect(spoken).toMatchObject({ status: 200, body: { locale: 'es', noticeId: 'hello', noticeVersion: 1 } });
    expect(spoken.body.text).toContain('pulsa 1');
    expect((await api.call('GET', '/v1/apps/acme/spoken-notice', { query: { locale: 'en' } })).body.text).toMatch(
      /^Hello, Acme here\. /,
    );
  });
});

describe('addresses for calls', () => {
  beforeEach(async () => {
    await set(sound);
  });

  test('are made with their secret once, listed without, rotated and ended', async () => {
    const made = await hook({ provider: 'exotel', spokenLocale: 'es' });
    expect(made).toMatchObject({ status: 201, body: { provider: 'exotel', country: 'IN', spoken: { locale: 'es' } } });
    const { hookId, url } = made.body as { hookId: string; url: string };
    expect(url).toMatch(/^https:\/\/in\.example\/webhooks\/calls\/acme\/[0-9a-f]{16}-[\w-]{43}$/);
    const list = await api.call('GET', '/v1/apps/acme/call-hooks');
    expect(list.body.data).toHaveLength(1);
    expect(JSON.stringify(list.body)).not.toContain(url.slice(-43));
    const rotated = await api.call('POST', `/v1/apps/acme/call-hooks/${hookId}/rotate`);
    expect(rotated.body.url).not.toBe(url);
    expect(rotated.body.previousSecretUntil).toBeDefined();
    expect(await api.call('DELETE', `/v1/apps/acme/call-hooks/${hookId}`)).toMatchObject({ status: 204 });
    expect(await api.call('DELETE', `/v1/apps/acme/call-hooks/${hookId}`)).toMatchObject({ status: 404 });
    expect(await api.call('POST', `/v1/apps/acme/call-hooks/${hookId}/rotate`)).toMatchObject({ status: 404 });
  });

  test.each<[string, object, string]>([
    ['another provider', { provider: 'knowlarity' }, '/provider'],
    ['a mapping of a provider that is known', { provider: 'exotel', mapping: {} }, '/mapping'],
    ['none of one that is not', { provider: 'generic' }, '/mapping required'],
    ['no number where the provider says none', { provider: 'myoperator' }, '/phone required'],
    ['a number of somebody else', { provider: 'myoperator', phone: '+12125550124' }, '/phone unknown-number'],
    ['words where no key is told', { provider: 'myoperator', phone, spokenLocale: 'en' }, '/spokenLocale unexpected'],
    ['a number where the provider says it', { provider: 'exotel', phone }, '/phone unexpected'],
    ['a country where numbers have theirs', { provider: 'myoperator', phone, country: 'IN' }, '/country unexpected'],
    ['a country of no numbers', { provider: 'exotel', country: 'ZZ' }, '/country unknown-country'],
    [
      'national numbers of no country',
      {
        provider: 'generic',
        mapping: { method: 'GET', in: 'query', caller: 'a', called: 'b', callId: 'c', numbers: 'national' },
      },
      '/country required',
    ],
    [
      'a body of a GET',
      {
        provider: 'generic',
        mapping: { method: 'GET', in: 'json', caller: 'a', called: 'b', callId: 'c', numbers: 'e164' },
      },
      '/mapping/in invalid',
    ],
    [
      'JSON in a form without its field',
      {
        provider: 'generic',
        mapping: { method: 'POST', in: 'json-in-form', caller: 'a', callId: 'c', numbers: 'e164' },
      },
      '/mapping/field required',
    ],
  ])('with %s are refused', async (_, body, fault) => {
    const answer = await hook(body);
    expect(answer.status).toBe(422);
    expect(faultsOf(answer).join()).toContain(fault);
  });

  test('are ten at most', async () => {
    for (let n = 0; n < 10; n += 1) expect((await hook({ provider: 'exotel' })).status).toBe(201);
    expect(faultsOf(await hook({ provider: 'exotel' }))).toEqual([' too-many']);
  });
});
