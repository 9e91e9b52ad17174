import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { jpeg, moon, png } from '../support/pages/pictures.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
let appId = '';
let made = 0;
beforeEach(async () => {
  api.now = start;
  made += 1;
  appId = `shop-${made}`;
  await api.call('POST', '/v1/apps', { body: { appId, displayName: 'Luna Coffee' } });
});

const patch = (brand: unknown, more: object = {}) =>
  api.call('PATCH', `/v1/apps/${appId}`, { body: { brand, ...more } });
const faultsOf = ({ body }: { body: { errors: { pointer: string; code: string }[] } }) =>
  body.errors.map(({ pointer, code }) => [pointer, code]);
const base64 = (file: Uint8Array | string): string => Buffer.from(file).toString('base64');
const logo = base64(moon);
const whole = {
  logo,
  accent: '#5B2A86',
  accentDark: '#B98AE0',
  siteUrl: 'https://luna.example/',
  returnUrl: 'https://luna.example/thanks#top'.replace('#top', ''),
  supportLine: 'help@luna.example',
};

describe('an incentive', () => {
  const text = {
    locale: 'en',
    businessName: 'Luna Coffee',
    heading: 'Messages from Luna Coffee on WhatsApp',
    agreement: 'I agree to receive {purposes} from Luna Coffee on WhatsApp at {number}.',
    purposes: [{ purposeId: 'offers', text: 'offers and news' }],
    benefits: 'You hear of new roasts first.',
    frequency: 'At most four times a month.',
    howToStop: 'Send STOP in the chat at any time.',
    privacy: { text: 'How Luna Coffee handles your data', url: 'https://luna.example/privacy' },
  };
  const publish = async (incentive: unknown) => {
    await patch(undefined, { purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }] });
    return api.call('POST', `/v1/apps/${appId}/notices`, {
      body: { noticeId: 'gift', texts: [{ ...text, incentive }] },
    });
  };

  it('is published, shown and versioned with the other words', async () => {
    const { status, body } = await publish('10 % off your next order');
    expect([status, body.texts[0].incentive, body.warnings]).toEqual([201, '10 % off your next order', []]);
    expect((await api.call('GET', `/v1/apps/${appId}/notices/gift/versions/1`)).body).toEqual(body);
    expect((await publish('20 % off your next order')).body.version).toBe(2);
    expect((await publish('20 % off your next order')).status).toBe(200);
  });

  it.each([
    ['Sign up to complete your order and save 10 %', 'condition-of-purchase'],
    ['<b>10 %</b> off', 'markup'],
    ['10 % off\u202e', 'hidden-characters'],
    ['x'.repeat(201), 'too-long'],
    ['two\nlines', 'unreadable-text'],
    ['', 'too-short'],
    [10, 'wrong-type'],
  ])('%j is refused: %s', async (incentive, code) => {
    const answer = await publish(incentive);
    expect([answer.status, faultsOf(answer)]).toEqual([422, [['/texts/0/incentive', code]]]);
  });
});

describe('the brand of an app', () => {
  it('is set whole with a new app, shown with the logo as its address, and read back', async () => {
    const created = await api.call('POST', '/v1/apps', {
      body: { ...acme, appId: `${appId}-new`, whatsapp: undefined, smsNumbers: [], brand: whole },
    });
    expect(created.status).toBe(201);
    expect(created.body.brand).toEqual({
      logo: { path: expect.stringMatching(/^\/logo\/[\w-]{43}$/), type: 'image/svg+xml', width: 64, height: 64 },
      accent: '#5b2a86',
      accentDark: '#b98ae0',
      siteUrl: 'https://luna.example/',
      returnUrl: 'https://luna.example/thanks',
      supportLine: 'help@luna.example',
    });
    expect((await api.call('GET', `/v1/apps/${appId}-new`)).body.brand).toEqual(created.body.brand);
  });

  it('is changed field by field: what is given replaces, null takes away, the rest stays', async () => {
    await patch(whole);
    const { body } = await patch({ supportLine: '+52 55 0000 0001', returnUrl: null });
    expect(body.brand).toEqual({
      logo: expect.anything(),
      accent: '#5b2a86',
      accentDark: '#b98ae0',
      siteUrl: 'https://luna.example/',
      supportLine: '+52 55 0000 0001',
    });
    expect((await patch({ logo: null })).body.brand).not.toHaveProperty('logo');
    expect((await patch(undefined, { displayName: 'Luna' })).body).toMatchObject({
      displayName: 'Luna',
      brand: { accent: '#5b2a86' },
    });
    expect((await patch(null)).body).not.toHaveProperty('brand');
    expect((await patch({ supportLine: null })).body).not.toHaveProperty('brand');
  });

  it('takes a file as a browser reads it, and in lines; what it claims to be says nothing', async () => {
    const inLines = logo.replace(/(.{76})/g, '$1\r\n');
    const first = (await patch({ logo })).body.brand.logo;
    expect((await patch({ logo: `data:image/png;base64,${inLines}` })).body.brand.logo).toEqual(first);
  });

  it.each([
    [{ logo: '' }, '/brand/logo', 'too-short'],
    [{ logo: 'not base64!' }, '/brand/logo', 'not-base64'],
    [{ logo: `data:image/svg+xml,${moon}` }, '/brand/logo', 'not-base64'],
    [{ logo: base64('GIF89a') }, '/brand/logo', 'not-a-picture'],
    [{ logo: base64(png(1025, 1)) }, '/brand/logo', 'too-large'],
    [{ logo: base64(Buffer.alloc(24_577)) }, '/brand/logo', 'too-large'],
    [{ logo: base64(png(1, 1, [['acTL', Buffer.alloc(8)]])) }, '/brand/logo', 'moves'],
    [{ logo: base64('<svg><rect/></svg>') }, '/brand/logo', 'unusable-svg'],
    [{ logo: { path: '/logo/x' } }, '/brand/logo', 'wrong-type'],
    [{ accent: 'red' }, '/brand/accent', 'wrong-format'],
    [{ accent: '#fff' }, '/brand/accent', 'wrong-format'],
    [{ accent: '#ffffff' }, '/brand/accent', 'low-contrast'],
    [{ accent: '#0b57d0' }, '/brand/accent', 'low-contrast'],
    [{ accentDark: '#000000' }, '/brand/accentDark', 'low-contrast'],
    [{ siteUrl: 'http://luna.example' }, '/brand/siteUrl', 'unusable-url'],
    [{ siteUrl: 'javascript:alert(1)' }, '/brand/siteUrl', 'unusable-url'],
    [{ siteUrl: 'https://user:pass@luna.example' }, '/brand/siteUrl', 'unusable-url'],
    [{ siteUrl: 'https://localhost' }, '/brand/siteUrl', 'unusable-url'],
    [{ returnUrl: 'https://192.168.0.1' }, '/brand/returnUrl', 'unusable-url'],
    [{ returnUrl: 'luna.example' }, '/brand/returnUrl', 'unusable-url'],
    [{ supportLine: 'x'.repeat(121) }, '/brand/supportLine', 'too-long'],
    [{ supportLine: 'a\nb' }, '/brand/supportLine', 'unreadable-text'],
    [{ font: 'Comic Sans' }, '/brand/font', 'unknown-field'],
    ['purple', '/brand', 'wrong-type'],
  ])('refuses %j with %s %s, and changes nothing', async (brand, pointer, code) => {
    await patch({ accent: '#777777' });
    const answer = await patch(brand);
    expect([answer.status, faultsOf(answer)]).toEqual([422, [[pointer, code]]]);
    expect((await api.call('GET', `/v1/apps/${appId}`)).body).toMatchObject({
      version: 2,
      brand: { accent: '#777777' },
    });
  });

  it('tells every fault at once, the contrast of colours too', async () => {
    const answer = await patch({ accent: '#ffd700', siteUrl: 'x', logo: '!' }, { locale: 'español' });
    expect(faultsOf(answer).sort()).toEqual([
      ['/brand/accent', 'low-contrast'],
      ['/brand/logo', 'not-base64'],
      ['/brand/siteUrl', 'unusable-url'],
      ['/locale', 'not-a-locale'],
    ]);
    expect(answer.body.errors.find(({ code }: { code: string }) => code === 'low-contrast').detail).toContain(
      '#a78c08',
    );
  });

  it('measures a colour with those that there are', async () => {
    expect((await patch({ accent: '#000000', accentDark: '#ffffff' })).status).toBe(200);
    expect((await patch({ accent: '#111111' })).status).toBe(200);
    // Alone it would have to do for the dark.
    expect(faultsOf(await patch({ accentDark: null }))).toEqual([['/brand/accent', 'low-contrast']]);
    expect((await patch({ accent: null, accentDark: null })).status).toBe(200);
  });

  it('is no part of an app that has none, and costs nothing where it is not asked for', async () => {
    expect((await api.call('GET', `/v1/apps/${appId}`)).body).not.toHaveProperty('brand');
    await patch({ logo: base64(Buffer.concat([jpeg(9, 9), Buffer.alloc(24_000)])) });
    api.consumed.length = 0;
    await api.call('GET', `/v1/apps/${appId}`);
    // The picture lies apart: what every request reads is still less than 4 KB.
    expect(api.consumed.map(({ operation, readUnits }) => [operation, readUnits])).toEqual([['GetItem', 1]]);
  });
});
