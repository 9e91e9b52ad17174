import { beforeEach, describe, expect, it } from 'vitest';
import { openingMessage } from '../../lambdas/domain/collection/whatsapp-link.ts';
import { consentState } from '../../lambdas/domain/consent/consent-state.ts';
import { testCode, testText, testToken } from '../support/pages/collection.ts';
import { start, type TestPages, testPages, twoTexts } from '../support/pages/pages.ts';

const origin = 'https://shop.example';
const ana = '525512345678';
let pages: TestPages;

beforeEach(async () => {
  pages = await testPages();
  await pages.publish('spring', twoTexts);
  await pages.point(1, { kind: 'widget', origins: [origin], campaign: 'spring-26' });
  await pages.point(2, { kind: 'form', origins: [origin] });
});

const post = (n: number, form: URLSearchParams | Record<string, string>, headers: Record<string, string> = {}) =>
  pages.post(`/w/${testToken(n)}`, new URLSearchParams(form), { origin, ...headers });
const shownAt = async (n: number, lang = 'en') =>
  (await pages.get(`/w/${testToken(n)}`, { lang }, { origin })).body.shown as Record<string, string>;
/** Offers are ticked in English, and the form has Ana's number, unless something else is said. */
const choose = async (n: number, fields: Record<string, string> = {}, headers: Record<string, string> = {}) => {
  const number: Record<string, string> = n === 2 ? { number: '+52 55 1234 5678' } : {};
  return post(n, { ...(await shownAt(n)), purpose: 'offers', ...number, ...fields }, headers);
};
const kept = () => pages.choices.find(testCode(0));
const change = async (n: number, more: object) => {
  const point = (await pages.points.findFresh(testToken(n)))?.point;
  if (point === undefined) throw new Error('There is no such point.');
  await pages.points.replace(point, { ...point, ...more, version: point.version + 1 });
};
const faultsOf = (answer: { body: { errors?: { pointer: string; code: string }[] } }) =>
  (answer.body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a choice', () => {
  it('is kept with all its evidence, and says what to send where', async () => {
    const utm = { utm_source: 'shop', utm_campaign: 'spring' };
    const answer = await choose(1, { ...utm, secret: 'x' }, { 'user-agent': 'Firefox' });
    expect(answer.status).toBe(201);
    expect(answer.headers['access-control-allow-origin']).toBe(origin);
    const words = 'I agree to receive offers and discounts from Acme on WhatsApp at this number.';
    const message = openingMessage(words, testCode(0));
    expect(answer.body).toEqual({
      whatsappUrl: `https://wa.me/525500000001?text=${encodeURIComponent(message)}`,
      statusUrl: `https://go.example/o/${testToken(1)}/${testCode(0)}`,
      words: message,
    });
    expect(await kept()).toMatchObject({
      ...{ appId: 'acme', pointId: `pt_${testToken(1)}`, campaign: 'spring-26', purposes: ['offers'] },
      notice: { noticeId: 'spring', noticeVersion: 1, noticeLocale: 'en' },
      ...{ words, numbers: [], ip: '192.0.2.1', userAgent: 'Firefox', origin, utm },
    });
  });

  it('with a number makes a request and nobody eligible, and says from which phone to confirm', async () => {
    const answer = await choose(2);
    expect(answer.status).toBe(201);
    expect(answer.body.from).toBe('Send it from the number ending in \u206678\u2069. It only counts from that phone.');
    expect(JSON.stringify(answer.body)).not.toContain('12345678');
    expect((await kept())?.numbers).toEqual([ana]);
    const registers = (await pages.people.find('acme', { phone: ana }, start))?.subject.registers ?? {};
    expect(consentState(registers, { purposeId: 'offers', category: 'marketing' }, start).state).toBe('pending');
    expect(consentState(registers, { purposeId: 'order-updates', category: 'utility' }, start).state).toBe(
      'never-asked',
    );
  });

  it('reads a number inside its country when the shop says which', async () => {
    expect((await choose(2, { number: '55 1234 5678', country: 'MX' })).status).toBe(201);
    expect((await kept())?.numbers).toEqual([ana]);
  });

  it('says which country a number is not of, when the shop named one', async () => {
    const answer = await choose(2, { number: '12', country: 'us' });
    expect(faultsOf(answer)).toEqual(['/number not-a-number']);
    expect(answer.body.errors[0].detail).toContain('United States');
  });

  it('of nothing opens the chat and keeps nothing', async () => {
    const answer = await post(1, await shownAt(1));
    expect(answer.status).toBe(200);
    const { chatUrl } = (await pages.get(`/w/${testToken(1)}`, { lang: 'en' }, { origin })).body;
    expect(answer.body).toEqual({ whatsappUrl: chatUrl });
    expect(await kept()).toBeUndefined();
  });

  it('names the version and the language that were shown, also after the point shows a newer one', async () => {
    const shown = await shownAt(1, 'es');
    await pages.publish('spring', [testText({ benefits: 'More.' })]);
    await change(1, { notice: { noticeId: 'spring', version: 2 } });
    expect((await post(1, { ...shown, purpose: 'order-updates' })).status).toBe(201);
    expect(await kept()).toMatchObject({
      notice: { noticeVersion: 1, noticeLocale: 'es', noticeHash: shown.hash },
      words: 'Acepto recibir avisos sobre pedidos de Acme por WhatsApp en este número.',
    });
  });
});

describe('what is refused', () => {
  it.each([
    ['no notice', { version: '', locale: '', hash: '' }, '/hash changed'],
    ['a version that is none', { version: '7' }, '/hash changed'],
    ['another language than its hash', { locale: 'es' }, '/hash changed'],
    ['the hash of other words', { hash: 'AAAA' }, '/hash changed'],
    ['a purpose that the point does not offer', { purpose: 'news' }, '/purpose not-offered'],
    ['a purpose without a name', { purpose: '' }, '/purpose not-offered'],
  ])('%s: readable for the page, and nothing is kept', async (_, fields, fault) => {
    const answer = await choose(1, fields);
    expect(answer.status).toBe(422);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'access-control-allow-origin': origin,
    });
    expect(faultsOf(answer)).toEqual([fault]);
    expect(await kept()).toBeUndefined();
  });

  it('another notice of the same app, though its words and hash are true', async () => {
    await pages.publish('other', twoTexts);
    await pages.point(3, { kind: 'widget', origins: [origin], notice: { noticeId: 'other', version: 1 } });
    expect(faultsOf(await choose(1, await shownAt(3)))).toEqual(['/hash changed']);
  });

  it('a number that is none, in the language of the form', async () => {
    const answer = await post(2, { ...(await shownAt(2, 'es')), number: '55 1234 5678' });
    expect(faultsOf(answer)).toEqual(['/purpose required', '/number not-a-number']);
    expect(answer.body.errors[1].detail).toBe(
      'Ese número no parece correcto. Empieza con + y el código del país, por ejemplo, \u2066+52 222 123 4567\u2069.',
    );
  });

  it('anything for a point that closed while it was shown', async () => {
    const fields = { ...(await shownAt(1)), purpose: 'offers' };
    await change(1, { status: 'paused' });
    const answer = await post(1, fields);
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toEqual([' paused']);
    expect(await kept()).toBeUndefined();
  });

  it('more forms from one address than people send, but never the count of a click', async () => {
    const fields = new URLSearchParams(await shownAt(1));
    for (let n = 0; n < 300; n += 1) expect((await post(1, fields)).status).toBe(200);
    const answer = await post(1, fields);
    expect(answer.status).toBe(429);
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    expect((await post(1, { opened: 'yes' })).status).toBe(204);
  });

  it('a body that is no form, which a page could not send without asking first', async () => {
    const answer = await pages.call('POST', `/w/${testToken(1)}`, { body: {}, headers: { origin } });
    expect(answer.status).toBe(415);
  });
});
