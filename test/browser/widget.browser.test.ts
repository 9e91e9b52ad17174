import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { browserTest, widths } from '../support/browser/browser-test.ts';
import { makePoint, publishStarter } from '../support/journeys/collection.ts';
import { agoThere, openShop, type Shop } from '../support/journeys/shop.ts';
import type { Json } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { type ShopSite, startShopSite } from '../support/pages/shop-page.ts';

const { baseUrl } = inject('journey');
let site: ShopSite;
let shop: Shop;
let widgetPoint: string;

const tokenOf = (point: Json): string => String(point.pointId).slice('pt_'.length);
const tag = (attributes: string): string => `<script src="${baseUrl}/widget.js" ${attributes} async></script>`;
/** The words of what has the focus, wherever the shadow is. */
const focusedText = `(() => {
  let element = document.activeElement;
  while (element && element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
  return element ? (element.textContent || element.getAttribute('aria-label') || element.tagName).trim() : '';
})()`;
const opener = (page: Page) => page.locator('button.open');
const tick = (page: Page, n: number) => page.locator('input[type=checkbox]').nth(n);

beforeAll(async () => {
  site = await startShopSite(baseUrl);
  shop = await openShop('widget', { displayName: 'Café del Río', locale: 'en', doubleOptIn: [] });
  await publishStarter(shop, ['en', 'ar', 'hi']);
  widgetPoint = tokenOf(await makePoint(shop, 'widget', { origins: [site.origin], campaign: 'spring-26' }));
});
afterAll(() => site.close());

describe('the floating button', () => {
  const looks = [
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['hi', 'ltr'],
  ] as const;
  browserTest.for(looks.flatMap(([lang, dir]) => widths.map((width) => [lang, dir, width] as const)))(
    'opens the check in %s (%s) at %i px, accessible in every state',
    async ([lang, dir, width], { open }) => {
      const visit = await open({ width });
      const { page } = visit;
      await page.goto(site.page(`/${lang}`, { lang, dir, head: tag(`data-point="${widgetPoint}"`) }));
      await opener(page).waitFor();
      await visit.expectAccessible();
      await visit.shot(`widget-${lang}-button`);

      await opener(page).click();
      expect(await page.locator('dialog:modal').count()).toBe(1);
      expect(await page.locator('.frame').getAttribute('dir')).toBe(dir);
      expect(await page.locator('input[type=checkbox]:checked').count()).toBe(0);
      await visit.expectAccessible();
      await visit.shot(`widget-${lang}-open`);

      await tick(page, 0).check();
      await page.locator('button.main').click();
      const words = await page.locator('blockquote').textContent();
      await visit.expectAccessible();
      await visit.shot(`widget-${lang}-last-step`);
      const link = new URL((await page.locator('a.main').getAttribute('href')) ?? '');
      expect(link.origin).toBe('https://wa.me');
      expect(link.searchParams.get('text')).toBe(words);
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('can be used with the keyboard alone, and gives the focus back', async ({ open }) => {
    const { page } = await open();
    await page.goto(site.page('/keys', { body: '<a href="#x">Cart</a>', head: tag(`data-point="${widgetPoint}"`) }));
    await opener(page).waitFor();
    const focused = () => page.evaluate<string>(focusedText);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Get updates on WhatsApp');
    await page.keyboard.press('Enter');
    expect(await focused()).toContain('Café\u00a0del\u00a0Río');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await focused()).toBe('Get updates on WhatsApp');

    await page.keyboard.press('Enter');
    // Round and round: never into the page behind.
    const met: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      met.push(await focused());
    }
    expect(met).not.toContain('Cart');
    expect(met).toContain('Continue in WhatsApp');
    await tick(page, 1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('blockquote').waitFor();
    expect(await focused()).toBe('Almost done: press send in WhatsApp');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Open WhatsApp');
  });

  browserTest('says that nothing is ticked, and sends nothing', async ({ open }) => {
    const visit = await open();
    await visit.page.goto(site.page('/none', { head: tag(`data-point="${widgetPoint}"`) }));
    await opener(visit.page).click();
    const sent: string[] = [];
    visit.page.on('request', (request) => sent.push(`${request.method()} ${request.postData()}`));
    // The way that is no opt-in is there until somebody wants one.
    const chat = visit.page.locator('.chat');
    await tick(visit.page, 0).check();
    expect(await chat.isVisible()).toBe(false);
    await tick(visit.page, 0).uncheck();
    expect(await chat.isVisible()).toBe(true);
    await visit.page.locator('button.main').click();
    expect(await visit.page.locator('[role=alert]:not(:empty)').textContent()).toBe(
      'Pick at least one, or chat without signing up.',
    );
    await visit.expectAccessible();
    expect(sent.filter((each) => each !== 'POST opened=yes')).toEqual([]);
  });

  browserTest('keeps nothing in the browser and asks nobody but us', async ({ open }) => {
    const { page } = await open();
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    await page.goto(site.page('/traces', { head: tag(`data-point="${widgetPoint}"`) }));
    await opener(page).click();
    await tick(page, 0).check();
    await page.locator('button.main').click();
    await page.locator('blockquote').waitFor();
    expect([...asked].sort()).toEqual([site.origin, baseUrl].sort());
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);
    expect(await page.evaluate<number>('indexedDB.databases().then((all) => all.length)')).toBe(0);
  });

  browserTest('leads to an opt-in that says where it came from, once the phone confirms', async ({ open }) => {
    const { page } = await open();
    const url = site.page('/buy', { head: tag(`data-point="pt_${widgetPoint}"`) });
    await page.goto(`${url}?utm_source=newsletter&order=77`);
    await opener(page).click();
    await tick(page, 0).check();
    await page.locator('button.main').click();
    const href = (await page.locator('a.main').getAttribute('href')) ?? '';
    const ana = shop.person('Ana');
    expect((await shop.decide({ phone: ana.phone })).decision).toBe('deny');
    const text = new URL(href).searchParams.get('text') ?? '';
    expect(await shop.hear(textMessage(ana.waId, 'wamid.WIDGET', await agoThere(shop, 0), text))).toBe(200);
    expect((await shop.decide({ phone: ana.phone })).decision).toBe('allow');
    expect((await shop.decide({ phone: ana.phone }, 'order-updates')).decision).toBe('deny');
    const { userId } = (await shop.post('users/search', { phone: ana.phone })).body;
    const { data } = (await shop.get(`users/${String(userId)}/statements`)).body;
    expect(data).toContainEqual(
      expect.objectContaining({ action: 'granted', purposes: ['offers'], pointId: `pt_${widgetPoint}` }),
    );
    expect(JSON.stringify(data)).toContain(`"origin":"${site.origin}"`);
    expect(JSON.stringify(data)).toContain('"utm":{"utm_source":"newsletter"}');
    expect(JSON.stringify(data)).not.toContain('order=77');
  });
});

describe('the same tag more than once', () => {
  /** A shop that may add scripts: under Trusted Types a page cannot without a policy of its own. */
  let app: ShopSite;
  let appPoint: string;
  beforeAll(async () => {
    app = await startShopSite(baseUrl, 'none');
    appPoint = tokenOf(await makePoint(shop, 'widget', { origins: [app.origin] }));
  });
  afterAll(() => app.close());
  const buttons = (page: Page) => opener(page).count();
  /** Every answer of ours has come, and what it leads to was drawn. */
  const settled = async (page: Page) => {
    await page.waitForLoadState('networkidle');
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  };
  /** Puts a script tag into the page as an app of one page does. */
  const add = (page: Page, point: string) =>
    page.evaluate(`(() => {
      const script = document.createElement('script');
      script.src = ${JSON.stringify(`${baseUrl}/widget.js`)};
      script.dataset.point = ${JSON.stringify(point)};
      document.head.append(script);
      return new Promise((loaded) => { script.onload = loaded; });
    })()`);

  browserTest('is one button, however the point and the rest are written', async ({ open }) => {
    const { page } = await open();
    const tags = [
      tag(`data-point="${widgetPoint}"`),
      tag(`data-point="${widgetPoint}"`),
      tag(`data-point="pt_${widgetPoint}" data-position="start" data-lang="ar"`),
    ].join('');
    await page.goto(site.page('/twice', { head: tags, body: tag(`data-point="${widgetPoint}"`) }));
    await opener(page).first().waitFor();
    await settled(page);
    expect(await buttons(page)).toBe(1);
    await opener(page).click();
    expect(await page.locator('dialog:modal').count()).toBe(1);
  });

  browserTest('of two points is two buttons, beside each other', async ({ open }) => {
    const { page } = await open();
    const other = tokenOf(await makePoint(shop, 'widget', { origins: [site.origin], campaign: 'autumn-26' }));
    const head = tag(`data-point="${widgetPoint}"`) + tag(`data-point="${other}"`) + tag(`data-point="${other}"`);
    await page.goto(site.page('/two-points', { head }));
    await opener(page).nth(1).waitFor();
    await settled(page);
    expect(await buttons(page)).toBe(2);
    const [first, second] = await Promise.all([opener(page).nth(0).boundingBox(), opener(page).nth(1).boundingBox()]);
    expect(Math.abs((first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThan(20);
  });

  browserTest(
    'loaded again by an app of one page is one button, and a new one when the old one is gone',
    async ({ open }) => {
      const { page } = await open();
      await page.goto(app.page('/app', { head: tag(`data-point="${appPoint}"`) }));
      await opener(page).waitFor();
      await add(page, appPoint);
      await add(page, `pt_${appPoint}`);
      await page.evaluate('optledger.scan()');
      await settled(page);
      expect(await buttons(page)).toBe(1);

      await page.evaluate("document.body.replaceChildren(document.createElement('main'))");
      expect(await buttons(page)).toBe(0);
      await add(page, appPoint);
      await add(page, appPoint);
      await opener(page).first().waitFor();
      await settled(page);
      expect(await buttons(page)).toBe(1);
    },
  );

  browserTest('in the page is one form in an element, and one in each of two', async ({ open }) => {
    const { page } = await open();
    const body = '<div id="a"></div><div id="b"></div>';
    const inline = (target: string) => tag(`data-point="${widgetPoint}" data-mode="inline" data-target="${target}"`);
    const head = inline('#a') + inline('#a') + inline('#b') + tag(`data-point="${widgetPoint}"`);
    await page.goto(site.page('/inline-twice', { head, body }));
    await opener(page).waitFor();
    await settled(page);
    expect(await page.locator('#a > *').count()).toBe(1);
    expect(await page.locator('#b > *').count()).toBe(1);
    expect(await buttons(page)).toBe(1);
    const again = `optledger.mount(document.querySelector('#a'), { point: ${JSON.stringify(widgetPoint)} })`;
    expect(await page.evaluate(`Promise.all([${again}, ${again}])`)).toEqual([true, true]);
    expect(await page.locator('#a > *').count()).toBe(1);
  });

  browserTest('of a point that shows nothing may be tried again', async ({ open }) => {
    const visit = await open();
    const { page } = visit;
    const failing = (route: { abort(): Promise<void> }) => route.abort();
    await page.route(`${baseUrl}/w/**`, failing);
    await page.goto(app.page('/lucky', { head: tag(`data-point="${appPoint}"`) }));
    await page.waitForFunction("globalThis.optledger !== undefined && document.readyState === 'complete'");
    await settled(page);
    expect(await buttons(page)).toBe(0);
    expect(visit.takeComplaints()).toEqual([expect.stringContaining('ERR_FAILED')]);
    await page.unroute(`${baseUrl}/w/**`, failing);
    await add(page, appPoint);
    await opener(page).waitFor();
    expect(await buttons(page)).toBe(1);
  });
});
