import { describe, expect } from 'vitest';
import { browserTest, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { openShop } from '../support/journeys/shop.ts';

describe('the list of people', () => {
  browserTest.for(widths)(
    'shows what a filter finds as it finds it, and how far it has looked, at %i px',
    async (width, { open, pagesUrl }) => {
      const shop = await openShop(`people-rare-${width}`, { displayName: 'Luna Coffee' });
      await shop.optIn({ phone: shop.person('Ana').phone });
      const { data } = (await shop.get('users')).body as { data: object[] };
      const visit = await open({ width });
      const { page } = visit;
      // A million people would take the table an hour; here the API answers as it does of them, a page when the test says so.
      const pages = [
        { data: [], nextCursor: 'one', looked: 1000, progress: 0.0048 },
        { data: [], nextCursor: 'two', looked: 1000, progress: 0.249 },
        { data, nextCursor: 'three', looked: 1000, progress: 0.5 },
        { data: [], nextCursor: null, looked: 1000, progress: 1 },
      ];
      const asked: (string | null)[] = [];
      const held: (() => void)[] = [];
      await page.route('**/users?*country=NZ*', async (route) => {
        const body = pages[asked.length];
        asked.push(new URL(route.request().url()).searchParams.get('cursor'));
        await new Promise<void>((release) => held.push(release));
        await route.fulfill({ json: body });
      });
      const answer = async (nth: number) => {
        await expect.poll(() => held.length).toBe(nth);
        held[nth - 1]?.();
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/users`);
      await page.getByRole('row').nth(1).waitFor();
      await page.getByLabel('Country').selectOption('NZ');
      await answer(1);
      await page.getByText('Looked at 1,000 so far: 0.4% of the list.').waitFor();
      await page.getByText('Nothing found yet.').waitFor();
      await answer(2);
      await page.getByText('Looked at 2,000 so far: 24% of the list.').waitFor();
      await visit.shot('console-people-looking');
      await visit.expectAccessible();

      // Stopped while a page is under way: that one is shown, and no other asked for.
      await page.getByRole('button', { name: 'Stop looking' }).click();
      await answer(3);
      await page.getByText('Looked at 3,000 so far: 50% of the list.').waitFor();
      await page.getByText('1 shown').waitFor();
      expect(await page.getByRole('row').count()).toBe(2);
      const further = page.getByRole('button', { name: 'Look further' });
      expect(await further.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
      await visit.shot('console-people-stopped');
      await visit.expectAccessible();
      expect(asked).toHaveLength(3);
      await further.click();
      await answer(4);
      await page.getByText('Looked at all 4,000.').waitFor();
      expect(asked).toEqual([null, 'one', 'two', 'three']);
      expect(await page.getByRole('progressbar').count()).toBe(0);
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest(
    'is not asked about what somebody still types, and takes any form of a number',
    async ({ open, pagesUrl }) => {
      const shop = await openShop('people-search', { displayName: 'Luna Coffee' });
      const ana = shop.person('Ana');
      await shop.optIn({ phone: ana.phone });
      const visit = await open({ width: 1280 });
      const { page } = visit;
      const bodies: unknown[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/users/search')) bodies.push(request.postDataJSON());
      });
      await openConsole(page, pagesUrl, `apps/${shop.appId}/users`);
      await page.getByRole('row').nth(1).waitFor();
      await page.getByRole('searchbox').pressSequentially('@ana');
      expect(bodies).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByText('User names of WhatsApp change and are not kept.').waitFor();
      await page.getByRole('searchbox').fill(ana.waId);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: ana.phone.slice(-4) }).waitFor();
      expect(bodies).toEqual([{ query: '@ana' }, { query: ana.waId }]);
      expect(visit.takeComplaints().every((each) => each.includes('422'))).toBe(true);
    },
  );

  browserTest(
    'of many pages is not read again by who comes back to it, and shows a no at once',
    async ({ open, pagesUrl }) => {
      const shop = await openShop('people-long', { displayName: 'Luna Coffee' });
      const everybody = Array.from({ length: 320 }, (_, n) => ({ phone: shop.person(`n ${n}`).phone }));
      for (let from = 0; from < everybody.length; from += 100) {
        const yes = { purposes: ['offers'], saidAt: '2026-01-01T00:00:00Z', source: 'paper', by: 'data-subject' };
        const items = everybody
          .slice(from, from + 100)
          .map((user) => ({ user, ...yes, evidence: { documentRef: 'A-1' } }));
        expect((await shop.post('opt-ins/bulk', { items })).status).toBe(200);
      }
      const visit = await open({ width: 1280 });
      const { page } = visit;
      await page.clock.install();
      let asked = 0;
      page.on('request', (request) => {
        if (/\/users(\?|$)/.test(request.url()) && request.resourceType() === 'fetch') asked += 1;
      });
      await openConsole(page, pagesUrl, `apps/${shop.appId}/users`);
      await page.getByRole('row').nth(1).waitFor();
      await expect
        .poll(
          async () => {
            await page.mouse.wheel(0, 4000);
            return page.getByText('320 shown').count();
          },
          { timeout: 20_000 },
        )
        .toBe(1);
      expect(asked).toBe(7);
      // Of thousands of rows those on the screen are in the document.
      expect(await page.getByRole('row').count()).toBeLessThan(45);
      const row = page.getByRole('row').nth(20);
      const name = (await row.getByRole('link').textContent()) ?? '';
      await row.getByRole('link').click();
      await page.getByText('Yes, now').waitFor();
      await page.getByRole('button', { name: 'Record a no' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Record a no' }).click();
      await page.getByText('No, not now').waitFor();
      await page.clock.fastForward(60_000);
      await page.goBack();
      const same = page.getByRole('row').filter({ hasText: name });
      await same.locator('.mark.opted-out').first().waitFor();
      expect(asked).toBe(7);
    },
  );
});
