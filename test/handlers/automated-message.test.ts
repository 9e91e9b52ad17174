import { beforeEach, describe, expect, test } from 'vitest';
import { mostAsked } from '../../lambdas/domain/replies/first-contact-question.ts';
import { acme, type TestApi, testApi } from '../support/api/api.ts';
import { helloTexts } from '../support/ledger/chatting-app.ts';

let api: TestApi;
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
});

const texts = helloTexts.map((text) => ({
  ...text,
  purposes: text.purposes.map((purpose) => ({
    ...purpose,
    purposeId: purpose.purposeId === 'orders' ? 'order-updates' : purpose.purposeId,
  })),
}));
const publish = (more: object = {}) =>
  api.call('POST', '/v1/apps/acme/notices', {
    body: { noticeId: 'hello', profile: 'meta-minimum', texts: texts.map((text) => ({ ...text, ...more })) },
  });
const set = (automatedMessage: object) => api.call('PATCH', '/v1/apps/acme', { body: { automatedMessage } });
const preview = (body: object) => api.call('POST', '/v1/apps/acme/automated-message/preview', { body });
const greeting = (text: string, locale = 'en') => ({ enabled: true, noticeId: 'hello', greetings: [{ locale, text }] });

describe('the automated message', () => {
  test('is switched on under a published notice, and shown as it is set', async () => {
    expect(await publish()).toMatchObject({ status: 201 });
    const setting = {
      enabled: true,
      noticeId: 'hello',
      greetings: [{ locale: 'es-MX', text: '¡Qué gusto! Aquí Acme.' }],
    };
    expect(await set(setting)).toMatchObject({ status: 200, body: { automatedMessage: setting } });
    expect((await api.call('GET', '/v1/apps/acme')).body.automatedMessage).toEqual(setting);
    expect(await set({ enabled: false })).toMatchObject({
      status: 200,
      body: { automatedMessage: { enabled: false } },
    });
  });

  test.each<[string, object, string, string]>([
    ['without a notice', { enabled: true }, '/automatedMessage/noticeId', 'required'],
    [
      'under a notice that is not there',
      { enabled: true, noticeId: 'other' },
      '/automatedMessage/noticeId',
      'unknown-notice',
    ],
    [
      'a greeting that hides who it is from',
      greeting('Hello and welcome'),
      '/automatedMessage/greetings/0/text',
      'wording',
    ],
    [
      'a yes by doing nothing',
      greeting('Acme here. By continuing you agree to get our messages.'),
      '/automatedMessage/greetings/0/text',
      'wording',
    ],
    [
      'a price',
      greeting('Acme: you must agree to complete your purchase'),
      '/automatedMessage/greetings/0/text',
      'wording',
    ],
    ['markup', greeting('<b>Acme</b> here'), '/automatedMessage/greetings/0/text', 'wording'],
    [
      'a greeting that is too long',
      greeting(`Acme ${'a'.repeat(300)}`),
      '/automatedMessage/greetings/0/text',
      'too-long',
    ],
    ['no language', greeting('Acme here', 'x y'), '/automatedMessage/greetings/0/locale', 'not-a-locale'],
    ['something else', { enabled: true, noticeId: 'hello', words: 'hi' }, '/automatedMessage/words', 'unknown-field'],
  ])('is refused: %s', async (_name, setting, pointer, code) => {
    await publish();
    const answer = await set(setting);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect((await api.call('GET', '/v1/apps/acme')).body.automatedMessage).toEqual({ enabled: false });
  });

  test('that WhatsApp would not take is refused for each language', async () => {
    const howToStop = 'Reply STOP at any time. '.repeat(45);
    const version = { appId: 'acme', noticeId: 'hello', profile: 'meta-minimum', publishedBy: 'key_test' } as const;
    const long = texts.map((text) => ({ ...text, howToStop }));
    await api.notices.publish({ ...version, texts: long, warnings: [], publishedAt: api.now });
    const { status, body } = await set({ enabled: true, noticeId: 'hello' });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)).toEqual([
      '/automatedMessage/noticeId too-long',
      '/automatedMessage/noticeId too-long',
    ]);
  });

  test('is refused for a new app, which has no notice yet', async () => {
    const body = { appId: 'new', displayName: 'New', automatedMessage: { enabled: true, noticeId: 'hello' } };
    await publish();
    expect(await api.call('POST', '/v1/apps', { body })).toMatchObject({ status: 422 });
  });
});

describe('its preview', () => {
  test('is what would be sent, by language, with what the linter says of the greetings', async () => {
    await publish();
    const { status, body } = await preview({
      noticeId: 'hello',
      greetings: [{ locale: 'es', text: 'Hola, somos Acme. Acepto todo.' }],
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      texts: [
        {
          locale: 'en',
          text: expect.stringMatching(
            /^Hi, this is Acme\. What may we send you here\?\n\nI agree to receive offers and/,
          ),
          buttons: ['Offers and discounts', 'Updates on your…', 'No, thanks'],
          leftOut: [],
          faults: [],
        },
        {
          locale: 'es',
          text: expect.stringMatching(/^Hola, somos Acme\. Acepto todo\.\n\nAcepto recibir ofertas/),
          buttons: ['Ofertas y descuentos', 'Avisos de tus…', 'No, gracias'],
          leftOut: [],
          faults: [],
        },
      ],
      findings: [
        expect.objectContaining({ rule: 'greeting-agrees', severity: 'warning', pointer: '/greetings/0/text' }),
      ],
      obstacles: [],
    });
  });

  test('says what is left out, and why', async () => {
    const more = Array.from({ length: mostAsked }, (_, n) => ({
      purposeId: `p-${n}`,
      name: `P ${n}`,
      category: 'utility',
    }));
    const purposes = [...acme.purposes, ...more, { purposeId: 'unnamed', name: 'Unnamed', category: 'utility' }];
    expect(await api.call('PATCH', '/v1/apps/acme', { body: { purposes } })).toMatchObject({ status: 200 });
    const words = [
      'tables',
      'parcels',
      'parking',
      'concerts',
      'courses',
      'repairs',
      'returns',
      'recipes',
      'opening hours',
    ];
    const named = more.map(({ purposeId }, n) => ({ purposeId, text: `news of ${words[n]}` }));
    const [text] = texts;
    const body = {
      noticeId: 'hello',
      profile: 'meta-minimum',
      texts: [{ ...text, purposes: [...(text?.purposes ?? []), ...named] }],
    };
    expect((await api.call('POST', '/v1/apps/acme/notices', { body })).body).toMatchObject({ noticeId: 'hello' });
    const answer = await preview({ noticeId: 'hello' });
    expect(answer.body.texts[0].list.rows).toHaveLength(10);
    expect(answer.body.texts[0].leftOut).toEqual([
      { purposeId: 'p-7', why: 'too-many' },
      { purposeId: 'p-8', why: 'too-many' },
      { purposeId: 'unnamed', why: 'not-in-notice' },
    ]);
  });

  test('of an app without a number says that nothing would be sent', async () => {
    await publish();
    await api.call('PATCH', '/v1/apps/acme', { body: { whatsapp: null } });
    expect((await preview({ noticeId: 'hello' })).body.obstacles).toEqual(['no-whatsapp-number']);
    expect(await preview({ noticeId: 'none' })).toMatchObject({ status: 422 });
    expect(
      await api.call('POST', '/v1/apps/nobody/automated-message/preview', { body: { noticeId: 'hello' } }),
    ).toMatchObject({ status: 404 });
  });
});
