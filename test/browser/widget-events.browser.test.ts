import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { browserTest } from '../support/browser/browser-test.ts';
import { makePoint, publishStarter } from '../support/journeys/collection.ts';
import { agoThere, openShop, type Shop } from '../support/journeys/shop.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { type ShopSite, startShopSite } from '../support/pages/shop-page.ts';

const { baseUrl } = inject('journey');
let site: ShopSite;
let shop: Shop;
const points: Record<string, string> = {};
const tag = (attributes: string): string => `<script src="${baseUrl}/widget.js" ${attributes} async></script>`;

beforeAll(async () => {
  site = await startShopSite(baseUrl);
  shop = await openShop('widget-events', { displayName: 'Luna Coffee', locale: 'en', doubleOptIn: [] });
  await publishStarter(shop, ['en']);
  const origins = [site.origin];
  const token = async (kind: string, more: object) => String((await makePoint(shop, kind, more)).pointId).slice(3);
  points.widget = await token('widget', { origins });
  points.form = await token('form', { origins });
  points.paused = await token('widget', { origins, status: 'paused' });
  points.foreign = await token('widget', { origins: ['https://shop.example'] });
  points.link = await token('link', {});
  site.script(
    '/listen.js',
    `globalThis.heard = [];
    for (const name of ['open', 'choice', 'confirmed'])
      addEventListener('optledger:' + name, ({ type, detail }) => { heard.push([type, detail]); if (name === 'choice') throw new Error('the shop fails'); });`,
  );
});
afterAll(() => site.close());
const listen = '<script src="/listen.js"></script>';
const heard = (page: Page) => page.evaluate('heard');

describe('what the page is told', () => {
  browserTest(
    'is what happened and nothing of the person; and the last step sees the confirmation',
    async ({ open }) => {
      const visit = await open();
      const { page } = visit;
      await page.goto(site.page('/events', { head: listen + tag(`data-point="${points.form}"`) }));
      await page.locator('button.open').click();
      const point = `pt_${points.form}`;
      expect(await heard(page)).toEqual([['optledger:open', { point, mode: 'button' }]]);
      const ana = shop.person('Ana');
      await page.locator('input[type=checkbox]').nth(1).check();
      await page.locator('input[type=tel]').fill(ana.phone);
      await page.locator('button.main').click();
      await page.locator('blockquote').waitFor();
      expect(visit.takeComplaints()).toEqual(['a script threw: the shop fails']);
      const choice = ['optledger:choice', { point, purposes: ['order-updates'] }];
      expect(await heard(page)).toEqual([['optledger:open', { point, mode: 'button' }], choice]);

      const href = (await page.locator('a.main').getAttribute('href')) ?? '';
      const text = new URL(href).searchParams.get('text') ?? '';
      expect(await shop.hear(textMessage(ana.waId, 'wamid.EVENTS', await agoThere(shop, 0), text))).toBe(200);
      await page.locator('h2', { hasText: 'You’re in' }).waitFor({ timeout: 20_000 });
      expect(await page.locator('.panel').textContent()).toContain('order updates');
      expect(await page.locator('.panel').textContent()).not.toContain('offers and news');
      expect((await heard(page)) as unknown[]).toContainEqual([
        'optledger:confirmed',
        { point, purposes: ['order-updates'] },
      ]);
      expect(JSON.stringify(await heard(page))).not.toContain(ana.phone.slice(-8));
      await visit.expectAccessible();
      await visit.shot('widget-done');
    },
  );

  browserTest('is not told that somebody confirmed who did not', async ({ open }) => {
    const visit = await open();
    const { page } = visit;
    await page.goto(site.page('/waiting', { head: listen + tag(`data-point="${points.widget}"`) }));
    await page.locator('button.open').click();
    await page.locator('input[type=checkbox]').first().check();
    const asked = page.waitForResponse((response) => /\/w\/p\w+\/c\w+$/.test(response.url()));
    await page.locator('button.main').click();
    expect(await (await asked).json()).toEqual({ state: 'waiting' });
    expect(await page.locator('h2').textContent()).toBe('Almost done: press send in WhatsApp');
    expect(JSON.stringify(await heard(page))).not.toContain('confirmed');
    expect(visit.takeComplaints()).toEqual(['a script threw: the shop fails']);
  });
});

describe('what a page that is built wrong is told on its console', () => {
  const slips: readonly (readonly [name: string, attributes: () => string, said: RegExp, shown: number])[] = [
    [
      'a mode that is none',
      () => `data-point="${points.widget}" data-mode="popop"`,
      /data-mode="popop" is not understood/,
      1,
    ],
    ['no point', () => 'data-mode="inline" data-target="main"', /names no data-point/, 0],
    [
      'an element that is not there',
      () => `data-point="${points.form}" data-mode="inline" data-target="#nowhere"`,
      /no element "#nowhere"/,
      0,
    ],
    ['no element', () => `data-point="${points.form}" data-mode="inline"`, /no element "" \(data-target\)/, 0],
    [
      'a page of another origin',
      () => `data-point="${points.foreign}"`,
      /http:\/\/127\.0\.0\.1:\d+ is not among the origins of p/,
      0,
    ],
    [
      'a point of another kind',
      () => `data-point="${points.link}"`,
      /of kind link; web pages show points of kind widget or form/,
      0,
    ],
    ['a point that nobody made', () => 'data-point="pnobodymadethis0"', /There is no such collection point/, 0],
    ['a paused point', () => `data-point="${points.paused}"`, /is paused and shows nothing/, 0],
    ['a country that is none', () => `data-point="${points.widget}" data-country="Mexico"`, /data-country="Mexico"/, 1],
    ['an offset that is none', () => `data-point="${points.widget}" data-offset="80px"`, /data-offset="80px"/, 1],
  ];
  browserTest.for(slips)('%s', async ([name, attributes, said, shown], { open }) => {
    const visit = await open();
    const { page } = visit;
    const messages: string[] = [];
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    await page.goto(site.page(`/${name.replaceAll(' ', '-')}`, { head: tag(attributes()) }));
    await page.waitForFunction('globalThis.optledger !== undefined');
    await page.waitForLoadState('networkidle');
    await expect.poll(() => messages.filter((each) => said.test(each))).toHaveLength(1);
    expect(messages.find((each) => said.test(each))).toMatch(/^(warning|info): OptLedger/);
    await expect.poll(() => page.locator('button.open').count()).toBe(shown);
    expect(await page.locator('main').textContent()).toBe('Ceramics');
    // The browser itself tells of answers that are no 200.
    expect(visit.takeComplaints().filter((each) => !/status of 40[34]/.test(each))).toEqual([]);
  });

  browserTest('a server that cannot be reached, without a word to the visitor', async ({ open }) => {
    const visit = await open();
    const messages: string[] = [];
    visit.page.on('console', (message) => messages.push(message.text()));
    await visit.page.route(`${baseUrl}/w/**`, (route) => route.abort());
    await visit.page.goto(site.page('/offline', { head: tag(`data-point="${points.widget}"`) }));
    await expect.poll(() => messages.join()).toContain('connect-src');
    expect(visit.takeComplaints()).toEqual([expect.stringContaining('ERR_FAILED')]);
  });
});

browserTest('the worst style sheet of a shop does not reach it', async ({ open }) => {
  const visit = await open();
  const css = `:root, * { --accent: red !important; --up: 400px !important; --place: 9 !important; --ink: red !important }
    * { color: red !important; display: none !important; visibility: hidden !important; opacity: 0 !important; transform: rotate(9deg) !important;
      font: 40px cursive !important; pointer-events: none !important; direction: rtl !important; zoom: 2 !important }
    html, body, main { display: block !important; transform: none !important; zoom: 1 !important; direction: ltr !important }
    [data-optledger], button, dialog, .frame { all: unset !important; display: none !important; position: static !important }`;
  await visit.page.goto(site.page('/worst', { css, head: tag(`data-point="${points.widget}"`) }));
  const button = visit.page.locator('button.open');
  await button.waitFor();
  expect(await button.boundingBox()).toEqual({ x: 318, y: 772, width: 56, height: 56 });
  const looks = (selector: string) =>
    visit.page.evaluate(`(() => {
      const { backgroundColor, fontSize, direction } = getComputedStyle(document.querySelector('[data-optledger]').shadowRoot.querySelector('${selector}'));
      return [backgroundColor, fontSize, direction];
    })()`);
  expect(await looks('button.open')).toEqual(['rgb(22, 32, 46)', '16px', 'ltr']);
  await button.click();
  const heading = visit.page.locator('h2');
  expect(await looks('h2')).toEqual(['rgba(0, 0, 0, 0)', '20px', 'ltr']);
  expect(await heading.isVisible()).toBe(true);
  await visit.page.locator('input[type=checkbox]').first().check();
  await visit.page.locator('button.main').click();
  await visit.page.locator('blockquote').waitFor();
});
