import { beforeAll, describe, expect, inject } from 'vitest';
import { command } from '../../dev/control.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { readLogo } from '../../lambdas/domain/brand/read-logo.ts';
import type { Visit } from '../support/api/visit.ts';
import { browserTest, looks } from '../support/browser/browser-test.ts';
import { hostileSvgs } from '../support/pages/hostile-svgs.ts';
import { hostileTexts } from '../support/pages/hostile-texts.ts';
import { moon, png } from '../support/pages/pictures.ts';
import { openPublicPages, type PublicPages } from '../support/pages/public-pages.ts';
import { localTable } from '../support/table/local-table.ts';

const base64 = (file: string | Uint8Array): string => Buffer.from(file).toString('base64');
const luna = {
  accent: '#5b2a86',
  accentDark: '#b98ae0',
  siteUrl: 'https://luna.example/',
  supportLine: 'help@luna.example',
};

let pages: PublicPages;
let plain: PublicPages;
beforeAll(async () => {
  pages = await openPublicPages('browser-brand', { brand: { ...luna, logo: base64(moon) } });
  plain = await openPublicPages('browser-brand-letter', { brand: { accent: '#e8590c' } });
});

/** Gives the app another brand by the API; the address of its logo. */
async function wear(brand: object): Promise<{ readonly status: number; readonly logo: string | undefined }> {
  const { status, body } = await pages.shop.target.call('PATCH', `/v1/apps/${pages.shop.appId}`, { brand });
  return { status, logo: (body as { brand?: { logo?: { path: string } } }).brand?.logo?.path };
}

describe('a drawing that wants to be more', () => {
  browserTest(
    'runs nothing and asks nobody for anything, opened by itself',
    { timeout: 180_000 },
    async ({ open, pagesUrl }) => {
      const visit = await open();
      let taken = 0;
      for (const svg of hostileSvgs) {
        const { status, logo } = await wear({ logo: base64(svg) });
        expect([200, 422]).toContain(status);
        if (status !== 200) continue;
        taken += 1;
        const response = await visit.page.goto(`${pagesUrl}${logo}`);
        expect(response?.headers()['content-type']).toBe('image/svg+xml');
        expect(await visit.page.evaluate('document.documentElement.namespaceURI')).toBe('http://www.w3.org/2000/svg');
        expect(await visit.page.locator('rect').count()).toBeGreaterThan(0);
        // Nothing had to be held back by the policy either.
        expect(await visit.violations()).toBe(0);
      }
      // Nearly all of them are drawings all the same.
      expect(taken).toBeGreaterThan(85);
    },
  );

  browserTest('nor in the head of a page, where each is drawn', { timeout: 180_000 }, async ({ open, pagesUrl }) => {
    const visit = await open();
    await visit.page.goto(`${pagesUrl}${pages.check}`);
    for (const svg of hostileSvgs) {
      const read = readLogo(Buffer.from(svg));
      if ('code' in read) continue;
      const { logo } = await wear({ logo: base64(svg) });
      const width = await visit.page.evaluate<number>(`new Promise((resolve) => {
        const image = document.querySelector('.brand img');
        image.addEventListener('load', () => resolve(image.naturalWidth), { once: true });
        image.addEventListener('error', () => resolve(-1), { once: true });
        image.src = ${JSON.stringify(`${logo}?${base64(svg).slice(-20)}`)};
      })`);
      expect(width, svg).toBeGreaterThan(0);
    }
    expect(await visit.violations()).toBe(0);
  });
});

browserTest('hostile words of a brand are text in head and foot', { timeout: 180_000 }, async ({ open, pagesUrl }) => {
  const { dataFolder = '' } = inject('journey').local ?? {};
  const { shop, paused } = await openPublicPages('browser-brand-words');
  const apps = appStore(localTable(), Date.now);
  const visit = await open();
  for (const given of hostileTexts) {
    // The table takes no half characters.
    const words = given.toWellFormed();
    // Put into the table itself, because the API refuses most of them.
    const app = await apps.findFresh(shop.appId);
    if (app === undefined) throw new Error('The app is gone.');
    const brand = { siteUrl: words, returnUrl: words, supportLine: words };
    await apps.replace(app, { ...app, displayName: words, brand, version: app.version + 1 });
    // Settings are remembered for some seconds.
    await command(dataFolder, 'clock', 10_000);
    await visit.page.goto(`${pagesUrl}${paused}`);
    if (/^[\x20-\x7e]*$/.test(words)) {
      expect(await visit.page.locator('.brand b').textContent()).toBe(words);
      expect(await visit.page.locator('.where span').textContent()).toBe(words);
    }
    const found = await visit.page.evaluate<string[]>(`(() => {
      const bad = [];
      for (const each of document.querySelectorAll('*')) for (const { name } of each.attributes)
        if (/^on|^srcdoc$|^style$/i.test(name)) bad.push(each.tagName + ' ' + name);
      for (const each of document.querySelectorAll('script,iframe,object,embed,base,meta[http-equiv],img,template,video,audio')) bad.push(each.tagName);
      for (const { rel, href } of document.querySelectorAll('link'))
        if (rel !== 'icon' || !/^\\/logo\\/[\\w-]+$/.test(new URL(href).pathname)) bad.push('link to ' + href);
      for (const { href } of document.links) if (!/^https:/.test(href)) bad.push('link to ' + href);
      if (document.querySelectorAll('style').length !== 2) bad.push('another style');
      return bad;
    })()`);
    expect(found).toEqual([]);
    expect(await visit.violations()).toBe(0);
  }
});

const styleOf = ({ page }: Visit, selector: string, property: string): Promise<string> =>
  page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${property}`);

describe('a page of a brand', () => {
  browserTest.for(looks)(
    'at %i px (dark: %s) shows its logo and colours, and everybody can read them',
    async ([width, dark], { open, pagesUrl }) => {
      await wear({ ...luna, logo: base64(moon) });
      for (const path of [
        pages.check,
        pages.landing,
        pages.end.en,
        pages.personal,
        pages.preferences,
        pages.paused,
        plain.check,
      ]) {
        const visit = await open({ width, dark });
        await visit.page.goto(`${pagesUrl}${path}`);
        await visit.expectAccessible();
        expect(await visit.violations()).toBe(0);
        const isLuna = path !== plain.check;
        const image = visit.page.locator('.brand img');
        expect(await image.count()).toBe(isLuna ? 1 : 0);
        if (isLuna) expect(await visit.page.evaluate(`document.querySelector('.brand img').naturalWidth`)).toBe(64);
        // As high in the dark, so that what one chooses stays in the first screen.
        expect(await visit.page.evaluate(`document.querySelector('.brand').offsetHeight`)).toBe(40);
        const accent = isLuna ? (dark ? 'rgb(185, 138, 224)' : 'rgb(91, 42, 134)') : 'rgb(232, 89, 12)';
        const button = visit.page.locator('.go:not(.plain)').first();
        if ((await button.count()) > 0) {
          expect(await styleOf(visit, '.go:not(.plain)', 'backgroundColor')).toBe(accent);
          await button.hover();
          await visit.expectAccessible();
        }
        const boxes = visit.page.locator('input[name=purpose]');
        if ((await boxes.count()) > 0) {
          await boxes.first().check();
          expect(await styleOf(visit, 'input[name=purpose]:checked', 'backgroundColor')).toBe(accent);
          await visit.expectAccessible();
        }
        // The page and its logo are all there is to load.
        const loaded = [...visit.loaded].filter(([url]) => !url.includes('/logo/'));
        expect(loaded).toHaveLength(1);
        await visit.close();
      }
    },
  );

  browserTest(
    'keeps its room while the logo is still on its way, and its name when it never comes',
    async ({ open, pagesUrl }) => {
      await wear({ logo: base64(png(300, 100)) });
      const visit = await open();
      await visit.page.route('**/logo/*', (route) => route.abort());
      const image = visit.page.locator('.brand img');
      // The process that shows it may know the logo of the test before for some seconds.
      await expect
        .poll(async () => {
          await visit.page.goto(`${pagesUrl}${pages.check}`);
          return [await image.getAttribute('width'), await image.getAttribute('height')];
        })
        .toEqual(['120', '40']);
      expect(await image.getAttribute('alt')).toBe('Café del Río');
      visit.takeComplaints();
    },
  );
});
