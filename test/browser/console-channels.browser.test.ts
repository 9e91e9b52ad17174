import { describe, expect, inject } from 'vitest';
import { browserTest, looks } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { publishStarter } from '../support/journeys/collection.ts';
import { ago, openShop } from '../support/journeys/shop.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

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
      await page.getByRole('checkbox', { name: 'Ask whoever presses 1' }).check();
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

  browserTest.for(looks)(
    'are met on the phone: an ad, a call, a key, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const called = `+1212555${width === 390 ? '0191' : '0192'}`;
      const digits = `1212555${width === 390 ? '0166' : '0167'}`;
      const shop = await openShop(`met-${width}`, { displayName: 'Luna Coffee', locale: 'en' });
      await publishStarter(shop, ['en', 'es']);
      const path = `/v1/apps/${shop.appId}`;
      const more = {
        automatedMessage: { enabled: true, noticeId: 'signup' },
        telephone: {
          numbers: [{ phone: called }],
          noticeId: 'signup',
          missedCalls: { enabled: true },
          ivr: { enabled: true },
        },
      };
      expect((await shop.target.call('PATCH', path, more)).status).toBe(200);
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-channels-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/phone`);
      await page.getByRole('button', { name: 'New person' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill(`Nora ${width}`);
      await dialog.getByLabel('Number, with country code').fill(`+${digits}`);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await page.getByText(`The business sees \u2066+${digits}\u2069.`).waitFor();

      // By an ad: the chat opens with it, and whoever writes is asked.
      await page.locator('.phone-more summary').click();
      await page.getByRole('button', { name: 'Tap an ad of the business' }).click();
      await look('phone-ad');
      await dialog.getByRole('button', { name: 'Tap it, and send' }).click();
      await page
        .locator('.bubble.person', { hasText: 'Hello! I saw your ad.' })
        .getByText('Two coffees for one')
        .waitFor();
      await page.locator('.bubble.business .message-choices button').first().click();
      await page.locator('.bubble.business').nth(1).waitFor();
      await look('phone-ad-answered');

      // On the telephone.
      await page.getByRole('button', { name: 'Telephone', exact: true }).click();
      await page.getByRole('button', { name: 'Ring and hang up' }).click();
      await page.getByText('You rang and hung up.').waitFor();
      await page.getByRole('button', { name: 'Call and listen' }).click();
      await page.getByText('press 1').waitFor();
      await look('phone-menu');
      await page.getByRole('button', { name: 'Press 1' }).click();
      await page.getByText('You pressed 1.').waitFor();
      await page.getByText('You hear: ').waitFor();
      await look('phone-called');

      await page.goto(`${pagesUrl}/console/apps/${shop.appId}/onboarding/ads`);
      await page.getByText('1 chat, 1 opt-in').waitFor();
      await page.getByRole('link', { name: 'Two coffees for one' }).waitFor();
      await look('ads');
      await page.goto(`${pagesUrl}/console/apps/${shop.appId}/onboarding`);
      await page.getByText('Missed calls and menu').waitFor();
      await look('cards');

      // Somebody in a country where it does not arrive: the reason is in words.
      await page.goto(`${pagesUrl}/console/apps/${shop.appId}/users`);
      await page.getByRole('searchbox').fill(`+${digits}`);
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByText('WhatsApp does not deliver this in their country').waitFor();
      await look('person-country');
      expect(await visit.violations()).toBe(0);
    },
  );
});

browserTest('the ways in and the gate speak Arabic, from right to left', async ({ open, pagesUrl }) => {
  const shop = await openShop('channels-ar', { displayName: 'مقهى لونا', locale: 'ar' });
  await publishStarter(shop, ['ar', 'en']);
  const visit = await open({ width: 390, locale: 'ar' });
  const { page } = visit;
  await openConsole(page, pagesUrl, `apps/${shop.appId}/onboarding/signups/new`);
  for (const [screen, words] of [
    ['onboarding/signups/new', 'تسجيل جديد في واتساب'],
    ['onboarding/telephone', 'الهاتف'],
    ['onboarding/ads', 'إعلانات تفتح المحادثة'],
    ['gate/connect', 'وصل برنامج'],
    ['settings', 'الإعدادات'],
  ] as const) {
    await page.goto(`${pagesUrl}/console/apps/${shop.appId}/${screen}`);
    await page.getByRole('heading', { level: 1, name: words }).waitFor();
    await page.waitForLoadState('networkidle');
    await visit.shot(`console-channels-ar-${screen.replaceAll('/', '-')}`);
    await visit.expectAccessible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  }
});

describe('the send gate', () => {
  browserTest.for(looks)(
    'says how a program is pointed at it, and what it let through and held back, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`gate-${width}`, { displayName: 'Luna Coffee' });
      const ana = shop.person('Ana');
      await shop.hear(textMessage(ana.waId, `wamid.gate-${width}`, ago(0), 'Hola'));
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-channels-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/gate`);
      await page.getByText('Nothing went through the gate yet').waitFor();
      await look('gate-empty');
      await page.getByRole('link', { name: 'Connect a program' }).first().click();
      await page.getByText(`${pagesUrl}/v23.0/${shop.phoneNumberId}/messages`, { exact: true }).waitFor();
      await look('gate-connect');
      expect(await sendText(pagesUrl, shop.phoneNumberId, ana.waId)).toBe(200);
      expect(await sendText(pagesUrl, shop.phoneNumberId, shop.person('Somebody').waId)).toBe(400);
      await page.getByRole('link', { name: 'Send gate' }).first().click();
      await expect.poll(() => page.getByRole('row').count()).toBe(3);
      await look('gate');
      expect(await sendTemplate(pagesUrl, shop.phoneNumberId, ana.waId)).toBe(400);
      await page.getByText('Meta has not approved this template, or it is not known here.').waitFor();
      await look('gate-template');
      await page.locator('.gate-filters select').selectOption('deny');
      await expect.poll(() => page.getByRole('row').count()).toBe(3);
      await page.getByRole('link', { name: 'Free message text' }).click();
      await page.locator('.verdict', { hasText: 'Not sent' }).waitFor();
      await page.getByText('Nobody here has that number').waitFor();
      await look('gate-decision');
      await page.goto(`${pagesUrl}/console/apps/${shop.appId}/users`);
      await page.getByRole('searchbox').fill(ana.phone);
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByText('The gate let a message through').waitFor();
      await look('person');
      expect(await visit.violations()).toBe(0);
    },
  );
});

/** As a program of the business does. The answer is Meta's, or a no in its form. */
const sendText = (pagesUrl: string, phoneNumberId: string, to: string) =>
  send(pagesUrl, phoneNumberId, { to, type: 'text', text: { body: 'Hello' } });

const sendTemplate = (pagesUrl: string, phoneNumberId: string, to: string) =>
  send(pagesUrl, phoneNumberId, { to, type: 'template', template: { name: 'spring', language: { code: 'es_MX' } } });

async function send(pagesUrl: string, phoneNumberId: string, message: object): Promise<number> {
  const answer = await fetch(`${pagesUrl}/v23.0/${phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${inject('journey').apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', ...message }),
  });
  if (answer.status >= 500 || answer.status === 401) throw new Error(await answer.text());
  return answer.status;
}
