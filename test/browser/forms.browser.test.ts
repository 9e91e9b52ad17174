import { beforeAll, describe, expect } from 'vitest';
import { browserTest, widths } from '../support/browser/browser-test.ts';
import { openPublicPages, type PublicPages } from '../support/pages/public-pages.ts';

let pages: PublicPages;
beforeAll(async () => {
  pages = await openPublicPages('browser-forms');
});

describe('a form', () => {
  browserTest(
    'of a landing page is filled in without JavaScript, in Spanish digits and a country',
    async ({ open, pagesUrl }) => {
      const { page } = await open({ javaScript: false });
      const eva = pages.shop.person('Eva');
      await page.goto(`${pagesUrl}${pages.landing}`);
      await page.locator('input[name=purpose][value=offers]').check();
      await page.locator('select[name=country]').selectOption('MX');
      await page.locator('#number1').fill(eva.phone.slice('+52'.length));
      await page.locator('form button.go').click();
      expect(new URL(page.url()).pathname).toMatch(/^\/o\/p\w{15}\/c\w{15}$/);
      const chat = new URL((await page.locator('a[href^="https://wa.me/"]').first().getAttribute('href')) ?? '');
      expect(chat.searchParams.get('text')).toMatch(/\(c\w{3}-\w{4}-\w{4}-\w{4}\)$/);
      expect(await page.content()).not.toContain(eva.phone.slice('+52'.length));
      expect(await pages.shop.decide({ phone: eva.phone })).toMatchObject({
        decision: 'deny',
        reasons: [{ code: 'pending' }],
      });
    },
  );

  browserTest(
    'is reached, filled in and sent by keyboard alone, with the focus to be seen',
    async ({ open, pagesUrl }) => {
      const { page } = await open({ width: 1280 });
      await page.goto(`${pagesUrl}${pages.check}`);
      const focused = () =>
        page.evaluate<{ what: string; seen: boolean }>(`(() => {
        const style = getComputedStyle(document.activeElement);
        const around = document.activeElement.closest('label') ?? document.activeElement;
        const seen = [style, getComputedStyle(around)].some((each) => each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) >= 2);
        return { what: document.activeElement.tagName + ' ' + (document.activeElement.name ?? ''), seen };
      })()`);
      const order: string[] = [];
      for (let presses = 0; presses < 20; presses += 1) {
        await page.keyboard.press('Tab');
        const { what, seen } = await focused();
        expect(seen, what).toBe(true);
        order.push(what);
        if (what === 'INPUT purpose' && order.filter((each) => each === what).length === 1)
          await page.keyboard.press('Space');
        if (what.startsWith('BUTTON')) break;
      }
      expect(order.slice(0, 2)).toEqual(['INPUT purpose', 'INPUT purpose']);
      expect(await page.locator('input:checked').count()).toBe(1);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/o\/p\w{15}\/c\w{15}$/);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.href')).toMatch(/^https:\/\/wa\.me\//);
    },
  );

  browserTest.for(widths)(
    'that lacks everything says so beside each field, at %i px',
    async (width, { open, pagesUrl }) => {
      const visit = await open({ width });
      const { page } = visit;
      await page.goto(`${pagesUrl}${pages.landing}`);
      await page.locator('form button.go').click();
      await visit.expectAccessible();
      await visit.shot('landing-faults');
      expect(await page.locator('[role=alert]').count()).toBe(1);
      expect(await page.locator('#number1').getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator('input:checked').count()).toBe(0);
      // The fault leads to its field.
      await page.locator('[role=alert] a').last().click();
      expect(await page.evaluate('document.activeElement.id || location.hash.slice(1)')).toBe('number1');
    },
  );

  browserTest(
    'of the preference page stops everything at once, by one press, without JavaScript',
    async ({ open, pagesUrl }) => {
      const { page } = await open({ javaScript: false });
      await page.goto(`${pagesUrl}${pages.preferences}`);
      expect(await page.locator('input[name=purpose]:checked').count()).toBe(2);
      await page.locator('button[value=stop]').click();
      for (const purpose of ['offers', 'order-updates'])
        expect(await pages.shop.decide({ phone: pages.ana.phone }, purpose)).toMatchObject({
          reasons: [{ code: 'opted-out' }],
        });
      expect(await page.locator('[role=status]').count()).toBe(1);
      expect(await page.locator('input[name=purpose]:checked').count()).toBe(0);
    },
  );
});
