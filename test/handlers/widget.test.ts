import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { testChoice, testCode, testToken } from '../support/pages/collection.ts';
import { start, type TestPages, testPages, twoTexts } from '../support/pages/pages.ts';

const origin = 'https://shop.example';
const [english, spanish] = twoTexts;
let pages: TestPages;

beforeEach(async () => {
  pages = await testPages();
  await pages.publish('spring', twoTexts);
  await pages.point(1, { kind: 'widget', origins: [origin] });
});

const show = (n: number, headers: Record<string, string> = { origin }, query: Record<string, string> = {}) =>
  pages.get(`/w/${testToken(n)}`, query, headers);
const send = (n: number, form: Record<string, string>, headers: Record<string, string> = { origin }) =>
  pages.post(`/w/${testToken(n)}`, new URLSearchParams(form), headers);
const clicks = async () => (await pages.points.findFresh(testToken(1)))?.counts.clicks;

describe('what a point shows', () => {
  it('answers the notice, its purposes and the words around them', async () => {
    const answer = await show(1, { origin }, { lang: 'en' });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'origin, accept-language' });
    expect(answer.body).toMatchObject({
      state: 'open',
      kind: 'widget',
      locale: 'en',
      dir: 'ltr',
      shown: { version: '1', locale: 'en' },
      heading: english?.heading,
      agreement: 'I agree to receive {purposes} from Acme on WhatsApp at this number.',
      purposes: english?.purposes,
      privacy: { url: 'https://acme.example/privacy' },
    });
    expect(answer.body.chatUrl).toMatch(/^https:\/\/wa\.me\/525500000001\?text=/);
    expect(answer.body.texts.goOn).toBe('Continue in WhatsApp');
  });

  it('speaks the language that is asked for, else the browser’s, else the app’s', async () => {
    expect((await show(1, { origin }, { lang: 'en-GB' })).body.heading).toBe(english?.heading);
    const accepts = { origin, 'accept-language': 'en;q=0.9, es;q=0.2' };
    expect((await show(1, accepts, { lang: 'ja' })).body.texts.goOn).toBe('Continue in WhatsApp');
    expect((await show(1, { origin }, { lang: '"><script>' })).body.heading).toBe(spanish?.heading);
  });

  it('costs one request when settings and notice are remembered', async () => {
    await show(1);
    pages.consumed.length = 0;
    await show(1);
    expect(pages.consumed).toHaveLength(1);
    expect(pages.consumed[0]?.writeUnits).toBe(0);
  });

  it('shows a form without the way into the chat', async () => {
    await pages.point(2, { kind: 'form', origins: [origin] });
    const { body } = await show(2, { origin }, { lang: 'en' });
    expect(body.kind).toBe('form');
    expect(body).not.toHaveProperty('chatUrl');
    expect(body.texts.nothingTicked).toBe('Pick at least one.');
  });

  it('does not know tokens that nobody made, nor points that are no widgets', async () => {
    await pages.point(3, { kind: 'link', origins: [origin] });
    for (const n of [3, 4]) {
      const answer = await show(n);
      expect(answer.status).toBe(404);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json',
        'access-control-allow-origin': '*',
      });
    }
    expect((await show(3)).body.detail).toContain('of kind link');
  });

  it('shows a number of the country that the shop names, in any spelling', async () => {
    await pages.point(2, { kind: 'form', origins: [origin] });
    const hint = async (query: Record<string, string>) =>
      (await show(2, { origin }, { lang: 'en', ...query })).body.texts.numberHint;
    expect(await hint({ country: 'US' })).toBe('For example (201) 555-0123');
    expect(await hint({ country: 'us' })).toBe('For example (201) 555-0123');
    for (const country of ['', 'USA', '__proto__', 'XX'])
      expect(await hint({ country })).toBe('With + and the country code, for example +52 222 123 4567');
  });

  it('comes with the brand: the name of the notice, its letter, and colours of both schemes', async () => {
    expect((await show(1, { origin }, { lang: 'en' })).body.brand).toMatchObject({ name: 'Acme', letter: 'A' });
  });

  it('says nothing but the state of a point that is closed', async () => {
    await pages.point(3, { kind: 'widget', origins: [origin], status: 'paused' });
    await pages.point(4, { kind: 'widget', origins: [origin], expiresAt: start });
    expect((await show(3)).body).toEqual({ state: 'paused' });
    expect((await show(4)).body).toEqual({ state: 'expired' });
  });
});

describe('pages that may not show it', () => {
  it.each([
    ['another site', 'https://evil.example'],
    ['the same name without TLS', 'http://shop.example'],
    ['another port', 'https://shop.example:8443'],
    ['a name that begins the same', 'https://shop.example.evil.example'],
    ['a subdomain', 'https://www.shop.example'],
    ['a sandboxed frame', 'null'],
    ['capitals, which no browser sends', 'https://SHOP.example'],
    ['a caller that names no origin', undefined],
  ])('refuses %s, and keeps and counts nothing', async (_, foreign) => {
    const headers: Record<string, string> = foreign === undefined ? {} : { origin: foreign };
    const { shown } = (await show(1)).body;
    const choice = await send(1, { ...shown, purpose: 'offers' }, headers);
    const made = await pages.get(`/w/${testToken(1)}/${testCode(1)}`, {}, headers);
    for (const answer of [choice, await send(1, { opened: 'yes' }, headers), made]) {
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe('foreign-origin');
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
    // What it shows is refused so that the developer of the page can read why, and says nothing else.
    const refused = await show(1, headers);
    expect(refused).toMatchObject({ status: 403, headers: { 'access-control-allow-origin': '*' } });
    expect(Object.keys(refused.body).sort()).toEqual(['code', 'detail', 'requestId', 'status', 'title', 'type']);
    expect(refused.body.code).toBe('foreign-origin');
    expect(await pages.choices.find(testCode(0))).toBeUndefined();
    expect(await clicks()).toBe(0);
  });
});

describe('whether a choice is confirmed', () => {
  const ask = (code: string, n = 1, headers: Record<string, string> = { origin }) =>
    pages.get(`/w/${testToken(n)}/${code}`, {}, headers);

  it('is told to the page that shows the point, and changes when the phone has sent it', async () => {
    const choice = testChoice(1, { expiresAt: start + 1000 });
    await pages.choices.create(choice);
    expect(await ask(choice.code)).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-origin': origin, 'cache-control': 'no-store' },
      body: { state: 'waiting' },
    });
    await pages.choices.claim(choice, 'phone:525512345678');
    expect((await ask(choice.code)).body).toEqual({ state: 'confirmed' });
  });

  it('is not told of another point, of codes that nobody made or of what is no code', async () => {
    await pages.point(2, { kind: 'widget', origins: [origin] });
    const choice = testChoice(1, { expiresAt: start + 1000 });
    await pages.choices.create(choice);
    for (const [code, n] of [
      [choice.code, 2],
      [testCode(3), 1],
      ['x', 1],
      [testToken(1), 1],
    ] as const)
      expect((await ask(code, n)).status, code).toBe(404);
  });
});

describe('counting', () => {
  it('counts a click when the form is opened, and nothing when it is loaded', async () => {
    await show(1);
    expect(await clicks()).toBe(0);
    const answer = await send(1, { opened: 'yes' });
    expect(answer).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': origin } });
    expect(await clicks()).toBe(1);
  });

  it('is not worth a visitor: a click that cannot be counted is answered like one that was', async () => {
    const { countVisit } = pages.points;
    for (const name of ['ProvisionedThroughputExceededException', 'TransactionConflictException', 'Error']) {
      const busy = () => Promise.reject(Object.assign(new Error('busy'), { name }));
      Object.assign(pages.points, { countVisit: busy });
      expect(await send(1, { opened: 'yes' })).toMatchObject({
        status: 204,
        headers: { 'access-control-allow-origin': origin },
      });
    }
    Object.assign(pages.points, { countVisit });
    await send(1, { opened: 'yes' });
    expect(await clicks()).toBe(1);
  });
});

describe('the program', () => {
  const script = (headers: Record<string, string> = {}) => pages.get('/widget.js', {}, headers);

  it('may be run by any page, kept for five minutes, and asked for again by its tag', async () => {
    const answer = await script();
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=300',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'cross-origin',
      },
    });
    expect(answer.body).toContain('"https://go.example"');
    const again = await script({ 'if-none-match': answer.headers.etag ?? '' });
    expect(again).toMatchObject({ status: 304, body: undefined });
  });

  it('comes compressed to who can read that, and is the same', async () => {
    const plain = await script();
    const packed = await script({ 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(Buffer.from(packed.body, 'base64')).toString()).toBe(plain.body);
  });
});
