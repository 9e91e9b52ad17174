import { describe, expect } from 'vitest';
import { browserTest, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { makePoint, publishStarter } from '../support/journeys/collection.ts';
import { openShop } from '../support/journeys/shop.ts';

describe('the simulated phone', () => {
  browserTest.for(widths.flatMap((width) => [false, true].map((dark) => [width, dark] as const)))(
    'opts in by a link, is marked, says ALTO, and shows what that changed, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`phone-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      await publishStarter(shop, ['en', 'es']);
      await makePoint(shop, 'link', { name: 'Poster at the door' });
      const visit = await open({ width, dark });
      const { page } = visit;
      const isNarrow = width < 860;
      const look = async (name: string) => {
        await visit.shot(`console-phone-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      const part = async (name: string) => {
        if (isNarrow) await page.getByRole('button', { name, exact: true }).click();
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/phone`);
      await page.getByRole('heading', { level: 1, name: 'Simulated phone' }).waitFor();

      // Somebody of this test alone.
      await page.getByRole('button', { name: 'New person' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Name', { exact: true }).fill(`Rosa ${width}${dark ? ' dark' : ''}`);
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByText('Give a number, a username, or both.').waitFor();
      // The browser tells of every refusal on its console.
      expect(visit.takeComplaints()).toEqual([expect.stringContaining('422')]);
      const digits = `1212555${String(1000 + width + (dark ? 1 : 0)).slice(-4)}`;
      await form.getByLabel('Number, with country code').fill(`+${digits}`);
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Nothing was written yet.').waitFor();
      await look('new');

      // Opens the link, ticks, and is back in the chat with the words ready.
      await page.locator('.phone-more summary').click();
      await look('more');
      await page.getByRole('button', { name: 'Open a link or scan a code' }).click();
      await page.getByRole('link', { name: 'Poster at the door' }).click();
      await page.getByRole('checkbox').first().check();
      await page.locator('button.go').click();
      await page.locator('a[href^="/local/chat/"]').first().click();
      await page.getByText('A link has these words ready.').waitFor();
      expect(page.url()).toContain(`/apps/${shop.appId}/phone`);
      expect(await page.getByLabel('Whose phone').locator('option:checked').textContent()).toContain('Rosa');
      await look('ready');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.locator('.bubble.business').waitFor();
      await page.locator('.phone-answers .opted-in').first().waitFor();
      await look('confirmed');
      await part('What happens');
      await page.locator('.happening.yes[data-kind="answer"]').first().waitFor();
      await page.locator('.happening.yes[data-kind="ledger"]', { hasText: 'Yes to' }).first().waitFor();
      await look('confirmed-feed');
      await part('Phone');

      // The business may write now; then it may not.
      await page.locator('.phone-more summary').click();
      await page.getByRole('button', { name: 'Be the business: send an offer' }).click();
      await look('offer');
      await page.getByRole('button', { name: 'Ask, and send' }).click();
      await page.getByRole('button', { name: 'Stop promotions' }).waitFor();

      await page.getByRole('textbox', { name: 'Message' }).fill('ALTO');
      await page.keyboard.press('Enter');
      await page.locator('.bubble.person', { hasText: 'ALTO' }).waitFor();
      await part('What happens');
      await page.locator('.happening.no[data-kind="ledger"]', { hasText: 'stop.es.alto' }).waitFor();
      await page.locator('.happening.no[data-kind="answer"]').first().waitFor();
      await page.locator('.happening[data-kind="sent"]').first().waitFor();
      await look('stopped-feed');
      await part('Phone');
      await look('stopped');
      await page.locator('.phone-more summary').click();
      await page.getByRole('button', { name: 'Be the business: send an offer' }).click();
      await page.getByRole('button', { name: 'Ask, and send' }).click();
      await page.getByText('May I? No. Nothing was sent.').waitFor();
      await look('held');
      await page.getByRole('button', { name: 'Cancel' }).click();

      // The person in the console: the changed answer, and the timeline.
      expect(await shop.decide({ phone: `+${digits}` })).toMatchObject({
        decision: 'deny',
        reasons: [{ code: 'opted-out' }],
      });
      await page.goto(`${pagesUrl}/console/apps/${shop.appId}/users`);
      await page.getByRole('searchbox').fill(`+${digits}`);
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByText('No, not now').waitFor();
      await page.getByText('ALTO').first().waitFor();
      await visit.shot(`console-phone-person${dark ? '-dark' : ''}`);
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest(
    'moves the clock, speaks Arabic, and shows the sample business before it is made',
    async ({ open, pagesUrl }) => {
      const { appId } = await openShop('phone-clock');
      const visit = await open({ width: 390 });
      const { page } = visit;
      await openConsole(page, pagesUrl, `apps/${appId}/phone`);
      await page.getByText(/^Clock: /).click();
      // Tests of other pages move this clock, too.
      await page
        .locator('.clock-steps p')
        .filter({ hasText: /^The true time$|ahead/ })
        .waitFor();
      await visit.shot('console-phone-clock');
      await visit.expectAccessible();
      await page.evaluate("localStorage.setItem('language', 'ar')");
      await page.goto(`${pagesUrl}/console/sample`);
      await page.reload();
      await page.locator('.panel button.primary').waitFor();
      await visit.shot('console-sample-ar');
      await visit.expectAccessible();
      await page.goto(`${pagesUrl}/console/apps/${appId}/phone`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await visit.shot('console-phone-ar');
      await visit.expectAccessible();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      expect(await visit.violations()).toBe(0);
    },
  );
});
