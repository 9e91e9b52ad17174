import { afterAll, beforeAll, expect, inject } from 'vitest';
import { browserTest } from '../support/browser/browser-test.ts';
import { makePoint, publishStarter } from '../support/journeys/collection.ts';
import { openShop } from '../support/journeys/shop.ts';
import { type ShopSite, startShopSite } from '../support/pages/shop-page.ts';

const { baseUrl } = inject('journey');
let site: ShopSite;
let point: string;
beforeAll(async () => {
  site = await startShopSite(baseUrl);
  const shop = await openShop('widget-scheme', { displayName: 'Luna Coffee', locale: 'en', doubleOptIn: [] });
  await publishStarter(shop, ['en']);
  point = String((await makePoint(shop, 'widget', { origins: [site.origin] })).pointId).slice(3);
});
afterAll(() => site.close());

const inline = (more = '') =>
  `<script src="${baseUrl}/widget.js" data-point="${point}" data-mode="inline" data-target="#here" ${more} async></script>`;
const schemeOf = "document.querySelector('[data-optledger]').shadowRoot.querySelector('.frame').dataset.scheme";
const paper =
  "getComputedStyle(document.querySelector('[data-optledger]').shadowRoot.querySelector('.panel')).backgroundColor";
const white = 'rgb(255, 255, 255)';

/** What the shop's style sheet says, on a light and on a dark phone. */
const shops: readonly (readonly [name: string, css: string, onLight: string, onDark: string, meta?: string])[] = [
  ['says nothing', '', 'light', 'light'],
  ['is cream', 'body { background: #fbf5ea }', 'light', 'light'],
  ['is black', 'html { background: #101014 }', 'dark', 'dark'],
  ['is black inside', '#here { background: oklch(0.2 0.02 250) }', 'dark', 'dark'],
  ['is white on black', 'html { background: #000 } main { background: color(srgb 1 1 1) }', 'light', 'light'],
  ['has a veil one sees through', 'body { background: #fff } main { background: rgb(0 0 0 / 0.1) }', 'light', 'light'],
  ['declares both and colours nothing', ':root { color-scheme: light dark }', 'light', 'dark'],
  ['declares both and stays white', ':root { color-scheme: light dark } body { background: #fff }', 'light', 'light'],
  ['declares dark', ':root { color-scheme: dark }', 'dark', 'dark'],
  ['declares both in a meta tag', '', 'light', 'dark', '<meta name="color-scheme" content="light dark">'],
  ['follows the phone itself', '@media (prefers-color-scheme: dark) { body { background: #111 } }', 'light', 'dark'],
];

browserTest.for(shops)(
  'a shop that %s has a widget of its own scheme',
  async ([name, css, onLight, onDark, meta], { open }) => {
    const url = site.page(`/${name.replaceAll(' ', '-')}`, {
      css,
      body: '<div id="here"></div>',
      head: inline() + (meta ?? ''),
    });
    for (const dark of [false, true]) {
      const { page } = await open({ dark });
      await page.goto(url);
      await page.locator('.panel').waitFor();
      const scheme = dark ? onDark : onLight;
      expect(await page.evaluate(schemeOf), dark ? 'on a dark phone' : 'on a light phone').toBe(scheme);
      expect((await page.evaluate(paper)) === white).toBe(scheme === 'light');
    }
  },
);

browserTest('the tag may say it, whatever the shop looks like', async ({ open }) => {
  const { page } = await open();
  await page.goto(site.page('/said', { body: '<div id="here"></div>', head: inline('data-theme="dark"') }));
  await page.locator('.panel').waitFor();
  expect(await page.evaluate(schemeOf)).toBe('dark');
});

browserTest('it goes along when the shop changes, also slowly, and when the phone does', async ({ open }) => {
  const { page } = await open();
  const css =
    'body { background: #fff } .night body { background: #000 } @media (prefers-color-scheme: dark) { .system body { background: #000 } } .slow body { background: #111; transition: background-color 30ms }';
  await page.goto(site.page('/switch', { css, body: '<div id="here"></div>', head: inline() }));
  await page.locator('.panel').waitFor();
  const now = () => page.evaluate(schemeOf);
  expect(await now()).toBe('light');
  await page.evaluate("document.documentElement.className = 'night'");
  await expect.poll(now).toBe('dark');
  await page.evaluate("document.documentElement.className = 'system'");
  await expect.poll(now).toBe('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(now).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(now).toBe('light');
  await page.evaluate("document.documentElement.className = 'slow'");
  await expect.poll(now).toBe('dark');
});
