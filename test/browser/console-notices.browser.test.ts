import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import type { Visit } from '../support/api/visit.ts';
import { browserTest, looks, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { openShop, type Shop } from '../support/journeys/shop.ts';
import { png } from '../support/pages/pictures.ts';

/** A screen as it is meant to be: nothing sticks out, nobody is shut out, nothing was held back. */
async function looksRight(visit: Visit, name: string, width: number): Promise<void> {
  await visit.shot(`console-${name}`);
  await visit.expectAccessible();
  expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  expect(await visit.violations()).toBe(0);
}

const texts = async (shop: Shop, locale: string) =>
  (
    (await shop.get(`notices/starter?locale=${locale}&noticeId=spring&privacyUrl=https://luna.shop/privacy`)).body as {
      texts: { howToStop: string; heading: string }[];
    }
  ).texts;

async function publish(shop: Shop, noticeId = 'spring'): Promise<void> {
  const both = [...(await texts(shop, 'en')), ...(await texts(shop, 'es'))];
  const { status, body } = await shop.post('notices', { noticeId, texts: both });
  if (status !== 201) throw new Error(JSON.stringify(body));
}

const status = (page: Page) => page.locator('.editor-state');

describe('notices', () => {
  browserTest.for(looks)(
    'are begun with our words, mended after the linter, and published, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`notices-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = (name: string) => looksRight(visit, `${name}${dark ? '-dark' : ''}`, width);
      await openConsole(page, pagesUrl, `apps/${shop.appId}/notices`);
      await page.getByRole('heading', { name: 'No notice yet' }).waitFor();
      await look('notices-none');
      await page.getByRole('link', { name: 'New notice' }).first().click();
      await page.getByRole('button', { name: 'Write the first words' }).click();
      await page
        .getByText('This must be an address that begins with https://')
        .or(page.getByText('This is too short'))
        .first()
        .waitFor();
      expect(visit.takeComplaints().every((each) => each.includes('422'))).toBe(true);
      await page.getByLabel('Name', { exact: true }).fill('spring');
      await page.getByLabel('Address of your privacy notice').fill('https://luna.shop/privacy');
      await page.getByRole('checkbox', { name: 'English' }).check();
      await look('notices-new');
      await page.getByRole('button', { name: 'Write the first words' }).click();
      await page.getByRole('heading', { level: 1, name: 'spring' }).waitFor();
      visit.takeComplaints();

      await page.getByRole('group', { name: 'Languages' }).getByRole('button', { name: 'English' }).click();
      await status(page).getByText('can be published').or(page.getByText('The words are fine.')).waitFor();
      const stop = page.getByLabel('How to stop');
      await stop.fill('You can stop whenever you like.');
      await page.getByLabel('Heading').fill('Luna Coffee in your chats');
      await page.getByLabel('The sentence that people agree to').fill('I agree to get {purposes} from Luna Coffee.');
      await status(page).getByText('have to be mended').waitFor();
      await page.getByText('Write {number}.').waitFor();
      await page.locator('.shown-page').getByText('I agree to get offers').waitFor();
      await look('notices-faults');
      await page.getByRole('button', { name: 'Publish…' }).click();
      // Nothing is published; the first thing to be mended has the keyboard.
      await expect.poll(() => page.evaluate('document.activeElement.getAttribute("aria-invalid")')).toBe('true');
      expect((await shop.get('notices/spring')).status).toBe(404);
      for (const label of ['How to stop', 'The sentence that people agree to'])
        await page
          .getByLabel(label)
          .locator('xpath=ancestor::div[2]')
          .getByRole('button', { name: 'Use our words' })
          .click();
      await status(page).getByText('have to be mended').waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Publish…' }).click();
      await page.getByRole('dialog').getByText('No link, page or widget shows this notice yet').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).dblclick();
      await page.getByText('Version 1 is what people can see').waitFor();
      expect((await shop.get('notices/spring')).body).toMatchObject({ version: 1, versions: [1] });
      expect(visit.takeComplaints().every((each) => /404/.test(each))).toBe(true);
    },
  );

  browserTest.for(looks)(
    'say what a new version changes for people, and what was in which, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`versions-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      await publish(shop);
      const point = await shop.post('points', {
        kind: 'link',
        name: 'Poster in the shop',
        notice: { noticeId: 'spring' },
        purposes: ['offers'],
      });
      const { pointId } = point.body as { pointId: string };
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = (name: string) => looksRight(visit, `${name}${dark ? '-dark' : ''}`, width);
      await openConsole(page, pagesUrl, `apps/${shop.appId}/notices`);
      await page.getByRole('row').nth(1).getByRole('link').click();
      await page.getByLabel('Heading').fill('News and offers of Luna Coffee on WhatsApp');
      await page.getByText('What you typed is kept in this tab').waitFor();
      // What was typed outlives another room and a reload.
      await page.goto(`${pagesUrl}/console/apps/${shop.appId}/users`);
      await openConsole(page, pagesUrl, `apps/${shop.appId}/notices/spring`);
      expect(await page.getByLabel('Heading').inputValue()).toBe('News and offers of Luna Coffee on WhatsApp');
      await page.getByText('What you typed is kept in this tab').waitFor();
      await look('notices-edit');
      await page.getByRole('button', { name: 'Publish…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Shows version 1 now.').waitFor();
      await dialog.getByText('English').waitFor();
      expect(await dialog.getByLabel('Poster in the shop').isChecked()).toBe(true);
      await look('notices-publish');
      await dialog.getByRole('button', { name: 'Publish' }).click();
      await page.getByRole('link', { name: 'Compare versions' }).click();
      await page.locator('ins').getByText('News and offers of').first().waitFor();
      await look('notices-compare');
      expect((await shop.get(`points/${pointId}`)).body).toMatchObject({ notice: { noticeId: 'spring', version: 2 } });
    },
  );

  browserTest('keep what was typed when the session ends in the middle', async ({ open, pagesUrl }) => {
    const shop = await openShop('notices-session', { displayName: 'Luna Coffee' });
    await publish(shop);
    const visit = await open({ width: 1280 });
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/notices/spring`);
    await page.getByLabel('Heading').fill('Luna Coffee news on WhatsApp');
    let posts = 0;
    await page.route(`**/v1/apps/${shop.appId}/notices`, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      posts += 1;
      if (posts > 1) return route.fallback();
      return route.fulfill({ status: 401, contentType: 'application/json', body: '{"message":"Unauthorized"}' });
    });
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await again.getByLabel('API key').fill(inject('journey').apiKey);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Heading').inputValue()).toBe('Luna Coffee news on WhatsApp');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Version 2 is what people can see').waitFor();
    expect(posts).toBe(2);
    expect(visit.takeComplaints().every((each) => each.includes('401'))).toBe(true);
  });
});

describe('the brand', () => {
  browserTest.for(looks)(
    'is refused a colour that nobody sees, and takes the nearest, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`brand-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      await publish(shop);
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = (name: string) => looksRight(visit, `${name}${dark ? '-dark' : ''}`, width);
      await openConsole(page, pagesUrl, `apps/${shop.appId}/brand`);
      await page.getByRole('textbox', { name: /^Colour \(/ }).fill('#ffd700');
      await page.getByLabel('Your site').fill('http://luna.shop');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText(/Too faint to be seen well: [\d.]+:1 where 3:1/).waitFor();
      await page.getByText('This must be a public address').waitFor();
      expect(visit.takeComplaints().every((each) => each.includes('422'))).toBe(true);
      await look('brand-refused');
      await page.getByRole('button', { name: /^Take .*#/ }).click();
      await page.getByLabel('Your site').fill('https://luna.shop');
      await page.getByLabel('Logo', { exact: true }).setInputFiles({
        name: 'logo.png',
        mimeType: 'image/png',
        buffer: Buffer.from(png(2000, 500)),
      });
      // Its size can be read, and nothing else of it.
      await page.getByText('This is no picture of the four kinds').waitFor();
      const drawn = await page.evaluate<string>(`(() => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 2000, height: 500 });
        const pen = canvas.getContext('2d');
        pen.fillStyle = '#5b2a86';
        pen.fillRect(100, 100, 1800, 300);
        return canvas.toDataURL('image/png').split(',')[1];
      })()`);
      await page
        .getByLabel('Logo', { exact: true })
        .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(drawn, 'base64') });
      await page.getByText('It was too large and was made smaller').waitFor();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('The brand is saved').waitFor();
      const { brand } = (await shop.target.call('GET', `/v1/apps/${shop.appId}`)).body as {
        brand: { accent: string; logo: { width: number } };
      };
      expect(brand).toMatchObject({ siteUrl: 'https://luna.shop', logo: { type: 'image/png' } });
      expect(brand.logo.width).toBeLessThanOrEqual(1024);
      expect(brand.accent).not.toBe('#ffd700');
      await page.getByRole('textbox', { name: /^English/ }).fill('10 % off your next coffee');
      await page.locator('.shown-page').getByText('10 % off your next coffee').waitFor();
      await look('brand');
    },
  );
});

describe('settings', () => {
  browserTest.for(looks)(
    'say what they do, and all that is wrong, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`settings-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = (name: string) => looksRight(visit, `${name}${dark ? '-dark' : ''}`, width);
      const stored = async () => (await shop.target.call('GET', `/v1/apps/${shop.appId}`)).body;
      await openConsole(page, pagesUrl, `apps/${shop.appId}/settings`);
      const purposes = page.getByRole('region', { name: 'Purposes' });
      await purposes.getByRole('button', { name: 'Add a purpose' }).click();
      await purposes.getByLabel('Valid for days').first().fill('soon');
      await purposes.getByRole('button', { name: 'Save' }).click();
      await expect.poll(() => purposes.locator('[aria-invalid="true"]').count()).toBe(2);
      expect(visit.takeComplaints().every((each) => each.includes('422'))).toBe(true);
      await look('settings-faults');
      await purposes.getByLabel('Valid for days').first().fill('365');
      await purposes.getByLabel('Name').last().fill('Offers');
      await purposes.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved. It holds').first().waitFor();
      expect(await stored()).toMatchObject({
        purposes: [
          { purposeId: 'offers', validForDays: 365 },
          { purposeId: 'order-updates' },
          { purposeId: 'offers-2' },
        ],
      });
      const confirm = page.getByRole('region', { name: 'The phone confirms' });
      await confirm.getByLabel('on a web form').check();
      await confirm.getByRole('button', { name: 'Save' }).click();
      await expect.poll(async () => (await stored()).doubleOptIn).toEqual(['web-form']);

      const whatsapp = page.getByRole('region', { name: 'WhatsApp number' });
      const before = (await stored()).whatsapp;
      const another = `2${shop.phoneNumberId.slice(1)}`;
      await whatsapp.getByLabel('Phone number ID').fill(another);
      await whatsapp.getByRole('button', { name: 'Save' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('All 24-hour windows close').waitFor();
      expect((await stored()).whatsapp).toEqual(before);
      await look('settings-number');
      await dialog.getByRole('button', { name: 'Change the number' }).click();
      await expect.poll(async () => (await stored()).whatsapp).toMatchObject({ phoneNumberId: another });
      await page.getByRole('region', { name: 'SMS' }).getByText('People send').waitFor();
      await look('settings');
    },
  );
});

describe('in Arabic', () => {
  browserTest.for(widths)('the rooms are read from right to left, at %i px', async (width, { open, pagesUrl }) => {
    const shop = await openShop(`rooms-ar-${width}`, { displayName: 'مقهى لونا', locale: 'ar' });
    const both = [...(await texts(shop, 'ar')), ...(await texts(shop, 'en'))];
    const { status: made, body } = await shop.post('notices', { noticeId: 'spring', texts: both });
    expect(made, JSON.stringify(body)).toBe(201);
    const visit = await open({ width, locale: 'ar' });
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/notices`);
    await page.getByRole('row').nth(1).waitFor();
    await looksRight(visit, 'notices-ar', width);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByLabel('كيف يتوقف').fill('يمكنك التوقف متى شئت.');
    await page.locator('.findings').first().waitFor();
    await looksRight(visit, 'notices-edit-ar', width);
    await page.goto(`${pagesUrl}/console/apps/${shop.appId}/brand`);
    await openConsole(page, pagesUrl, `apps/${shop.appId}/brand`);
    await page.getByRole('heading', { level: 1, name: 'الهوية' }).waitFor();
    await page.getByRole('textbox', { name: /^العربية/ }).waitFor();
    await looksRight(visit, 'brand-ar', width);
    await openConsole(page, pagesUrl, `apps/${shop.appId}/settings`);
    await page.getByRole('heading', { level: 1, name: 'الإعدادات' }).waitFor();
    await looksRight(visit, 'settings-ar', width);
  });
});
