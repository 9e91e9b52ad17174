import { beforeAll, expect, it } from 'vitest';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';

let api: TestApi;
const phone = '525512345678';
beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  await api.call('POST', '/v1/apps', { body: { appId: 'anywhere', displayName: 'Anywhere' } });
  for (const person of [{ phone }, { phone: '14155550132' }, { bsuid: 'MX.13491208655302741918' }]) {
    const app = await api.apps.findFresh('acme');
    if (app === undefined) throw new Error('There is no app.');
    await api.ledger.recordStatement(app, {
      ...{ person, action: 'granted', purposes: ['offers'], level: 2, provider: false },
      ...{ saidAt: start, source: 'paper', evidence: { documentRef: 'd' } },
    });
  }
});

const search = (body: object, app = 'acme') => api.call('POST', `/v1/apps/${app}/users/search`, { body });

it.each([
  '+52 55 1234 5678',
  '0052 55 1234 5678',
  '  55 1234 5678 ',
  '(55) 1234-5678',
  '5215512345678',
  '525512345678',
  'tel:+52-55-1234-5678',
  '+٥٢ ٥٥ ١٢٣٤ ٥٦٧٨',
  '٥٥١٢٣٤٥٦٧٨',
  '५५ १२३४ ५६७८',
])('finds %s, as people of the country write it', async (query) => {
  expect(await search({ query })).toMatchObject({ status: 200, body: { phone: '+525512345678' } });
});

it('finds a number of another country as WhatsApp writes it, and a BSUID and a userId in any case', async () => {
  const { body } = await search({ query: '14155550132' });
  expect(body).toMatchObject({ phone: '+14155550132' });
  expect((await search({ query: body.userId })).body).toMatchObject({ userId: body.userId });
  for (const query of ['MX.13491208655302741918', 'mx.13491208655302741918']) {
    expect((await search({ query })).body).toMatchObject({ bsuid: 'MX.13491208655302741918' });
  }
});

it.each([
  ['ana.perez', 'a-name'],
  ['@ana55', 'a-name'],
  ['@', 'a-name'],
  ['55 1234', 'too-short'],
  ['+52 55 1234 5678 9999 1', 'too-long'],
  ['+999 1234567', 'unknown-country-code'],
  ['55 1234 5678 / 55 8765 4321', 'several-numbers'],
  ['5.512345678E9', 'changed-by-spreadsheet'],
])('says what is wrong with %s', async (query, code) => {
  expect(await search({ query })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/query', code }] } });
});

it('asks for the country code where the app has no number and no country', async () => {
  expect(await search({ query: '55 1234 5678' }, 'anywhere')).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/query', code: 'no-country-code' }] },
  });
});

it('takes a query or identifiers, and says so', async () => {
  expect(await search({ query: '+525512345678', phone: '+525512345678' })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/query', code: 'query-alone' }] },
  });
  expect(await search({})).toMatchObject({ status: 422, body: { errors: [{ code: 'nobody' }] } });
  expect(await search({ phone: '55 1234 5678' })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/phone', code: 'no-country-code' }] },
  });
});

it('does not find whoever is unknown', async () => {
  expect((await search({ query: '55 8765 4321' })).status).toBe(404);
});
