import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Brand } from '../../lambdas/domain/brand/brand.ts';
import { readLogo } from '../../lambdas/domain/brand/read-logo.ts';
import { languages } from '../../lambdas/domain/languages/language.ts';
import { starterText } from '../../lambdas/domain/notice/starter/starter-text.ts';
import { filledIn, formsOf, type PageForm } from '../support/pages/page-form.ts';
import { acmeApp, type TestPages, testPages, twoTexts } from '../support/pages/pages.ts';
import { jpeg, moon, png } from '../support/pages/pictures.ts';

let pages: TestPages;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  pages = await testPages();
  await pages.publish('spring', twoTexts);
  tokens.check = await pages.point(1);
  tokens.landing = await pages.point(2, { kind: 'landing-page' });
  tokens.paused = await pages.point(3, { status: 'paused' });
  tokens.widget = await pages.point(4, { kind: 'widget', origins: ['https://shop.example'] });
});

/** Gives Acme a brand, which is seen from now on. */
async function wear(brand: Brand | undefined): Promise<void> {
  const before = (await pages.apps.findFresh('acme')) ?? acmeApp;
  const { brand: _before, ...app } = before;
  await pages.apps.replace(before, { ...app, ...(brand && { brand }), version: before.version + 1 });
  pages.now += 10_000;
}

/** Keeps a logo as the API does. */
async function kept(file: Uint8Array | string) {
  const read = readLogo(Buffer.from(file));
  if ('code' in read) throw new Error(read.detail);
  const hash = createHash('sha256').update(read.bytes).digest('base64url');
  await pages.logos.keep({ ...read, hash });
  const { type, width, height } = read;
  return { hash, type, width, height };
}

const english = { lang: 'en' };
const headOf = (body: string): string => /<div class="brand">.*?<\/div>/s.exec(body)?.[0] ?? '';
const tagsOf = (body: string): Record<string, string> =>
  Object.fromEntries(
    Array.from(body.matchAll(/<meta property="([^"]+)" content="([^"]*)">/g), ([, name, content]) => [name, content]),
  );

describe('the head of a page', () => {
  it('has the letter of the name where there is no logo, and nothing of ours', async () => {
    await wear(undefined);
    for (const path of [`/o/${tokens.check}`, `/o/${tokens.landing}`, `/l/${tokens.paused}`]) {
      const { body } = await pages.get(path, english);
      expect(headOf(body), path).toBe(
        '<div class="brand"><span class="letter" aria-hidden="true">A</span><b><bdi>Acme</bdi></b></div>',
      );
      expect(body).not.toMatch(/<svg|OptLedger/);
      expect(body).toContain('<link rel="icon" href="/logo/16202e-41">');
    }
  });

  it('has the logo beside the name, in the room that it takes', async () => {
    const logo = await kept(moon);
    await wear({ logo });
    const { body } = await pages.get(`/o/${tokens.check}`, english);
    expect(headOf(body)).toBe(
      `<div class="brand"><img src="/logo/${logo.hash}" width="40" height="40" alt=""><b><bdi>Acme</bdi></b></div>`,
    );
    expect(body).toContain(`<link rel="icon" href="/logo/${logo.hash}">`);
  });

  it('leaves the name to a logo that says it: one that is twice as wide as high', async () => {
    await wear({ logo: await kept(png(1000, 100)) });
    expect(headOf((await pages.get(`/o/${tokens.check}`, english)).body)).toMatch(
      /^<div class="brand"><img src="\/logo\/[\w-]{43}" width="176" height="18" alt="Acme"><\/div>$/,
    );
    await wear({ logo: await kept(png(199, 100)) });
    expect(headOf((await pages.get(`/o/${tokens.check}`, english)).body)).toContain(
      'width="80" height="40" alt=""><b>',
    );
    await wear({ logo: await kept(png(1, 1024)) });
    expect(headOf((await pages.get(`/o/${tokens.check}`, english)).body)).toContain('width="1" height="40" alt=""><b>');
  });

  it('carries its colours in a sheet that the policy names, and no other', async () => {
    await wear({ accent: '#000000', accentDark: '#ffffff' });
    const { headers, body } = await pages.get(`/o/${tokens.check}`, english);
    const sheets = Array.from(body.matchAll(/<style>(.*?)<\/style>/gs), ([, sheet = '']) => sheet);
    const hashes = sheets.map((sheet) => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`);
    expect(headers['content-security-policy']).toContain(`style-src ${hashes.join(' ')}; img-src 'self'; `);
    expect(sheets[1]).toBe(
      ':root{--accent:#000000;--on:#ffffff;--press:#161616;--tint:#ebebeb}' +
        '@media (prefers-color-scheme:dark){:root{--accent:#ffffff;--on:#000000;--press:#eeeeee;--tint:#292f37}}',
    );
  });

  it('is not on a page of nobody, whose policy allows no picture', async () => {
    const { headers, body } = await pages.get('/o/nonsense', english);
    expect(headers['content-security-policy']).toMatch(/style-src '[^']+'; form-action/);
    expect(body).not.toMatch(/class="brand"|<link|<img/);
  });
});

describe('the foot of a page', () => {
  it('says where the business is and whom to ask', async () => {
    await wear({ siteUrl: 'https://www.luna.example/shop?a=1&b=2', supportLine: 'Ayuda: <b>help@luna.example' });
    const { body } = await pages.get(`/l/${tokens.paused}`, english);
    expect(body).toContain(
      '<p class="where"><a href="https://www.luna.example/shop?a=1&#38;b=2" rel="noopener noreferrer">luna.example</a>' +
        '<span dir="auto">Ayuda: &#60;b&#62;help@luna.example</span></p>',
    );
  });
});

describe('what a chat shows of a link', () => {
  it('is heading, offer, name and the logo where it is one of pixels', async () => {
    const logo = await kept(png(512, 512));
    await wear({ logo });
    await pages.publish('offer', [{ ...twoTexts[0], incentive: '10 % off your next order' } as never]);
    const token = await pages.point(10, { notice: { noticeId: 'offer', version: 1 } });
    expect(tagsOf((await pages.get(`/o/${token}`, english)).body)).toEqual({
      'og:type': 'website',
      'og:site_name': 'Acme',
      'og:title': 'Messages from Acme on WhatsApp',
      'og:description': '10 % off your next order',
      'og:url': `https://go.example/o/${token}`,
      'og:image': `https://go.example/logo/${logo.hash}`,
      'og:image:width': '512',
      'og:image:height': '512',
      'og:image:alt': 'Acme',
    });
  });

  it('has no picture of a drawing, which chats do not draw, and benefits where there is no offer', async () => {
    await wear({ logo: await kept(moon) });
    const tags = tagsOf((await pages.get(`/o/${tokens.check}`, english)).body);
    expect(tags).toMatchObject({ 'og:description': 'You hear of discounts first.' });
    expect(tags).not.toHaveProperty('og:image');
  });

  it('is nothing of a page that is for one person, or closed', async () => {
    const [form] = formsOf((await pages.get(`/o/${tokens.check}`, english)).body, '') as [PageForm];
    const step = (await pages.post(form.action, filledIn(form, { ticks: ['offers'] }))).headers.location ?? '';
    for (const path of [step, `/l/${tokens.paused}`])
      expect(tagsOf((await pages.get(path, english)).body), path).toEqual({});
  });

  it('is read without a visit being counted, only a preview', async () => {
    const before = (await pages.points.find(tokens.check ?? ''))?.counts;
    const whatsapp = { 'user-agent': 'WhatsApp/2.23.20.0' };
    const { headers } = await pages.get(`/l/${tokens.check}`, {}, whatsapp);
    await pages.get(headers.location ?? '', {}, whatsapp);
    const counts = (await pages.points.find(tokens.check ?? ''))?.counts;
    expect(counts).toEqual({ ...before, previews: (before?.previews ?? 0) + 1 });
  });
});

describe('an incentive', () => {
  const incentive = '10 % off <your> next order';

  it('stands under the heading, and is part of what the evidence names', async () => {
    const texts = twoTexts.map((text) => ({ ...text, incentive }));
    const { hashes } = await pages.publish('gift', texts);
    expect(hashes.en).not.toBe((await pages.publish('plain', twoTexts)).hashes.en);
    const token = await pages.point(20, { notice: { noticeId: 'gift', version: 1 } });
    const { body } = await pages.get(`/o/${token}`, english);
    expect(body).toContain('</h1>\n<p class="gift" lang="en" dir="ltr">10 % off &#60;your&#62; next order</p>');
    const [form] = formsOf(body, '') as [PageForm];
    const { headers } = await pages.post(form.action, filledIn(form, { ticks: ['offers'] }));
    const choice = await pages.choices.find(headers.location?.split('/').at(-1) ?? '');
    expect(choice?.notice).toMatchObject({ noticeId: 'gift', noticeVersion: 1, noticeHash: hashes.en });
  });

  it('is told to the widget', async () => {
    const widget = {
      kind: 'widget',
      origins: ['https://shop.example'],
      notice: { noticeId: 'gift', version: 1 },
    } as const;
    const token = await pages.point(21, widget);
    expect((await pages.get(`/w/${token}`, english, { origin: 'https://shop.example' })).body.incentive).toBe(
      incentive,
    );
  });
});

describe('a logo', () => {
  const protection = {
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
  };

  it.each([
    ['image/svg+xml', moon],
    ['image/png', png(30, 20)],
    ['image/jpeg', jpeg(30, 20)],
  ])('is served as %s under its hash, for ever, and can do nothing', async (type, file) => {
    const { hash } = await kept(file);
    const answer = await pages.get(`/logo/${hash}`);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': type, ...protection } });
    expect(createHash('sha256').update(Buffer.from(answer.body, 'base64')).digest('base64url')).toBe(hash);
    expect(await pages.call('HEAD', `/logo/${hash}`, {})).toMatchObject({
      status: 200,
      headers: { 'content-type': type },
    });
  });

  it('is a letter on its colour where there is none', async () => {
    const { status, headers, body } = await pages.get('/logo/ffd700-c9');
    expect([status, headers]).toEqual([
      200,
      expect.objectContaining({ 'content-type': 'image/svg+xml', ...protection }),
    ]);
    expect(body).toMatch(/<circle [^>]*fill="#ffd700"\/><text [^>]*fill="#000000">É<\/text>/);
  });

  it.each(['', 'x', 'a'.repeat(43), '0b57d0-6c', '0b57d0-4c-4c', `${'a'.repeat(43)}.svg`, '../APPS', 'LOGO#x'])(
    'that nobody has is 404: %j',
    async (name) => {
      pages.consumed.length = 0;
      const answer = await pages.call('GET', `/logo/${encodeURIComponent(name)}`, {});
      expect(answer).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } });
      expect(pages.consumed.length).toBe(name === 'a'.repeat(43) ? 1 : 0);
    },
  );

  it('is read once by a warm function', async () => {
    const { hash } = await kept(png(31, 20));
    pages.consumed.length = 0;
    for (let n = 0; n < 3; n += 1) await pages.get(`/logo/${hash}`);
    expect(pages.consumed).toHaveLength(1);
  });
});

describe('a page with the largest logo', () => {
  it('weighs less than 40 KB with everything that it loads, in each language', async () => {
    const largest = Buffer.concat([jpeg(1024, 1024), Buffer.alloc(24_576 - jpeg(1, 1).length)]);
    const logo = await kept(largest);
    await wear({ logo, accent: '#e8590c', siteUrl: 'https://www.luna.example/', supportLine: 'help@luna.example' });
    const about = { businessName: 'Acme', purposes: acmeApp.purposes, privacyUrl: 'https://acme.example/privacy' };
    const texts = languages.map((locale) => ({ ...starterText(locale, about), incentive: 'x'.repeat(80) }));
    await pages.publish('ten', texts);
    const more = { notice: { noticeId: 'ten', version: 1 } };
    const [check, landing] = [await pages.point(11, more), await pages.point(12, { ...more, kind: 'landing-page' })];
    // Nothing is loaded but the page and its logo, which is sent as it is.
    const loaded = await pages.get(`/logo/${logo.hash}`);
    expect(Buffer.from(loaded.body, 'base64')).toEqual(largest);
    for (const lang of languages) {
      const plain = await pages.get(`/o/${check}`, { lang });
      expect(Buffer.byteLength(plain.body) + largest.length, `check page in ${lang}`).toBeLessThan(40_000);
      const asBrowsers = await pages.get(`/o/${landing}`, { lang }, { 'accept-encoding': 'gzip, deflate, br' });
      const bytes = Buffer.from(asBrowsers.body, 'base64');
      expect(bytes.length + largest.length, `landing page in ${lang}`).toBeLessThan(34_000);
      expect(gunzipSync(bytes).toString()).toContain(`<img src="/logo/${logo.hash}"`);
    }
  });
});

describe('the widget', () => {
  it('is told how the business looks', async () => {
    const logo = await kept(moon);
    await wear({ logo, accent: '#5b2a86', accentDark: '#b98ae0' });
    const { body } = await pages.get(`/w/${tokens.widget}`, english, { origin: 'https://shop.example' });
    expect(body.brand).toEqual({
      name: 'Acme',
      letter: 'A',
      logo: `https://go.example/logo/${logo.hash}`,
      light: { accent: '#5b2a86', on: '#ffffff', press: expect.any(String), tint: expect.any(String) },
      dark: { accent: '#b98ae0', on: '#000000', press: expect.any(String), tint: expect.any(String) },
    });
  });
});
