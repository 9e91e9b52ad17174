import { describe, expect } from 'vitest';
import { browserTest, looks, widths } from '../support/browser/browser-test.ts';
import { downloaded } from '../support/browser/downloads.ts';
import { openConsole } from '../support/browser/open-console.ts';
import {
  chatOf,
  follow,
  formWith,
  makePoint,
  nextSecond,
  publishStarter,
  say,
  submit,
} from '../support/journeys/collection.ts';
import { openShop, type Shop } from '../support/journeys/shop.ts';
import { eventually, type Json, rowsOf } from '../support/journeys/target.ts';
import { readQr } from '../support/pages/read-qr.ts';

const pointsOf = async (shop: Shop): Promise<readonly Json[]> => rowsOf(await shop.get('points'));

/** Somebody scans, ticks and confirms from the phone. */
async function confirmAt(shop: Shop, point: Json, name: string): Promise<void> {
  const page = await follow(shop.target, String(point.qrUrl));
  const sent = await submit(shop.target, formWith(page, 'purpose'), { ticks: ['offers'] });
  await nextSecond();
  await say(shop, shop.person(name), chatOf(sent.html).text);
  await eventually(async () => {
    const { body } = await shop.get(`points/${point.pointId}`);
    expect(body.counts).toMatchObject({ optIns: 1 });
  });
}

describe('onboarding and points', () => {
  browserTest.for(looks)(
    'makes a link, downloads its code, pauses it and opens it again, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`onboarding-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      await publishStarter(shop, ['en', 'es']);
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`onboarding-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/onboarding`);
      await page.getByText('OPTIN Shop').first().waitFor();
      await look('empty');

      await page.getByRole('link', { name: 'New link' }).click();
      await page.getByRole('button', { name: 'New link' }).click();
      await page.locator('input[aria-invalid="true"]').waitFor();
      await page.getByLabel('Name', { exact: true }).fill('Poster at the door');
      await page.getByText('Campaign, limit, last day').click();
      await page.getByLabel('Last day').fill('2020-06-30');
      await page.getByLabel('Greeting in the chat').fill('STOP');
      await page.getByRole('button', { name: 'New link' }).click();
      await expect.poll(() => page.locator('[aria-invalid="true"]').count()).toBe(3);
      await look('faults');
      expect(visit.takeComplaints().every((each) => each.includes('422'))).toBe(true);
      await page.getByLabel('Greeting in the chat').fill('');
      await page.getByLabel('Offers').check();
      await page.getByLabel('Campaign').fill('spring-26');
      await page.getByLabel('At most so many opt-ins').fill('500');
      await page.getByLabel('Last day').fill('2027-06-30');
      await page.getByRole('button', { name: 'New link' }).dblclick();

      await page.getByRole('heading', { level: 1, name: 'Poster at the door' }).waitFor();
      const [made, ...others] = await pointsOf(shop);
      expect(others).toEqual([]);
      expect(made).toMatchObject({
        kind: 'link',
        purposes: ['offers'],
        campaign: 'spring-26',
        cap: 500,
        expiresAt: '2027-07-01T05:59:59.000Z',
      });

      await page.getByRole('img', { name: 'QR code of Poster at the door' }).waitFor();
      const png = await downloaded(page, 'Download PNG');
      expect(png.name).toBe('qr Poster at the door.png');
      expect(readQr(png.bytes)).toBe(made?.qrUrl);
      expect((await downloaded(page, 'Download SVG')).bytes.toString()).toContain('<svg');
      expect(await page.getByRole('link', { name: 'Open the poster to print' }).getAttribute('href')).toBe(
        `${made?.posterUrl}?paper=a4`,
      );
      await look('point-new');

      await confirmAt(shop, made ?? {}, 'Ana');
      await page.reload();
      await page.getByText('1 person opted in').waitFor();
      await page.getByText('Confirmed from their phone').waitFor();
      await page.getByText('1 of 500 opt-ins are used.').waitFor();
      await look('point');

      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('This is paused.').waitFor();
      expect((await pointsOf(shop))[0]).toMatchObject({ state: 'paused' });
      await look('point-paused');
      await page.getByRole('button', { name: 'Open again' }).click();
      await page.getByRole('button', { name: 'Pause' }).waitFor();
      expect((await pointsOf(shop))[0]).toMatchObject({ state: 'open' });

      await page.getByRole('button', { name: 'Change' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill('Poster inside');
      await dialog.getByText('Campaign, limit, last day').click();
      await dialog.getByLabel('At most so many opt-ins').fill('many');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.locator('[aria-invalid="true"]').waitFor();
      await look('change');
      expect(visit.takeComplaints().every((each) => each.includes('422'))).toBe(true);
      await dialog.getByLabel('At most so many opt-ins').fill('');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { level: 1, name: 'Poster inside' }).waitFor();
      const [changed] = await pointsOf(shop);
      expect(changed).toMatchObject({ name: 'Poster inside', campaign: 'spring-26', expiresAt: made?.expiresAt });
      expect(changed).not.toHaveProperty('cap');

      await page.getByRole('link', { name: 'All points' }).click();
      await page.getByRole('row').nth(1).waitFor();
      await look('points');
      await page.goBack();
      await openConsole(page, pagesUrl, `apps/${shop.appId}/onboarding`);
      await page.getByText('1 opt-in, 100% of all at points').waitFor();
      await page.getByRole('img').first().waitFor();
      await look('ways');
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest.for(widths)(
    'shows a widget as it will stand, and its code to copy, at %i px',
    async (width, { open, pagesUrl }) => {
      const shop = await openShop(`onboarding-widget-${width}`, {
        displayName: 'Luna Coffee',
        brand: { accent: '#0b57d0', accentDark: '#8ab4f8' },
      });
      await publishStarter(shop, ['en', 'ar']);
      const visit = await open({ width });
      const { page } = visit;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await openConsole(page, pagesUrl, `apps/${shop.appId}/onboarding/new/widget`);
      await page.getByLabel('Name', { exact: true }).fill('Button in the shop');
      await page.getByLabel('Offers').check();
      await page.getByLabel('Your web pages that may show it').fill('https://shop.example/shop');
      await page.getByRole('button', { name: 'New widget' }).click();
      await page.getByText('Write the address as browsers do').waitFor();
      await visit.shot('onboarding-widget-faults');
      await visit.expectAccessible();
      expect(visit.takeComplaints().every((each) => each.includes('422'))).toBe(true);
      await page.getByLabel('Your web pages that may show it').fill('https://shop.example\n\nhttps://m.shop.example');
      await page.getByRole('button', { name: 'New widget' }).click();
      await page.getByRole('heading', { level: 1, name: 'Button in the shop' }).waitFor();
      const [made] = await pointsOf(shop);
      expect(made?.origins).toEqual(['https://shop.example', 'https://m.shop.example']);

      const picture = page.getByRole('img', { name: /^The widget in a page/ });
      await picture.getByText('Get updates on WhatsApp').waitFor();
      await page.getByLabel('Words on it').fill('10 % "off" <b>');
      await picture.getByText('10 % "off" <b>').waitFor();
      await visit.shot('onboarding-widget');
      await visit.expectAccessible();
      await page.getByRole('button', { name: 'Copy Code for your page' }).click();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
        [
          `<script src="${new URL(String(made?.url)).origin}/widget.js"`,
          `  data-point="${String(made?.pointId).slice(3)}"`,
          '  data-label="10 % &quot;off&quot; &lt;b&gt;"',
          '  async></script>',
        ].join('\n'),
      );
      await page.getByLabel('Language').last().selectOption('ar');
      await page.getByLabel('Colours').selectOption('dark');
      for (const mode of ['inline', 'line', 'link', 'button']) {
        await page.getByLabel('How it stands there').selectOption(mode);
        await visit.shot(`onboarding-widget-${mode}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('makes one point when the answer to the first try is lost', async ({ open, pagesUrl }) => {
    const shop = await openShop('onboarding-lost', { displayName: 'Luna Coffee' });
    await publishStarter(shop, ['en']);
    const visit = await open({ width: 1280 });
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/onboarding/new/landing-page`);
    await page.getByLabel('Name', { exact: true }).fill('Newsletter');
    await page.getByLabel('Offers').check();
    let sent = 0;
    await page.route('**/points', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      sent += 1;
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: 'New landing page' }).click();
    await page.getByText('Send it again: it counts once.').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Newsletter');
    await page.getByRole('button', { name: 'New landing page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Newsletter' }).waitFor();
    expect([sent, (await pointsOf(shop)).length]).toEqual([1, 1]);
    visit.takeComplaints();
  });

  browserTest('teaches where there is nothing, and says what keeps SMS from working', async ({ open, pagesUrl }) => {
    const shop = await openShop('onboarding-bare', { displayName: 'Luna Coffee', smsName: undefined, smsNumbers: [] });
    const visit = await open();
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/points`);
    await page.getByText('No place to say yes yet').waitFor();
    await visit.shot('onboarding-no-points');
    await visit.expectAccessible();
    await page.getByRole('link', { name: 'New link or QR code' }).first().click();
    await page.getByText('a number that receives SMS').waitFor();
    await page.getByRole('link', { name: 'New link' }).click();
    await page.getByText('First, the words that people agree to').waitFor();
    await visit.shot('onboarding-no-notice');
    await visit.expectAccessible();
  });

  browserTest.for(widths)('is read from right to left in Arabic, at %i px', async (width, { open, pagesUrl }) => {
    const shop = await openShop(`onboarding-ar-${width}`, { displayName: 'مقهى لونا' });
    await publishStarter(shop, ['ar']);
    await makePoint(shop, 'link', { name: 'ملصق عند الباب' });
    const preference = await makePoint(shop, 'preference-page');
    const widget = await makePoint(shop, 'widget', { origins: ['https://shop.example'] });
    const visit = await open({ width, locale: 'ar' });
    const { page } = visit;
    for (const [name, screen] of [
      ['ways', 'onboarding'],
      ['points', 'points'],
      ['preference', `points/${preference.pointId}`],
      ['widget', `points/${widget.pointId}`],
    ] as const) {
      await openConsole(page, pagesUrl, `apps/${shop.appId}/${screen}`);
      await page.locator('.mechanism, .rows, .facts').first().waitFor();
      await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
      await visit.shot(`onboarding-${name}-ar`);
      await visit.expectAccessible();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    expect(await visit.violations()).toBe(0);
  });
});
