import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { fullKey } from '../support/api/http-event.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
});
beforeEach(() => {
  api.now = start;
});

const number = { phoneNumberId: '999001', phone: '+525500000099', wabaId: '999002' };
const create = (body: object) => api.call('POST', '/v1/apps', { body });
const patch = (appId: string, body: object) => api.call('PATCH', `/v1/apps/${appId}`, { body });
const pointers = (answer: { body: { errors: { pointer: string; code: string }[] } }) =>
  answer.body.errors.map(({ pointer, code }) => [pointer, code]);

describe('apps', () => {
  it('say by whom messages go out, which stays until it is said otherwise, and whether this stage can', async () => {
    const awsPhoneNumberId = `phone-number-id-${'0a'.repeat(16)}`;
    const byAws = { ...number, provider: 'aws', awsPhoneNumberId };
    const made = await create({ appId: 'by-aws', displayName: 'By AWS', whatsapp: byAws });
    expect(made.body).toMatchObject({ whatsapp: { provider: 'aws', awsPhoneNumberId }, canSend: false });
    const mended = await patch('by-aws', { whatsapp: { ...number, wabaId: '999002' } });
    expect(mended.body).toMatchObject({ whatsapp: { provider: 'aws', awsPhoneNumberId } });
    const back = await patch('by-aws', { whatsapp: { ...number, provider: 'meta' } });
    expect(back.body).toMatchObject({ whatsapp: { provider: 'meta' }, canSend: true });
    const none = await patch('by-aws', { whatsapp: null });
    expect(none.body).not.toHaveProperty('canSend');
  });

  it('are made with defaults and canonical numbers, and read back', async () => {
    const made = await create({ appId: 'plain', displayName: 'Plain' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        appId: 'plain',
        displayName: 'Plain',
        locale: 'en',
        timeZone: 'UTC',
        smsNumbers: [],
        purposes: [],
        doubleOptIn: [],
        automatedMessage: { enabled: false },
        version: 1,
        createdAt: '2026-11-21T10:00:00.000Z',
      },
    });
    expect((await api.call('GET', '/v1/apps/plain')).body).toEqual(made.body);
    const { body } = await api.call('GET', '/v1/apps/acme');
    expect(body.whatsapp.phone).toBe('+525500000001');
    expect(body.smsNumbers).toEqual([{ phone: '+15550100001', country: 'US', provider: 'aws' }]);
  });

  it.each([
    [{ appId: 'Acme' }, '/appId', 'not-a-slug'],
    [{ appId: 'a' }, '/appId', 'not-a-slug'],
    [{ appId: '1acme' }, '/appId', 'not-a-slug'],
    [{ appId: 'a#L#b' }, '/appId', 'not-a-slug'],
    [{ appId: `a${'b'.repeat(31)}` }, '/appId', 'not-a-slug'],
    [{ displayName: undefined }, '/displayName', 'required'],
    [{ displayName: '   ' }, '/displayName', 'unreadable-text'],
    [{ locale: 'español' }, '/locale', 'not-a-locale'],
    [{ timeZone: 'Mexico City' }, '/timeZone', 'not-a-time-zone'],
    [{ timeZone: '+01:00' }, '/timeZone', 'not-a-time-zone'],
    [{ smsName: '…' }, '/smsName', 'not-a-name'],
    [{ whatsapp: { phoneNumberId: '12345', phone: '+52 55 0000 0009' } }, '/whatsapp/wabaId', 'required'],
    [{ whatsapp: { ...number, provider: 'gupshup' } }, '/whatsapp/provider', 'not-one-of'],
    [{ whatsapp: { ...number, provider: 'aws' } }, '/whatsapp/awsPhoneNumberId', 'required'],
    [{ whatsapp: { ...number, awsPhoneNumberId: '12345' } }, '/whatsapp/awsPhoneNumberId', 'wrong-format'],
    [
      { whatsapp: { phoneNumberId: 'x', phone: '+52 55 0000 0009', wabaId: '12345' } },
      '/whatsapp/phoneNumberId',
      'wrong-format',
    ],
    [{ smsNumbers: [{ phone: '5550100009', country: 'US' }] }, '/smsNumbers/0/phone', 'no-country-code'],
    [{ smsNumbers: [{ phone: '+15550100009', country: 'usa' }] }, '/smsNumbers/0/country', 'wrong-format'],
    [
      {
        smsNumbers: [
          { phone: '+15550100009', country: 'US' },
          { phone: '+1 (555) 010-0009', country: 'US' },
        ],
      },
      '/smsNumbers/1/phone',
      'twice',
    ],
    [{ purposes: [{ purposeId: 'all', name: 'All', category: 'marketing' }] }, '/purposes/0/purposeId', 'reserved'],
    [{ purposes: [{ purposeId: 'offers', name: 'Offers', category: 'promo' }] }, '/purposes/0/category', 'not-one-of'],
    [
      { purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing', validForDays: 0 }] },
      '/purposes/0/validForDays',
      'too-small',
    ],
    [{ doubleOptIn: ['sms-keyword'] }, '/doubleOptIn/0', 'not-one-of'],
    [{ automatedMessage: true }, '/automatedMessage', 'wrong-type'],
    [{ keywordNotice: { noticeId: 'x;=1+1', noticeVersion: 1 } }, '/keywordNotice/noticeId', 'not-a-notice-id'],
    [{ keywordNotice: { noticeId: 'n' } }, '/keywordNotice/noticeVersion', 'required'],
    [{ automatedMessage: { enabled: true } }, '/automatedMessage/noticeId', 'required'],
    [{ automatedMessage: { enabled: 'yes' } }, '/automatedMessage/enabled', 'wrong-type'],
    [{ callback: { url: 'https://example.com/hook' } }, '/callback', 'unknown-field'],
    [{ events: { identifiers: 'yes' } }, '/events/identifiers', 'wrong-type'],
    [{ events: { url: 'https://example.com/hook' } }, '/events/url', 'unknown-field'],
    [{ version: 3 }, '/version', 'unknown-field'],
  ])('are refused with %j', async (more, pointer, code) => {
    const answer = await create({ appId: 'refused', displayName: 'Refused', ...more });
    expect(answer.status).toBe(422);
    expect(pointers(answer)).toEqual([[pointer, code]]);
  });

  it('that exist already, or share a number or a name, are 409 with the field', async () => {
    const taken = async (body: object) => create({ appId: 'late', displayName: 'Late', ...body });
    expect(await taken({ appId: 'acme' })).toMatchObject({ status: 409, body: { errors: [{ pointer: '/appId' }] } });
    expect(await taken({ whatsapp: acme.whatsapp })).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/whatsapp/phoneNumberId' }] },
    });
    expect(await taken({ smsName: 'ＡＣＭＥ', smsNumbers: acme.smsNumbers })).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/smsName' }] },
    });
  });

  it('change only in what is given, and null takes away', async () => {
    const keywordNotice = { noticeId: 'poster', noticeVersion: 1 };
    await create({ appId: 'changing', displayName: 'Before', smsName: 'Changing', keywordNotice });
    api.now = start + 1000;
    const answer = await patch('changing', { displayName: 'After', keywordNotice: null });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        displayName: 'After',
        smsName: 'Changing',
        version: 2,
        createdAt: '2026-11-21T10:00:00.000Z',
        updatedAt: '2026-11-21T10:00:01.000Z',
      },
    });
    expect(answer.body).not.toHaveProperty('keywordNotice');
    expect((await api.call('GET', '/v1/apps/changing')).body).toEqual(answer.body);
  });

  it('say where callbacks are set, for they are no setting', async () => {
    const answer = await create({ appId: 'refused', displayName: 'Refused', callback: { url: 'https://example.com' } });
    expect(answer.body.errors).toEqual([
      {
        pointer: '/callback',
        code: 'unknown-field',
        detail: 'Callbacks are endpoints of their own: POST /v1/apps/{appId}/callbacks (docs/callbacks.md).',
      },
    ]);
  });

  it('show what was stored when nobody refused it, and let it be taken away', async () => {
    await create({ appId: 'former', displayName: 'Former', automatedMessage: { enabled: false } });
    const former = await api.apps.findFresh('former');
    if (former === undefined) throw new Error('It was made a moment ago.');
    // What nothing ever read is shown no more.
    const read = { ...former, callback: { url: 'https://example.com/hook' } };
    await api.apps.replace(former, { ...read, automatedMessage: { enabled: true }, version: 2 });
    const stored = { automatedMessage: { enabled: true } };
    const shown = await api.call('GET', '/v1/apps/former');
    expect(shown.body).toMatchObject(stored);
    expect(shown.body).not.toHaveProperty('callback');
    // A change of something else does not ask for it again.
    expect(await patch('former', { displayName: 'Other' })).toMatchObject({ status: 200, body: stored });
    const taken = await patch('former', { automatedMessage: { enabled: false } });
    expect(taken).toMatchObject({ status: 200, body: { automatedMessage: { enabled: false } } });
  });

  it('say what their events tell of people', async () => {
    const events = { identifiers: true, messages: true };
    const made = await create({ appId: 'telling', displayName: 'Telling', events });
    expect(made).toMatchObject({ status: 201, body: { events } });
    expect((await patch('telling', { events: { identifiers: false } })).body.events).toEqual({ identifiers: false });
    expect((await patch('telling', { events: null })).body).not.toHaveProperty('events');
  });

  it.each([
    [{ appId: 'other' }, '/appId', 'unknown-field'],
    [{ displayName: null }, '/displayName', 'wrong-type'],
    [{ automatedMessage: { enabled: true } }, '/automatedMessage/noticeId', 'required'],
    [{ callback: { url: 'https://example.com/hook' } }, '/callback', 'unknown-field'],
    [{ purposes: [] }, '/purposes', 'purpose-removed'],
    [
      { purposes: [{ purposeId: 'deals', name: 'Offers', category: 'marketing' }, acme.purposes[1]] },
      '/purposes',
      'purpose-removed',
    ],
  ])('refuse the change %j', async (change, pointer, code) => {
    const answer = await patch('acme', change);
    expect(answer.status).toBe(422);
    expect(pointers(answer)).toEqual([[pointer, code]]);
  });

  it('let a purpose be added and changed', async () => {
    await create({ appId: 'purposeful', displayName: 'P', purposes: acme.purposes });
    const purposes = [
      { ...acme.purposes[0], category: 'utility', validForDays: 30 },
      acme.purposes[1],
      { purposeId: 'news', name: 'News', category: 'marketing' },
    ];
    expect((await patch('purposeful', { purposes })).body.purposes).toEqual(purposes);
  });

  it('lose no change when two race: one of them is told', async () => {
    await create({ appId: 'racing', displayName: 'R' });
    const answers = await Promise.all([
      patch('racing', { displayName: 'One' }),
      patch('racing', { displayName: 'Two' }),
    ]);
    const { body } = await api.call('GET', '/v1/apps/racing');
    const won = answers.filter(({ status }) => status === 200);
    expect(body.version).toBe(1 + won.length);
    for (const { status } of answers) expect([200, 409, 503]).toContain(status);
  });

  it('are listed page by page, those that the key reaches', async () => {
    const api = await testApi();
    for (const appId of ['acme', 'changing', 'plain'])
      await api.call('POST', '/v1/apps', { body: { appId, displayName: appId } });
    const first = await api.call('GET', '/v1/apps', { query: { limit: '2' } });
    expect(first.body.data.map(({ appId }: { appId: string }) => appId)).toEqual(['acme', 'changing']);
    const second = await api.call('GET', '/v1/apps', { query: { limit: '100', cursor: first.body.nextCursor } });
    expect(second.body.data[0].appId).toBe('plain');
    expect(second.body.nextCursor).toBeNull();
    const limited = await api.call('GET', '/v1/apps', { key: { ...fullKey, apps: 'plain' } });
    expect(limited.body.data.map(({ appId }: { appId: string }) => appId)).toEqual(['plain']);
  });

  it.each([{ limit: '0' }, { limit: '101' }, { limit: '1e1' }, { limit: '-1' }, { limit: '' }, { page: '2' }])(
    'refuse the query %j',
    async (query) => {
      const [parameter] = Object.keys(query);
      expect(
        await api.call('GET', '/v1/apps', { query: { ...query } as unknown as Record<string, string> }),
      ).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: parameter }] },
      });
    },
  );

  it('refuse a cursor that was changed or comes from another list', async () => {
    const { body } = await api.call('GET', '/v1/apps', { query: { limit: '1' } });
    const foreign = [`x${body.nextCursor}`, `${body.nextCursor}x`, 'abc', '', '.', `${body.nextCursor}.x`];
    for (const cursor of foreign) expect((await api.call('GET', '/v1/apps', { query: { cursor } })).status).toBe(400);
    expect((await api.call('GET', '/v1/keys', { query: { cursor: body.nextCursor } })).status).toBe(400);
  });

  it('cannot be made by a key that is limited to other apps', async () => {
    const answer = await api.call('POST', '/v1/apps', {
      body: { appId: 'foreign', displayName: 'F' },
      key: { ...fullKey, apps: 'acme' },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'beyond-own-key' } });
  });
});
