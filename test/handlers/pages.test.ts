import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consentState } from '../../lambdas/domain/consent/consent-state.ts';
import type { NoticeVersion } from '../../lambdas/domain/notice/notice.ts';
import { httpEndpoint } from '../../lambdas/edge/http/http-endpoint.ts';
import { visitRoutes } from '../../lambdas/edge/pages/points/visit-routes.ts';
import { send } from '../support/api/http-event.ts';
import { testText } from '../support/pages/collection.ts';
import { filledIn, formsOf, linksOf, type PageForm, textOf } from '../support/pages/page-form.ts';
import { start, type TestPages, testPages, twoTexts } from '../support/pages/pages.ts';

const hour = 60 * 60 * 1000;
let pages: TestPages;
let notice: NoticeVersion;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  pages = await testPages();
  notice = await pages.publish('spring', twoTexts);
  tokens.check = await pages.point(1, { campaign: 'spring-2027' });
  tokens.landing = await pages.point(2, { kind: 'landing-page' });
  tokens.chat = await pages.point(3, { opens: 'chat' });
  tokens.paused = await pages.point(4, { status: 'paused' });
  tokens.expired = await pages.point(5, { expiresAt: start });
  tokens.full = await pages.point(6, { cap: 0 });
  tokens.paper = await pages.point(7, { kind: 'paper' });
  tokens.personal = await pages.point(8, { kind: 'personal-link' });
  tokens.preferences = await pages.point(9, { kind: 'preference-page' });
});
beforeEach(() => {
  pages.now = start;
});

const open = async (path: string, query?: Record<string, string>, headers?: Record<string, string>) => {
  const answer = await pages.get(path, query, headers);
  const [form] = formsOf(answer.body, path);
  return { ...answer, form: form as PageForm };
};
const countsOf = async (token = '') => (await pages.points.find(token))?.counts;
const stateOf = async (phone: string) => {
  const known = await pages.people.find('acme', { phone }, pages.now);
  return known === undefined
    ? 'unknown'
    : consentState(known.subject.registers, { purposeId: 'offers', category: 'marketing' }, pages.now).state;
};

describe('links and QR codes', () => {
  it('count the visit and lead to the page with the campaign and the language, and nothing else of the query', async () => {
    const query = { utm_source: 'poster', utm_campaign: 'spring & summer', lang: 'es', next: 'https://evil.example' };
    const answer = await pages.get(`/l/${tokens.check}`, query);
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe(
      `/o/${tokens.check}?utm_source=poster&utm_campaign=spring+%26+summer&lang=es&visit=${pages.now / 1000}`,
    );
    expect((await pages.get(`/q/${tokens.check}`)).headers.location).toBe(
      `/o/${tokens.check}?visit=${pages.now / 1000}`,
    );
    expect(await countsOf(tokens.check)).toMatchObject({ clicks: 1, scans: 1, optIns: 0 });
  });

  it('lead on also when the visit cannot be counted', async () => {
    const points = {
      find: pages.points.find,
      countVisit: () => Promise.reject(new Error('throttled')),
    };
    const links = httpEndpoint(
      visitRoutes({ apps: pages.apps, points, formLimit: { countsVisit: async () => true }, now: () => start }),
    );
    const answer = await send(links, 'GET', `/l/${tokens.check}`, { key: null });
    expect(answer).toMatchObject({ status: 302, headers: { location: `/o/${tokens.check}?visit=${start / 1000}` } });
  });

  it('lead straight into the chat when the point says so', async () => {
    const { status, headers } = await pages.get(`/q/${tokens.chat}`, {}, { 'accept-language': 'de' });
    expect(status).toBe(302);
    expect(headers.location).toMatch(/^https:\/\/wa\.me\/525500000001\?text=/);
  });

  it.each(['paused', 'expired', 'full'])('say that the point is %s, and lead nowhere', async (name) => {
    for (const path of [`/l/${tokens[name]}`, `/o/${tokens[name]}`]) {
      const answer = await open(path, { lang: 'en' });
      expect(answer.status).toBe(410);
      expect(answer.headers.location).toBeUndefined();
      expect(answer.form).toBeUndefined();
      expect(textOf(answer.body)).toContain('Acme');
    }
  });

  it('say politely in the visitor’s language that there is no such page', async () => {
    const pageless = [tokens.paper, tokens.personal, tokens.preferences].flatMap((token) => [
      `/l/${token}`,
      `/o/${token}`,
    ]);
    for (const path of ['/l/pbbbbbbbbbbbbbbb', '/q/nonsense', '/o/nonsense', '/o/x/y', ...pageless]) {
      const answer = await pages.get(path, {}, { 'accept-language': 'xx, de;q=0.8' });
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(textOf(answer.body)).toContain('Diese Seite gibt es nicht');
    }
  });
});

describe('the check page', () => {
  it('shows the whole notice and ticks nothing', async () => {
    const { status, body, form } = await open(`/o/${tokens.check}`, { lang: 'en' });
    expect(status).toBe(200);
    const text = textOf(body);
    for (const words of [
      'Messages from Acme on WhatsApp',
      'You hear of discounts first.',
      'offers and discounts',
      'updates about orders',
      'I agree to receive offers and discounts and updates about orders from Acme on WhatsApp at this number.',
      'Up to 4 messages a month.',
      'Reply STOP at any time to stop all messages.',
      'How Acme handles your data',
      'WhatsApp is a trademark of Meta Platforms, Inc.',
      'This page is by Acme.',
    ]) {
      expect(text).toContain(words);
    }
    const boxes = form.fields.filter(({ type }) => type === 'checkbox');
    expect(boxes.map(({ value }) => value)).toEqual(['offers', 'order-updates']);
    expect(boxes.some(({ checked }) => checked)).toBe(false);
    expect(linksOf(body)).toContain('https://acme.example/privacy');
  });

  it('is sent with every header that protects it, and without a script', async () => {
    const { headers, body } = await pages.get(`/o/${tokens.check}`);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}' 'sha256-[\w+/=]{44}'; img-src 'self'; form-action 'self' https:\/\/wa\.me https:\/\/\*\.whatsapp\.com; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('set-cookie');
    expect(body).toContain('<link rel="icon" href="/logo/16202e-41">');
    expect(body.replace('<link rel="icon"', '')).not.toMatch(/<script|<img|<link|@import|url\(| style=| on\w+=/i);
  });

  it.each([
    [{ lang: 'es' }, 'en', 'es'],
    [{}, 'fr;q=0.9, es-AR;q=0.5, en;q=0.4', 'es'],
    [{}, 'en;q=0.1, es;q=0', 'en'],
    [{}, '', 'es'],
    [{ lang: '"><b>' }, 'en-GB', 'en'],
  ])('speaks the language that is wanted: %o, %s -> %s', async (query, accepted, locale) => {
    const { body } = await open(`/o/${tokens.check}`, query as Record<string, string>, {
      'accept-language': accepted,
    });
    expect(body).toContain(`<html lang="${locale}" dir="ltr">`);
  });

  it('costs one request once settings and notice are remembered, and writes nothing for a visit that is counted', async () => {
    await pages.get(`/o/${tokens.check}`);
    pages.consumed.length = 0;
    await pages.get(`/o/${tokens.check}`, { visit: String(start / 1000) });
    expect(pages.consumed).toHaveLength(1);
    expect(pages.consumed[0]).toMatchObject({ operation: 'Query', writeUnits: 0 });
    expect(pages.consumed[0]?.readUnits).toBeLessThanOrEqual(1);
  });

  it('makes a choice of what is ticked, with what was shown, and nobody is eligible by it', async () => {
    const { form } = await open(`/o/${tokens.check}`, { lang: 'es', utm_source: 'poster', other: 'x' });
    const answer = await pages.post(form.action, filledIn(form, { ticks: ['offers'] }), { 'user-agent': 'Browser/1' });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toMatch(new RegExp(`^/o/${tokens.check}/c[a-z0-9]{15}$`));
    const code = answer.headers.location?.split('/').at(-1) ?? '';
    expect(await pages.choices.find(code)).toEqual({
      code,
      appId: 'acme',
      pointId: `pt_${tokens.check}`,
      campaign: 'spring-2027',
      purposes: ['offers'],
      notice: { noticeId: 'spring', noticeVersion: 1, noticeLocale: 'es', noticeHash: notice.hashes.es },
      words: 'Acepto recibir ofertas y descuentos de Acme por WhatsApp en este número.',
      numbers: [],
      madeAt: start,
      expiresAt: start + 24 * hour,
      ip: '192.0.2.1',
      userAgent: 'Browser/1',
      utm: { utm_source: 'poster' },
    });
    const end = await pages.get(answer.headers.location ?? '');
    const [chat] = linksOf(end.body);
    expect(decodeURIComponent(chat ?? '')).toBe(
      `https://wa.me/525500000001?text=Acepto recibir ofertas y descuentos de Acme por WhatsApp en este número. (${code.match(/.{4}/g)?.join('-')})`,
    );
  });

  it('asks again when nothing is ticked, and the chat can be opened all the same', async () => {
    const { form } = await open(`/o/${tokens.check}`, { lang: 'en' });
    const answer = await pages.post(form.action, filledIn(form, {}));
    expect(answer.status).toBe(422);
    expect(textOf(answer.body)).toContain('Pick at least one, or chat without signing up.');
    expect(linksOf(answer.body).some((link) => link.startsWith('https://wa.me/525500000001?text='))).toBe(true);
    expect(formsOf(answer.body, '')[0]?.fields.some(({ checked }) => checked)).toBe(false);
  });
});

describe('the landing page', () => {
  const fill = async (values: Record<string, string>, ticks = ['offers']) => {
    const { form } = await open(`/o/${tokens.landing}`, { lang: 'en' }, { 'accept-language': 'en' });
    return pages.post(form.action, filledIn(form, { ticks, values }));
  };

  it('chooses the country by the app when the browser names none, and offers all of them', async () => {
    const { form, body } = await open(`/o/${tokens.landing}`, { lang: 'en' }, { 'accept-language': 'en' });
    expect(form.fields.find(({ name }) => name === 'country')?.value).toBe('MX');
    expect(body.match(/<option /g)).toHaveLength(245);
    expect(textOf(body)).toContain('222 123 4567');
    const german = await open(`/o/${tokens.landing}`, {}, { 'accept-language': 'de-CH' });
    expect(german.form.fields.find(({ name }) => name === 'country')?.value).toBe('CH');
  });

  it('leaves every number pending until that phone confirms, and shows two digits of each', async () => {
    const values = { country: 'MX', number1: '55 7200 0001', number2: '+1 201 555 0123' };
    const answer = await fill(values);
    expect(answer.status).toBe(303);
    for (const phone of ['525572000001', '12015550123']) {
      expect(await stateOf(phone)).toBe('pending');
    }
    const path = answer.headers.location ?? '';
    const choice = await pages.choices.find(path.split('/').at(-1) ?? '');
    expect(choice?.numbers).toEqual(['525572000001', '12015550123']);
    const waiting = await pages.get(path);
    expect(textOf(waiting.body)).toContain('the numbers ending in \u206601\u2069 and \u206623\u2069');
    expect(waiting.body).not.toMatch(/7200|5550123|572000001/);

    if (choice === undefined) throw new Error('no choice');
    await pages.choices.claim(choice, 'phone:525572000001');
    const partly = textOf((await pages.get(path)).body);
    expect(partly).toContain('You’re in');
    expect(partly).toContain('Confirmed: number ending in \u206601\u2069.');
    expect(partly).toContain('Not confirmed yet: number ending in \u206623\u2069.');
    await pages.choices.claim(choice, 'phone:12015550123');
    const done = await pages.get(path);
    expect(textOf(done.body)).toContain('Confirmed: number ending in \u206601\u2069 and \u206623\u2069.');
    expect(linksOf(done.body)).toEqual(['https://wa.me/525500000001']);
  });

  it.each([
    [
      'a number of too few digits',
      { number1: '55 7200' },
      'That number doesn’t look right. Enter it as \u2066222 123 4567\u2069 (Mexico)',
    ],
    ['no number', { number1: ' ' }, 'Enter your number, for example \u2066222 123 4567\u2069.'],
    [
      'letters',
      { number1: 'call me at 55 7200 0001' },
      'That number doesn’t look right. Enter it as \u2066222 123 4567\u2069 (Mexico)',
    ],
    ['the same line twice', { number1: '55 7200 0001', number2: '+521 55 7200 0001' }, 'already entered this number'],
    [
      'a country that is none',
      { number1: '55 7200 0001', country: 'XX' },
      'Choose your country, or start your number with + and its code, for example \u2066',
    ],
  ])('says beside the field what is wrong with %s, and keeps what was typed', async (_, values, words) => {
    const answer = await fill(values);
    expect(answer.status).toBe(422);
    expect(textOf(answer.body)).toContain(words);
    expect(answer.body).toContain('aria-invalid="true"');
    const [form] = formsOf(answer.body, '');
    expect(form?.fields.find(({ name }) => name === 'number1')?.value).toBe(values.number1.trim());
    const checked = form?.fields.filter((field) => field.checked).map(({ value }) => value);
    expect(checked).toEqual(['offers']);
    expect(await stateOf('525572000009')).toBe('unknown');
  });

  it('stores nothing without a tick', async () => {
    const answer = await fill({ number1: '55 7200 0009' }, []);
    expect(answer.status).toBe(422);
    expect(textOf(answer.body)).toContain('Pick at least one.');
    expect(await stateOf('525572000009')).toBe('unknown');
  });
});

describe('the end page', () => {
  const choose = async () => {
    const { form } = await open(`/o/${tokens.check}`, { lang: 'en' });
    const path = (await pages.post(form.action, filledIn(form, { ticks: ['offers'] }))).headers.location ?? '';
    return { path, choice: await pages.choices.find(path.split('/').at(-1) ?? '') };
  };

  it('waits, says that nothing came yet, and then shows what was confirmed and how to stop', async () => {
    const { path, choice } = await choose();
    expect(textOf((await pages.get(path)).body)).toContain('Almost done: press send in WhatsApp');
    expect(textOf((await pages.get(path, { sent: '1' })).body)).toContain('Your message hasn’t arrived yet.');
    if (choice === undefined) throw new Error('no choice');
    await pages.choices.claim(choice, 'bsuid:MX.1');
    const done = textOf((await pages.get(path)).body);
    expect(done).toContain('You’re in');
    expect(done).toContain('offers and discounts');
    expect(done).not.toContain('updates about orders');
    expect(done).toContain('Reply STOP at any time to stop all messages.');
  });

  it('leads a phone that scanned it into the chat', async () => {
    const { path } = await choose();
    const answer = await pages.get(path, { open: '1' });
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toMatch(/^https:\/\/wa\.me\/525500000001\?text=I%20agree/);
  });

  it('is not shown under the link of another point', async () => {
    const { path } = await choose();
    expect((await pages.get(path.replace(`${tokens.check}`, `${tokens.landing}`))).status).toBe(404);
  });

  it('says after a day that the time is over, and grants nothing', async () => {
    const { path } = await choose();
    pages.now = start + 24 * hour;
    const answer = await pages.get(path, {}, { 'accept-language': 'fr' });
    expect(answer.status).toBe(410);
    expect(textOf(answer.body)).toContain('Le délai de confirmation est dépassé');
    expect(linksOf(answer.body)).toEqual([`/o/${tokens.check}`]);
  });
});

describe('what is sent back is what was shown', () => {
  it('names the version that was open when the point was moved to the next', async () => {
    const first = await pages.publish('autumn', twoTexts);
    const token = await pages.point(20, { notice: { noticeId: 'autumn', version: 1 } });
    const { form } = await open(`/o/${token}`, { lang: 'en' });
    const second = await pages.publish('autumn', [testText({ heading: 'Other words' }), twoTexts[1] ?? testText()]);
    const found = await pages.points.findFresh(token);
    if (found === undefined) throw new Error('no point');
    const moved = { ...found.point, notice: { noticeId: 'autumn', version: second.version }, version: 2 };
    await pages.points.replace(found.point, moved);
    const answer = await pages.post(form.action, filledIn(form, { ticks: ['offers'] }));
    const choice = await pages.choices.find(answer.headers.location?.split('/').at(-1) ?? '');
    expect(choice?.notice).toMatchObject({ noticeVersion: 1, noticeHash: first.hashes.en });
    expect(textOf((await open(`/o/${token}`, { lang: 'en' })).body)).toContain('Other words');
  });

  it('shows the page again when it was another notice', async () => {
    await pages.publish('winter', [testText({ heading: 'Winter words' })]);
    const token = await pages.point(21);
    const { form } = await open(`/o/${token}`, { lang: 'en' });
    const found = await pages.points.findFresh(token);
    if (found === undefined) throw new Error('no point');
    const moved = { ...found.point, notice: { noticeId: 'winter', version: 1 }, version: 2 };
    await pages.points.replace(found.point, moved);
    const answer = await pages.post(form.action, filledIn(form, { ticks: ['offers'] }));
    expect(answer.status).toBe(422);
    expect(textOf(answer.body)).toContain('The text has changed since you opened this page.');
    expect(textOf(answer.body)).toContain('Winter words');
    expect(formsOf(answer.body, '')[0]?.fields.some(({ checked }) => checked)).toBe(false);
  });
});
