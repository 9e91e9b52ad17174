import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { browserTest } from '../support/browser/browser-test.ts';
import { makePoint, publishStarter } from '../support/journeys/collection.ts';
import { openShop } from '../support/journeys/shop.ts';
import { type ShopSite, startShopSite } from '../support/pages/shop-page.ts';

const { baseUrl } = inject('journey');
let site: ShopSite;
let point: string;
const tag = (attributes = ''): string =>
  `<script src="${baseUrl}/widget.js" data-point="${point}" ${attributes} async></script>`;
const opener = (page: Page) => page.locator('button.open');
const away = (page: Page) => page.locator('button.away');
const long = '<p>A mug.</p>'.repeat(200);

beforeAll(async () => {
  site = await startShopSite(baseUrl);
  const shop = await openShop('widget-button', { displayName: 'Luna Coffee', locale: 'en', doubleOptIn: [] });
  await publishStarter(shop, ['en', 'ar']);
  point = String((await makePoint(shop, 'widget', { origins: [site.origin] })).pointId).slice(3);
});
afterAll(() => site.close());

describe('the sheet', () => {
  browserTest('keeps its head while it scrolls, so that the way out is always at hand', async ({ open }) => {
    const { page } = await open();
    await page.setViewportSize({ width: 375, height: 667 });
    await page.goto(site.page('/head', { head: tag() }));
    await opener(page).click();
    const close = page.locator('button.close');
    const before = await close.boundingBox();
    await page.locator('.body').evaluate((body) => body.scrollTo(0, body.scrollHeight));
    expect(await page.locator('.body').evaluate((body) => body.scrollTop)).toBeGreaterThan(50);
    expect(await close.boundingBox()).toEqual(before);
    await page.locator('input[type=checkbox]').first().check();
    await page.locator('button.main').click();
    await page.locator('blockquote').waitFor();
    expect(await close.boundingBox()).toMatchObject({ width: 44, height: 44 });
    await close.click();
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  browserTest('shows boxes, sentence and button on the first screen of a small phone', async ({ open }) => {
    const { page } = await open();
    await page.setViewportSize({ width: 375, height: 667 });
    await page.goto(site.page('/fold', { head: tag() }));
    await opener(page).click();
    const box = await page.locator('button.main').boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThanOrEqual(667);
    expect(await page.locator('.head bdi').textContent()).toBe('Luna Coffee');
    // The name is kept on one line of the heading.
    expect(await page.locator('h2').textContent()).toBe('Hear from Luna\u00a0Coffee on WhatsApp');
  });

  browserTest('is drawn down to close it, and comes back when it is let go early', async ({ open }) => {
    const { page } = await open();
    await page.goto(site.page('/drag', { head: tag() }));
    await opener(page).click();
    const head = await page.locator('.head').boundingBox();
    const [x, y] = [100, (head?.y ?? 0) + 20];
    const draw = async (by: number) => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y + by, { steps: 4 });
      await page.mouse.up();
    };
    await draw(60);
    expect(await page.locator('dialog[open]').count()).toBe(1);
    expect((await page.locator('.head').boundingBox())?.y).toBe(head?.y);
    await draw(140);
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });
});

describe('the head of the sheet', () => {
  /** Opens the sheet of a shop with this logo; what stands in its head. */
  async function headWith(name: string, logo: Uint8Array, page: Page): Promise<string> {
    const brand = { accent: '#7a2e1d', accentDark: '#ffb59d', logo: Buffer.from(logo).toString('base64') };
    const shop = await openShop(name, { displayName: 'Luna Coffee', locale: 'en', doubleOptIn: [], brand });
    await publishStarter(shop, ['en']);
    const token = String((await makePoint(shop, 'widget', { origins: [site.origin] })).pointId).slice(3);
    const head = `<script src="${baseUrl}/widget.js" data-point="${token}" async></script>`;
    await page.goto(site.page(`/${name}`, { head }));
    await opener(page).click();
    await page.waitForLoadState('networkidle');
    return page.locator('.head > .mark').evaluate((mark) => mark.localName);
  }

  browserTest('shows a logo of pixels under the strictest policy, in the colour of the brand', async ({ open }) => {
    const visit = await open();
    await headWith('widget-logo', PNG.sync.write(new PNG({ width: 300, height: 100, fill: true })), visit.page);
    await visit.page.locator('.head > canvas.mark').waitFor();
    // It is a word mark, so the name is there for who cannot see it.
    expect(await visit.page.locator('.head bdi').getAttribute('class')).toBe('sr');
    expect(await visit.violations()).toBe(0);
    expect(
      await visit.page.evaluate(
        "getComputedStyle(document.querySelector('[data-optledger]').shadowRoot.querySelector('button.main')).backgroundColor",
      ),
    ).toBe('rgb(122, 46, 29)');
    await visit.expectAccessible();
  });

  browserTest('shows the letter where the policy of the shop forbids the logo', async ({ open }) => {
    const visit = await open();
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><path fill="#7a2e1d" d="M0 0h64v64H0z"/></svg>';
    expect(await headWith('widget-svg', Buffer.from(svg), visit.page)).toBe('span');
    expect(await visit.page.locator('.head').textContent()).toContain('LLuna Coffee');
    expect(visit.takeComplaints()).toEqual([expect.stringContaining('Loading the image')]);
  });
});

describe('the floating button', () => {
  browserTest(
    'is an icon on a phone and says its words to who cannot see it, and a label on a desk',
    async ({ open }) => {
      const visit = await open({ width: 390 });
      const { page } = visit;
      await page.goto(site.page('/icon', { head: tag('data-label="Chat offers"') }));
      await opener(page).waitFor();
      expect(await opener(page).boundingBox()).toMatchObject({ width: 56, height: 56 });
      expect(await page.getByRole('button', { name: 'Chat offers' }).count()).toBe(1);
      await visit.expectAccessible();
      await page.setViewportSize({ width: 1280, height: 900 });
      expect((await opener(page).boundingBox())?.width).toBeGreaterThan(120);
    },
  );

  browserTest('takes the look that the tag asks for', async ({ open }) => {
    const { page } = await open({ width: 390 });
    await page.goto(site.page('/label', { head: tag('data-look="label"') }));
    expect((await opener(page).boundingBox())?.width).toBeGreaterThan(120);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(site.page('/icon-desk', { head: tag('data-look="icon"') }));
    expect(await opener(page).boundingBox()).toMatchObject({ width: 56, height: 56 });
  });

  browserTest.for([
    ['left', 'ltr', 16],
    ['left', 'rtl', 16],
    ['right', 'rtl', 318],
    ['start', 'ltr', 16],
    ['start', 'rtl', 318],
    ['end', 'rtl', 16],
  ] as const)('stands at the %s of a page that runs %s', async ([position, dir, x], { open }) => {
    const { page } = await open({ width: 390 });
    const lang = dir === 'rtl' ? 'ar' : 'en';
    await page.goto(site.page(`/${position}-${dir}`, { lang, dir, head: tag(`data-position="${position}"`) }));
    expect((await opener(page).boundingBox())?.x).toBe(x);
    await page.setViewportSize({ width: 1280, height: 900 });
    await opener(page).click();
    const sheet = await page.locator('dialog').boundingBox();
    expect((sheet?.x ?? 0) < 640).toBe(x < 195);
  });

  browserTest('makes room for the bar of somebody else', async ({ open }) => {
    const { page } = await open({ width: 390 });
    await page.goto(site.page('/offset', { head: tag('data-offset="80 24"') }));
    expect(await opener(page).boundingBox()).toMatchObject({ x: 390 - 56 - 16 - 24, y: 844 - 56 - 16 - 80 });
  });

  browserTest('is sent away, and stays away without a cookie', async ({ open }) => {
    const visit = await open();
    const { page } = visit;
    const url = site.page('/away', { head: tag('data-dismiss="30"') });
    await page.goto(url);
    await visit.expectAccessible();
    await away(page).click();
    expect(await page.locator('[data-optledger]').count()).toBe(0);
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([`optledger:${point}`]);
    expect(await page.context().cookies()).toEqual([]);
    await page.goto(url);
    await page.waitForFunction('globalThis.optledger !== undefined');
    await page.waitForLoadState('networkidle');
    expect(await opener(page).count()).toBe(0);
    // Thirty days later.
    await page.evaluate(`localStorage.setItem('optledger:${point}', String(Date.now() - 1))`);
    await page.goto(url);
    await opener(page).waitFor();
  });

  browserTest('stays away on the page where the browser forbids every memory', async ({ open }) => {
    const { page } = await open();
    await page.addInitScript({
      content: `for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(globalThis, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`,
    });
    await page.goto(site.page('/denied', { head: tag('data-dismiss="30"') }));
    await away(page).click();
    expect(await opener(page).count()).toBe(0);
    await page.evaluate(`(() => {
      const again = document.querySelector('script[data-point]').cloneNode();
      document.head.append(again);
      optledger.scan();
    })()`);
    await page.waitForLoadState('networkidle');
    expect(await opener(page).count()).toBe(0);
  });

  browserTest('comes after the seconds that the tag names, once for two tags', async ({ open }) => {
    const { page } = await open();
    await page.clock.install();
    await page.goto(site.page('/later', { head: tag('data-after="8"') + tag('data-after="8"') }));
    await page.waitForLoadState('networkidle');
    await page.clock.runFor(7000);
    expect(await opener(page).count()).toBe(0);
    await page.clock.runFor(1500);
    await opener(page).waitFor();
    expect(await opener(page).count()).toBe(1);
  });

  browserTest('comes when the page is seen to the share that the tag names', async ({ open }) => {
    const { page } = await open();
    await page.goto(site.page('/scroll', { body: long, head: tag('data-after="50%"') }));
    await page.waitForLoadState('networkidle');
    await page.evaluate('scrollTo(0, (document.documentElement.scrollHeight - innerHeight) * 0.4)');
    expect(await opener(page).count()).toBe(0);
    await page.evaluate('scrollTo(0, (document.documentElement.scrollHeight - innerHeight) * 0.6)');
    await opener(page).waitFor();
  });

  browserTest('opens by itself only when it is asked to, and counts nobody who did not use it', async ({ open }) => {
    const { page } = await open();
    const posted: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && posted.push(String(request.postData())));
    const url = site.page('/popup-later', {
      body: long,
      head: tag('data-mode="popup" data-after="30%" data-dismiss="7"'),
    });
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await page.locator('dialog[open]').waitFor();
    expect(posted).toEqual([]);
    await page.locator('input[type=checkbox]').first().check();
    await expect.poll(() => posted).toEqual(['opened=yes']);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    expect(await page.locator('dialog').count()).toBe(0);
  });
});
