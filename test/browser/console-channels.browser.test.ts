import { describe, expect } from 'vitest';
import { browserTest, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { publishStarter } from '../support/journeys/collection.ts';
import { openShop } from '../support/journeys/shop.ts';

const looks = widths.flatMap((width) => [false, true].map((dark) => [width, dark] as const));

describe('ways in that are not pages', () => {
  browserTest.for(looks)(
    'are set up: a signup in WhatsApp, ads, the telephone, and what countries deny, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`channels-${width}-${dark}`, { displayName: 'Luna Coffee' });
      await publishStarter(shop, ['en', 'es']);
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-channels-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/onboarding`);
      const card = (name: string) => page.locator('.mechanism').filter({ hasText: name });

      // A signup: Meta's screen beside the form, live; then its link, its words, and its end.
      await card('Signup in WhatsApp').getByRole('link', { name: 'Set it up' }).click();
      await page.getByText('No signup yet').waitFor();
      await look('signups-empty');
      await page.getByRole('link', { name: 'New signup' }).first().click();
      const phone = page.getByRole('region', { name: 'What people see' });
      await page.getByLabel('What the screen says').fill('Get two coffees for one. At most four messages a month.');
      await phone.getByText('Get two coffees for one.').waitFor();
      await look('signup-form');
      await page.getByRole('button', { name: 'New signup' }).click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
      await look('signup-faults');
      expect(visit.takeComplaints().every((each) => each.includes('422'))).toBe(true);
      await page.getByLabel('Name', { exact: true }).fill('Checkout page');
      await page
        .getByLabel('What the screen says')
        .fill('Get offers from Luna Coffee on WhatsApp, at most four a month. Send STOP at any time to stop.');
      await page.getByLabel('Address of your privacy policy').fill('https://luna.example/privacy');
      await page.getByLabel('Offers').check();
      await page.getByLabel('We accept Meta’s terms').check();
      await phone.getByRole('button', { name: 'Sign up' }).click();
      await phone.getByText('You’re in.').waitFor();
      await page.getByRole('button', { name: 'New signup' }).click();
      await page.getByRole('heading', { level: 1, name: 'Checkout page' }).waitFor();
      await page.getByRole('img', { name: 'QR code of Checkout page' }).waitFor();
      await look('signup');
      await page.getByRole('button', { name: 'Change the words' }).click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByLabel('What the screen says')
        .fill('Get offers from Luna Coffee on WhatsApp, at most two a month. Send STOP at any time to stop.');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect.poll(() => page.locator('.signup-texts li').count()).toBe(2);
      await page.getByRole('button', { name: 'Close it' }).click();
      await dialog.getByRole('button', { name: 'Close it' }).click();
      await page.getByText('It is closed.').waitFor();
      await look('signup-closed');
      await page.getByRole('link', { name: 'Signup in WhatsApp' }).click();
      await page.getByRole('link', { name: 'Checkout page' }).waitFor();
      await look('signups');

      await page.getByRole('link', { name: 'Onboarding' }).first().click();
      await card('Ads into the chat').getByRole('link', { name: 'How it works' }).click();
      await page.getByText('No chat came from an ad yet').waitFor();
      await page.getByText('The first message is off.').waitFor();
      await look('ads-empty');

      await page.getByRole('link', { name: 'Onboarding' }).first().click();
      await card('Telephone').getByRole('link', { name: 'Set it up' }).click();
      await page.getByRole('heading', { level: 1, name: 'Telephone' }).waitFor();
      await page.getByRole('button', { name: 'Add a number' }).click();
      await page.getByLabel('Number 1').fill('+12125550190');
      await page.getByRole('checkbox', { name: 'Ask whoever rings' }).check();
      await page.getByRole('checkbox', { name: 'Take the key 1 as a request' }).check();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved. It holds').waitFor();
      await page.locator('.spoken .copy-text', { hasText: 'pulsa 1' }).waitFor();
      await page.getByLabel('Language of the menu').selectOption('en');
      await page.locator('.spoken .copy-text', { hasText: 'press 1' }).waitFor();
      await look('telephone');
      await page.getByRole('button', { name: 'Exotel' }).click();
      await page.getByRole('button', { name: 'Make an address' }).click();
      await dialog.getByLabel('Country of the numbers').fill('in');
      await dialog.getByRole('button', { name: 'Make an address' }).click();
      const address = await dialog.locator('.copy-text').textContent();
      expect(address).toContain(`/webhooks/calls/${shop.appId}/`);
      await look('telephone-address');
      await dialog.getByRole('button', { name: 'I have pasted it' }).click();
      await page.locator('.hook-list li').waitFor();
      expect(await page.content()).not.toContain(address);

      await page.goto(`${pagesUrl}/console/apps/${shop.appId}/settings`);
      const countries = page.getByRole('region', { name: 'Countries' });
      await countries.getByText('United States', { exact: true }).waitFor();
      await countries.getByText('Where it says so').first().click();
      await countries.getByRole('button', { name: 'Add a rule' }).click();
      await countries.getByLabel('Country', { exact: true }).selectOption('US');
      await countries.getByLabel('Hold back').selectOption('nothing');
      await countries.getByLabel('Why, and who says so').fill('Letter of Meta, 20 November, Ana');
      await countries.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved. It holds').waitFor();
      await countries.getByText('your own rule holds').waitFor();
      await look('countries');
      expect((await shop.target.call('GET', `/v1/apps/${shop.appId}`)).body).toMatchObject({
        countryRules: [{ country: 'US', denies: 'nothing', note: 'Letter of Meta, 20 November, Ana' }],
        telephone: { missedCalls: { enabled: true }, ivr: { enabled: true } },
      });
      expect(await visit.violations()).toBe(0);
    },
  );
});
