import { describe, expect } from 'vitest';
import { browserTest, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { publishStarter } from '../support/journeys/collection.ts';
import { openShop } from '../support/journeys/shop.ts';

const many = Array.from({ length: 4 }, (_, n) => ({
  ...{ purposeId: `topic-${n}`, name: `Topic ${n}`, category: 'marketing' },
}));

describe('the first message', () => {
  browserTest.for(widths.flatMap((width) => [false, true].map((dark) => [width, dark] as const)))(
    'is switched on under a notice, in own words that are read as they are typed, live on a phone, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`first-${width}-${dark}`, { displayName: 'Luna Coffee' });
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-first-message-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      // Without a notice it says what is missing, and leads there.
      await openConsole(page, pagesUrl, `apps/${shop.appId}/onboarding`);
      await page.getByRole('link', { name: 'Set it up' }).click();
      await page.getByRole('heading', { level: 1, name: 'First message' }).waitFor();
      await page.getByText('No notice is published.').waitFor();
      await look('missing');
      await page.getByRole('checkbox', { name: 'Ask whoever writes for the first time' }).check();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.field.faulty').waitFor();
      expect(visit.takeComplaints()).toEqual([expect.stringContaining('422')]);
      await page.getByRole('link', { name: 'Write the words' }).click();
      await page.getByRole('heading', { level: 1, name: 'Notices' }).waitFor();

      // The only notice is chosen; the phone shows what would be sent, in each of its languages.
      await publishStarter(shop, ['en', 'es']);
      await page.goto(`${pagesUrl}/console/apps/${shop.appId}/onboarding/automated-message`);
      const phone = page.getByRole('region', { name: 'What a person sees' });
      await phone.getByText('What may we send you here?').waitFor();
      await phone.getByRole('button', { name: 'No, thanks' }).waitFor();
      await page.getByText('People are asked in: English and Spanish.').waitFor();
      await look('phone');

      // Own words are read by the linter as they are typed.
      const greeting = page.getByLabel('Your own first words, English');
      await greeting.fill('Hello there, what would you like?');
      await page.locator('.field.faulty .faults').filter({ hasText: /./ }).waitFor();
      await look('findings');
      await greeting.fill('Luna Coffee here, good to hear from you. What would you like?');
      await phone.getByText('good to hear from you').waitFor();
      await page.locator('.field.faulty').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved. It holds').waitFor();
      expect((await shop.target.call('GET', `/v1/apps/${shop.appId}`)).body).toMatchObject({
        automatedMessage: {
          enabled: true,
          greetings: [{ locale: 'en', text: 'Luna Coffee here, good to hear from you. What would you like?' }],
        },
      });

      // What a person sees next.
      await phone.getByRole('button', { name: 'No, thanks' }).click();
      await page.getByText('Nothing is sent back.').waitFor();
      await page.getByRole('button', { name: 'From the beginning' }).click();
      await phone.locator('.message-choices button').first().click();
      await phone.getByText('Luna Coffee: you’re in.').waitFor();
      await look('yes');
      await page.getByRole('link', { name: 'Onboarding' }).first().click();
      await page.getByRole('link', { name: 'Look at it' }).waitFor();
      await look('card');
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('asks about more than three with a list, in Arabic from right to left', async ({ open, pagesUrl }) => {
    const shop = await openShop('first-list', { displayName: 'مقهى لونا', locale: 'ar', purposes: many });
    await publishStarter(shop, ['ar', 'en']);
    const visit = await open({ width: 390, locale: 'ar' });
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/onboarding/automated-message`);
    const phone = page.locator('.first-chat .phone');
    await phone.getByRole('button', { name: 'اختيار' }).click();
    const sheet = phone.getByRole('dialog');
    await sheet.getByRole('radio').nth(1).check();
    await visit.shot('console-first-message-list-ar');
    await visit.expectAccessible();
    await sheet.getByRole('button', { name: 'إرسال' }).click();
    await page.getByText('تُحفظ الموافقة').waitFor();
    await visit.shot('console-first-message-ar');
    await visit.expectAccessible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await visit.violations()).toBe(0);
  });
});
