import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { browserTest } from '../support/browser/browser-test.ts';
import { makePoint, publishStarter } from '../support/journeys/collection.ts';
import { openShop } from '../support/journeys/shop.ts';
import { type ShopSite, startShopSite } from '../support/pages/shop-page.ts';

const { baseUrl } = inject('journey');
let site: ShopSite;
let one: string;
let two: string;
let noNumber: string;
const line = (point: string, more = 'data-phone="#phone" data-country="US"') =>
  `<script src="${baseUrl}/widget.js" data-point="${point}" data-mode="line" data-target="#line" ${more} async></script>`;
const checkout = `<form method="post" action="/paid"><label>Phone <input id="phone" name="phone" type="tel"></label>
  <div id="line"></div><button>Pay</button></form>`;
const boxes = (page: Page) => page.locator('#line input[type=checkbox]');
const submit = (page: Page) => page.locator('#line button.main');

beforeAll(async () => {
  site = await startShopSite(baseUrl);
  const shop = await openShop('widget-line', { displayName: 'Luna Coffee', locale: 'en-US', doubleOptIn: [] });
  await publishStarter(shop, ['en', 'ar']);
  const token = async (kind: string, more: object) =>
    String((await makePoint(shop, kind, { origins: [site.origin], ...more })).pointId).slice(3);
  one = await token('form', { purposes: ['offers'] });
  two = await token('form', {});
  noNumber = await token('widget', { purposes: ['offers'] });
});
afterAll(() => site.close());

describe('one line in a checkout', () => {
  browserTest('is a box and small print until it is ticked, and asks for no number', async ({ open }) => {
    const visit = await open({ width: 390 });
    const { page } = visit;
    await page.goto(site.page('/line', { body: checkout, head: line(one) }));
    await boxes(page).waitFor();
    expect(await page.locator('#line label').allTextContents()).toEqual(['offers and news on WhatsApp']);
    expect(await boxes(page).isChecked()).toBe(false);
    expect(await submit(page).isVisible()).toBe(false);
    expect(await page.locator('#line input').count()).toBe(1);
    expect((await page.locator('#line').boundingBox())?.height).toBeLessThan(110);
    await visit.expectAccessible();
    await boxes(page).check();
    expect(await submit(page).isVisible()).toBe(true);
    expect(await page.locator('#line .lines').textContent()).toContain('STOP');
    await visit.expectAccessible();
    await visit.shot('widget-line-ticked');
  });

  browserTest('takes the number as people of the country write it, from the field of the shop', async ({ open }) => {
    const { page } = await open();
    await page.goto(site.page('/national', { body: checkout, head: line(two) }));
    await boxes(page).first().check();
    await page.locator('#phone').fill('(305) 555-0123');
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && String(request.postData()).includes('hash='),
    );
    await submit(page).click();
    const form = new URLSearchParams((await sent).postData() ?? '');
    expect([form.get('number'), form.get('country'), form.getAll('purpose')]).toEqual([
      '(305) 555-0123',
      'US',
      ['offers'],
    ]);
    await page.locator('#line blockquote').waitFor();
    expect(await page.locator('#line .panel').textContent()).toContain('ending in');
    expect(site.posted).toEqual([]);
  });

  browserTest('leads to the field of the shop when the number is missing or wrong', async ({ open }) => {
    const visit = await open();
    const { page } = visit;
    await page.goto(site.page('/missing', { body: checkout, head: line(two) }));
    await boxes(page).first().check();
    await submit(page).click();
    await page.locator('#line #number-fault:not(:empty)').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('phone');
    await page.locator('#phone').fill('12');
    await submit(page).click();
    await expect.poll(() => page.locator('#line #number-fault').textContent()).toContain('United States');
    await visit.expectAccessible();
    expect(visit.takeComplaints()).toHaveLength(2);
  });

  browserTest(
    'asks for the number itself where the page has no such field, and says so to its maker',
    async ({ open }) => {
      const { page } = await open();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(site.page('/none', { body: checkout, head: line(one, 'data-phone="#tel"') }));
      await boxes(page).check();
      expect(await page.locator('#line input[type=tel]').isVisible()).toBe(true);
      expect(said.join()).toContain('the page has no field "#tel" (data-phone)');
    },
  );

  browserTest('needs no number at a point of kind widget', async ({ open }) => {
    const { page } = await open();
    await page.goto(site.page('/widget', { body: checkout, head: line(noNumber) }));
    await boxes(page).check();
    await submit(page).click();
    await page.locator('#line a.main').waitFor();
    expect(await page.locator('#line a.main').getAttribute('href')).toContain('https://wa.me/');
  });

  browserTest('never has a field for a name, in any form', async ({ open }) => {
    const { page } = await open();
    const inline = `<script src="${baseUrl}/widget.js" data-point="${two}" data-mode="inline" data-target="#all" async></script>`;
    await page.goto(site.page('/names', { body: `${checkout}<div id="all"></div>`, head: line(one) + inline }));
    await page.locator('#all .panel').waitFor();
    await boxes(page).check();
    const kinds = `[...document.querySelectorAll('[data-optledger]')].flatMap((host) => [...host.shadowRoot.querySelectorAll('input, textarea, select')]).map((each) => each.type)`;
    expect(new Set(await page.evaluate<string[]>(kinds))).toEqual(new Set(['checkbox', 'tel']));
  });
});

describe('a form with several faults', () => {
  browserTest('marks each box and field at fault and says all of them', async ({ open }) => {
    const visit = await open();
    const { page } = visit;
    const inline = `<script src="${baseUrl}/widget.js" data-point="${two}" data-mode="inline" data-target="#line" data-country="US" async></script>`;
    await page.goto(site.page('/faults', { body: '<div id="line"></div>', head: inline }));
    expect(await page.locator('#line #hint').textContent()).toBe('For example (201) 555-0123');
    await page.locator('input[type=tel]').fill('12');
    await submit(page).click();
    await page.locator('#purpose-fault:not(:empty)').waitFor();
    expect(await page.locator('#number-fault').textContent()).toContain('United States');
    expect(await page.locator('[aria-invalid=true]').count()).toBe(3);
    expect(
      await boxes(page)
        .first()
        .evaluate((box) => box.matches(':focus')),
    ).toBe(true);
    await visit.expectAccessible();
    expect(visit.takeComplaints()).toEqual([expect.stringContaining('status of 422')]);
    await boxes(page).first().check();
    expect(await page.locator('[aria-invalid=true]').count()).toBe(0);
  });
});
