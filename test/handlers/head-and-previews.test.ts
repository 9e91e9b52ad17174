import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { routes } from '../../lambdas/contract/routes.ts';
import { filledIn, formsOf, type PageForm } from '../support/pages/page-form.ts';
import { type TestPages, testPages, twoTexts } from '../support/pages/pages.ts';

let pages: TestPages;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  pages = await testPages();
  await pages.publish('spring', twoTexts);
  tokens.check = await pages.point(1);
  tokens.landing = await pages.point(2, { kind: 'landing-page' });
  tokens.chat = await pages.point(3, { opens: 'chat' });
  tokens.paused = await pages.point(4, { status: 'paused' });
  tokens.widget = await pages.point(5, { kind: 'widget', origins: ['https://shop.example'] });
});
/** Each at a time of its own: from one address so many visits are counted in ten minutes, and what is above them writes more. */
beforeEach(() => {
  pages.now += 60 * 60_000;
});

const countsOf = async (token = '') => (await pages.points.find(token))?.counts;
async function lastStep(): Promise<string> {
  const [form] = formsOf((await pages.get(`/o/${tokens.check}`)).body, '') as [PageForm];
  return (await pages.post(form.action, filledIn(form, { ticks: ['offers'] }))).headers.location ?? '';
}

describe('HEAD', () => {
  it('has a route wherever GET has one, of the same function and under the same key', () => {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      expect(routes).toContainEqual({ ...route, method: 'HEAD' });
    }
    expect(routes.filter(({ method }) => method === 'HEAD')).toHaveLength(
      routes.filter(({ method }) => method === 'GET').length,
    );
  });

  it('is answered as GET is, without the body, and writes nothing but that somebody looked ahead', async () => {
    const step = await lastStep();
    const paths = [
      `/l/${tokens.check}`,
      `/q/${tokens.check}`,
      `/l/${tokens.chat}`,
      `/q/${tokens.landing}`,
      `/l/${tokens.paused}`,
      `/o/${tokens.check}`,
      `/o/${tokens.landing}`,
      `/o/${tokens.paused}`,
      step,
      '/l/nonsense',
      '/o/nonsense',
      '/me/nonsense',
      '/widget.js',
      `/w/${tokens.widget}`,
      '/w/nonsense',
    ];
    const headers = { origin: 'https://shop.example', 'accept-language': 'es' };
    pages.consumed.length = 0;
    const heads = [];
    for (const path of paths) heads.push(await pages.call('HEAD', path, { headers }));
    const written = pages.consumed.filter(({ writeUnits }) => writeUnits > 0);
    const one = { operation: 'UpdateItem', readUnits: 0, writeUnits: 1 };
    expect(written).toEqual(Array.from({ length: 7 }, () => one));
    for (const [index, path] of paths.entries()) {
      const { body, ...get } = await pages.get(path, {}, headers);
      expect(heads[index], path).toEqual({ ...get, body: undefined });
      expect(get.status === 302 || JSON.stringify(body).length > 2, path).toBe(true);
    }
  });

  it('counts no visit, whoever asks and however often', async () => {
    const before = await countsOf(tokens.chat);
    for (let n = 0; n < 10; n += 1) {
      expect((await pages.call('HEAD', `/l/${tokens.chat}`, {})).status).toBe(302);
      expect((await pages.call('HEAD', `/q/${tokens.chat}`, {})).status).toBe(302);
    }
    expect(await countsOf(tokens.chat)).toEqual({ ...before, prefetches: (before?.prefetches ?? 0) + 20 });
  });
});

describe('previews and prefetch', () => {
  const whatsapp = { 'user-agent': 'WhatsApp/2.23.20.0' };
  const chrome =
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0 Mobile Safari/537.36';
  const prefetch = { 'user-agent': chrome, 'sec-purpose': 'prefetch;prerender' };

  it('are answered like everybody and are no visits; the person who then comes is one', async () => {
    const token = await pages.point(6);
    for (let n = 0; n < 5; n += 1) {
      for (const headers of [whatsapp, prefetch]) {
        expect((await pages.get(`/l/${token}`, {}, headers)).headers.location).toMatch(new RegExp(`^/o/${token}\\?`));
        expect((await pages.get(`/q/${token}`, {}, headers)).headers.location).toMatch(new RegExp(`^/o/${token}\\?`));
      }
    }
    expect(await countsOf(token)).toMatchObject({ clicks: 0, scans: 0 });
    await pages.get(`/l/${token}`, {}, { 'user-agent': chrome });
    await pages.get(`/q/${token}`, {}, { 'user-agent': chrome });
    expect(await countsOf(token)).toMatchObject({ clicks: 1, scans: 1 });
  });

  it('leave the last step of a choice as it is: the person opens it afterwards', async () => {
    const step = await lastStep();
    await pages.get(step, {}, whatsapp);
    await pages.get(step, { open: '1' }, prefetch);
    expect((await pages.get(step)).status).toBe(200);
    expect((await pages.get(step, { open: '1' })).headers.location).toMatch(/^https:\/\/wa\.me\//);
  });

  it('by a crawler that presses the button of the widget are no clicks', async () => {
    const opened = new URLSearchParams({ opened: 'yes' });
    const origin = { origin: 'https://shop.example' };
    const crawler = {
      ...origin,
      'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    };
    expect((await pages.post(`/w/${tokens.widget}`, opened, crawler)).status).toBe(204);
    expect(await countsOf(tokens.widget)).toMatchObject({ clicks: 0 });
    expect((await pages.post(`/w/${tokens.widget}`, opened, { ...origin, 'user-agent': chrome })).status).toBe(204);
    expect(await countsOf(tokens.widget)).toMatchObject({ clicks: 1 });
  });
});
