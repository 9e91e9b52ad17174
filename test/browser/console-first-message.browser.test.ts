import { describe, expect } from 'vitest';
import { browserTest, looks } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { publishStarter } from '../support/journeys/collection.ts';
import { openShop } from '../support/journeys/shop.ts';

const many = Array.from({ length: 4 }, (_, n) => ({
  ...{ purposeId: `topic-${n}`, name: `Topic ${n}`, category: 'marketing' },
}));

describe('the first message', () => {
  browserTest.for(looks)(
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
      await page.locator('a[href$="/onboarding/automated-message"]').click();
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

  browserTest('is what somebody gets who writes first, and its button is their yes', async ({ open, pagesUrl }) => {
    const shop = await openShop('first-chat', { displayName: 'Luna Coffee' });
    await publishStarter(shop, ['en', 'es']);
    const ask = { automatedMessage: { enabled: true, noticeId: 'signup' } };
    expect((await shop.target.call('PATCH', `/v1/apps/${shop.appId}`, ask)).status).toBe(200);
    const visit = await open({ width: 1280 });
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/onboarding/automated-message`);
    const preview = page.locator('.first-chat .bubble.business .message-words').first();
    await page.getByRole('button', { name: 'Spanish' }).click();
    await preview.getByText('Hola, aquí Luna Coffee').waitFor();
    const promised = await preview.textContent();

    await page.goto(`${pagesUrl}/console/apps/${shop.appId}/phone`);
    await page.getByRole('button', { name: 'New person' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name', { exact: true }).fill('Olga');
    await form.getByLabel('Number, with country code').fill('+14165550188');
    await form.getByRole('button', { name: 'Save' }).click();
    // Whose phone was there before has an empty chat as well.
    await page.getByText('The business sees \u2066+14165550188\u2069.').waitFor();
    await page.getByText('Nothing was written yet.').waitFor();
    await page.getByRole('textbox', { name: 'Message' }).fill('hola buenas tardes');
    await page.keyboard.press('Enter');
    const question = page.locator('.bubble.business').first();
    await question.getByRole('button', { name: 'No, gracias' }).waitFor();
    // Exactly what was shown in Onboarding.
    expect(await question.locator('.message-words').textContent()).toBe(promised);
    await visit.shot('console-first-message-chat');
    await question.getByRole('button').first().click();
    await page.locator('.bubble.business').nth(1).waitFor();
    await page.locator('.happening.yes[data-kind="ledger"]', { hasText: 'Yes to' }).waitFor();
    await visit.shot('console-first-message-chat-yes');
    await page.getByRole('textbox', { name: 'Message' }).fill('hola');
    await page.keyboard.press('Enter');
    await page.locator('.bubble.person', { hasText: /^hola/ }).nth(1).waitFor();

    expect(await shop.decide({ phone: '+14165550188' })).toMatchObject({ decision: 'allow' });
    const { data } = (await shop.get('users')).body as { data: readonly { userId: string }[] };
    await page.goto(`${pagesUrl}/console/apps/${shop.appId}/users/${data[0]?.userId}`);
    await page.getByText('We asked what they would like, at their first message').waitFor();
    await page.getByText('We confirmed the yes').waitFor();
    expect(await page.getByText('We asked what they would like').count()).toBe(1);
    await visit.shot('console-first-message-person');
    await visit.expectAccessible();
    expect(await visit.violations()).toBe(0);
  });
});
