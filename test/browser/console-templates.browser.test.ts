import { describe, expect } from 'vitest';
import { browserTest, looks } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { openShop, type Shop, shopOf } from '../support/journeys/shop.ts';
import { journeyTarget } from '../support/journeys/target.ts';

const target = journeyTarget();
/** By the clock of the product, which tests of other pages move. */
const second = async () => Math.floor((await target.now()) / 1000);

/** A shop on an account of its own, whose templates nobody else changes. */
async function shopWithAccount(name: string, purposes?: object): Promise<Shop & { readonly wabaId: string }> {
  const { phoneNumberId, settings } = shopOf(name, {}, target);
  const { phone } = settings.whatsapp as { readonly phone: string };
  const wabaId = `2${phoneNumberId}`;
  const more = { displayName: 'Luna Coffee', whatsapp: { phoneNumberId, phone, wabaId }, ...purposes };
  return { ...(await openShop(name, more)), wabaId };
}

async function tell(wabaId: string, name: string, field: string, said: object, time?: number): Promise<void> {
  const value = { message_template_name: name, message_template_language: 'en_US', ...said };
  const body = {
    object: 'whatsapp_business_account',
    entry: [{ id: wabaId, time: time ?? (await second()), changes: [{ field, value }] }],
  };
  expect(await target.whatsapp(body)).toBe(200);
}

describe('the templates of the console', () => {
  browserTest.for(looks)(
    'are read from Meta, given a purpose, and say what Meta makes of them, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await shopWithAccount(`templates-${width}-${dark ? 'dark' : 'light'}`);
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/templates`);
      await page.getByText('No template here yet').waitFor();
      await look('templates-empty');

      await page.getByRole('button', { name: 'Read from Meta' }).click();
      await page.getByText('Read 8 templates from Meta.').waitFor();
      await page.getByRole('link', { name: 'order_update en_US' }).waitFor();
      expect(await page.getByRole('row').count()).toBe(9);
      await tell(
        shop.wabaId,
        'spring_offer',
        'message_template_quality_update',
        { new_quality_score: 'YELLOW' },
        (await second()) + 1,
      );
      await tell(
        shop.wabaId,
        'sign_in_code',
        'message_template_status_update',
        { event: 'PAUSED' },
        (await second()) + 1,
      );
      const from = (await second()) + 86_400;
      const coming = { new_category: 'UTILITY', correct_category: 'MARKETING', category_update_timestamp: from };
      await tell(shop.wabaId, 'order_update', 'template_category_update', coming, (await second()) + 1);
      await page.reload();
      await page.getByText('Paused').waitFor();
      await look('templates');

      await page.getByRole('link', { name: 'order_update en_US' }).click();
      await page.getByText('Goes to nobody until you say which purpose it serves.').waitFor();
      await look('template-without-purpose');
      await page.getByLabel('Purpose').selectOption('order-updates');
      await page.getByRole('button', { name: 'Save purpose' }).dblclick();
      await page.getByText(/Goes to people who said yes to .?Order updates/).waitFor();
      await page.getByText('Meta counts it as Marketing').first().waitFor();
      await page.getByText('Then it goes to nobody, unless it serves a marketing purpose.').waitFor();
      await look('template');

      await tell(
        shop.wabaId,
        'order_update',
        'template_category_update',
        {
          ...{ previous_category: 'UTILITY', new_category: 'MARKETING' },
        },
        (await second()) + 2,
      );
      await page.reload();
      await page.getByText(/Goes to nobody: Meta counts it as marketing, and .?Order updates/).waitFor();
      await page.getByText('Category Marketing, before Service').waitFor();
      await look('template-marketing');
      await page.getByLabel('Purpose').selectOption('offers');
      await page.getByRole('button', { name: 'Save purpose' }).click();
      await page.getByText(/Goes to people who said yes to .?Offers/).waitFor();

      await page.getByRole('link', { name: 'All templates' }).click();
      await page.getByText(/Yes to .?Offers/).waitFor();
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('are in Arabic from right to left', async ({ open, pagesUrl }) => {
    const shop = await shopWithAccount('templates-arabic');
    await shop.post('templates/refresh', {});
    const visit = await open({ width: 390, locale: 'ar' });
    await openConsole(visit.page, pagesUrl, `apps/${shop.appId}/templates`);
    await visit.page.getByRole('row').nth(2).waitFor();
    await visit.shot('console-templates-arabic');
    await visit.expectAccessible();
  });

  browserTest('say what is missing: a number, access to Meta', async ({ open, pagesUrl }) => {
    const mute = await openShop('templates-mute', { whatsapp: undefined });
    const visit = await open({ width: 390 });
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${mute.appId}/templates`);
    await page.getByText('No WhatsApp number yet').waitFor();
    await visit.shot('console-templates-no-number');
    const shop = await shopWithAccount('templates-no-access');
    await page.route('**/templates/refresh', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: '/docs/problems#meta-not-set-up',
          status: 409,
          code: 'meta-not-set-up',
          detail: 'x',
        }),
      }),
    );
    await page.goto(`${pagesUrl}/console/apps/${shop.appId}/templates`);
    await page.getByRole('button', { name: 'Read from Meta' }).click();
    await page.getByText('There is no access to Meta yet.').waitFor();
    await visit.shot('console-templates-no-access');
    await visit.expectAccessible();
    visit.takeComplaints();
  });
});
