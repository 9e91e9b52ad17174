import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { browserTest, widths } from '../support/browser/browser-test.ts';
import { bundledWidget } from '../support/browser/bundled-widget.ts';
import { makePoint, publishStarter } from '../support/journeys/collection.ts';
import { openShop, type Shop } from '../support/journeys/shop.ts';
import { type ShopSite, startShopSite } from '../support/pages/shop-page.ts';

const { baseUrl } = inject('journey');
let site: ShopSite;
let shop: Shop;
const points: Record<'widget' | 'form' | 'closed' | 'foreign', string> = {
  widget: '',
  form: '',
  closed: '',
  foreign: '',
};

const tag = (attributes: string): string => `<script src="${baseUrl}/widget.js" ${attributes} async></script>`;
const number = (page: Page) => page.locator('input[type=tel]');
const hosts = (page: Page) => page.locator('[data-optledger]');
/** The widget has said everything that it will say: its calls are answered. */
const settled = (page: Page) => page.waitForLoadState('networkidle');

beforeAll(async () => {
  site = await startShopSite(baseUrl);
  shop = await openShop('widget-forms', { displayName: 'Café del Río', locale: 'en', doubleOptIn: [] });
  await publishStarter(shop, ['en', 'ar']);
  const token = async (kind: string, more: object) => String((await makePoint(shop, kind, more)).pointId).slice(3);
  const origins = [site.origin];
  points.widget = await token('widget', { origins });
  points.form = await token('form', { origins });
  points.closed = await token('widget', { origins, status: 'paused' });
  points.foreign = await token('widget', { origins: ['https://shop.example'] });
});
afterAll(() => site.close());

const checkout = `<form method="post" action="/paid"><label>Phone <input id="phone" name="phone" value="+52 55 1234"></label>
  <div id="here"></div><button>Pay</button></form>`;

describe('a form in the page', () => {
  browserTest.for(widths)('asks for the number at %i px, and says beside it what is wrong', async (width, { open }) => {
    const visit = await open({ width });
    const { page } = visit;
    await page.goto(
      site.page('/inline', {
        body: '<div id="here"></div>',
        head: tag(`data-point="${points.form}" data-mode="inline" data-target="#here"`),
      }),
    );
    await visit.expectAccessible();
    await page.locator('input[type=checkbox]').nth(1).check();
    await number(page).fill('12');
    await number(page).press('Enter');
    await page.locator('#number-fault:not(:empty)').waitFor();
    expect(await number(page).getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('input[type=tel]:focus').count()).toBe(1);
    await visit.expectAccessible();
    await visit.shot('widget-inline-fault');
    expect(visit.takeComplaints()).toEqual([expect.stringContaining('status of 422')]);

    await number(page).fill('+52 55 1234 5678');
    await number(page).press('Enter');
    await page.locator('blockquote').waitFor();
    expect(await page.locator('.panel').textContent()).toContain('ending in \u206678\u2069');
    await visit.shot('widget-inline-last-step');
  });

  browserTest(
    'takes the number from the checkout until it is edited, and leaves the checkout alone',
    async ({ open }) => {
      const visit = await open();
      const { page } = visit;
      site.script(
        '/mount.js',
        `addEventListener('optledger:ready', () => {
      const phone = document.querySelector('#phone');
      optledger.mount(document.querySelector('#here'), { point: '${points.form}', phone, onDone: (answer) => { globalThis.done = answer; throw new Error('the shop fails'); } });
    });`,
      );
      await page.goto(
        site.page('/checkout', {
          body: checkout,
          head: `<script src="/mount.js"></script>${tag('')}`,
        }),
      );
      await number(page).waitFor();
      expect(await number(page).inputValue()).toBe('+52 55 1234');
      await page.locator('#phone').fill('+52 55 1234 5678');
      expect(await number(page).inputValue()).toBe('+52 55 1234 5678');
      await number(page).fill('+52 55 8765 4321');
      await page.locator('#phone').fill('+52 55 0000 0000');
      expect(await number(page).inputValue()).toBe('+52 55 8765 4321');

      await page.locator('input[type=checkbox]').first().check();
      await number(page).press('Enter');
      await page.locator('blockquote').waitFor();
      expect(site.posted).toEqual([]);
      await expect.poll(() => visit.takeComplaints()).toEqual(['a script threw: the shop fails']);
      expect(await page.evaluate('Object.keys(globalThis.done)')).toEqual([
        'whatsappUrl',
        'statusUrl',
        'words',
        'from',
      ]);
      await page.locator('text=Pay').click();
      await expect.poll(() => site.posted).toEqual(['/paid phone=%2B52+55+0000+0000']);
    },
  );
});

describe('on the page of a shop', () => {
  browserTest('opens from any element of the shop, and closes again', async ({ open }) => {
    const visit = await open();
    const { page } = visit;
    const body = `<a href="${baseUrl}/l/${points.form}" data-optledger-open="${points.form}">Get messages</a>`;
    await page.goto(
      site.page('/popup', {
        lang: 'ar',
        dir: 'rtl',
        body,
        head: tag(`data-point="${points.widget}" data-mode="popup"`),
      }),
    );
    await settled(page);
    expect(await hosts(page).count()).toBe(0);
    await page.locator('text=Get messages').click();
    await page.locator('dialog[open]').waitFor();
    expect(await page.locator('dialog').getAttribute('class')).toBeNull();
    expect(await page.locator('.frame').getAttribute('dir')).toBe('rtl');
    await visit.expectAccessible();
    await page.evaluate('optledger.close()');
    await expect.poll(() => hosts(page).count()).toBe(0);
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Get messages');
  });

  browserTest('leads to our page where it may not be shown', async ({ open }) => {
    const visit = await open();
    const body = `<a href="${baseUrl}/o/${points.foreign}" data-optledger-open="${points.foreign}">Get messages</a>`;
    await visit.page.goto(site.page('/instead', { body, head: tag('') }));
    await settled(visit.page);
    await visit.page.locator('text=Get messages').click();
    await visit.page.waitForURL(`${baseUrl}/o/${points.foreign}`);
    expect(visit.takeComplaints().join()).toContain('status of 403');
  });

  browserTest(
    'shows two side by side, and nothing for points that are closed, foreign or unknown',
    async ({ open }) => {
      const visit = await open();
      const { page } = visit;
      const tags = [points.widget, points.form, points.closed, points.foreign, 'pnobodymadethis'].map((point) =>
        tag(`data-point="${point}"`),
      );
      const broken = tag(`data-point="${points.form}" data-mode="inline" data-target="<<"`);
      await page.goto(site.page('/many', { head: broken + tags.join('') }));
      expect(await page.evaluate('optledger.open({})')).toBe(false);
      await settled(page);
      expect(await hosts(page).count()).toBe(2);
      const [first, second] = [
        await page.locator('button.open').nth(0).boundingBox(),
        await page.locator('button.open').nth(1).boundingBox(),
      ];
      expect(Math.abs((first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThanOrEqual(56);
      expect(await page.title()).toBe('Shop');
      expect(visit.takeComplaints().filter((complaint) => !/status of 40[34]/.test(complaint))).toEqual([]);
    },
  );

  browserTest('keeps its look and its keys, whatever the shop does', async ({ open }) => {
    const { page } = await open();
    site.script(
      '/keys.js',
      "globalThis.heard = ''; addEventListener('keydown', (event) => { globalThis.heard += event.key; });",
    );
    const css =
      '* { color: red !important; font-size: 40px !important } div { display: none !important } button { background: red }';
    const head = `<script src="/keys.js"></script>${tag(`data-point="${points.form}" data-lang="ar"`)}`;
    await page.goto(site.page('/rude', { css, head }));
    await page.locator('button.open').click();
    expect(await page.locator('.frame').getAttribute('lang')).toBe('ar');
    expect(
      await page.evaluate(
        `getComputedStyle(document.querySelector('[data-optledger]').shadowRoot.querySelector('#number')).fontSize`,
      ),
    ).toBe('16px');
    await number(page).press('/');
    expect(await number(page).inputValue()).toBe('/');
    expect(await page.evaluate('globalThis.heard')).toBe('');
  });

  browserTest('works as the deployed function sends it: bundled and minified', async ({ open }) => {
    site.script('/widget.js', (await bundledWidget(baseUrl)).text);
    const { page } = await open();
    await page.goto(
      site.page('/bundled', { head: `<script src="/widget.js" data-point="${points.widget}" async></script>` }),
    );
    await page.locator('button.open').click();
    await page.locator('input[type=checkbox]').first().check();
    await page.locator('button.main').click();
    expect(await page.locator('a.main').getAttribute('href')).toMatch(/^https:\/\/wa\.me\//);
  });
});
