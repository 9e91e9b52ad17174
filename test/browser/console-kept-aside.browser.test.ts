import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, looks, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { ago, openShop, type Shop } from '../support/journeys/shop.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

/** A message of a kind that nobody here knows. */
const odd = (shop: Shop, name: string, words: string): object => ({
  ...textMessage(shop.person(name).waId, `wamid.${name}`, ago(7), ''),
  ...{ type: 'hologram', text: undefined, hologram: { body: words } },
});

/** How often an act of ours was sent. */
function countActs(page: Page, what: 'hear' | 'no'): { sent: number } {
  const counted = { sent: 0 };
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith(`/${what}`)) counted.sent += 1;
  });
  return counted;
}

describe('what was kept aside, in the console', () => {
  browserTest.for(looks)(
    'is looked at, heard again, and read as a no, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`aside-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      const ana = shop.person('Ana');
      await shop.optIn({ phone: ana.phone });
      await shop.hear(odd(shop, 'Ana', 'please don’t send me these any more'), odd(shop, 'Ben', 'hello there'));
      const visit = await open({ width, dark });
      const { page } = visit;
      await openConsole(page, pagesUrl, `apps/${shop.appId}/overview`);
      await page.getByRole('link', { name: /messages? (was|were) kept aside/ }).click();
      const row = page.getByRole('row').filter({ hasText: 'send me these' });
      await row.waitFor();
      await visit.shot(`console-kept-aside${dark ? '-dark' : ''}`);
      await visit.expectAccessible();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);

      await row.getByRole('button', { name: 'Look' }).click();
      await page.getByText('unknown-message-type').waitFor();
      await page.getByText('What was received').click();
      await visit.shot(`console-kept-aside-look${dark ? '-dark' : ''}`);
      await visit.expectAccessible();
      const hears = countActs(page, 'hear');
      await page.getByRole('button', { name: 'Hear it again' }).click();
      await page.getByText(/It is read once more/).waitFor();
      await page.getByRole('button', { name: 'Hear it again' }).dblclick();
      await page.getByText(/It still cannot be used, and lies on here/).waitFor();
      expect(hears.sent).toBe(1);
      await visit.shot(`console-kept-aside-hear${dark ? '-dark' : ''}`);
      await visit.expectAccessible();

      await page.getByRole('button', { name: 'Cancel' }).click();
      const noes = countActs(page, 'no');
      await page.getByRole('button', { name: 'Record a no' }).click();
      await page.getByText(/recorded as a no to everything from/).waitFor();
      await visit.shot(`console-kept-aside-no${dark ? '-dark' : ''}`);
      await visit.expectAccessible();
      await page.getByRole('button', { name: 'Record a no' }).dblclick();
      await page.getByText('The no is recorded.').waitFor();
      await row.waitFor({ state: 'detached' });
      await page.getByText('hello there').waitFor();
      expect(noes.sent).toBe(1);
      expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'deny' });
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('asks whose it is where nothing says it', async ({ open, pagesUrl }) => {
    const shop = await openShop('aside-nobody');
    const eva = shop.person('Eva');
    await shop.optIn({ phone: eva.phone });
    const visit = await open();
    const { page } = visit;
    const item = {
      ...{ asideId: 'asd_mi7f0hs0x4Vd0m2Qq8r1Zs7uT3wYbA', why: 'not-json', appIds: [], messages: [], needsUser: true },
      ...{
        keptAt: new Date().toISOString(),
        receivedAt: new Date().toISOString(),
        received: '{"entry": STOP',
        bytes: 14,
      },
    };
    await page.route(`**/apps/${shop.appId}/kept-aside*`, (route) =>
      route.fulfill({ json: { data: [item], nextCursor: null } }),
    );
    await openConsole(page, pagesUrl, `apps/${shop.appId}/overview/kept-aside`);
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByText(/No business here has this number/).waitFor();
    await page.getByRole('button', { name: 'Record a no' }).click();
    await page.getByLabel('Whose message is it?').fill('12');
    await page.getByRole('button', { name: 'Record a no' }).click();
    // The API says that this is no number: it stands beside the field, and what was typed stays.
    await page.locator('[aria-invalid="true"]').waitFor();
    visit.takeComplaints();
    expect(await page.getByLabel('Whose message is it?').inputValue()).toBe('12');
    await visit.shot('console-kept-aside-whose');
    await visit.expectAccessible();
    expect(await visit.violations()).toBe(0);
  });

  browserTest.for(widths)('is read from right to left in Arabic, at %i px', async (width, { open, pagesUrl }) => {
    const shop = await openShop(`aside-ar-${width}`, { displayName: 'مقهى لونا' });
    await shop.hear(odd(shop, 'Ana', 'لا أريد المزيد'));
    const visit = await open({ width, locale: 'ar' });
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/overview/kept-aside`);
    await page.getByText('لا أريد المزيد').waitFor();
    await visit.shot('console-kept-aside-ar');
    await page.getByRole('button', { name: 'انظر' }).click();
    await visit.shot('console-kept-aside-look-ar');
    await visit.expectAccessible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await visit.violations()).toBe(0);
  });
});
