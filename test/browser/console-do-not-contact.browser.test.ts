import { describe, expect } from 'vitest';
import { browserTest, looks } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { openShop } from '../support/journeys/shop.ts';

describe('the do-not-contact list', () => {
  browserTest.for(looks)(
    'takes somebody from their page, says why and by whom, and lets them go, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`list-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      const { phone } = shop.person('Ana');
      const { body } = await shop.optIn({ phone });
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/users/${body.userId}`);
      await page.getByRole('button', { name: 'Do not contact' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Put on the list' }).click();
      await expect.poll(() => dialog.locator('[aria-invalid="true"]').count()).toBe(1);
      visit.takeComplaints();
      await dialog.getByLabel('Why').fill('Asked our lawyer not to be written to.');
      await dialog.getByLabel('Your name').fill('A. Diaz');
      await look('list-put');
      await dialog.getByRole('button', { name: 'Put on the list' }).dblclick();
      await page.getByText('On your do-not-contact list since').waitFor();
      await page.getByText('Put on the do-not-contact list').waitFor();
      expect(await page.getByRole('button', { name: 'Do not contact' }).count()).toBe(0);
      await look('list-on');
      expect(await shop.decide({ phone })).toMatchObject({ decision: 'deny' });

      await page.getByRole('button', { name: 'Take off the list' }).click();
      await dialog.getByLabel('Why').fill('Settled by phone.');
      await dialog.getByLabel('Your name').fill('A. Diaz');
      await dialog.getByRole('button', { name: 'Take off the list' }).click();
      await page.getByText('Taken off the do-not-contact list').waitFor();
      await page.getByRole('button', { name: 'Do not contact' }).waitFor();
      await look('list-off');
      expect(await shop.decide({ phone })).toMatchObject({ decision: 'allow' });
      expect(await visit.violations()).toBe(0);
    },
  );
});
